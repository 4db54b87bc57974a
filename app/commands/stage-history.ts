import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerFact, ShopFact } from "#app/domain/event.ts";
import { normalisedEmail } from "#app/domain/replay/directory.ts";
import type { Database } from "#app/db/client.ts";
import { changeImport, type HistoryImport, type ImportChange } from "#app/db/history-import.ts";
import { type StagedOrder, stageOrders } from "#app/db/history-staging.ts";
import { readShop } from "#app/db/shops.ts";
import { restartPreview } from "./preview-history.ts";

/** Some orders that were read, translated, and how far reading has come with them. */
export interface ReadPortion {
  readonly facts: readonly ShopFact[];
  /** Orders that could not be translated. */
  readonly unreadable: number;
  readonly position: number;
  /** Until then no other worker takes the run up. */
  readonly heldUntil: Instant;
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
  const orders = portion.facts.flatMap((fact) => (fact.type === "order" ? [stagedOrder(fact)] : []));
  const named = orders.filter((order) => order !== null);
  const change: ImportChange = {
    position: portion.position,
    unreadable: run.unreadable + portion.unreadable,
    nameless: run.nameless + orders.length - named.length,
    nextAt: portion.heldUntil,
    failures: 0,
    reason: null,
  };
  return database.transaction(async (tx) => {
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
    await restartPreview(tx, shop, run, now, { readAt: now });
  });
}

/** Null: the order names nobody, so nobody can get anything for it. */
function stagedOrder(fact: Extract<ShopFact, { type: "order" }>): StagedOrder | null {
  const { order, customer } = fact;
  const person = customer === null ? null : personOf(customer);
  if (person === null || customer === null) return null;
  const isProven = customer.id !== null && customer.emailProven && customer.email !== null;
  return {
    orderId: order.id,
    person,
    provenEmail: isProven ? normalisedEmail(customer.email) : null,
    at: order.paidAt ?? order.placedAt,
    fact,
  };
}

function personOf({ id, email }: CustomerFact): string | null {
  if (id !== null) return `c:${id}`;
  return email === null ? null : `e:${normalisedEmail(email)}`;
}
