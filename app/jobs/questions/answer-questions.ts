import type { HintAbout } from "#app/domain/event.ts";
import { SHOP_IS_ASKED } from "#app/commands/inbox/apply-events.ts";
import type { Statements } from "#app/db/client.ts";
import { writeCustomerTags } from "#app/db/questions/customer-tags.ts";
import { writeGiftCardPayment } from "#app/db/questions/gift-card-payments.ts";
import { wakeWaitingImport } from "#app/db/history/history-import.ts";
import { releaseDeliveries } from "#app/db/inbox/inbox-batch.ts";
import { writeDelivery } from "#app/db/inbox/inbox.ts";
import { writeMissingProducts, writeProductFacts } from "#app/db/questions/product-facts.ts";
import {
  dropAnswered,
  dropQuestions,
  postponeQuestions,
  type QuestionAbout,
  shopsWithQuestions,
  takeQuestions,
  type TakenQuestion,
} from "#app/db/questions/shop-questions.ts";
import { stopSpeakingTo } from "#app/db/shops/shop-states.ts";
import { readShop, type Shop } from "#app/db/shops/shops.ts";
import { log } from "#app/log.server.ts";
import type { ReadOrder, Setback } from "#app/platforms/platform.ts";
import { translateDelivery } from "../inbox/translate-delivery.ts";
import { ShopRounds } from "../shop-rounds.ts";
import { askForConsents } from "./ask-for-consents.ts";
import { ABOUT, AT_ONCE } from "./question-order.ts";
import type { Asked, QuestionParts } from "./question-parts.ts";

const SHOPS_AT_ONCE = 4;
const POLL_EVERY_MS = 2_000;
/** Longer than those requests may take. */
const LEASE_MS = 120_000;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 15 * 60_000;

/**
 * Asks shops what orders leave out and the inbox, or the import of past ones, waits for. A round of its own, so that no shop's
 * mail waits for another shop's answer.
 */
export function questionRounds(parts: QuestionParts): ShopRounds {
  return new ShopRounds({
    name: "questions",
    atOnce: SHOPS_AT_ONCE,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsWithQuestions(parts.database, parts.now()),
    work: (shopId) => answerQuestions(parts, shopId),
  });
}

/**
 * Asks until nothing is left to ask, what comes first in the list before all else, again after every answer: orders do
 * not wait for thousands of customers. Whatever fails is asked again later; the deliveries wait.
 */
export async function answerQuestions(parts: QuestionParts, shopId: number): Promise<"rested"> {
  const shop = await readShop(parts.database, shopId);
  const platform = shop === null ? null : parts.findPlatform(shop.platform);
  if (shop?.status !== "installed" || shop.outboxStopped !== null || platform === null) return "rested";
  const silentOn = new Set<QuestionAbout>();
  for (;;) {
    const next = await takeFirst(parts, shopId, silentOn);
    if (next === null) return "rested";
    const setback = await askTaken(parts, platform, shop, next);
    if (setback?.kind === "gone") return "rested";
    if (setback?.kind === "retry") silentOn.add(next.about);
  }
}

interface Taken {
  readonly about: QuestionAbout;
  readonly taken: readonly TakenQuestion[];
}

/** What is to be asked before all else, what the shop does not answer now left out. Null: nothing. */
async function takeFirst(
  parts: QuestionParts,
  shopId: number,
  silentOn: ReadonlySet<QuestionAbout>,
): Promise<Taken | null> {
  for (const about of ABOUT) {
    const taken = silentOn.has(about) ? [] : await take(parts, shopId, about);
    if (taken.length > 0) return { about, taken };
  }
  return null;
}

/**
 * Asks, and postpones what was not answered. Who refuses several is asked for each alone, because they may
 * mean one of them only. Null: there may be more to ask.
 */
async function askTaken(
  parts: QuestionParts,
  platform: Asked,
  shop: Shop,
  { about, taken }: Taken,
): Promise<Setback | null> {
  const ids = taken.map(({ subject_id }) => subject_id);
  const setback = await ask(parts, platform, shop, { about, ids });
  if (setback?.kind === "refused" && taken.length > 1) {
    for (const one of taken) {
      const alone = await askTaken(parts, platform, shop, { about, taken: [one] });
      if (alone !== null) return alone;
    }
    return null;
  }
  if (setback !== null) await giveWay(parts, shop.shopId, { about, taken, setback });
  return setback?.kind === "refused" ? null : setback;
}

/** Null: it was answered, and the answer is remembered. */
async function ask(
  parts: QuestionParts,
  platform: Asked,
  shop: Shop,
  { about, ids }: { readonly about: QuestionAbout; readonly ids: readonly string[] },
): Promise<Setback | null> {
  if (about === "product") return askForProducts(parts, platform, shop, ids);
  if (about === "customer_tags") return askForTags(parts, platform, shop, ids);
  if (about === "customer_consents") return askForConsents(parts, platform, shop, ids);
  // Side by side: each is a request of its own, and what it says is written down by itself.
  const setbacks = await Promise.all(
    ids.map((id) =>
      about === "payment"
        ? askForPayment(parts, platform, shop, id)
        : lookInto(parts, platform, shop, { about, subjectId: id }),
    ),
  );
  return setbacks.find((setback) => setback !== null) ?? null;
}

function take(
  { database, now }: QuestionParts,
  shopId: number,
  about: QuestionAbout,
): Promise<TakenQuestion[]> {
  const at = now();
  return takeQuestions(database, shopId, about, {
    now: at,
    leasedUntil: at + LEASE_MS,
    limit: AT_ONCE[about],
  });
}

