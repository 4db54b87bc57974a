import { setTimeout as pause } from "node:timers/promises";
import type { DeliverOutcome, OutboxItem } from "../../platform.ts";
import type { AdminClient, Asked } from "../admin-client.ts";
import {
  decimal,
  discountCreation,
  TITLE_MARK,
  type IssueDiscount,
  type UnitPrice,
} from "./discount-input.ts";
import {
  ADD_CODES,
  FIND_SHARED_DISCOUNT,
  READ_ADDED_CODES,
  type BulkCreation,
} from "../documents/discounts.ts";
import { whyNot } from "./find-discount.ts";
import { refusalOf } from "./refusal.ts";

/** Shopify takes up to 250 codes at once and adds them in its own time. */
const CODES_AT_ONCE = 250;
const LOOKS = 10;
const LOOK_EVERY_MS = 500;

/** A code that anybody may use, with what its discount would be made of. */
export interface OpenCode {
  readonly item: OutboxItem;
  readonly effect: IssueDiscount;
  readonly unitPrice: UnitPrice;
}

/** What came of each code. */
type Outcomes = Map<string, DeliverOutcome>;

/** The codes of one shop that share the discount of that title. */
interface Group {
  readonly shopKey: string;
  readonly title: string;
  readonly codes: OpenCode[];
}

/** Takes codes of one shop. */
export type AddToShared = (codes: readonly OpenCode[]) => Promise<Outcomes>;

/**
 * One discount per reward definition: the codes handed over together are added to it in bulk. The
 * discount has no end of its own; a code whose day has come is withdrawn.
 */
export function createSharedDiscounts(client: AdminClient): AddToShared {
  /** Under way: who needs the same discount meanwhile waits instead of opening another. */
  const openings = new Map<string, Promise<Asked<string | null>>>();

  const discountOf = async (group: Group, outcomes: Outcomes): Promise<Asked<string | null>> => {
    const key = `${group.shopKey} ${group.title}`;
    for (let other = openings.get(key); other !== undefined; other = openings.get(key)) {
      const opened = await other;
      // Null: none of the other's codes could open it. Perhaps one of these can.
      if (opened.kind !== "data" || opened.data !== null) return opened;
    }
    const mine = findOrOpen(client, group, outcomes).finally(() => openings.delete(key));
    openings.set(key, mine);
    return mine;
  };

  return async (codes) => {
    const outcomes: Outcomes = new Map();
    for (const group of groupByTitle(codes)) {
      const discount = await discountOf(group, outcomes);
      const left = group.codes.map(({ effect }) => effect.code).filter((code) => !outcomes.has(code));
      const added = await addAll(client, group.shopKey, discount, left);
      for (const code of left)
        outcomes.set(code, added.get(code) ?? retry("the code's outcome is not known"));
    }
    return outcomes;
  };
}

function groupByTitle(codes: readonly OpenCode[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const code of codes) {
    const title = sharedTitle(code.item, code.effect);
    const group = groups.get(title) ?? { shopKey: code.item.shopKey, title, codes: [] };
    group.codes.push(code);
    groups.set(title, group);
  }
  return groups.values();
}

/** Names the reward as it was defined: another version or another value is another discount. */
function sharedTitle(item: OutboxItem, effect: IssueDiscount): string {
  const value =
    effect.terms.kind === "amountOff" ? ` · ${decimal(effect.terms.valueMinor, item.currency)}` : "";
  const version = ` · v${String(effect.programVersion)}`;
  return `${TITLE_MARK}${item.rewardName ?? effect.rewardId}${value}${version}${standsAlone(item)}`;
}

/** What it may stand beside is the discount's, not a code's: another wish of the merchant's is another discount. */
function standsAlone({ combinesWith }: OutboxItem): string {
  const kinds = ["order", "product", "shipping"] as const;
  const barred = kinds.filter((kind) => !combinesWith[kind]);
  return barred.length === 0 ? "" : ` · without ${barred.join(", ")} discounts`;
}

/**
 * The id of the group's discount. A discount cannot begin without a code: where there is none yet, the
 * first code that Shopify takes opens it. A code that is refused is refused alone.
 */
