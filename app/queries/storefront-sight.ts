import { booksAsColumns, type BooksAsColumns, booksOfColumns } from "#app/db/books/view-books.ts";
import { timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Program } from "#app/domain/program/program.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { type EntryRow, historyAsColumn, historyOfColumn, markedUntil } from "./storefront-history.ts";
import { storefrontMember } from "./storefront-member.ts";
import { storefrontProgram } from "./storefront-program.ts";
import type { Shopper } from "./storefront-shop.ts";
import type { StorefrontState } from "./storefront-state.ts";

interface Sight extends BooksAsColumns {
  readonly shop_id: number;
  readonly first_name: string | null;
  readonly history: readonly EntryRow[];
}

/**
 * Shop, person, books and history in one statement: one moment of the database, one round trip. Of
 * several members that merged, the customer's name leads to the one that lives; whoever left or was
 * erased is in no books, and so a stranger.
 */
const selectSight = (shop: string): string => `
  WITH asked AS MATERIALIZED (
    SELECT s.shop_id, p.first_name,
      CASE WHEN p.status = 'active' THEN ARRAY[p.member_id] ELSE '{}'::bigint[] END AS members
    FROM shop s LEFT JOIN LATERAL (
      SELECT living.member_id, living.status, living.first_name FROM member named
      JOIN member living
        ON living.shop_id = named.shop_id AND living.member_id = coalesce(named.merged_into, named.member_id)
      WHERE named.shop_id = s.shop_id AND named.customer_id = $1::text) AS p ON true
    WHERE s.status = 'installed' AND s.live_version IS NOT NULL AND ${shop}
  )
  SELECT asked.shop_id, asked.first_name, ${booksAsColumns("asked.shop_id", "asked.members")},
    ${historyAsColumn("asked.shop_id", "asked.members[1]", "$2::timestamptz")} AS history
  FROM asked`;

const SIGHT_BY_KEY = selectSight("s.platform = $3 AND s.shop_key = $4");
const SIGHT_BY_ID = selectSight("s.shop_id = $3");

export interface Visit {
  readonly platform: string;
  readonly shopKey: string;
  /** Null: nobody is logged in. */
  readonly customerId: string | null;
}

/**
 * All the panel shows when it opens, for whom the platform says is logged in. Null: the shop has no
 * program that shoppers could see.
 */
export async function storefrontStateOf(
  statements: Statements,
  { platform, shopKey, customerId }: Visit,
  now: Instant,
): Promise<StorefrontState | null> {
  const values = [customerId, timestamp(markedUntil(now)), platform, shopKey];
  const [sight] = await statements.query<Sight>(SIGHT_BY_KEY, values);
  return sight === undefined ? null : stateOf(statements, sight, customerId, now);
}

/** The same for a shop and a shopper that were found before. */
export async function storefrontState(
  statements: Statements,
  shopId: number,
  shopper: Pick<Shopper, "customerId"> | null,
  now: Instant,
): Promise<StorefrontState | null> {
  const customerId = shopper === null ? null : shopper.customerId;
  const values = [customerId, timestamp(markedUntil(now)), shopId];
  const [sight] = await statements.query<Sight>(SIGHT_BY_ID, values);
  return sight === undefined ? null : stateOf(statements, sight, customerId, now);
}

async function stateOf(
  statements: Statements,
  sight: Sight,
  customerId: string | null,
  now: Instant,
): Promise<StorefrontState | null> {
  const books = await booksOfColumns(statements, sight.shop_id, sight, now);
  const program = liveProgram(books);
  if (isQuiet(program)) return null;
  const shop = {
    at: now,
    currency: program.currency,
    currencyDigits: program.currencyDigits,
    timezone: program.timezone,
    referral: null,
  };
  const firstName = sight.first_name;
  const [member] = books.members.values();
  if (member !== undefined) {
    const history = historyOfColumn(sight.history, [...books.programs.values()], now);
    return { ...shop, ...storefrontMember(books, member, { firstName, history }, now) };
  }
  const viewer =
    customerId === null ? ({ kind: "guest" } as const) : ({ kind: "stranger", firstName } as const);
  return { ...shop, program: storefrontProgram(program, now), viewer };
}

/** The program a shop has before its merchant publishes one: it neither earns nor gives anything. */
function isQuiet(program: Program): boolean {
  return program.rules.length === 0 && program.rewards.length === 0;
}
