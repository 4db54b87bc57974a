import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Effect } from "#app/domain/effect.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { changeImport, type HistoryImport } from "#app/db/history/history-import.ts";
import {
  countPeople,
  markBooked,
  nextPeople,
  readPeopleToBook,
  setAside,
} from "#app/db/history/history-people.ts";
import { dropBooked } from "#app/db/history/history-staging.ts";
import { waitForShopInbox } from "#app/db/inbox/inbox-batch.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { isPassing, reasonOf } from "../inbox/failure.ts";
import { openFor, record } from "../inbox/decide-batch.ts";
import { tellPast } from "./apply-history.ts";
import type { PeopleTurn, TurnOptions } from "./people-turn.ts";
import { type PastOfPeople, readPast } from "./read-past.ts";
import { ShopIsGone } from "../shops/shop-is-gone.ts";

const LIMITS = { people: 60, orders: 200 };

/**
 * Books the past of the next people, each whole: before the commit nothing of it is there, after it all
 * of it, and what was read of them is gone, so that it is never booked twice. Deliveries for the same
 * people wait meanwhile. Where a batch fails each person is tried alone; one at fault is set aside with
 * the reason and does not hold up the others. Who waits for what the shop is asked stays for a later turn.
 */
export async function bookPeople(
  database: Database,
  shopId: number,
  run: HistoryImport,
  { behind, now }: TurnOptions,
): Promise<PeopleTurn | "end" | "done"> {
  const people = await nextPeople(database, shopId, "booked", { limits: LIMITS, behind });
  const last = people.at(-1);
  if (last === undefined) {
    if (behind !== null) return "end";
    await finish(database, shopId, run, now);
    return "done";
  }
  const pasts: PastOfPeople[] = [];
  const failures: string[] = [];
  try {
    pasts.push(await book(database, shopId, run, { people, now }));
  } catch {
    for (const person of people) {
      const alone = await bookAlone(database, shopId, run, { person, now });
      if (typeof alone === "string") failures.push(alone);
      else pasts.push(alone);
    }
  }
  const told = pasts.reduce((sum, { batch }) => sum + batch.people.length, 0);
  if (told > 0) await database.notify("outbox", String(shopId));
  return {
    told,
    setAside: [...failures, ...pasts.flatMap(({ withheld }) => [...withheld.values()])],
    waiting: pasts.reduce((sum, { waiting }) => sum + waiting.length, 0),
    questions: pasts.flatMap(({ questions }) => questions),
    last,
  };
}

/** A text says why it could not be. */
async function bookAlone(
  database: Database,
  shopId: number,
  run: HistoryImport,
  { person, now }: { readonly person: string; readonly now: Instant },
): Promise<PastOfPeople | string> {
  try {
    return await book(database, shopId, run, { people: [person], now });
  } catch (error) {
    // What lies in the moment is tried again with everybody else, later.
    if (isPassing(error)) throw error;
    const reason = reasonOf(error);
    await setAside(database, shopId, new Map([[person, reason]]));
    return reason;
  }
}

function book(
  database: Database,
  shopId: number,
  run: HistoryImport,
  { people, now }: { readonly people: readonly string[]; readonly now: Instant },
): Promise<PastOfPeople> {
  return database.transaction(async (tx) => {
    await waitForShopInbox(tx, shopId);
    const shop = await readShop(tx, shopId);
    if (shop?.status !== "installed") throw new ShopIsGone();
    assert(shop.liveVersion !== null, "the past is booked for a shop with a program");
    assert(run.judgedBy !== null, "the past is booked by the program that was seen");
    const judge = { version: run.judgedBy.number, upcoming: null };
    const past = await readPast(tx, shop, await readPeopleToBook(tx, shopId, people), { judge, now });
    const { batch } = past;
    await setAside(tx, shopId, past.withheld);
    if (batch.people.length === 0) return past;
    const open = await openFor(tx, shopId, {
      liveVersion: shop.liveVersion,
      plan: batch.plan,
      directory: batch.directory,
      ...{ now, isQuiet: true },
    });
    const { outcome } = tellPast(open.books, batch, run.judgedBy.number, now);
    const { journal } = open.books;
    journal.effects = withoutNotices(journal.effects);
    await record(tx, open, { plan: batch.plan, directory: batch.directory, outcome, now });
    const booked = batch.people.map(({ person }) => person);
    await markBooked(tx, shopId, booked);
    return past;
  });
}

/** What happened long ago is no news: shoppers see it, and are not written to about it. */
function withoutNotices(effects: readonly Effect[]): Effect[] {
  return effects.filter(({ type }) => !type.startsWith("notify_"));
}

async function finish(database: Database, shopId: number, run: HistoryImport, now: Instant): Promise<void> {
  await database.transaction(async (tx: Statements) => {
    const { setAside: left } = await countPeople(tx, shopId);
    await changeImport(tx, shopId, run, { state: "done", bookedAt: now, failures: 0, reason: null });
    await dropBooked(tx, shopId, left === 0);
  });
}
