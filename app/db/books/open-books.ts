import { assert, InvariantViolation } from "#app/domain/assert.ts";
import type {
  Award,
  Books,
  LimitUse,
  Lot,
  MemberBook,
  MemberId,
  ProgramVersion,
  QualifyingEntry,
  RewardCode,
} from "#app/domain/books.ts";
import { applyEvent, createBooks } from "#app/domain/engine.ts";
import type { Statements } from "../database.ts";
import { readProgramVersions } from "../programs.ts";
import { awardRows } from "./award-rows.ts";
import { codeRows } from "./code-rows.ts";
import { activityKeyRows, limitRows, qualifyingRows } from "./count-rows.ts";
import { KeptRows } from "./kept-row.ts";
import { lotRows } from "./lot-rows.ts";
import { type MemberRow, memberRows } from "./member-rows.ts";

/** Books of some members of one shop, loaded under row locks, and how they were when loaded. */
export interface OpenBooks {
  readonly shopId: number;
  readonly books: Books;
  readonly loaded: LoadedRows;
}

export interface LoadedRows {
  readonly lots: KeptRows;
  readonly awards: KeptRows;
  readonly codes: KeptRows;
  readonly qualifying: KeptRows;
  readonly limits: KeptRows;
  readonly activityKeys: KeptRows;
  readonly stock: Map<string, number>;
}

type OfMember<Row> = Row & { readonly member_id: number };

/**
 * Loads the books of these members, each locked until the transaction ends. A member who has not
 * yet been through a newer program goes through its publication first.
 */
export function openBooks(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  nextCode: () => string,
): Promise<OpenBooks> {
  return fillBooks(tx, shopId, memberIds, { locked: true, nextCode, upcoming: null });
}

/**
 * The same books, only to be looked at: nothing is locked and no effects are made. `upcoming`: a version
 * as if it had been published; everybody goes through its publication.
 */
export function loadBooks(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  upcoming: ProgramVersion | null = null,
): Promise<OpenBooks> {
  let given = 0;
  const nextCode = (): string => `unrecorded-${String((given += 1))}`;
  return fillBooks(tx, shopId, memberIds, { locked: false, nextCode, upcoming });
}

interface HowOpened {
  readonly locked: boolean;
  readonly nextCode: () => string;
  readonly upcoming: ProgramVersion | null;
}

async function fillBooks(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  { locked, nextCode, upcoming }: HowOpened,
): Promise<OpenBooks> {
  const published = await readProgramVersions(tx, shopId);
  const versions = upcoming === null ? published : [...published, upcoming];
  const live = versions.at(-1);
  assert(live !== undefined, "a shop has a live program version before anyone is a member");
  const books = createBooks(versions, live.version, {
    codesIssuedAtOnce: false,
    effectsWanted: locked,
    nextCode,
  });
  const loaded = emptyRows();
  const open = { shopId, books, loaded };
  const rows = await loadMembers(tx, open, memberIds, locked ? memberRows.lock : memberRows.select);
  await loadStock(tx, open, locked);
  bringUpToDate(open, rows);
  return open;
}

/** Books with nobody in them, of a shop that has no program yet. */
export function emptyBooks(shopId: number): OpenBooks {
  const nextCode = (): string => {
    throw new InvariantViolation("without a program no code is made");
  };
  const books = createBooks([], 0, { codesIssuedAtOnce: false, effectsWanted: true, nextCode });
  return { shopId, books, loaded: emptyRows() };
}

function emptyRows(): LoadedRows {
  return {
    lots: new KeptRows(),
    awards: new KeptRows(),
    codes: new KeptRows(),
    qualifying: new KeptRows(),
    limits: new KeptRows(),
    activityKeys: new KeptRows(),
    stock: new Map(),
  };
}

async function loadMembers(
  tx: Statements,
  open: OpenBooks,
  memberIds: readonly MemberId[],
  statement: string,
): Promise<MemberRow[]> {
  if (memberIds.length === 0) return [];
  const values = [open.shopId, memberIds] as const;
  const rows = await tx.query<MemberRow>(statement, values);
  for (const row of rows) open.books.members.set(String(row.member_id), memberRows.read(row));
  await loadHoldings(tx, open, values);
  await loadCounts(tx, open, values);
  return rows;
}

