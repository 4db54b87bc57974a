import { z } from "zod";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Statements } from "#app/db/database.ts";
import { programToReview } from "#app/db/program-review/program-to-review.ts";
import { digestOf, readReview, type ProgramReview } from "#app/db/program-review/program-review.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { isQuiet } from "#app/domain/history/history-books.ts";
import { parseFrozen } from "#app/domain/program/document/parse-frozen.ts";
import type { Program, TierLevel } from "#app/domain/program/program.ts";
import { isUnfair } from "#app/domain/program-review/finding.ts";
import { reviewResult, type ReviewResult } from "#app/domain/program-review/review-result.ts";
import { segmentValues, type GuidedGroup } from "./segment-values.ts";
import type { AdminShop } from "../shops/admin-shop.ts";

const nameRow = tables.member.pick({ member_id: true }).extend({ name: z.string().nullable() });
const stateRow = tables.history_import.pick({ state: true });

/** The dry run as its page shows it. */
export interface AdminReview {
  readonly state: ProgramReview["state"] | "none";
  /** Whether what was tried is what is saved now. */
  readonly isCurrent: boolean;
  readonly startedAt: Instant | null;
  readonly startedBy: string | null;
  readonly lookedAt: number;
  readonly people: number;
  /** The program that was tried, and the version it was compared with. */
  readonly document: unknown;
  readonly liveVersion: number | null;
  /** Null until it is done. */
  readonly result: ReviewResult | null;
  /** Those of both programs by name, the new one's first. */
  readonly levels: readonly Pick<TierLevel, "id" | "name">[];
  /** What the members are called who would lose most, by their number. */
  readonly names: Readonly<Record<string, string | null>>;
  /** Every segment by its worth; empty until it is done, and before the first scoring. */
  readonly groups: readonly GuidedGroup[];
  readonly seesAllOrders: boolean;
  /** By which scoring segments were asked that compare all customers; null: nothing asks for one. */
  readonly standing: { readonly scoredAt: Instant | null } | null;
  /** Orders from before the app are there to be read, and were not. */
  readonly pastUnread: boolean;
}

const NOT_YET = {
  state: "none",
  isCurrent: false,
  startedAt: null,
  startedBy: null,
  lookedAt: 0,
  people: 0,
  document: null,
  liveVersion: null,
  result: null,
  levels: [],
  names: {},
  groups: [],
  standing: null,
} as const;

export async function adminReview(statements: Statements, shop: AdminShop): Promise<AdminReview> {
  const { shopId } = shop;
  const seen = {
    seesAllOrders: shop.scopes.includes("read_all_orders"),
    pastUnread: await isPastUnread(statements, shopId),
  };
  const review = await readReview(statements, shopId);
  if (review === null) return { ...NOT_YET, ...seen };
  const { state, startedAt, startedBy, lookedAt, people, document, liveVersion } = review;
  const compared = state === "done" ? await comparedOf(statements, shopId, review) : null;
  const result = compared === null ? null : resultOf(compared, review);
  return {
    ...{ state, startedAt, startedBy, lookedAt, people, document, liveVersion, result },
    levels: compared === null ? [] : levelsOf(compared),
    isCurrent: await isCurrentReview(statements, shop, review),
    groups:
      compared === null
        ? []
        : await segmentValues(statements, shopId, compared.after, { tally: review.tally, at: startedAt }),
    standing: review.standing === null ? null : { scoredAt: review.standing.scoredAt },
    names: result === null ? {} : await namesOf(statements, shopId, result),
    ...seen,
  };
}

/** What the publishing dialog says of it. */
export interface ReviewNote {
  readonly state: ProgramReview["state"];
  readonly isCurrent: boolean;
  readonly orders: number;
  readonly unfair: number;
  readonly others: number;
}

export async function reviewNote(statements: Statements, shop: AdminShop): Promise<ReviewNote | null> {
  const review = await readReview(statements, shop.shopId);
  if (review === null) return null;
  const compared = review.state === "done" ? await comparedOf(statements, shop.shopId, review) : null;
  const result = compared === null ? null : resultOf(compared, review);
  const findings = result?.findings ?? [];
  const unfair = findings.filter(isUnfair).length;
  return {
    state: review.state,
    isCurrent: await isCurrentReview(statements, shop, review),
    orders: result === null ? 0 : result.orders,
    unfair,
    others: findings.length - unfair,
  };
}

async function isCurrentReview(
  statements: Statements,
  { shopId, liveVersion }: AdminShop,
  review: ProgramReview,
): Promise<boolean> {
  if (review.liveVersion !== liveVersion) return false;
  const document = await programToReview(statements, shopId, liveVersion);
  return document !== undefined && digestOf(document) === review.digest;
}

interface Compared {
  /** Null: nothing was live that gives anything. */
  readonly before: Program | null;
  readonly after: Program;
}

async function comparedOf(
  statements: Statements,
  shopId: number,
  { document, liveVersion }: ProgramReview,
): Promise<Compared | null> {
  const after = parseFrozen(document);
  // What was right when it was asked for may be refused by a later release of the app.
  if (!after.ok) return null;
  const versions = await readProgramVersions(statements, shopId);
  const live = versions.find(({ version }) => version === liveVersion)?.program ?? null;
  const before = live === null || isQuiet(live) ? null : live;
  return { before, after: after.program };
}

function resultOf(compared: Compared, { tally, startedAt }: ProgramReview): ReviewResult {
  return reviewResult(compared, tally, startedAt);
}

function levelsOf({ before, after }: Compared): Pick<TierLevel, "id" | "name">[] {
  const levels = [...(after.tiers?.levels ?? []), ...(before?.tiers?.levels ?? [])];
  return levels.map(({ id, name }) => ({ id, name }));
}

async function namesOf(
  statements: Statements,
  shopId: number,
  { losers }: ReviewResult,
): Promise<Record<string, string | null>> {
  const rows = await readRows(
    statements,
    nameRow,
    `SELECT member_id, coalesce(nullif(concat_ws(' ', first_name, last_name), ''), email, customer_id) AS name
     FROM member WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [shopId, losers.most.map(({ memberId }) => memberId)],
  );
  return Object.fromEntries(rows.map(({ member_id, name }) => [String(member_id), name]));
}

async function isPastUnread(statements: Statements, shopId: number): Promise<boolean> {
  const rows = await readRows(
    statements,
    stateRow,
    "SELECT state FROM history_import WHERE shop_id = $1 AND state <> 'skipped'",
    [shopId],
  );
  return rows.length === 0;
}
