import type { MemberBook } from "../../books/member-book.ts";
import { addMonthsEndOfDay, localDay, periodKey } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { wordingFor } from "../../ledger/explanations/wording.ts";
import type { Wording } from "../../ledger/explanations/wording.ts";
import { pointsWorth, valueOf } from "../../program/points-worth.ts";
import type { PointsWorth } from "../../program/points-worth.ts";
import type { Program } from "../../program/program.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { tierAt } from "../../tiers/levels.ts";
import { alignColumns } from "./align-columns.ts";
import { byId, livingMembers, totalsOf } from "./final-books.ts";
import { journeyLines } from "./journey-table.ts";
import { rewardLines } from "./reward-table.ts";
import type { Replay } from "../replay.ts";

const SHOWN_MEMBERS = 10;
const SHOWN_REJECTIONS = 20;

/** What a history would have given and cost, for a merchant to read. */
export function* replayTable(replay: Replay, end: Instant | null): Generator<string> {
  const program = liveProgram(replay.books);
  const { firstAt } = replay;
  const words = wordingFor("en", program);
  const name = words.text(program.name);
  if (end === null || firstAt === null) {
    yield `${name}: the history has no events.\n`;
    return;
  }
  const members = livingMembers(replay).sort(byId);
  const worth = pointsWorth(program);
  const day = (instant: Instant) => localDay(instant, program.timezone);
  yield `${name}, ${day(firstAt)} to ${day(end)}: ${words.number(members.length)} ${members.length === 1 ? "member" : "members"}\n`;
  yield section("Points", pointLines(members, words, worth));
  yield section("Rewards", rewardLines(members, program, words));
  yield section(
    "Members by tier at the end of each month",
    tierLines(members, program, firstAt, { end, words }),
  );
  yield section("Members who gain most", gainLines(members, program, words, worth));
  if (replay.journeys !== null) yield section("Journeys", journeyLines(replay.journeys, end, words));
  yield section("Lines that were refused", rejectionLines(replay, words));
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `\n${title}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function pointLines(members: readonly MemberBook[], words: Wording, worth: PointsWorth | null): string[] {
  const totals = totalsOf(members);
  const pending = members.reduce((sum, { balance }) => sum + balance.pending, 0);
  const debt = members.reduce((sum, { balance }) => sum + balance.debt, 0);
  const row = (name: string, points: number) => [name, words.number(points), inMoney(points, words, worth)];
  const lines = alignColumns(
    [
      ["", words.pointsName, "worth"],
      row("issued", totals.earned),
      row("redeemed", totals.spent),
      row("expired", totals.expired),
      row("outstanding", totals.outstanding),
      row("  of these pending", pending),
      row("  less owed after returns", debt),
    ],
    [1, 2],
  );
  const basis =
    worth === null
      ? "No reward is worth money to everybody, so points have no worth in money."
      : `Worth: ${words.points(worth.points)} buy ${words.money(worth.valueMinor)}, the best exchange among the rewards.`;
  return [...lines, basis];
}

function inMoney(points: number, words: Wording, worth: PointsWorth | null): string {
  return worth === null ? "–" : words.money(valueOf(points, worth));
}

function tierLines(
  members: readonly MemberBook[],
  program: Program,
  firstAt: Instant,
  { end, words }: { readonly end: Instant; readonly words: Wording },
): string[] {
  if (program.tiers === null) return [];
  const { levels } = program.tiers;
  const rows = [["month", "no tier", ...levels.map(({ name }) => words.text(name))]];
  for (const moment of monthEnds(firstAt, end, program.timezone)) {
    const enrolled = members.filter(({ enrolledAt }) => enrolledAt <= moment);
    const countOf = (levelId: string | null) =>
      words.number(enrolled.filter((member) => levelAt(member, moment, end) === levelId).length);
    rows.push([
      periodKey(moment, program.timezone, "month"),
      countOf(null),
      ...levels.map(({ id }) => countOf(id)),
    ]);
  }
  return alignColumns(rows, rows[0]?.map((_, index) => index).slice(1) ?? []);
}

function levelAt(member: MemberBook, moment: Instant, end: Instant): string | null {
  return moment === end ? member.tier.levelId : tierAt(member, moment);
}

/** The last instant of each local month the history touches; of the last one, where the clock stopped. */
function* monthEnds(firstAt: Instant, end: Instant, zone: string): Generator<Instant> {
  for (let month = 0; ; month += 1) {
    const monthEnd = addMonthsEndOfDay(firstAt, month, zone, true) - 1;
    yield Math.min(monthEnd, end);
    if (monthEnd >= end) return;
  }
}

function gainLines(
  members: readonly MemberBook[],
  program: Program,
  words: Wording,
  worth: PointsWorth | null,
): string[] {
  const most = members
    .filter(({ balance }) => balance.earned > 0)
    .sort((a, b) => b.balance.earned - a.balance.earned || byId(a, b))
    .slice(0, SHOWN_MEMBERS);
  if (most.length === 0) return [];
  const rows = most.map((member) => [
    member.id,
    member.email ?? "–",
    words.number(member.balance.earned),
    inMoney(member.balance.earned, words, worth),
    words.number(member.balance.spent),
    member.tier.levelId === null ? "–" : words.levelName(member.tier.levelId),
  ]);
  return alignColumns([["member", "e-mail", "earned", "worth", "redeemed", "tier"], ...rows], [2, 3, 4]);
}

function rejectionLines(replay: Replay, words: Wording): string[] {
  const { rejected } = replay;
  const shown = rejected
    .slice(0, SHOWN_REJECTIONS)
    .map(({ line, reason }) => `line ${words.number(line)}: ${reason}`);
  const more = rejected.length - shown.length;
  return more === 0 ? shown : [...shown, `and ${words.number(more)} more`];
}
