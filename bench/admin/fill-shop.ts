import type { Database } from "#app/db/client.ts";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { customer, order } from "#tests/fixtures/club.ts";

const TEMPLATE = "900000000001";
/** Where made-up rows are told apart from the one they are made like. */
const MADE = "bench:";
/** Over so many days members came and bought. */
const DAYS = 720;

/**
 * Members and orders in rows made by SQL: one member buys once by the app's own way, and what that left in the
 * tables is what everybody's orders look like. Balances add up, so that every page reads what it would live.
 */
export async function fillShop(
  database: Database,
  shopId: number,
  { members, orders, now }: { readonly members: number; readonly orders: number; readonly now: number },
): Promise<void> {
  // Nobody scores customers while pages are filled or measured.
  await database.query(
    `INSERT INTO customer_scoring (shop_id, next_at) VALUES ($1, now() + interval '30 days')
     ON CONFLICT (shop_id) DO UPDATE SET next_at = excluded.next_at`,
    [shopId],
  );
  const at = now - 1_000;
  const fact = { ...order(TEMPLATE, 4_200, at), currency: "EUR" };
  const buyer = { ...customer(TEMPLATE), email: "template@example.com" };
  await applyFacts(database, shopId, [{ type: "order", at, customer: buyer, order: fact }], at);
  const each = Math.max(1, Math.floor(orders / members));
  // In one piece: the worker, which looks after members as well, sees them when all of theirs is there.
  await database.transaction(async (tx) => {
    for (const statement of FILLING) {
      await tx.query(statement, [shopId, members, each].slice(0, numbersIn(statement)));
      // What comes next is planned by how much there is now: by none, each row would look through all of a table.
      await tx.query("ANALYZE");
    }
    await tx.query("DELETE FROM outbox");
  });
  // As a database that has been in use for a while is: it does so by itself, but not at once.
  await database.query("VACUUM (ANALYZE)");
}

function numbersIn(statement: string): number {
  return [1, 2, 3].filter((number) => statement.includes(`$${String(number)}`)).length;
}

const MEMBERS = `
  INSERT INTO member (shop_id, customer_id, email, email_proven, first_name, last_name, status, enrolled_at,
    tier_level_id, tier_since, program_version)
  SELECT $1::int, '${MADE}' || n, 'member-' || n || '@example.com', true,
    (ARRAY['Anna', 'Mehmet', 'Ravi', 'Chiara', 'Nils', 'Zoë', 'Óscar'])[1 + n % 7],
    (ARRAY['Lindqvist', 'Yılmaz', 'Menon', 'Rossi', 'Albrecht'])[1 + n % 5] || ' ' || n,
    'active', now() - make_interval(days => n % ${String(DAYS)}),
    t.tier_level_id, t.tier_since, t.program_version
  FROM generate_series(1, $2::int) n,
    (SELECT * FROM member WHERE shop_id = $1::int AND customer_id = '${TEMPLATE}') t`;

/** The template's order as it was told, posted and frozen. */
const OF_TEMPLATE = `(SELECT t.* FROM ledger_transaction t JOIN transfer f USING (shop_id, transaction_id)
    WHERE t.shop_id = $1::int AND f.from_account = 'issued' ORDER BY t.transaction_id LIMIT 1) t`;

// eslint-disable-next-line no-restricted-syntax -- made-up rows of a throw-away database: the writer would take hours
const TRANSACTIONS = `
  INSERT INTO ledger_transaction (shop_id, key, member_id, kind, at, program_version, explanation)
  SELECT m.shop_id, '${MADE}' || m.member_id || ':' || o, m.member_id, t.kind,
    now() - make_interval(days => (m.member_id * 7 + o * 53)::int % ${String(DAYS)}), t.program_version, t.explanation
  FROM member m, generate_series(1, $3::int) o, ${OF_TEMPLATE}
  WHERE m.shop_id = $1::int AND m.customer_id LIKE '${MADE}%' AND $2::int > 0`;

// eslint-disable-next-line no-restricted-syntax -- made-up rows of a throw-away database: the writer would take hours
const TRANSFERS = `
  INSERT INTO transfer (shop_id, transaction_id, position, from_account, to_account, points, lot_id, at)
  SELECT shop_id, transaction_id, 1, 'issued', 'available', 42, key, at
  FROM ledger_transaction WHERE shop_id = $1::int AND key LIKE '${MADE}%'`;

