import type { Instant } from "../calendar.ts";
import { advanceMember, applyEvent } from "../engine.ts";
import type { CustomerFact, CustomerRef, ShopFact } from "../event.ts";
import { parseMoney } from "../money.ts";
import { strangerOf } from "../people/plan-batch.ts";
import { renderDocumentError } from "../program/document/describe-error.ts";
import { parseProgram } from "../program/document/parse-program.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { parseLine } from "./lines/parse-line.ts";
import type { ReplayLine } from "./lines/parse-line.ts";
import { WrongForm } from "./lines/wrong-form.ts";
import type { Replay } from "./replay.ts";
import { notePhone, runOptIn, runReferral, runReview, runTill } from "./run-engagement.ts";
import { tellJourneys } from "./tell-journeys.ts";
import { findMember, meetMember, rejectionOf, tellEngine, tellEngineInParts } from "./tell-engine.ts";
import type { Rejection } from "./tell-engine.ts";

/**
 * Applies one line at its own instant, after all that was due by then. A line whose content is
 * refused is noted, with its reason returned, and the run goes on; one of the wrong form throws `WrongForm`.
 */
export function replayLine(replay: Replay, text: string, lineNumber: number): Rejection {
  return replayRead(replay, parseLine(text, liveProgram(replay.books).currency), lineNumber);
}

/** The same of a line that was read, or was never written. */
export function replayRead(replay: Replay, line: ReplayLine, lineNumber: number): Rejection {
  const { stopAt } = replay.options;
  if (stopAt !== null && line.at > stopAt) return null;
  replay.firstAt ??= line.at;
  replay.latestAt = Math.max(replay.latestAt ?? line.at, line.at);
  letFallDue(replay, line.at);
  replay.asker?.tell(line);
  const reason = runLine(replay, line, lineNumber);
  if (reason !== null) replay.rejected.push({ line: lineNumber, reason });
  endUnit(replay, line.at);
  if (replay.journeys !== null) letFallDue(replay, line.at);
  return reason;
}

/** Lets everything happen that is due by the end, and tells when that was; null for a history without events. */
export function finishReplay(replay: Replay): Instant | null {
  const end = replay.options.stopAt ?? replay.latestAt;
  if (end !== null) letFallDue(replay, end);
  return end;
}

/** All that is due by `now`, of everybody, in the order of its instants; at one instant journeys come last. */
function letFallDue(replay: Replay, now: Instant): void {
  const { books, due, journeys } = replay;
  for (;;) {
    const next = journeys === null ? null : journeys.run.nextAt;
    const member = due.take(next === null ? now : Math.min(next, now));
    if (member !== null) {
      const at = member.nextDueAt ?? now;
      advanceMember(books, member.id, at);
      endUnit(replay, at);
      continue;
    }
    const at = journeys === null ? null : journeys.run.takeNext(now);
    if (at === null) return;
    endUnit(replay, at);
  }
}

/** Notes when what was changed falls due next; hands on what was posted and forgets it, so that memory does not grow with it. */
function endUnit(replay: Replay, at: Instant): void {
  const { books, due, journeys } = replay;
  const changed = journeys === null ? NOBODY : [...books.changed];
  for (const memberId of books.changed) due.note(memberId);
  // A new one, not the old one cleared: one that lives long is given its new room among what is old.
  books.changed = new Set();
  if (books.journal.transactions.length > 0) handOn(replay);
  journeys?.run.look(changed, at);
}

function handOn({ books, asker, journeys, options: { onTransaction } }: Replay): void {
  for (const transaction of books.journal.transactions) {
    asker?.add(transaction);
    journeys?.heard.transaction(transaction);
    if (onTransaction !== null) onTransaction(transaction);
  }
  books.journal.transactions.length = 0;
}

const NOBODY: readonly string[] = [];

function runLine(replay: Replay, line: ReplayLine, lineNumber: number): Rejection {
  const { books, people } = replay;
  switch (line.type) {
    case "fact": {
      const reason = tellEngine(books, people, line.fact, line.at);
      if (line.person !== null) notePhone(replay, personOf(line.fact), line.person.phone);
      tellJourneys(replay, line);
      return reason;
    }
    case "redeem": {
      const member = findMember(books, people, line.member);
      if (member === null) return `no member ${nameOf(line.member)}`;
      const code = line.code ?? `LINE-${String(lineNumber)}`;
      const { at, rewardId, points } = line;
      return rejectionOf(
        applyEvent(books, { type: "reward_claimed", at, memberId: member.id, rewardId, points, code }),
      );
    }
    case "adjust":
      return adjust(replay, line, lineNumber);
    case "tier": {
      const member = meetMember(books, people, namedIn(line), line.at);
      if (member === null) return `no member ${nameOf(line.member)}`;
      const { at, levelId, lockedUntil, reason } = line;
      return rejectionOf(
        applyEvent(books, { type: "tier_decided", at, memberId: member.id, levelId, lockedUntil, reason }),
      );
    }
    case "program":
      return publish(replay, line.document, line.at);
    case "shopify":
      return deliver(replay, { platform: "shopify", topic: line.topic, body: line.body, at: line.at });
    case "ecwid":
      return deliver(replay, { platform: "ecwid", topic: "order", body: line.body, at: line.at });
    case "till":
      return runTill(replay, line);
    case "refer":
      return runReferral(replay, line);
    case "review":
      return runReview(replay, line);
    case "optIn":
      return runOptIn(replay, line);
    case "consent":
    case "survey":
    case "cart":
    case "suppress":
    case "journey":
      // Of no use to points; they count elsewhere.
      tellJourneys(replay, line);
      return null;
  }
}

function adjust(
  replay: Replay,
  line: Extract<ReplayLine, { type: "adjust" }>,
  lineNumber: number,
): Rejection {
  const { books, people } = replay;
  const program = liveProgram(books);
  const metric = program.tiers === null ? null : program.tiers.metric;
  const qualifying = parseMoney(
    line.qualifying,
    metric === "spend" || metric === null ? program.currencyDigits : 0,
  );
  if (qualifying === null) return `qualifying ${line.qualifying} is not in the unit of the program's tiers`;
  const member = meetMember(books, people, namedIn(line), line.at);
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
  {
    platform,
    topic,
    body,
    at,
  }: {
    readonly platform: "shopify" | "ecwid";
    readonly topic: string;
    readonly body: string;
    readonly at: Instant;
  },
): Rejection {
  const { currency, timezone } = liveProgram(replay.books);
  const translation = replay.options.translateLine({ platform, topic, body, at, currency, timezone });
  if (!translation.ok) return translation.reason;
  const reasons: string[] = [];
  for (const fact of translation.facts) {
    // Ecwid tells every order whole.
    const apply = platform === "shopify" ? tellEngineInParts : tellEngine;
    const reason = apply(replay.books, replay.people, fact, at);
    if (reason !== null) reasons.push(reason);
  }
  return reasons.length === 0 ? null : reasons.join("; ");
}

function personOf(fact: ShopFact): CustomerFact | null {
  return fact.type === "order" || fact.type === "customer" ? fact.customer : null;
}

/** The history is the merchant's own: an address that stands beside a customer's id counts as proven. */
function namedIn({ member }: { readonly member: CustomerRef }): CustomerFact {
  return strangerOf(member, member.id !== null);
}

function nameOf(member: CustomerRef): string {
  return member.id ?? member.email ?? "without a name";
}
