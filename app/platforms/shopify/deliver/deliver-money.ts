import { createHash } from "node:crypto";
import type { Instant } from "#app/domain/calendar.ts";
import type { Effect } from "#app/domain/effect.ts";
import type { DeliverOutcome, OutboxItem } from "../../platform.ts";
import type { AdminClient, Asked } from "../admin-client.ts";
import { decimal } from "./discount-input.ts";
import { CREATE_GIFT_CARD, CREDIT_ACCOUNT, READ_CREDITS } from "../documents/money-rewards.ts";
import { gid } from "../gid.ts";
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
    const earlier = await findCredit(client, item.shopKey, id, {
      amount: Number(amount),
      currency: item.currency,
      expiresAt,
    });
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
  credit: { readonly amount: number; readonly currency: string; readonly expiresAt: Instant },
): Promise<Asked<string | null>> {
  const currency = `currency_code:${credit.currency}`;
  const asked = await client.ask(shopKey, READ_CREDITS, { id, currency });
  if (asked.kind !== "data") return asked;
  const accounts = asked.data.customer?.storeCreditAccounts.nodes ?? [];
  const found = accounts
    .flatMap((account) => account.transactions.nodes)
    .find(
      (node) =>
        typeof node.expiresAt === "string" &&
        Date.parse(node.expiresAt) === credit.expiresAt &&
        Number(node.amount?.amount) === credit.amount,
    );
  return { kind: "data", data: found?.id ?? null };
}

/**
 * A gift card carries our code, so Shopify itself refuses a second one. Nobody else can have it: it is
 * 65 random bits of our own. TAKEN therefore says that an earlier try did arrive.
 */
export async function issueGiftCard(
  client: AdminClient,
  item: OutboxItem,
  effect: IssueGiftCard,
): Promise<DeliverOutcome> {
  const code = effect.code.replaceAll(/[^A-Za-z0-9]/gu, "").toLowerCase();
  const input = {
    code,
    initialAmount: { amount: decimal(effect.valueMinor, item.currency), currencyCode: item.currency },
    note: `Regulars ${effect.code}`,
    ...(item.customerId === null ? {} : { customerId: gid("Customer", item.customerId) }),
    ...(effect.expiresAt === null ? {} : { expiresOn: lastDay(effect.expiresAt) }),
  };
  const asked = await client.ask(item.shopKey, CREATE_GIFT_CARD, { input });
  if (asked.kind !== "data") return asked;
  const created = asked.data.giftCardCreate;
  const card = created?.giftCard ?? null;
  if (card !== null) return { kind: "done", reference: card.id };
  const errors = created?.userErrors ?? [];
  if (errors.some((error) => error.code === "TAKEN")) return { kind: "done", reference: null };
  return refusalOf(errors);
}

/** Ends are half open; a gift card's last day is the one before. */
function lastDay(expiresAt: Instant): string {
  return new Date(expiresAt - 1).toISOString().slice(0, 10);
}
