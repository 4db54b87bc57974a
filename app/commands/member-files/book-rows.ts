import { openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { changeFile, dropParts, type MemberFile } from "#app/db/member-files/member-file.ts";
import {
  type BookedRow,
  carriedSoFar,
  markBooked,
  markUndone,
  markWrong,
  nextBooked,
  nextRows,
  type StagedRow,
} from "#app/db/member-files/member-file-rows.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import { endOfDay, parseDay, startOfDayNumber, type Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { changeFor } from "#app/domain/member-files/change-for.ts";
import type { RowProblem } from "#app/domain/member-files/member-row.ts";
import { beforeOpening } from "#app/domain/members/open-balance.ts";
import type { OpeningLot } from "#app/domain/members/opening-event.ts";
import type { Directory } from "#app/domain/people/directory.ts";
import type { Person } from "#app/domain/people/person.ts";
import type { Plan } from "#app/domain/people/plan-batch.ts";
import { runPlan } from "#app/domain/people/run-plan.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { newCode } from "../codes/new-code.ts";
import { openFor, record } from "../inbox/decide-batch.ts";
import { isErased, peopleOfRows, refOf } from "./find-people.ts";
import { takeTurn, type Turn } from "./take-turn.ts";

const ROWS_AT_ONCE = 100;
const NO_DELIVERIES: Plan = { deliveries: [], orders: new Map() };

/**
 * Books the next lines of a file in one transaction: before it nothing of them is there, after it all, and no
 * line is booked twice. Deliveries for the same people wait meanwhile. Nobody is written to.
 */
export async function bookRows(
  database: Database,
  shop: Shop,
  file: MemberFile,
  now: Instant,
): Promise<Turn> {
  const { shopId } = shop;
  return takeTurn(database, shopId, file, async (tx) => {
    const rows = await nextRows(tx, shopId, file.fileId, ROWS_AT_ONCE);
    if (rows.length === 0) {
      await changeFile(tx, shopId, file, { state: "done", endedAt: now });
      await dropParts(tx, shopId, file.fileId);
      return "done";
    }
    await bookTogether(tx, shop, file, { rows, now });
    return "more";
  });
}

async function bookTogether(
  tx: Statements,
  shop: Shop,
  file: MemberFile,
  { rows, now }: { readonly rows: readonly StagedRow[]; readonly now: Instant },
): Promise<void> {
  const { shopId, liveVersion } = shop;
  assert(liveVersion !== null, "files are booked for shops with a program");
  const said = rows.map((row) => row.said);
  const directory = await peopleOfRows(tx, shop, said);
  const people = rows.map((row) => meet(directory, row));
  const open = await openFor(tx, shopId, { liveVersion, plan: NO_DELIVERIES, directory, now, isQuiet: true });
  const outcome = runPlan(open.books, NO_DELIVERIES, directory.people, now);
  const carried = await carriedSoFar(tx, shopId, [...open.books.members.keys()]);
  const booked: BookedRow[] = [];
  for (const [index, row] of rows.entries()) {
    const person = people[index];
    const answer =
      person === undefined || person === null
        ? ({ kind: "erased" } as const)
        : bookOne(open.books, row, { person, file, carried, now });
    if ("kind" in answer) await markWrong(tx, shopId, file.fileId, { line: row.line, problem: answer });
    else booked.push(answer);
  }
  const { journal } = open.books;
  journal.effects = journal.effects.filter(({ type }) => !type.startsWith("notify_"));
  await record(tx, open, { plan: NO_DELIVERIES, directory, outcome, now });
  await markBooked(tx, shopId, file.fileId, booked);
}

/** Who a line is about; null: somebody who was erased. Of who is known nothing but what it is for is changed. */
function meet(directory: Directory, { said }: StagedRow): Person | null {
  const known = directory.find(refOf(said));
  if (known !== null) return known;
  if (isErased(directory, said, null)) return null;
  const { customerId: id, email, firstName, lastName } = said;
  const customer = { id, email, emailProven: false, firstName, lastName, tags: null, birthday: null };
  // Who took part in the other program takes part in this one, where the shop knows who it is.
  return directory.meet(customer, id !== null)?.person ?? null;
}

interface BookingOf {
  readonly person: Person;
  readonly file: MemberFile;
  readonly carried: ReadonlyMap<string, number>;
  readonly now: Instant;
}

function bookOne(
  books: Books,
  { line, said }: StagedRow,
  { person, file, carried, now }: BookingOf,
): BookedRow | RowProblem {
  const { memberId } = person;
  assert(memberId !== null, "whom a file is booked for has a number");
  const member = books.members.get(memberId);
  assert(member !== undefined, "whom a file is booked for is in the books");
  if (member.status === "left" || member.status === "erased") return { kind: "has_left" };
  const { pointsMean } = file.reading;
  const change = changeFor(said, member, { pointsMean, carried: carried.get(memberId) ?? null });
  const before = beforeOpening(member);
  const zone = liveProgram(books).timezone;
  const id = `${String(file.fileId)}:${String(line)}`;
  const { levelId, birthday } = change;
  const level = levelId === null ? null : { levelId, lockedUntil: endOf(said.levelUntil, zone) };
  const outcome = applyEvent(books, {
    type: "opening_booked",
    at: now,
    memberId,
    id,
    points: change.points,
    lots: change.lots.map((lot) => lotOf(lot, zone)),
    level,
    birthday,
    joins: said.customerId !== null,
  });
  if (!outcome.ok) return { kind: "tier_unknown", value: String(levelId) };
  return { line, memberId, points: postedFor(books, id), before, levelId, birthday };
}

function lotOf(
  lot: { readonly points: number; readonly expiresOn?: string | null },
  zone: string,
): OpeningLot {
  const { points, expiresOn } = lot;
  return expiresOn === undefined ? { points } : { points, expiresAt: endOf(expiresOn, zone) };
}

/** What was posted for a line: what came to the member, less what was taken. */
function postedFor({ journal }: Books, id: string): number {
  const key = `opening:${id}`;
  const transfers = journal.transactions.flatMap((posted) =>
    posted.key === key || (posted.kind === "opening" && OTHER_LOT.exec(posted.key)?.[1] === key)
      ? posted.transfers
      : [],
  );
  return transfers.reduce((sum, { to, points }) => sum + (to === "issued" ? -points : points), 0);
}

/** The second and further lots of a line. */
const OTHER_LOT = /^(opening:\d+:\d+):\d+$/;

/** A day is valid to its end. */
function endOf(day: string | null, zone: string): Instant | null {
  const number = day === null ? null : parseDay(day);
  return number === null ? null : endOfDay(startOfDayNumber(number, zone), zone);
}

/** Takes back what the next lines of a file have given: counter-entries, and tiers and birthdays as before. */
export async function undoRows(
  database: Database,
  shop: Shop,
  file: MemberFile,
  now: Instant,
): Promise<Turn> {
  const { shopId } = shop;
  return takeTurn(database, shopId, file, async (tx) => {
    const rows = await nextBooked(tx, shopId, file.fileId, ROWS_AT_ONCE);
    if (rows.length === 0) {
      await changeFile(tx, shopId, file, { state: "undone", endedAt: now });
      return "done";
    }
    const open = await openBooks(tx, shopId, [...new Set(rows.map((row) => String(row.memberId)))], {
      ...{ nextCode: newCode, now, isQuiet: true },
    });
    const undone = rows.map(({ line, memberId: number, points, before }) => {
      const memberId = String(number);
      const { set, ...stood } = before;
      const id = `${String(file.fileId)}:${String(line)}`;
      applyEvent(open.books, {
        type: "opening_undone",
        at: now,
        memberId,
        id,
        points,
        before: stood,
        ...set,
      });
      return { line, points: points + postedFor(open.books, `${id}:undone`) };
    });
    const { journal } = open.books;
    journal.effects = journal.effects.filter(({ type }) => !type.startsWith("notify_"));
    await recordBooks(tx, open, now);
    await markUndone(tx, shopId, file.fileId, undone);
    return "more";
  });
}
