import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerFact, ShopFact } from "#app/domain/event.ts";
import { normaliseAddress } from "#app/domain/people/normalise-address.ts";
import type { Database } from "#app/db/client.ts";
import { changeImport, type HistoryImport, type ImportChange } from "#app/db/history/history-import.ts";
import { type StagedOrder, stageOrders } from "#app/db/history/history-staging.ts";
import { type Erasures, readErasures } from "#app/db/members/erasures.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { restartPreview } from "./preview-history.ts";

/** Some orders that were read, translated, and how far reading has come with them. */
export interface ReadPortion {
  readonly facts: readonly ShopFact[];
  /** Orders that could not be translated. */
  readonly unreadable: number;
  readonly position: number;
  /** Until then no other worker takes the run up. */
  readonly leasedUntil: Instant;
}

/**
 * Keeps a portion together with the position behind it, or neither. False: the run is not that one any
 * more, or another worker has come further.
 */
export function stageHistory(
  database: Database,
  shopId: number,
  run: HistoryImport,
  portion: ReadPortion,
): Promise<boolean> {
  const facts = portion.facts.filter((fact) => fact.type === "order");
  return database.transaction(async (tx) => {
    const erasures = await readErasures(
      tx,
      shopId,
      facts.flatMap(({ customer }) => (customer === null ? [] : [customer])),
    );
    const named = facts.map((fact) => stagedOrder(fact, erasures)).filter((order) => order !== null);
    const change: ImportChange = {
      position: portion.position,
      unreadable: run.unreadable + portion.unreadable,
      nameless: run.nameless + facts.length - named.length,
      nextAt: portion.leasedUntil,
      failures: 0,
      reason: null,
    };
    if (!(await changeImport(tx, shopId, run, change))) return false;
    await stageOrders(tx, shopId, named);
    return true;
  });
}

/** Everything is read: what it would give is found out next. */
export function finishReading(
  database: Database,
  shopId: number,
  run: HistoryImport,
  now: Instant,
): Promise<void> {
  return database.transaction(async (tx) => {
    const shop = await readShop(tx, shopId);
    assert(shop !== null, "a shop with an import is known");
    await restartPreview(tx, shop, run, { now, more: { readAt: now } });
  });
}

/** Null: the order names nobody, or somebody who was erased, so nobody can get anything for it. */
function stagedOrder(fact: Extract<ShopFact, { type: "order" }>, erasures: Erasures): StagedOrder | null {
  const { order, customer } = fact;
  if (customer !== null && erasures.covers(customer, order.placedAt)) return null;
  const person = customer === null ? null : personOf(customer);
  if (person === null || customer === null) return null;
  const isProven = customer.id !== null && customer.emailProven && customer.email !== null;
  return {
    orderId: order.id,
    person,
    provenEmail: isProven ? normaliseAddress(customer.email) : null,
    at: order.paidAt ?? order.placedAt,
    fact,
  };
}

function personOf({ id, email }: CustomerFact): string | null {
  if (id !== null) return `c:${id}`;
  return email === null ? null : `e:${normaliseAddress(email)}`;
}