async function findOrOpen(
  client: AdminClient,
  { shopKey, title, codes }: Group,
  outcomes: Outcomes,
): Promise<Asked<string | null>> {
  const found = await findShared(client, shopKey, title);
  if (found.kind !== "data" || found.data !== null) return found;
  for (const { item, effect, unitPrice } of codes) {
    const { code, startsAt } = effect;
    const frame = { title, code, customerId: null, startsAt, endsAt: null, combinesWith: item.combinesWith };
    const { document, input } = discountCreation(effect, frame, item.currency, unitPrice);
    const asked = await client.ask(shopKey, document, { input });
    if (asked.kind !== "data") return asked;
    const { created } = asked.data;
    if (created === null) return retry("Shopify made no discount");
    const { codeDiscountNode: node, userErrors } = created;
    if (node !== null) {
      outcomes.set(code, { kind: "done", reference: node.id });
      return { kind: "data", data: node.id };
    }
    outcomes.set(code, await whyNot(client, shopKey, code, userErrors));
  }
  return { kind: "data", data: null };
}

async function addAll(
  client: AdminClient,
  shopKey: string,
  discount: Asked<string | null>,
  codes: readonly string[],
): Promise<Outcomes> {
  if (discount.kind !== "data") return forAll(codes, discount);
  const outcomes: Outcomes = new Map();
  // No discount: every code was refused, and none is left.
  if (discount.data === null) return outcomes;
  for (let start = 0; start < codes.length; start += CODES_AT_ONCE) {
    const some = codes.slice(start, start + CODES_AT_ONCE);
    const added = await addCodes(client, shopKey, discount.data, some);
    for (const [code, outcome] of added) outcomes.set(code, outcome);
  }
  return outcomes;
}

async function addCodes(
  client: AdminClient,
  shopKey: string,
  discountId: string,
  codes: readonly string[],
): Promise<Outcomes> {
  const input = { discountId, codes: codes.map((code) => ({ code })) };
  const asked = await client.ask(shopKey, ADD_CODES, input);
  if (asked.kind !== "data") return forAll(codes, asked);
  const added = asked.data.discountRedeemCodeBulkAdd;
  if (added === null || added.bulkCreation === null) return forAll(codes, refusalOf(added?.userErrors ?? []));
  const finished = await waitUntilAdded(client, shopKey, added.bulkCreation.id);
  if (finished.kind !== "data") return forAll(codes, finished);
  return outcomesOf(client, shopKey, discountId, finished.data);
}

function forAll(codes: readonly string[], outcome: DeliverOutcome): Outcomes {
  return new Map(codes.map((code) => [code, outcome]));
}

async function findShared(
  client: AdminClient,
  shopKey: string,
  title: string,
): Promise<Asked<string | null>> {
  const asked = await client.ask(shopKey, FIND_SHARED_DISCOUNT, { query: `title:${JSON.stringify(title)}` });
  if (asked.kind !== "data") return asked;
  // Shopify's search is generous; the title must be this one to the letter. One that a merchant has switched
  // off makes no code work: the next code opens another.
  const node = asked.data.codeDiscountNodes.nodes.find(
    ({ codeDiscount }) => codeDiscount.title === title && codeDiscount.status !== "EXPIRED",
  );
  return { kind: "data", data: node?.id ?? null };
}

async function waitUntilAdded(
  client: AdminClient,
  shopKey: string,
  id: string,
): Promise<Asked<BulkCreation>> {
  for (let look = 0; look < LOOKS; look += 1) {
    const asked = await client.ask(shopKey, READ_ADDED_CODES, { id });
    if (asked.kind !== "data") return asked;
    const creation = asked.data.discountRedeemCodeBulkCreation;
    if (creation?.done === true) return { kind: "data", data: creation };
    await pause(LOOK_EVERY_MS);
  }
  return retry("Shopify is still adding the codes");
}

async function outcomesOf(
  client: AdminClient,
  shopKey: string,
  discountId: string,
  creation: BulkCreation,
): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  for (const { code, errors } of creation.codes.nodes) {
    const outcome =
      errors.length === 0
        ? ({ kind: "done", reference: discountId } as const)
        : await whyNot(client, shopKey, code, errors);
    outcomes.set(code, outcome);
  }
  return outcomes;
}

function retry(reason: string) {
  return { kind: "retry", reason, afterMs: null } as const;
}
