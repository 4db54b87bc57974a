import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { PersonGain } from "#app/domain/history/history-figures.ts";
import { type PastOrder, storedPastOrder } from "./past-order.ts";
import { instant, type ShapeOf } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const personRow = tables.history_person.pick({ person: true, orders: true });
const pastOrderRow = tables.history_order.pick({ person: true, at: true }).extend({ fact: storedPastOrder });

/** One person's orders from before the program, oldest first. */
export interface PersonToBook {
  readonly person: string;
  readonly orders: readonly { readonly at: Instant; readonly fact: PastOrder }[];
}

/** What is still to be done with a person. */
export type Open = "foreseen" | "booked";

const OPEN: Record<Open, string> = {
  foreseen: "NOT foreseen AND reason IS NULL",
  booked: "NOT booked AND reason IS NULL",
};

/**
 * The next people, whole, as long as their orders together are no more than a limit; always one, if there
 * is one. `behind`: whom to go on behind, past those who wait.
 */
export async function nextPeople(
  tx: Statements,
  shopId: number,
  open: Open,
  {
    limits,
    behind,
  }: {
    readonly limits: { readonly people: number; readonly orders: number };
    readonly behind: string | null;
  },
): Promise<string[]> {
  const rows = await readRows(
    tx,
    personRow,
    `SELECT person, orders FROM history_person
     WHERE shop_id = $1 AND ${OPEN[open]} AND ($3::text IS NULL OR person > $3) ORDER BY person LIMIT $2`,
    [shopId, limits.people, behind],
  );
  const chosen: string[] = [];
  let orders = 0;
  for (const row of rows) {
    orders += row.orders;
    if (chosen.length > 0 && orders > limits.orders) break;
    chosen.push(row.person);
  }
  return chosen;
}

export async function readPeopleToBook(
  tx: Statements,
  shopId: number,
  people: readonly string[],
): Promise<PersonToBook[]> {
  const rows = await readRows(
    tx,
    pastOrderRow,
    `SELECT person, at, fact FROM history_order WHERE shop_id = $1 AND person = ANY($2::text[])
     ORDER BY person, at, order_id`,
    [shopId, people],
  );
  const orders = new Map(people.map((person) => [person, new Array<(typeof rows)[number]>()]));
  for (const row of rows) orders.get(row.person)?.push(row);
  return [...orders].map(([person, told]) => ({ person, orders: told }));
}

export async function writeForeseen(
  tx: Statements,
  shopId: number,
  gains: ReadonlyMap<string, PersonGain>,
): Promise<void> {
  const rows = [...gains].map(([person, gain]) => ({ person, ...gain }));
  await tx.query(
    `UPDATE history_person p SET foreseen = true, is_new = r."isNew", earned = r.earned, expired = r.expired,
       outstanding = r.outstanding, revenue_minor = r."revenueMinor", tier_level_id = r."tierLevelId"
     FROM json_to_recordset($2::json) AS r(person text, "isNew" boolean, earned bigint, expired bigint,
       outstanding bigint, "revenueMinor" bigint, "tierLevelId" text)
     WHERE p.shop_id = $1 AND p.person = r.person`,
    [shopId, JSON.stringify(rows)],
  );
}

/** Booked: what was read of them is not needed any longer. */
export async function markBooked(tx: Statements, shopId: number, people: readonly string[]): Promise<void> {
  await tx.query("UPDATE history_person SET booked = true WHERE shop_id = $1 AND person = ANY($2::text[])", [
    shopId,
    people,
  ]);
  await tx.query("DELETE FROM history_order WHERE shop_id = $1 AND person = ANY($2::text[])", [
    shopId,
    people,
  ]);
}

/** People whose orders cannot be judged or booked, with the reasons: they do not hold up the others. */
export async function setAside(
  statements: Statements,
  shopId: number,
  reasons: ReadonlyMap<string, string>,
): Promise<void> {
  if (reasons.size === 0) return;
  const rows = [...reasons].map(([person, reason]) => ({ person, reason }));
  await statements.query(
    `UPDATE history_person p SET reason = r.reason FROM json_to_recordset($2::json) AS r(person text, reason text)
     WHERE p.shop_id = $1 AND p.person = r.person`,
    [shopId, JSON.stringify(rows)],
  );
}

