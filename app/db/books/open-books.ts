import { assert, InvariantViolation } from "#app/domain/assert.ts";
import type { Books, ProgramVersion } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { createBooks } from "#app/domain/books/create-books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { MemberAsker } from "#app/domain/customers/segments/member-asker.ts";
import { Heard } from "#app/domain/journeys/heard.ts";
import type { LiveJourneys } from "#app/domain/journeys/live-journeys.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { openAsker } from "../customers/open-asker.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { openJourneys } from "../journeys/open-journeys.ts";
import { readJourneysToRun } from "../journeys/stored-journeys.ts";
import { readPauses } from "../program/pauses.ts";
import { readProgramVersions } from "../program/programs.ts";
import { readRows } from "../read-rows.ts";
import { readSettingsOfBooks } from "../shops/shop-settings.ts";
import { refuseOtherAdvocates, withAdvocates } from "./advocates.ts";
import { emptyRows, type LoadedRows, loadRows, putRows } from "./book-rows.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { unrecordedCodes } from "./unrecorded-codes.ts";

const stockRow = tables.reward_stock.pick({ reward_id: true, claimed: true });

/** Books of some members of one shop, loaded under row locks, and how they were when loaded. */
export interface OpenBooks {
  readonly shopId: number;
  readonly books: Books;
  readonly loaded: LoadedRows;
  /** Answers rules that ask for segments, and journeys; null where neither asks. */
  readonly asker: MemberAsker | null;
  /** Null where the shop has none that are on. */
  readonly journeys: LiveJourneys | null;
  /** What is told is no news: journeys begin with how things stand after it. */
  readonly journeysBeginAnew: boolean;
}

export interface BooksWish {
  readonly nextCode: (prefix: string) => string;
  readonly now: Instant;
  /** Orders will be judged. */
  readonly isJudging?: boolean;
  /** What will be told is no news to anybody: the past, or what many are given at once. */
  readonly isQuiet?: boolean;
  /** Something may be due in a journey, also in one that was switched off. */
  readonly isJourneyDue?: boolean;
}

/**
 * Loads the books of these members, each locked until the transaction ends. A member who has not
 * yet been through a newer program goes through its publication first. New codes begin as the shop wishes.
 */
export async function openBooks(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  { nextCode, now, isJudging = false, isQuiet = false, isJourneyDue = false }: BooksWish,
): Promise<OpenBooks> {
  const { settings, journeysOn } = await readSettingsOfBooks(tx, shopId);
  const hasJourneys = journeysOn || isJourneyDue;
  return fillBooks(tx, shopId, memberIds, {
    ...{ locked: true, nextCode: () => nextCode(settings.codePrefix), upcoming: null, isJudging },
    journeysAt: hasJourneys && !isQuiet ? now : null,
    journeysBeginAnew: journeysOn && isQuiet,
  });
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
    ...{ isJudging: true, journeysAt: null, journeysBeginAnew: false },
  });
}

interface HowOpened {
  readonly locked: boolean;
  readonly nextCode: () => string;
  readonly upcoming: ProgramVersion | null;
  readonly isJudging: boolean;
  /** The instant at which journeys look; null: they do not. */
  readonly journeysAt: Instant | null;
  readonly journeysBeginAnew: boolean;
}

async function fillBooks(
  tx: Statements,
  shopId: number,
  wanted: readonly MemberId[],
  { locked, nextCode, upcoming, isJudging, journeysAt, journeysBeginAnew }: HowOpened,
): Promise<OpenBooks> {
  const published = await readProgramVersions(tx, shopId);
  const versions = upcoming === null ? published : [...published, upcoming];
  const live = versions.at(-1);
  assert(live !== undefined, "a shop has a live program version before anyone is a member");
  const memberIds = await withAdvocates(tx, shopId, wanted, versions);
  const pauses = await readPauses(tx, shopId);
  const books = createBooks(versions, live.version, {
    ...{ codesIssuedAtOnce: false, effectsWanted: locked, nextCode, pauses },
    segmentsAt: (member, at) => asker?.segmentsAt(member, at) ?? IN_NONE,
    beforeApplied: (event) => asker?.hear(event),
    onApplied: (event) => heard?.event(event),
    afterDelivery: (memberId) => {
      if (journeysAt !== null) journeys?.endUnit(memberId, journeysAt);
    },
  });
  const heard = journeysAt === null ? null : new Heard(books);
  const stored = heard === null ? null : await readJourneysToRun(tx, shopId, liveProgram(books));
  const asker = await openAsker(tx, shopId, books, {
    ...{ memberIds, isJudging },
    journeys:
      heard === null || stored === null
        ? null
        : {
            list: stored.map(({ journey }) => journey),
            onOrder: (memberId, order) => {
              heard.remember(memberId, order);
            },
          },
  });
  const loaded = emptyRows();
  const rows = memberIds.length === 0 ? null : await loadRows(tx, [shopId, memberIds], { locked, books });
  if (locked) await refuseOtherAdvocates(tx, shopId, { wanted, locked: memberIds }, versions);
  if (rows !== null) putRows(books, rows, locked ? loaded : null);
  await loadStock(tx, { shopId, books, loaded }, locked);
  if (rows !== null) bringUpToDate(books, rows.members);
  const journeys =
    heard === null || stored === null || asker === null || journeysAt === null
      ? null
      : await openJourneys(tx, shopId, { books, stored, heard, asker, memberIds, now: journeysAt });
  return { shopId, books, loaded, asker, journeys, journeysBeginAnew };
}

const IN_NONE: readonly string[] = [];

/** Books with nobody in them, of a shop that has no program yet. */
export function emptyBooks(shopId: number): OpenBooks {
  const nextCode = (): string => {
    throw new InvariantViolation("without a program no code is made");
  };
  const books = createBooks([], 0, { codesIssuedAtOnce: false, effectsWanted: true, nextCode });
  return { shopId, books, loaded: emptyRows(), asker: null, journeys: null, journeysBeginAnew: false };
}

/** Rewards with a stock are counted in one row each, locked so that the last piece is given once. */
async function loadStock(
  tx: Statements,
  { shopId, books, loaded }: Pick<OpenBooks, "shopId" | "books" | "loaded">,
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
