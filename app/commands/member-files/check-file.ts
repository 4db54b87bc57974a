import type { Database, Statements } from "#app/db/client.ts";
import { loadBooks } from "#app/db/books/open-books.ts";
import { changeFile, type MemberFile } from "#app/db/member-files/member-file.ts";
import {
  carriedSoFar,
  type CheckedRow,
  linesOfPeople,
  writeRows,
} from "#app/db/member-files/member-file-rows.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { readShop, type Shop } from "#app/db/shops/shops.ts";
import { assert } from "#app/domain/assert.ts";
import { type Instant, localDay } from "#app/domain/calendar.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import { changeFor, isNothing } from "#app/domain/member-files/change-for.ts";
import { type FileQuestions, noQuestions, noteQuestions } from "#app/domain/member-files/find-questions.ts";
import { levelsByName } from "#app/domain/member-files/levels-by-name.ts";
import type { MemberRow, ReadingPlan, RowProblem } from "#app/domain/member-files/member-row.ts";
import { readMemberRow } from "#app/domain/member-files/read-member-row.ts";
import { isErased, peopleOfRows, personKey, refOf } from "./find-people.ts";
import { type FileLine, readLines } from "./read-lines.ts";

const LINES_AT_ONCE = 500;
/** More lines than any shop of this kind has members. */
export const MOST_LINES = 1_000_000;

export interface StepTimes {
  readonly now: () => Instant;
  readonly leaseMs: number;
  readonly stopping: AbortSignal;
}

/**
 * Goes through a file line by line and writes down what each would do; nothing is booked. A check that was
 * interrupted goes on behind the last line it had written. What only the merchant can say is collected on the way.
 */
export async function checkFile(
  database: Database,
  shop: Shop,
  file: MemberFile,
  times: StepTimes,
): Promise<"done" | "stopped"> {
  const program = await planOf(database, shop, file);
  const questions = noQuestions();
  let batch: FileLine[] = [];
  let lines = 0;
  const write = async (): Promise<boolean> => {
    const rows = batch;
    batch = [];
    return database.transaction((tx) => writeChecked(tx, shop, file, { ...program, rows, lines, times }));
  };
  for await (const line of readLines(database, shop.shopId, file)) {
    lines += 1;
    // The first line has the names of the columns.
    if (lines === 1) continue;
    if (lines > MOST_LINES) break;
    noteQuestions(questions, line.cells, file.reading.mapping);
    if (lines <= file.position) continue;
    batch.push(line);
    if (batch.length < LINES_AT_ONCE) continue;
    if (!(await write()) || times.stopping.aborted) return "stopped";
  }
  if (batch.length > 0 && !(await write())) return "stopped";
  const open = stillOpen(questions, program.plan);
  await changeFile(database, shop.shopId, file, {
    state: "ready",
    questions: open,
    failures: 0,
    reason: lines > MOST_LINES ? "too_many_lines" : null,
  });
  return "done";
}

interface CheckPlan {
  readonly plan: ReadingPlan;
  readonly zone: string;
}

/** The levels of the program stand for themselves; the merchant's own answers come before them. */
async function planOf(database: Database, shop: Shop, { reading }: MemberFile): Promise<CheckPlan> {
  const versions = await readProgramVersions(database, shop.shopId);
  const program = versions.find(({ version }) => version === shop.liveVersion)?.program;
  const zone = program?.timezone ?? shop.timezone;
  assert(program !== undefined && zone !== null, "files are checked for shops with a program");
  return { plan: { ...reading, tiers: { ...levelsByName(program), ...reading.tiers } }, zone };
}

function stillOpen(questions: FileQuestions, plan: ReadingPlan): MemberFile["questions"] {
  const unknown = [...questions.tiers].filter(([key]) => !Object.hasOwn(plan.tiers, key));
  return {
    pointSigns: questions.pointSigns,
    dayOrder: questions.dayOrder,
    tiers: unknown.map(([, name]) => name),
  };
}

async function writeChecked(
  tx: Statements,
  shop: Shop,
  file: MemberFile,
  {
    rows: lines,
    lines: position,
    plan,
    zone,
    times,
  }: CheckPlan & { readonly rows: readonly FileLine[]; readonly lines: number; readonly times: StepTimes },
): Promise<boolean> {
  const now = times.now();
  const isWanted = await changeFile(tx, shop.shopId, file, {
    position,
    nextAt: now + times.leaseMs,
    failures: 0,
  });
  if (!isWanted) return false;
  const today = localDay(now, zone);
  const read = lines.map((line) => ({ ...line, ...readMemberRow(line.cells, plan, today) }));
  const directory = await peopleOfRows(
    tx,
    shop,
    read.map(({ row }) => row),
  );
  const found = read.map(({ row }) => directory.find(refOf(row)));
  const memberIds = [...new Set(found.flatMap((one) => one?.memberId ?? []))];
  const { books } = await loadBooks(tx, shop.shopId, memberIds, null);
  const carried = await carriedSoFar(tx, shop.shopId, memberIds);
  const keys = read.map(({ row }, index) => personKey(row, found[index] ?? null));
  const earlier = await linesOfPeople(
    tx,
    shop.shopId,
    file.fileId,
    keys.filter((key) => key !== null),
  );
  const checked = read.map(({ line, cells, row, problems }, index): CheckedRow => {
    const person = found[index] ?? null;
    const key = keys[index] ?? null;
    const member =
      person === null || person.memberId === null ? null : (books.members.get(person.memberId) ?? null);
    const more = whyNot(
      member,
      isErased(directory, row, person),
      key === null ? undefined : earlier.get(key),
    );
    if (key !== null && !earlier.has(key)) earlier.set(key, line);
    const all = [...problems, ...more];
    if (all.length > 0)
      return { line, cells, state: "wrong", person: key, said: null, problems: all, points: 0 };
    return { line, cells, person: key, said: row, problems: [], ...foreseen(row, member, file, carried) };
  });
  await writeRows(tx, shop.shopId, file.fileId, checked);
  return true;
}

function whyNot(member: MemberBook | null, erased: boolean, earlier: number | undefined): RowProblem[] {
  if (erased) return [{ kind: "erased" }];
  if (member?.status === "left") return [{ kind: "has_left" }];
  return earlier === undefined ? [] : [{ kind: "repeated", line: earlier }];
}

function foreseen(
  row: MemberRow,
  member: MemberBook | null,
  file: MemberFile,
  carried: ReadonlyMap<string, number>,
): Pick<CheckedRow, "state" | "points"> {
  const sum = member === null ? undefined : carried.get(member.id);
  const change = changeFor(row, member, { pointsMean: file.reading.pointsMean, carried: sum ?? null });
  if (member === null) return { state: "new", points: change.points };
  return { state: isNothing(change) ? "same" : "known", points: change.points };
}

export async function shopOf(database: Database, shopId: number): Promise<Shop | null> {
  const shop = await readShop(database, shopId);
  return shop?.status === "installed" && shop.liveVersion !== null ? shop : null;
}
