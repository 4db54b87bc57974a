import type { OrderId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { forgetInFiles } from "../member-files/member-file-rows.ts";
import { readRows } from "../read-rows.ts";
import type { PastOrder } from "./past-order.ts";

const orderRow = tables.award.pick({ order_id: true });

/** A read order before it is booked, and whose it is. */
export interface StagedOrder {
  readonly orderId: string;
  readonly person: string;
  /** The address the shop has proven to be this customer's, normalised. */
  readonly provenEmail: string | null;
  /** The instant it is told the engine at. */
  readonly at: Instant;
  readonly fact: PastOrder;
}

/** Reading the same order again keeps what was read last. */
export async function stageOrders(
  tx: Statements,
  shopId: number,
  orders: readonly StagedOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map(({ orderId, person, provenEmail, at, fact }) => ({
    order_id: orderId,
    person,
    proven_email: provenEmail,
    at: timestamp(at),
    fact,
  }));
  await tx.query(
    `INSERT INTO history_order (shop_id, order_id, person, proven_email, at, fact)
     SELECT DISTINCT ON (order_id) $1, order_id, person, proven_email, at, fact
     FROM json_to_recordset($2::json) AS r(order_id text, person text, proven_email text, at timestamptz, fact json)
     ON CONFLICT (shop_id, order_id) DO UPDATE SET person = excluded.person, proven_email = excluded.proven_email,
       at = excluded.at, fact = excluded.fact`,
    [shopId, JSON.stringify(rows)],
  );
}

/**
 * Orders that deliveries told of since, while no program was live that gave anything: they are the past
 * as well, though no gathering has them. `quiet`: the versions nobody could earn by.
 */
export async function stageUnrewardedOrders(
  tx: Statements,
  shopId: number,
  quiet: readonly number[],
): Promise<void> {
  await tx.query(
    `INSERT INTO history_order (shop_id, order_id, person, at, fact)
     SELECT $1, o.order_id, ${PERSON_OF_MEMBER}, coalesce(o.paid_at, o.placed_at),
       json_build_object('type', 'order', 'at', 0, 'customer', NULL, 'order', o.state)
     FROM shop_order o
     JOIN award a ON a.shop_id = o.shop_id AND a.order_id = o.order_id
     JOIN member m ON m.shop_id = o.shop_id AND m.member_id = o.member_id
     WHERE o.shop_id = $1 AND a.program_version = ANY($2::int[]) AND a.paid_at IS NOT NULL
       AND m.status IN ('active', 'shadow')
     ON CONFLICT (shop_id, order_id) DO NOTHING`,
    [shopId, quiet],
  );
}

/** Those of these orders that only versions nobody could earn by have judged. */
export async function unrewardedOrders(
  tx: Statements,
  shopId: number,
  orderIds: readonly OrderId[],
  quiet: readonly number[],
): Promise<Set<OrderId>> {
  const rows = await readRows(
    tx,
    orderRow,
    `SELECT order_id FROM award WHERE shop_id = $1 AND order_id = ANY($2::text[])
       AND program_version = ANY($3::int[]) AND postings = 0`,
    [shopId, orderIds, quiet],
  );
  return new Set(rows.map(({ order_id }) => order_id));
}

const PERSON_OF_MEMBER = `CASE WHEN m.customer_id IS NOT NULL THEN 'c:' || m.customer_id
  WHEN m.email IS NOT NULL THEN 'e:' || m.email ELSE 'm:' || m.member_id END`;

/**
 * Puts the orders of one person together: a guest's go to the customer whose address is proven to be
 * the same. Then there is a row for each person; who was booked already stays booked.
 */
export async function gatherPeople(tx: Statements, shopId: number): Promise<void> {
  await tx.query(
    `UPDATE history_order o SET person = c.person
     FROM (SELECT DISTINCT ON (proven_email) proven_email, person FROM history_order
           WHERE shop_id = $1 AND proven_email IS NOT NULL ORDER BY proven_email, at, person) c
     WHERE o.shop_id = $1 AND o.person = 'e:' || c.proven_email`,
    [shopId],
  );
  await tx.query(
    `INSERT INTO history_person (shop_id, person, orders, name, email)
     SELECT $1, person, count(*),
       nullif(max(concat_ws(' ', fact->'customer'->>'firstName', fact->'customer'->>'lastName')), ''),
       max(fact->'customer'->>'email')
     FROM history_order WHERE shop_id = $1 GROUP BY person
     ON CONFLICT (shop_id, person) DO UPDATE SET orders = excluded.orders, foreseen = false`,
    [shopId],
  );
  await tx.query(
    `DELETE FROM history_person p WHERE shop_id = $1 AND NOT booked AND NOT EXISTS
       (SELECT 1 FROM history_order o WHERE o.shop_id = p.shop_id AND o.person = p.person)`,
    [shopId],
  );
}

export async function clearStaging(tx: Statements, shopId: number): Promise<void> {
  await tx.query("DELETE FROM history_order WHERE shop_id = $1", [shopId]);
  await tx.query("DELETE FROM history_person WHERE shop_id = $1", [shopId]);
}

/** What a shop has to be told of a person is not kept any longer: names, addresses and orders. */
export async function forgetStagedPerson(
  tx: Statements,
  shopId: number,
  customer: { readonly id: string | null; readonly email: string | null },
): Promise<void> {
  const people = [
    ...(customer.id === null ? [] : [`c:${customer.id}`]),
    ...(customer.email === null ? [] : [`e:${customer.email}`]),
  ];
  if (people.length === 0) return;
  await forgetInFiles(tx, shopId, people);
  await tx.query("DELETE FROM history_order WHERE shop_id = $1 AND person = ANY($2::text[])", [
    shopId,
    people,
  ]);
  await tx.query("DELETE FROM history_person WHERE shop_id = $1 AND person = ANY($2::text[])", [
    shopId,
    people,
  ]);
}

/** The orders of a customer that ended belong to the one that stays. */
export async function mergeStagedPeople(
  tx: Statements,
  shopId: number,
  keptCustomerId: string,
  endedCustomerId: string,
): Promise<void> {
  if (keptCustomerId === endedCustomerId) return;
  const values = [shopId, `c:${keptCustomerId}`, `c:${endedCustomerId}`, keptCustomerId];
  await tx.query(
    `UPDATE history_order SET person = $2, proven_email = NULL,
       fact = jsonb_set(fact::jsonb, '{customer,id}', to_jsonb($4::text))::json
     WHERE shop_id = $1 AND person = $3 AND json_typeof(fact->'customer') = 'object'`,
    values,
  );
  await tx.query(
    `INSERT INTO history_person (shop_id, person, orders, name, email)
     SELECT shop_id, $2, orders, name, email FROM history_person WHERE shop_id = $1 AND person = $3 AND NOT booked
     ON CONFLICT (shop_id, person) DO UPDATE SET orders = history_person.orders + excluded.orders, booked = false,
       foreseen = false`,
    values.slice(0, 3),
  );
  await tx.query("DELETE FROM history_person WHERE shop_id = $1 AND person = $2", [
    shopId,
    `c:${endedCustomerId}`,
  ]);
}

/** After booking: who could not be booked stays to be looked at; of the others nothing is kept twice. */
export async function dropBooked(tx: Statements, shopId: number, everybody: boolean): Promise<void> {
  if (everybody) return clearStaging(tx, shopId);
  await tx.query("DELETE FROM history_person WHERE shop_id = $1 AND booked", [shopId]);
}
