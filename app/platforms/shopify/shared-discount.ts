import { setTimeout as pause } from "node:timers/promises";
import type { DeliverOutcome, OutboxItem } from "../platform.ts";
import type { AdminClient, Asked } from "./admin-client.ts";
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
} from "./documents/discounts.ts";
import { whyNot } from "./find-discount.ts";
import { refusalOf } from "./refusal.ts";

/** Shopify takes up to 250 codes at once and adds them in its own time. */
const CODES_AT_ONCE = 250;
const GATHER_MS = 50;
const LOOKS = 10;
const LOOK_EVERY_MS = 500;

export type AddToShared = (
  item: OutboxItem,
  effect: IssueDiscount,
  unitPrice: UnitPrice,
) => Promise<DeliverOutcome>;

interface Waiting {
  readonly code: string;
  readonly resolve: (outcome: DeliverOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

interface Queue {
  readonly first: {
    readonly item: OutboxItem;
    readonly effect: IssueDiscount;
    readonly unitPrice: UnitPrice;
  };
  readonly waiting: Waiting[];
}

/**
 * One discount per reward definition, its codes added in bulk: what is asked for within a moment goes
 * to Shopify together, and what comes meanwhile goes together after that, when the discount is there to
 * be found. The discount has no end of its own; a code whose day has come is withdrawn.
 */
export function createSharedDiscounts(client: AdminClient): AddToShared {
  const queues = new Map<string, Queue>();
  const busy = new Set<string>();

  const work = async (title: string, key: string): Promise<void> => {
    busy.add(key);
    await pause(GATHER_MS);
    for (let queue = take(key); queue !== undefined; queue = take(key)) await tell(title, queue);
    busy.delete(key);
  };

  const take = (key: string): Queue | undefined => {
    const queue = queues.get(key);
    queues.delete(key);
    return queue;
  };

  const tell = async (title: string, queue: Queue): Promise<void> => {
    for (let start = 0; start < queue.waiting.length; start += CODES_AT_ONCE) {
      const group = queue.waiting.slice(start, start + CODES_AT_ONCE);
      try {
        const outcomes = await addGroup(client, title, queue.first, group);
        group.forEach(({ code, resolve }) => {
          resolve(outcomes.get(code) ?? retry("the code's outcome is not known"));
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
  };

  return (item, effect, unitPrice) => {
    const title = sharedTitle(item, effect);
    const key = `${item.shopKey} ${title}`;
    return new Promise((resolve, reject) => {
      const waiting = { code: effect.code, resolve, reject };
      const queue = queues.get(key);
      if (queue !== undefined) {
        queue.waiting.push(waiting);
        return;
      }
      queues.set(key, { first: { item, effect, unitPrice }, waiting: [waiting] });
      if (!busy.has(key)) void work(title, key);
    });
  };
}

/** Names the reward as it was defined: another version or another value is another discount. */
function sharedTitle(item: OutboxItem, effect: IssueDiscount): string {
  const value =
    effect.terms.kind === "amountOff" ? ` · ${decimal(effect.terms.valueMinor, item.currency)}` : "";
  const version = ` · v${String(effect.programVersion)}`;
  return `${TITLE_MARK}${item.rewardName ?? effect.rewardId}${value}${version}`;
}

type Outcomes = Map<string, DeliverOutcome>;

async function addGroup(
  client: AdminClient,
  title: string,
  first: Queue["first"],
  group: readonly Waiting[],
): Promise<Outcomes> {
  const { shopKey } = first.item;
  const codes = group.map(({ code }) => code);
  const found = await findShared(client, shopKey, title);
  if (found.kind !== "data") return forAll(codes, found);
  if (found.data !== null) return addCodes(client, shopKey, found.data, codes);

  // A discount cannot begin without a code: the first one opens it, the others follow.
  const [opening, ...others] = codes;
  if (opening === undefined) return new Map();
  const made = await createShared(client, title, opening, first);
  if (made.kind !== "done" || made.reference === null) return forAll(codes, made);
  const rest = others.length === 0 ? [] : await addCodes(client, shopKey, made.reference, others);
  return new Map([[opening, made], ...rest]);
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
  // Shopify's search is generous; the title must be this one to the letter.
  const node = asked.data.codeDiscountNodes.nodes.find(({ codeDiscount }) => codeDiscount.title === title);
  return { kind: "data", data: node?.id ?? null };
}

async function createShared(
  client: AdminClient,
  title: string,
  code: string,
  { item, effect, unitPrice }: Queue["first"],
): Promise<DeliverOutcome> {
  const frame = { title, code, customerId: null, startsAt: effect.startsAt, endsAt: null };
  const { document, input } = discountCreation(effect, frame, item.currency, unitPrice);
  const asked = await client.ask(item.shopKey, document, { input });
  if (asked.kind !== "data") return asked;
  const node = asked.data.created?.codeDiscountNode ?? null;
  if (node !== null) return { kind: "done", reference: node.id };
  return whyNot(client, item.shopKey, code, asked.data.created?.userErrors ?? []);
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
