import { z } from "zod";
import { booksAsColumns, booksColumns, booksOfColumns } from "#app/db/books/view-books.ts";
import { timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Program } from "#app/domain/program/program.ts";
import { liveVersion } from "#app/domain/program/version-in-effect.ts";
import { entryRow, historyAsColumn, historyOfColumn, markedUntil } from "./storefront-history.ts";
import { pauseNow } from "#app/domain/books/pauses.ts";
import { storefrontMember } from "./storefront-member.ts";
import { storefrontProgram } from "./storefront-program.ts";
import type { StorefrontState } from "#storefront/state.ts";

const sightRow = z.object({
  ...booksColumns,
  shop_id: tables.shop.shape.shop_id,
  settings: shopSettings,
  first_name: tables.member.shape.first_name,
  history: z.array(entryRow),
});

type Sight = z.output<typeof sightRow>;

/**
 * Shop, person, books and history in one statement: one moment of the database, one round trip. Of
 * several members that merged, the customer's name leads to the one that lives; whoever left or was
 * erased is in no books, and so a stranger.
 */
const selectSight = (shop: string): string => `
  WITH asked AS MATERIALIZED (
    SELECT s.shop_id, s.settings, p.first_name,
      CASE WHEN p.status = 'active' THEN ARRAY[p.member_id] ELSE '{}'::bigint[] END AS members
    FROM shop s LEFT JOIN LATERAL (
      SELECT living.member_id, living.status, living.first_name FROM member named
      JOIN member living
        ON living.shop_id = named.shop_id AND living.member_id = coalesce(named.merged_into, named.member_id)
      WHERE named.shop_id = s.shop_id AND named.customer_id = $1::text) AS p ON true
    WHERE s.status = 'installed' AND s.live_version IS NOT NULL AND ${shop}
  )
  SELECT asked.shop_id, asked.settings, asked.first_name, ${booksAsColumns("asked.shop_id", "asked.members")},
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

/** A state, and who is first to be brought up to date, so that all else that shows them agrees with it. */
export interface SeenState {
  readonly state: StorefrontState | null;
  /** Null: nothing is left to be done for them. */
  readonly behind: { readonly shopId: number; readonly memberId: MemberId } | null;
}

export interface StateViewer {
  /** Null: nobody is logged in. */
  readonly customerId: string | null;
  /** What the page is read in; null where it was not said. */
  readonly language: string | null;
}

/**
 * All the panel shows when it opens, for whom the platform says is logged in. No state: the shop has no
 * program that shoppers could see.
 */
export async function storefrontStateOf(
  statements: Statements,
  { platform, shopKey, customerId, language }: Visit & StateViewer,
  now: Instant,
): Promise<SeenState> {
  const values = [customerId, timestamp(markedUntil(now)), platform, shopKey];
  const [sight] = await readRows(statements, sightRow, SIGHT_BY_KEY, values);
  if (sight === undefined) return { state: null, behind: null };
  const state = await stateOf(statements, sight, { customerId, language }, now);
  return { state, behind: behindIn(sight, now) };
}

/** A publication has not come to them yet, or something was due before now. */
function behindIn({ shop_id: shopId, members, versions }: Sight, now: Instant): SeenState["behind"] {
  const [member] = members;
  const live = versions.at(-1);
  if (member === undefined || live === undefined) return null;
  const isDue = member.next_due_at !== null && member.next_due_at <= now;
  return isDue || member.program_version < live.version
    ? { shopId, memberId: String(member.member_id) }
    : null;
}

/** The same for a shop and a shopper that were found before. */
export async function storefrontState(
  statements: Statements,
  shopId: number,
  viewer: StateViewer,
  now: Instant,
): Promise<StorefrontState | null> {
  const values = [viewer.customerId, timestamp(markedUntil(now)), shopId];
  const [sight] = await readRows(statements, sightRow, SIGHT_BY_ID, values);
  return sight === undefined ? null : stateOf(statements, sight, viewer, now);
}

async function stateOf(
  statements: Statements,
  sight: Sight,
  { customerId, language }: StateViewer,
  now: Instant,
): Promise<StorefrontState | null> {
  const books = await booksOfColumns(statements, sight.shop_id, sight, now);
  const { program, effectiveAt: since } = liveVersion(books);
  if (isQuiet(program)) return null;
  const shop = {
    at: now,
    currency: program.currency,
    currencyDigits: program.currencyDigits,
    timezone: program.timezone,
    referral: program.referral?.enabled === true && books.members.size > 0,
    pause: pauseNow(books.pauses, now),
  };
  const firstName = sight.first_name;
  const beside = { ...sight.settings, since };
  const [member] = books.members.values();
  if (member !== undefined) {
    const history = historyOfColumn(sight.history, member.tier.history, {
      versions: [...books.programs.values()],
      language,
      now,
    });
    return { ...shop, ...storefrontMember(books, member, { firstName, history, language, beside }, now) };
  }
  const viewer =
    customerId === null ? ({ kind: "guest" } as const) : ({ kind: "stranger", firstName } as const);
  return { ...shop, program: storefrontProgram(program, language, now, beside), viewer };
}

/** The program a shop has before its merchant publishes one: it neither earns nor gives anything. */
function isQuiet({ rules, rewards, challenges, memberships, referral }: Program): boolean {
  return [rules, rewards, challenges, memberships].every(({ length }) => length === 0) && referral === null;
}
