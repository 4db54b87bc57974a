import type { Books, Transaction } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { advanceMember, applyEvent, createBooks } from "../engine.ts";
import type { CustomerRef, ShopFact } from "../event.ts";
import { parseMoney } from "../money.ts";
import { renderDocumentError } from "../program/describe-error.ts";
import { parseProgram } from "../program/parse-program.ts";
import type { Program } from "../program/program.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { isSoldOut } from "../redemption/claim-reward.ts";
import { applyFact, applyOrderInParts, rejectionOf, strangerOf } from "./apply-fact.ts";
import type { Rejection } from "./apply-fact.ts";
import { createDirectory, findMember, meetMember } from "./directory.ts";
import type { Directory } from "./directory.ts";
import { HistoryClock } from "./history-clock.ts";
import { packedShelves } from "./packed-shelves.ts";
import type { PageLimit } from "./paged-memory.ts";
import { parseLine } from "./parse-line.ts";
import type { ReplayLine } from "./parse-line.ts";
import { Rejections } from "./rejections.ts";
import { WrongForm } from "./wrong-form.ts";

/** Reads a raw delivery of a platform: the adapters' own code, given from outside. */
export type ReadDelivery = (delivery: {
  readonly platform: "shopify" | "ecwid";
  readonly topic: string;
  readonly body: string;
  readonly at: Instant;
  readonly currency: string;
  readonly timezone: string;
}) =>
  | { readonly ok: true; readonly facts: readonly ShopFact[] }
  | { readonly ok: false; readonly reason: string };

export interface ReplayOptions {
  /** The clock stops here; later lines are read and left out. Null: it stops at the last event. */
  readonly stopAt: Instant | null;
  readonly readDelivery: ReadDelivery;
  /** Sees every transaction once, in the order of posting; nothing of it is kept otherwise. */
  readonly onTransaction: ((transaction: Transaction) => void) | null;
  /** How much of what the history leaves behind lies in memory, and where the rest goes. Null: all of it. */
  readonly pageLimit: PageLimit | null;
}

export interface Replay {
  readonly books: Books;
  readonly directory: Directory;
  readonly told: HistoryClock;
  readonly rejected: Rejections;
  readonly options: ReplayOptions;
  firstAt: Instant | null;
}

/** The program a history begins with was live before its first event, however early that is. */
const BEFORE_ALL: Instant = -8_640_000_000_000_000;

export function startReplay(program: Program, options: ReplayOptions): Replay {
  let gifts = 0;
  const told = new HistoryClock();
  const shelves = packedShelves(options.pageLimit);
  const books = createBooks([{ version: 1, effectiveAt: BEFORE_ALL, program }], 1, {
    codesIssuedAtOnce: true,
    effectsWanted: false,
    journalWanted: options.onTransaction !== null,
    nextCode: () => `GIFT-${String((gifts += 1))}`,
    shelves: {
      ...shelves,
      placesFor: (memberId) => {
        told.comeTo(memberId);
        return shelves.placesFor(memberId);
      },
    },
    codeOwners: shelves.codeOwners,
    dueBefore: (memberId, at) => told.comeTo(memberId) ?? at,
  });
  return {
    books,
    directory: createDirectory(shelves.memberOfOrder, shelves),
    told,
    rejected: new Rejections(shelves.memory),
    options,
    firstAt: null,
  };
}

/**
 * Applies one line at its own instant, after all that was due by then. A line whose content is
 * refused is noted and the run goes on; one of the wrong form throws `WrongForm`.
 */
export function replayLine(replay: Replay, text: string, lineNumber: number): void {
  const line = parseLine(text, liveProgram(replay.books).currency);
  const { stopAt } = replay.options;
  if (stopAt !== null && line.at > stopAt) return;
  replay.told.tell(line.at);
  replay.firstAt ??= line.at;
  const reason = applyLine(replay, line, lineNumber);
  if (reason !== null) replay.rejected.add({ line: lineNumber, reason });
  settle(replay);
}

/** Lets everything happen that is due by the end, and tells when that was; null for a history without events. */
export function finishReplay(replay: Replay): Instant | null {
  const end = replay.options.stopAt ?? replay.told.latest();
  if (end !== null) {
    replay.told.tell(end);
    advanceAll(replay, end);
  }
  return end;
}

function advanceAll(replay: Replay, now: Instant): void {
  const { books } = replay;
  for (const memberId of books.members.keys()) {
    advanceMember(books, memberId, books.dueBefore(memberId, now));
    settle(replay);
  }
}