const LOTS = `
  INSERT INTO lot (shop_id, member_id, lot_id, cause, kind, program_version, created_at, points, remaining, state,
    available_at)
  SELECT t.shop_id, t.member_id, t.key, 'order:' || t.key, l.kind, t.program_version, t.at, 42, 42, 'open', t.at
  FROM ledger_transaction t, (SELECT kind FROM lot WHERE shop_id = $1::int LIMIT 1) l
  WHERE t.shop_id = $1::int AND t.key LIKE '${MADE}%'`;

const AWARDS = `
  INSERT INTO award (shop_id, order_id, member_id, order_name, program_version, paid_at, frozen, target, standing,
    lot_ids, postings)
  SELECT t.shop_id, t.key, t.member_id, '#' || t.transaction_id, t.program_version, t.at, a.frozen, 42, 42,
    ARRAY[t.key], 1
  FROM ledger_transaction t, (SELECT frozen FROM award WHERE shop_id = $1::int LIMIT 1) a
  WHERE t.shop_id = $1::int AND t.key LIKE '${MADE}%'`;

const ORDERS = `
  INSERT INTO shop_order (shop_id, order_id, member_id, name, state, placed_at, paid_at, seen_at)
  SELECT t.shop_id, t.key, t.member_id, '#' || t.transaction_id, s.state, t.at, t.at, t.at
  FROM ledger_transaction t, (SELECT state FROM shop_order WHERE shop_id = $1::int LIMIT 1) s
  WHERE t.shop_id = $1::int AND t.key LIKE '${MADE}%'`;

const BALANCES = `
  UPDATE member m SET available = s.points, earned = s.points, last_activity_at = s.last_at, sequence = s.orders
  FROM (SELECT member_id, sum(remaining) AS points, max(created_at) AS last_at, count(*) AS orders FROM lot
    WHERE shop_id = $1::int AND lot_id LIKE '${MADE}%' GROUP BY member_id) s
  WHERE m.shop_id = $1::int AND m.member_id = s.member_id`;

const CODES = `
  INSERT INTO reward_code (shop_id, code, member_id, reward_id, program_version, points, value_minor, draws, claimed_at,
    expires_at, origin, state)
  SELECT m.shop_id, 'BENCH-' || m.member_id, m.member_id, v.reward_id, m.program_version, 0, 500, '[]',
    now() - make_interval(days => (m.member_id % 80)::int), now() + interval '90 days', 'redemption',
    (ARRAY['issued', 'used'])[1 + m.member_id % 2]
  FROM member m,
    (SELECT document->'rewards'->0->>'id' AS reward_id FROM program_version WHERE shop_id = $1::int
     ORDER BY version DESC LIMIT 1) v
  WHERE m.shop_id = $1::int AND m.customer_id LIKE '${MADE}%' AND m.member_id % 5 = 0`;

const FIGURES = `
  INSERT INTO customer_figure (shop_id, member_id, scored_at, purchases, spent_minor, predicted_minor, recency, worth,
    rfm_name, facts)
  SELECT shop_id, member_id, now(), $3::int, (member_id * 7919) % 90000, (member_id * 31) % 20000,
    1 + (member_id % 5)::int, 1 + (member_id / 5 % 5)::int, 'loyal', '{}'
  FROM member WHERE shop_id = $1::int AND customer_id LIKE '${MADE}%' AND $2::int > 0
  ON CONFLICT DO NOTHING`;

const INBOX = `
  INSERT INTO inbox (shop_id, delivery_id, topic, body, state, attempts, next_attempt_at, member_id, created_at, done_at)
  SELECT shop_id, '${MADE}' || member_id, 'orders/paid', '{}', 'done', 1, now(), member_id,
    now() - make_interval(days => (member_id % 30)::int), now()
  FROM member WHERE shop_id = $1::int AND customer_id LIKE '${MADE}%'`;

/** Each goes by what those before it wrote. */
const FILLING = [
  ...[MEMBERS, TRANSACTIONS, TRANSFERS, LOTS, AWARDS],
  ...[ORDERS, BALANCES, CODES, FIGURES, INBOX],
];
