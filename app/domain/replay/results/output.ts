import type { Books } from "../../books/books.ts";
import type { Lot } from "../../books/lots.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { RewardCode } from "../../books/codes.ts";
import { formatInstant } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { bySpending } from "../../ledger/draws.ts";
import { formatMoney } from "../../money.ts";
import type { Program } from "../../program/program.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { nextLevel } from "../../tiers/levels.ts";
import { qualifyingNow } from "../../tiers/metric.ts";
import { byId, livingMembers, totalsOf } from "./final-books.ts";
import { journeysOutput } from "./journeys-output.ts";
import { engagementOutput } from "./engagement-output.ts";
import type { Replay } from "../replay.ts";

/**
 * What every member would have, as JSON in the documented form, piece by piece: one member a line.
 * Instants are written in the program's time zone, amounts and `spend` figures as decimals.
 */
export function* replayOutput(replay: Replay, end: Instant | null): Generator<string> {
  const program = liveProgram(replay.books);
  const members = livingMembers(replay).sort(byId);
  const at = end === null ? null : formatInstant(end, program.timezone);
  yield `{"at":${JSON.stringify(at)},"members":[`;
  let separator = "\n";
  for (const member of members) {
    yield separator + JSON.stringify(memberOutput(replay.books, member, end ?? member.enrolledAt));
    separator = ",\n";
  }
  yield `\n],"totals":${JSON.stringify(totalsOf(members))},\n"rejected":[`;
  separator = "";
  for (const rejected of replay.rejected) {
    yield separator + JSON.stringify(rejected);
    separator = ",";
  }
  yield "]";
  for (const [name, entries] of Object.entries(journeysOutput(replay) ?? {})) {
    yield `,\n${JSON.stringify(name)}:[`;
    separator = "";
    for (const entry of entries) {
      yield separator + JSON.stringify(entry);
      separator = ",\n";
    }
    yield "]";
  }
  yield "}\n";
}

function memberOutput(books: Books, member: MemberBook, end: Instant) {
  const program = liveProgram(books);
  const { available, pending, debt, earned, spent, expired } = member.balance;
  const instant = (value: Instant | null) => (value === null ? null : formatInstant(value, program.timezone));
  const { tier } = member;
  const qualifying = qualifyingNow(member, program, end);
  return {
    id: member.id,
    email: member.email,
    ...{ available, pending, debt, earned, spent, expired },
    tier: tier.levelId,
    tierSince: instant(tier.since),
    // In grace the level lasts until the grace ends.
    tierUntil: instant(tier.graceUntil ?? tier.until),
    qualifying: inMetric(qualifying ?? spentEver(member), program),
    next: qualifying === null ? null : nextOutput(member, program, qualifying),
    lots: [...member.lots.living()]
      .filter((lot) => lot.remaining > 0)
      .sort(bySpending)
      .map((lot) => lotOutput(lot, instant)),
    codes: [...member.codes.values()].map((code) => codeOutput(code, instant)),
    ...engagementOutput(books, member, end),
  };
}

function nextOutput(member: MemberBook, program: Program, qualifying: number) {
  const next = nextLevel(member, program);
  if (next === null) return null;
  return { tier: next.id, missing: inMetric(Math.max(next.from - qualifying, 0), program) };
}

/** Without tiers nothing counts towards one; what a member spent and kept is of use all the same. */
function spentEver(member: MemberBook): number {
  return member.qualifying.sumBetween("spend", Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
}

/** A figure of the tiers' metric as text: an amount for `spend` and without tiers, a count for the others. */
function inMetric(figure: number, program: Program): string {
  const isMoney = program.tiers === null || program.tiers.metric === "spend";
  return isMoney ? formatMoney(figure, program.currencyDigits) : String(figure);
}

type WriteInstant = (value: Instant | null) => string | null;

function lotOutput(lot: Lot, instant: WriteInstant) {
  return {
    points: lot.points,
    remaining: lot.remaining,
    availableAt: instant(lot.availableAt),
    expiresAt: instant(lot.expiresAt),
    cause: lot.cause,
  };
}

function codeOutput(code: RewardCode, instant: WriteInstant) {
  return {
    code: code.code,
    reward: code.rewardId,
    points: code.points,
    state: code.state,
    expiresAt: instant(code.expiresAt),
  };
}