/** Hands on what was posted and forgets it, so that memory does not grow with the history. */
function settle(replay: Replay): void {
  const { books, options } = replay;
  books.shelves.rest();
  if (options.onTransaction === null) return;
  books.journal.transactions.forEach(options.onTransaction);
  books.journal.transactions.length = 0;
}

function applyLine(replay: Replay, line: ReplayLine, lineNumber: number): Rejection {
  const { books, directory } = replay;
  switch (line.type) {
    case "fact":
      return applyFact(books, directory, line.fact);
    case "redeem": {
      const member = findMember(books, directory, line.member);
      if (member === null) return `no member ${nameOf(line.member)}`;
      const code = line.code ?? `LINE-${String(lineNumber)}`;
      const { at, rewardId, points } = line;
      if (stockMayHaveChanged(books, rewardId)) advanceAll(replay, at);
      return rejectionOf(
        applyEvent(books, { type: "reward_claimed", at, memberId: member.id, rewardId, points, code }),
      );
    }
    case "adjust":
      return adjust(replay, line, lineNumber);
    case "tier": {
      const member = meetMember(books, directory, strangerOf(line.member), line.at);
      if (member === null) return `no member ${nameOf(line.member)}`;
      const { at, levelId, lockedUntil, reason } = line;
      return rejectionOf(
        applyEvent(books, { type: "tier_decided", at, memberId: member.id, levelId, lockedUntil, reason }),
      );
    }
    case "program":
      return publish(replay, line.document, line.at);
    case "shopify":
      return deliver(replay, "shopify", line.topic, line.body, line.at);
    case "ecwid":
      return deliver(replay, "ecwid", "order", line.body, line.at);
  }
}

function adjust(
  replay: Replay,
  line: Extract<ReplayLine, { type: "adjust" }>,
  lineNumber: number,
): Rejection {
  const { books, directory } = replay;
  const program = liveProgram(books);
  const metric = program.tiers === null ? null : program.tiers.metric;
  const qualifying = parseMoney(
    line.qualifying,
    metric === "spend" || metric === null ? program.currencyDigits : 0,
  );
  if (qualifying === null) return `qualifying ${line.qualifying} is not in the unit of the program's tiers`;
  const member = meetMember(books, directory, strangerOf(line.member), line.at);
  if (member === null) return `no member ${nameOf(line.member)}`;
  const { at, points, reason } = line;
  const id = `line-${String(lineNumber)}`;
  return rejectionOf(
    applyEvent(books, { type: "points_adjusted", at, memberId: member.id, id, points, qualifying, reason }),
  );
}

function publish(replay: Replay, document: unknown, at: Instant): Rejection {
  const parsed = parseProgram(document);
  if (!parsed.ok) throw new WrongForm("line.program", parsed.errors.map(renderDocumentError).join("; "));
  const { currency } = liveProgram(replay.books);
  if (parsed.program.currency !== currency) {
    return `the new version is in ${parsed.program.currency}, the program counts in ${currency}`;
  }
  const version = replay.books.liveVersion + 1;
  return rejectionOf(
    applyEvent(replay.books, { type: "program_published", at, version, program: parsed.program }),
  );
}

function deliver(
  replay: Replay,
  platform: "shopify" | "ecwid",
  topic: string,
  body: string,
  at: Instant,
): Rejection {
  const { currency, timezone } = liveProgram(replay.books);
  const translation = replay.options.readDelivery({ platform, topic, body, at, currency, timezone });
  if (!translation.ok) return translation.reason;
  const reasons: string[] = [];
  for (const fact of translation.facts) {
    // Ecwid tells every order whole.
    const reason =
      platform === "shopify" && fact.type === "order"
        ? applyOrderInParts(replay.books, replay.directory, fact)
        : applyFact(replay.books, replay.directory, fact);
    if (reason !== null) reasons.push(reason);
  }
  return reasons.length === 0 ? null : reasons.join("; ");
}

function nameOf(member: CustomerRef): string {
  return member.id ?? member.email ?? "without a name";
}

/** Whether what is due for others may decide a claim: a code that lapsed gives a piece back, a level that was reached takes one. */
function stockMayHaveChanged(books: Books, rewardId: string): boolean {
  const { rewards, tiers } = liveProgram(books);
  const reward = rewards.find(({ id }) => id === rewardId);
  if (reward === undefined || reward.stock === null) return false;
  const isGiven = tiers?.levels.some(({ entryRewards }) => entryRewards.includes(rewardId)) ?? false;
  return isGiven || isSoldOut(books, reward);
}
