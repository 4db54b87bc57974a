import { assert, InvariantViolation } from "#app/domain/assert.ts";
import type { Books, ProgramVersion } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { createBooks } from "#app/domain/books/create-books.ts";
import type { MemberAsker } from "#app/domain/customers/segments/member-asker.ts";
import { openAsker } from "../customers/open-asker.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readPauses } from "../program/pauses.ts";
import { readProgramVersions } from "../program/programs.ts";
import { readRows } from "../read-rows.ts";
import { readShopSettings } from "../shops/shop-settings.ts";
import { emptyRows, type LoadedRows, loadRows, putRows } from "./book-rows.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { unrecordedCodes } from "./unrecorded-codes.ts";

const stockRow = tables.reward_stock.pick({ reward_id: true, claimed: true });

/** Books of some members of one shop, loaded under row locks, and how they were when loaded. */
export interface OpenBooks {
  readonly shopId: number;
  readonly books: Books;
  readonly loaded: LoadedRows;
  /** Answers rules that ask for segments; null where no version of the program asks. */
  readonly asker: MemberAsker | null;
}

/**
 * Loads the books of these members, each locked until the transaction ends. A member who has not
 * yet been through a newer program goes through its publication first. New codes begin as the shop wishes.
 * `isJudging`: orders will be judged.
 */
export async function openBooks(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  {
    nextCode,
    isJudging = false,
  }: { readonly nextCode: (prefix: string) => string; readonly isJudging?: boolean },
): Promise<OpenBooks> {
  const { codePrefix } = await readShopSettings(tx, shopId);
  const next = (): string => nextCode(codePrefix);
  return fillBooks(tx, shopId, memberIds, { locked: true, nextCode: next, upcoming: null, isJudging });
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
  return fillBooks(tx, shopId, memberIds, {
    ...{ locked: false, nextCode: unrecordedCodes(), upcoming },
    isJudging: true,
  });
}

interface HowOpened {
  readonly locked: boolean;
  readonly nextCode: () => string;
  readonly upcoming: ProgramVersion | null;
  readonly isJudging: boolean;
}

async function fillBooks(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  { locked, nextCode, upcoming, isJudging }: HowOpened,
): Promise<OpenBooks> {
  const published = await readProgramVersions(tx, shopId);
  const versions = upcoming === null ? published : [...published, upcoming];
  const live = versions.at(-1);
  assert(live !== undefined, "a shop has a live program version before anyone is a member");
  const pauses = await readPauses(tx, shopId);
  const books = createBooks(versions, live.version, {
    ...{ codesIssuedAtOnce: false, effectsWanted: locked, nextCode, pauses },
    segmentsAt: (member, at) => asker?.segmentsAt(member, at) ?? IN_NONE,
    beforeApplied: (event) => asker?.hear(event),
  });
  const asker = await openAsker(tx, shopId, books, { memberIds, isJudging });
  const open = { shopId, books, loaded: emptyRows(), asker };
  const rows = memberIds.length === 0 ? null : await loadRows(tx, [shopId, memberIds], locked);
  if (rows !== null) putRows(books, rows, locked ? open.loaded : null);
  await loadStock(tx, open, locked);
  if (rows !== null) bringUpToDate(books, rows.members);
  return open;
}

const IN_NONE: readonly string[] = [];

/** Books with nobody in them, of a shop that has no program yet. */
export function emptyBooks(shopId: number): OpenBooks {
  const nextCode = (): string => {
    throw new InvariantViolation("without a program no code is made");
  };
  const books = createBooks([], 0, { codesIssuedAtOnce: false, effectsWanted: true, nextCode });
  return { shopId, books, loaded: emptyRows(), asker: null };
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
  const rows = await readRows(
    tx,
    stockRow,
    `SELECT reward_id, claimed FROM reward_stock WHERE shop_id = $1 AND reward_id = ANY($2::text[])
     ORDER BY reward_id ${locked ? "FOR UPDATE" : ""}`,
    [shopId, limited],
  );
  for (const { reward_id, claimed } of rows) {
    books.stockClaimed.set(reward_id, claimed);
    loaded.stock.set(reward_id, claimed);
  }
}