/** What a product is at this moment. One that is gone is known to be gone. */
async function askForProducts(
  parts: QuestionParts,
  platform: Asked,
  { shopId, shopKey }: Shop,
  ids: readonly string[],
): Promise<Setback | null> {
  const askedAt = parts.now();
  const answer = await platform.describeProducts(shopKey, ids);
  if (answer.kind !== "data") return answer;
  const found = new Set(answer.data.map(({ product }) => product));
  const gone = ids.filter((id) => !found.has(id));
  await settle(parts, shopId, {
    about: "product",
    ids,
    remember: async (tx) => {
      await writeProductFacts(tx, shopId, answer.data, askedAt);
      await writeMissingProducts(tx, shopId, gone, askedAt);
    },
  });
  return null;
}

/** What tags customers have at this moment. Of one who is gone there is nothing to say. */
async function askForTags(
  parts: QuestionParts,
  platform: Asked,
  { shopId, shopKey }: Shop,
  ids: readonly string[],
): Promise<Setback | null> {
  const askedAt = parts.now();
  const answer = await platform.describeCustomers(shopKey, ids);
  if (answer.kind !== "data") return answer;
  const found = new Map(answer.data.map(({ customer, tags }) => [customer, tags]));
  const customers = ids.map((customer) => ({ customer, tags: found.get(customer) ?? null }));
  await settle(parts, shopId, {
    about: "customer_tags",
    ids,
    remember: (tx) => writeCustomerTags(tx, shopId, customers, askedAt),
  });
  return null;
}

/** What gift cards paid: the order is read with its transactions. An order that is gone was paid by none. */
async function askForPayment(
  parts: QuestionParts,
  platform: Asked,
  shop: Shop,
  id: string,
): Promise<Setback | null> {
  const { shopId, shopKey } = shop;
  const askedAt = parts.now();
  const answer = await platform.readOrder(shopKey, id);
  if (answer.kind !== "data") return answer;
  const amountMinor = answer.data === null ? 0 : giftCardPart(platform, shop, answer.data);
  if (amountMinor === null) return { kind: "refused", reason: "the order that was read makes no sense" };
  await settle(parts, shopId, {
    about: "payment",
    ids: [id],
    remember: (tx) => writeGiftCardPayment(tx, shopId, { orderId: id, amountMinor, readAt: askedAt }),
  });
  return null;
}

/** What the shop says of a hint goes the way of every other delivery. */
async function lookInto(
  parts: QuestionParts,
  platform: Asked,
  shop: Shop,
  hint: { readonly about: HintAbout; readonly subjectId: string },
): Promise<Setback | null> {
  const { database } = parts;
  const { shopId, shopKey } = shop;
  const askedAt = parts.now();
  const answer = await platform.lookInto(shopKey, hint.about, hint.subjectId);
  if (answer.kind !== "data") return answer;
  const { data } = answer;
  await database.transaction(async (tx) => {
    if (data !== null) await writeDelivery(tx, shopId, { ...data, triggeredAt: askedAt }, askedAt);
    await dropAnswered(tx, shopId, hint, askedAt);
  });
  await database.notify("inbox", String(shopId));
  return null;
}

function giftCardPart(platform: Asked, shop: Shop, order: ReadOrder): number | null {
  const translation = translateDelivery(platform, shop, { ...order, triggeredAt: null });
  const fact = translation.ok ? translation.facts.find(({ type }) => type === "order") : undefined;
  return fact?.type === "order" ? fact.order.paidByGiftCardMinor : null;
}

/** Remembers an answer and lets those go on who waited for it, in one transaction. */
async function settle(
  { database, now }: QuestionParts,
  shopId: number,
  {
    about,
    ids,
    remember,
  }: {
    readonly about: QuestionAbout;
    readonly ids: readonly string[];
    readonly remember: (tx: Statements) => Promise<void>;
  },
): Promise<void> {
  await database.transaction(async (tx) => {
    await remember(tx);
    // First the questions: whoever has just come to wait for one of them has it locked, and is seen below.
    await dropQuestions(tx, shopId, about, ids);
    await releaseDeliveries(tx, shopId, SHOP_IS_ASKED, now());
    await wakeWaitingImport(tx, shopId, now());
  });
  await database.notify("inbox", String(shopId));
}

interface Failed extends Taken {
  readonly setback: Setback;
}

/** A shop that says no to one question may answer others; one that cannot answer now is left alone for a while. */
async function giveWay(
  { database, now }: QuestionParts,
  shopId: number,
  { about, taken, setback }: Failed,
): Promise<void> {
  const { kind, reason } = setback;
  log.warn("question_postponed", { shopId, about, reason });
  const attempts = Math.max(...taken.map((question) => question.attempts));
  const backoffMs = Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempts, 20), LONGEST_DELAY_MS);
  const told = kind === "retry" ? setback.afterMs : null;
  const subjectIds = kind === "refused" ? taken.map(({ subject_id }) => subject_id) : null;
  const nextAttemptAt = now() + (told ?? backoffMs);
  await database.transaction(async (tx) => {
    const postponed = { about, subjectIds, isRefusal: kind === "refused", reason, nextAttemptAt };
    // An import waits for answers, and no longer for these.
    if (await postponeQuestions(tx, shopId, postponed)) await wakeWaitingImport(tx, shopId, now());
  });
  if (kind === "gone") await stopSpeakingTo(database, shopId, reason);
}
