import { createReadStream, readFileSync } from "node:fs";
import { inspect, parseArgs } from "node:util";
import type { Transaction } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Language } from "#app/domain/ledger/wording.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { renderDocumentError } from "#app/domain/program/describe-error.ts";
import { parseProgram } from "#app/domain/program/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import { explainMember } from "#app/domain/replay/explain-member.ts";
import { replayOutput } from "#app/domain/replay/output.ts";
import { MemoryExhausted } from "#app/domain/replay/paged-memory.ts";
import { finishReplay, replayLine, startReplay } from "#app/domain/replay/run-replay.ts";
import type { ReadDelivery, Replay } from "#app/domain/replay/run-replay.ts";
import { replayTable } from "#app/domain/replay/table.ts";
import { WrongForm } from "#app/domain/replay/wrong-form.ts";
import { translateEcwidOrder } from "#app/platforms/ecwid/translate-order.ts";
import { isTopic } from "#app/platforms/shopify/topics.ts";
import { translateShopify } from "#app/platforms/shopify/translate.ts";
import { eachLine } from "./each-line.ts";
import { NoRoomForPages, PageFile, PAGES_IN_MEMORY } from "./page-file.ts";

const USAGE = `Runs a loyalty program over a history and prints what every member would have.

  npm run --silent replay -- --program program.json --events events.ndjson
      [--at INSTANT]          stop the clock here (default: the last event)
      [--as json|table]       what is printed (default: json)
      [--explain MEMBER]      print this member's ledger instead, an entry a line
      [--language en|de]      of the explanations (default: en)

Events are read from standard input with --events -. See docs/program.md.`;

/** What the person at the terminal can put right; told without a stack. */
class CannotRun extends Error {
  override readonly name = "CannotRun";
}

const PROGRESS_EVERY_MS = 2000;
const CHUNK_BYTES = 2 ** 18;

async function main(): Promise<void> {
  const options = readArguments();
  const pages = new PageFile();
  try {
    await run(options, pages);
  } finally {
    pages.close();
  }
}

async function run(options: Options, pages: PageFile): Promise<void> {
  const explained: Transaction[] = [];
  const replay = startReplay(readProgram(options.program), {
    stopAt: options.stopAt,
    readDelivery,
    onTransaction:
      options.explain === null
        ? null
        : (transaction) => {
            if (transaction.memberId === options.explain) explained.push(transaction);
          },
    pageLimit: { pages: PAGES_IN_MEMORY, store: pages },
  });
  await readHistory(replay, options.events);
  const end = finishReplay(replay);
  for (const part of printed(replay, options, end, explained)) process.stdout.write(part);
}

interface Options {
  readonly program: string;
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
    return explainMember(replay.books, member, explained, end, options.language);
  }
  return options.as === "table" ? replayTable(replay, end) : replayOutput(replay, end);
}

/** A shop's history also tells of carts and checkouts: what the app does not listen to earns nothing and is no error. */
const readDelivery: ReadDelivery = ({ platform, topic, body, ...settings }) => {
  if (platform === "ecwid") return translateEcwidOrder(body, settings);
  return isTopic(topic) ? translateShopify(topic, body, settings) : { ok: true, facts: [] };
};

function readArguments(): Options {
  const { values } = parseArgs({
    options: {
      program: { type: "string" },
      events: { type: "string" },
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
    events: values.events,
    stopAt,
    as,
    language,
    explain: values.explain ?? null,
  };
}

function readProgram(path: string): Program {
  const parsed = parseProgram(readJson(path));
  if (!parsed.ok) {
    throw new CannotRun(
      [`${path} is not a program:`, ...parsed.errors.map(renderDocumentError)].join("\n  "),
    );
  }
  return parsed.program;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new CannotRun(`${path} cannot be read`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CannotRun(
      `${path} is not valid JSON: ${error instanceof Error ? error.message : "it cannot be read"}`,
    );
  }
}

async function readHistory(replay: Replay, path: string): Promise<void> {
  const startedAt = Date.now();
  let toldAt = startedAt;
  let lineNumber = 0;
  const stream = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: CHUNK_BYTES });
  await eachLine(stream, (text) => {
    lineNumber += 1;
    if (text.trim() !== "") replayOrStop(replay, text, lineNumber);
    // Asking the clock at every line would cost more than it tells.
    if (lineNumber % 1000 === 0 && Date.now() - toldAt > PROGRESS_EVERY_MS) {
      toldAt = Date.now();
      const perSecond = Math.round((lineNumber * 1000) / (toldAt - startedAt));
      process.stderr.write(
        `${lineNumber.toLocaleString("en")} lines, ${perSecond.toLocaleString("en")} a second\n`,
      );
    }
  });
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

function isForPeople(error: unknown): error is Error {
  const isTold = [CannotRun, NoRoomForPages, MemoryExhausted].some((kind) => error instanceof kind);
  return isTold || isArgumentError(error) || isReadError(error);
}

function isArgumentError(error: unknown): error is TypeError {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

function isReadError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}