/** Those set aside are tried once more. */
export async function takeUpAgain(tx: Statements, shopId: number): Promise<void> {
  await tx.query("UPDATE history_person SET reason = NULL WHERE shop_id = $1 AND NOT booked", [shopId]);
}

/** Nothing is known of what anybody would get, nor of whom it cannot be known. */
export async function forgetForeseen(tx: Statements, shopId: number): Promise<void> {
  await tx.query("UPDATE history_person SET foreseen = false, reason = NULL WHERE shop_id = $1", [shopId]);
}

export interface PeopleCounts {
  readonly people: number;
  readonly orders: number;
  readonly foreseen: number;
  readonly booked: number;
  readonly setAside: number;
}

const peopleCountsRow = z.object({
  people: z.int(),
  orders: z.int(),
  foreseen: z.int(),
  booked: z.int(),
  setAside: z.int(),
} satisfies ShapeOf<PeopleCounts>);

export async function countPeople(statements: Statements, shopId: number): Promise<PeopleCounts> {
  const [row] = await readRows(
    statements,
    peopleCountsRow,
    `SELECT count(*) AS people, coalesce(sum(orders), 0)::bigint AS orders, count(*) FILTER (WHERE foreseen) AS foreseen,
       count(*) FILTER (WHERE booked) AS booked,
       count(*) FILTER (WHERE NOT booked AND reason IS NOT NULL) AS "setAside"
     FROM history_person WHERE shop_id = $1`,
    [shopId],
  );
  return row ?? { people: 0, orders: 0, foreseen: 0, booked: 0, setAside: 0 };
}

export interface ForeseenSums {
  readonly people: number;
  readonly orders: number;
  readonly newMembers: number;
  readonly earned: number;
  readonly expired: number;
  readonly outstanding: number;
  readonly revenueMinor: number;
  readonly firstOrderAt: Instant | null;
  readonly lastOrderAt: Instant | null;
}

const foreseenSumsRow = z.object({
  people: z.int(),
  orders: z.int(),
  newMembers: z.int(),
  earned: z.int(),
  expired: z.int(),
  outstanding: z.int(),
  revenueMinor: z.int(),
  firstOrderAt: instant.nullable(),
  lastOrderAt: instant.nullable(),
} satisfies ShapeOf<ForeseenSums>);

const foreseenTierRow = z.object({
  levelId: tables.history_person.shape.tier_level_id,
  people: z.int(),
});

export async function sumForeseen(tx: Statements, shopId: number): Promise<ForeseenSums | null> {
  const [row] = await readRows(
    tx,
    foreseenSumsRow,
    `SELECT count(*) AS people, coalesce(sum(orders), 0)::bigint AS orders,
       count(*) FILTER (WHERE is_new) AS "newMembers", coalesce(sum(earned), 0)::bigint AS earned,
       coalesce(sum(expired), 0)::bigint AS expired, coalesce(sum(outstanding), 0)::bigint AS outstanding,
       coalesce(sum(revenue_minor), 0)::bigint AS "revenueMinor",
       (SELECT min(at) FROM history_order WHERE shop_id = $1) AS "firstOrderAt",
       (SELECT max(at) FROM history_order WHERE shop_id = $1) AS "lastOrderAt"
     FROM history_person WHERE shop_id = $1 AND foreseen`,
    [shopId],
  );
  return row ?? null;
}

export function countForeseenTiers(
  tx: Statements,
  shopId: number,
): Promise<{ levelId: string | null; people: number }[]> {
  return readRows(
    tx,
    foreseenTierRow,
    `SELECT tier_level_id AS "levelId", count(*) AS people FROM history_person WHERE shop_id = $1 AND foreseen
     GROUP BY tier_level_id`,
    [shopId],
  );
}