async function loadHoldings(
  tx: Statements,
  { books, loaded }: OpenBooks,
  values: readonly [number, readonly MemberId[]],
): Promise<void> {
  for (const row of await tx.query<OfMember<Parameters<typeof lotRows.read>[0]>>(lotRows.select, values)) {
    const lot: Lot = lotRows.read(row);
    const member = memberOf(books, row.member_id);
    member.lots.set(lot.id, lot);
    loaded.lots.remember(lotRows.key(member.id, lot), lotRows.write(member.id, lot));
  }
  for (const row of await tx.query<Parameters<typeof awardRows.read>[0]>(awardRows.select, values)) {
    const award: Award = awardRows.read(row);
    memberOf(books, row.member_id).awards.set(award.orderId, award);
    loaded.awards.remember(award.orderId, awardRows.write(award));
  }
  for (const row of await tx.query<Parameters<typeof codeRows.read>[0]>(codeRows.select, values)) {
    const code: RewardCode = codeRows.read(row);
    const member = memberOf(books, row.member_id);
    member.codes.set(code.code, code);
    books.codeOwners.set(code.code.toUpperCase(), member.id);
    loaded.codes.remember(code.code, codeRows.write(code));
  }
}

async function loadCounts(
  tx: Statements,
  { books, loaded }: OpenBooks,
  values: readonly [number, readonly MemberId[]],
): Promise<void> {
  const qualifying = await tx.query<Parameters<typeof qualifyingRows.read>[0]>(qualifyingRows.select, values);
  for (const row of qualifying) {
    const entry: QualifyingEntry = qualifyingRows.read(row);
    const member = memberOf(books, row.member_id);
    member.qualifying.write(entry.id, entry.at, entry);
    loaded.qualifying.remember(keyOf(member, entry.id), qualifyingRows.write(member.id, entry));
  }
  for (const row of await tx.query<Parameters<typeof limitRows.read>[0]>(limitRows.select, values)) {
    const use: LimitUse = limitRows.read(row);
    const member = memberOf(books, row.member_id);
    member.limits.set(use.key, use);
    loaded.limits.remember(keyOf(member, use.key), limitRows.write(member.id, use));
  }
  const keys = await tx.query<{ member_id: number; activity_key: string }>(activityKeyRows.select, values);
  for (const row of keys) {
    const member = memberOf(books, row.member_id);
    member.activityKeys.add(row.activity_key);
    loaded.activityKeys.remember(
      keyOf(member, row.activity_key),
      activityKeyRows.write(member.id, row.activity_key),
    );
  }
}

/** Names a row of a member's among those of all. Member numbers hold no blank. */
export function keyOf(member: MemberBook, key: string): string {
  return `${member.id} ${key}`;
}

function memberOf(books: Books, memberId: number): MemberBook {
  const member = books.members.get(String(memberId));
  assert(member !== undefined, "rows are loaded for members that are locked");
  return member;
}

/** Rewards with a stock are counted in one row each, locked so that the last piece is given once. */
async function loadStock(
  tx: Statements,
  { shopId, books, loaded }: OpenBooks,
  locked: boolean,
): Promise<void> {
  const live = books.programs.get(books.liveVersion);
  assert(live !== undefined, "the live version is among the versions");
  const limited = live.program.rewards.filter(({ stock }) => stock !== null).map(({ id }) => id);
  if (limited.length === 0) return;
  if (locked) {
    await tx.query(
      `INSERT INTO reward_stock (shop_id, reward_id, claimed) SELECT $1, unnest($2::text[]), 0 ON CONFLICT DO NOTHING`,
      [shopId, limited],
    );
  }
  const rows = await tx.query<{ reward_id: string; claimed: number }>(
    `SELECT reward_id, claimed FROM reward_stock WHERE shop_id = $1 AND reward_id = ANY($2::text[])
     ORDER BY reward_id ${locked ? "FOR UPDATE" : ""}`,
    [shopId, limited],
  );
  for (const { reward_id, claimed } of rows) {
    books.stockClaimed.set(reward_id, claimed);
    loaded.stock.set(reward_id, claimed);
  }
}

/**
 * Publishing changes one row; each member goes through the change when next opened, here. Members
 * who are behind by different versions go through them in turn.
 */
function bringUpToDate({ books }: OpenBooks, rows: readonly MemberRow[]): void {
  for (const version of books.programs.values()) {
    const behind = rows.filter((row) => row.program_version < version.version);
    if (behind.length === 0) continue;
    const members = new Map(behind.map(({ member_id }) => [String(member_id), memberOf(books, member_id)]));
    const previous = [...books.programs.keys()].filter((number) => number < version.version).at(-1);
    assert(previous !== undefined, "a member who is behind has been through an earlier version");
    const programs = new Map([...books.programs].filter(([number]) => number <= previous));
    // The same members, journal and counts, seen by a program that was live until this one came.
    const outcome = applyEvent(
      { ...books, members, programs, liveVersion: previous },
      {
        type: "program_published",
        at: version.effectiveAt,
        version: version.version,
        program: version.program,
      },
    );
    assert(outcome.ok, "publishing is never refused");
    for (const memberId of members.keys()) books.changed.add(memberId);
  }
}
