import { assert, InvariantViolation } from "#app/domain/assert.ts";
import type { Books, MemberId, ProgramVersion } from "#app/domain/books.ts";
import { createBooks } from "#app/domain/engine.ts";
import type { Statements } from "../database.ts";
import { readProgramVersions } from "../programs.ts";
import { emptyRows, type LoadedRows, loadRows, putRows } from "./book-rows.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { unrecordedCodes } from "./unrecorded-codes.ts";

/** Books of some members of one shop, loaded under row locks, and how they were when loaded. */
export interface OpenBooks {
  readonly shopId: number;
  readonly books: Books;
  readonly loaded: LoadedRows;
}

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
  upcoming: ProgramVersion | null,
): Promise<OpenBooks> {
  return fillBooks(tx, shopId, memberIds, { locked: false, nextCode: unrecordedCodes(), upcoming });
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
  const options = { codesIssuedAtOnce: false, effectsWanted: locked, nextCode };
  const books = createBooks(versions, live.version, options);
  const open = { shopId, books, loaded: emptyRows() };
  const rows = memberIds.length === 0 ? null : await loadRows(tx, [shopId, memberIds], locked);
  if (rows !== null) putRows(books, rows, locked ? open.loaded : null);
  await loadStock(tx, open, locked);
  if (rows !== null) bringUpToDate(books, rows.members);
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
