import { createReadStream } from "node:fs";
import { inspect, parseArgs } from "node:util";
import type { Transaction } from "#app/domain/books/transaction.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Language } from "#app/domain/ledger/explanations/language.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { explainMember } from "#app/domain/replay/results/explain-member.ts";
import { replayOutput } from "#app/domain/replay/results/output.ts";
import { finishReplay, replayLine } from "#app/domain/replay/run-replay.ts";
import { startReplay } from "#app/domain/replay/replay.ts";
import type { Replay } from "#app/domain/replay/replay.ts";
import { replayTable } from "#app/domain/replay/results/table.ts";
import { WrongForm } from "#app/domain/replay/lines/wrong-form.ts";
import { CannotRun, isForPeople } from "./cannot-run.ts";
import { eachLine } from "./each-line.ts";
import { heapUse } from "./heap-use.ts";
import { translateLine } from "./translate-line.ts";
import { readJourneys, readProgram, readSegments } from "./read-documents.ts";
import { isThrowAway } from "#app/commands/referral/is-throw-away.ts";

const USAGE = `Runs a loyalty program over a history and prints what every member would have.

  npm run --silent replay -- --program program.json --events events.ndjson
      [--at INSTANT]          stop the clock here (default: the last event)
      [--as json|table]       what is printed (default: json)
      [--segments segments.json]  what rules that ask for segments are answered by
      [--journeys journeys.json]  who would get which message, and which gift along the way
      [--explain MEMBER]      print this member's ledger instead, an entry a line
      [--language en|de]      of the explanations (default: en)

Events are read from standard input with --events -. See docs/program.md.`;

const PROGRESS_EVERY_MS = 2000;
const LINES_A_LOOK = 1000;
const CHUNK_BYTES = 2 ** 18;

async function main(): Promise<void> {
  const options = readArguments();
  const explained: Transaction[] = [];
  const segmentsFor = options.segments === null ? null : readSegments(options.segments);
  const program = readProgram(options.program, segmentsFor);
  const replay = startReplay(program, {
    ...(segmentsFor === null ? {} : { segments: segmentsFor(program.currencyDigits) }),
    ...(options.journeys === null ? {} : { journeys: readJourneys(options.journeys, program, segmentsFor) }),
    stopAt: options.stopAt,
    translateLine,
    isThrowAway,
    onTransaction:
      options.explain === null
        ? null
        : (transaction) => {
            if (transaction.memberId === options.explain) explained.push(transaction);
          },
  });
  await readHistory(replay, options.events);
  const end = finishReplay(replay);
  for (const part of printed(replay, options, end, explained)) process.stdout.write(part);
}

interface Options {
  readonly program: string;
  readonly segments: string | null;
  readonly journeys: string | null;
  readonly events: string;
  readonly stopAt: Instant | null;
  readonly as: "json" | "table";
  readonly language: Language;
  readonly explain: string | null;
}

function printed(
  replay: Replay,
  options: Options,
  end: Instant | null,
  explained: readonly Transaction[],
): Iterable<string> {
  if (options.explain !== null) {
    const member = replay.books.members.get(options.explain);
    if (member === undefined) throw new CannotRun(`there is no member ${options.explain} in this history`);
    return explainMember(replay.books, member, explained, { end, language: options.language });
  }
  return options.as === "table" ? replayTable(replay, end) : replayOutput(replay, end);
}

function readArguments(): Options {
  const { values } = parseArgs({
    options: {
      program: { type: "string" },
      events: { type: "string" },
      segments: { type: "string" },
      journeys: { type: "string" },
      at: { type: "string" },
      as: { type: "string", default: "json" },
      explain: { type: "string" },
      language: { type: "string", default: "en" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || values.program === undefined || values.events === undefined) throw new CannotRun(USAGE);
  const { as, language } = values;
  if (as !== "json" && as !== "table") throw new CannotRun(`--as: found "${as}", allowed: json, table`);
  if (language !== "en" && language !== "de") {
    throw new CannotRun(`--language: found "${language}", allowed: en, de`);
  }
  const stopAt = values.at === undefined ? null : parseInstant(values.at);
  if (values.at !== undefined && stopAt === null) {
    throw new CannotRun(`--at: found "${values.at}", allowed: an instant such as 2026-06-30T23:59:59+02:00`);
  }
  return {
    program: values.program,
    segments: values.segments ?? null,
    journeys: values.journeys ?? null,
    events: values.events,
    stopAt,
    as,
    language,
    explain: values.explain ?? null,
  };
}

async function readHistory(replay: Replay, path: string): Promise<void> {
  const startedAt = Date.now();
  let toldAt = startedAt;
  let lineNumber = 0;
  const stream = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: CHUNK_BYTES });
  await eachLine(stream, (text) => {
    lineNumber += 1;
    if (text.trim() !== "") replayOrStop(replay, text, lineNumber);
    // Asking at every line would cost more than it tells.
    if (lineNumber % LINES_A_LOOK !== 0) return;
    stopWhereMemoryEnds(replay, lineNumber);
    if (Date.now() - toldAt > PROGRESS_EVERY_MS) {
      toldAt = Date.now();
      const perSecond = Math.round((lineNumber * 1000) / (toldAt - startedAt));
      process.stderr.write(
        `${lineNumber.toLocaleString("en")} lines, ${perSecond.toLocaleString("en")} a second\n`,
      );
    }
  });
}

/** Every order and member of the history is remembered: an order may come back as long as the program lives. */
function stopWhereMemoryEnds({ books, people }: Replay, lineNumber: number): void {
  const { usedMb, mostMb, isNearlyFull } = heapUse();
  if (!isNearlyFull) return;
  const count = (figure: number) => figure.toLocaleString("en");
  throw new CannotRun(
    [
      `line ${count(lineNumber)}: memory runs short. ${count(usedMb)} MB of the ${count(mostMb)} MB that Node may take hold`,
      `${count(books.members.size)} members and ${count(people.directory.orderCount)} orders so far.`,
      `On a machine with more memory, give it more (here twice as much):`,
      `NODE_OPTIONS=--max-old-space-size=${String(2 * mostMb)} npm run --silent replay -- …`,
    ].join("\n"),
  );
}

function replayOrStop(replay: Replay, text: string, lineNumber: number): void {
  try {
    replayLine(replay, text, lineNumber);
  } catch (error) {
    if (error instanceof WrongForm) throw new CannotRun(`line ${lineNumber}: ${error.message}`);
    if (isForPeople(error)) throw error;
    throw new Error(`line ${lineNumber} cannot be applied`, { cause: error });
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${isForPeople(error) ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
}
