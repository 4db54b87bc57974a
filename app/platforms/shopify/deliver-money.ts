import { createHash } from "node:crypto";
import type { Instant } from "#app/domain/calendar.ts";
import type { Effect } from "#app/domain/effect.ts";
import type { DeliverOutcome, OutboxItem } from "../platform.ts";
import type { AdminClient, Asked } from "./admin-client.ts";
import { decimal } from "./discount-input.ts";
import { CREATE_GIFT_CARD, CREDIT_ACCOUNT, FIND_GIFT_CARD, READ_CREDITS } from "./documents/money-rewards.ts";
import { gid } from "./gid.ts";
import { refusalOf } from "./refusal.ts";

type IssueStoreCredit = Extract<Effect, { type: "issue_store_credit" }>;
type IssueGiftCard = Extract<Effect, { type: "issue_gift_card" }>;

/** For a credit without an end: far enough. */
const NEVER: Instant = Date.UTC(2100, 0, 1);

/**
 * Store credit has neither a note nor a key by which a second request would be known as the first. So
 * each credit ends at a second of its own, taken from its code within the hour before its end: after
 * an uncertain try the customer's credits are searched for that very second and amount.
 */
export async function issueStoreCredit(
  client: AdminClient,
  item: OutboxItem,
  effect: IssueStoreCredit,
): Promise<DeliverOutcome> {
  if (item.customerId === null)
    return { kind: "refused", reason: "store credit needs a customer of the shop" };
  const id = gid("Customer", item.customerId);
  const amount = decimal(effect.valueMinor, item.currency);
  const expiresAt = ownSecond(effect.expiresAt ?? NEVER, effect.code);
  if (item.attempts > 0) {
    const earlier = await findCredit(client, item.shopKey, id, Number(amount), expiresAt);
    if (earlier.kind !== "data") return earlier;
    if (earlier.data !== null) return { kind: "done", reference: earlier.data };
  }
  const input = {
    creditAmount: { amount, currencyCode: item.currency },
    expiresAt: new Date(expiresAt).toISOString(),
  };
  const asked = await client.ask(item.shopKey, CREDIT_ACCOUNT, { id, input });
  if (asked.kind !== "data") return asked;
  const credited = asked.data.storeCreditAccountCredit;
  const transaction = credited?.storeCreditAccountTransaction ?? null;
  if (transaction !== null) return { kind: "done", reference: transaction.id };
  return refusalOf(credited?.userErrors ?? []);
}

function ownSecond(end: Instant, code: string): Instant {
  const offset = createHash("sha256").update(code).digest().readUInt32BE(0) % 3600;
  return (Math.floor(end / 1000) - offset) * 1000;
}

async function findCredit(
  client: AdminClient,
  shopKey: string,
  id: string,
  amount: number,
  expiresAt: Instant,
): Promise<Asked<string | null>> {
  const asked = await client.ask(shopKey, READ_CREDITS, { id });
  if (asked.kind !== "data") return asked;
  const accounts = asked.data.customer?.storeCreditAccounts.nodes ?? [];
  const credit = accounts
    .flatMap((account) => account.transactions.nodes)
    .find(
      (node) =>
        typeof node.expiresAt === "string" &&
        Date.parse(node.expiresAt) === expiresAt &&
        Number(node.amount?.amount) === amount,
    );
  return { kind: "data", data: credit?.id ?? null };
}

/** A gift card carries our code, so Shopify itself refuses a second one; its note says which claim it is. */
export async function issueGiftCard(
  client: AdminClient,
  item: OutboxItem,
  effect: IssueGiftCard,
): Promise<DeliverOutcome> {
  const code = effect.code.replaceAll(/[^A-Za-z0-9]/gu, "").toLowerCase();
  const note = `Regulars ${effect.code}`;
  const input = {
    code,
    initialAmount: { amount: decimal(effect.valueMinor, item.currency), currencyCode: item.currency },
    note,
    ...(item.customerId === null ? {} : { customerId: gid("Customer", item.customerId) }),
    ...(effect.expiresAt === null ? {} : { expiresOn: lastDay(effect.expiresAt) }),
  };
  const asked = await client.ask(item.shopKey, CREATE_GIFT_CARD, { input });
  if (asked.kind !== "data") return asked;
  const created = asked.data.giftCardCreate;
  const card = created?.giftCard ?? null;
  if (card !== null) return { kind: "done", reference: card.id };
  const errors = created?.userErrors ?? [];
  if (!errors.some((error) => error.code === "TAKEN")) return refusalOf(errors);

  const looked = await client.ask(item.shopKey, FIND_GIFT_CARD, {
    query: `last_characters:${code.slice(-4)}`,
  });
  if (looked.kind !== "data") return looked;
  const own = looked.data.giftCards.nodes.find((found) => found.note === note);
  return own === undefined ? refusalOf(errors) : { kind: "done", reference: own.id };
}

/** Ends are half open; a gift card's last day is the one before. */
function lastDay(expiresAt: Instant): string {
  return new Date(expiresAt - 1).toISOString().slice(0, 10);
}
