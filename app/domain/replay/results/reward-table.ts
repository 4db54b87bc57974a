import type { MemberBook } from "../../books/member-book.ts";
import type { RewardCode, RewardCodeState } from "../../books/codes.ts";
import type { Wording } from "../../ledger/explanations/wording.ts";
import type { Program } from "../../program/program.ts";
import { alignColumns } from "./align-columns.ts";

interface RewardCount {
  claimed: number;
  used: number;
  open: number;
  points: number;
  costMinor: number;
  /** Used ones whose worth the history does not tell: a percentage, free shipping, an experience. */
  unpriced: number;
}

/** What each reward cost, and all of them as a share of the revenue that earned points. */
export function rewardLines(members: Iterable<MemberBook>, program: Program, words: Wording): string[] {
  const counts = new Map<string, RewardCount>(program.rewards.map(({ id }) => [id, emptyCount()]));
  let revenueMinor = 0;
  for (const member of members) {
    revenueMinor += earningRevenueMinor(member);
    for (const code of member.codes.values()) {
      const count = counts.get(code.rewardId) ?? emptyCount();
      counts.set(code.rewardId, count);
      add(count, code);
    }
  }
  if (counts.size === 0) return [];
  const rows = [...counts].map(([id, count]) => [
    words.rewardName(id),
    ...[count.claimed, count.used, count.open, count.points].map((figure) => words.number(figure)),
    count.unpriced > 0 && count.costMinor === 0 ? "not known" : words.money(count.costMinor),
  ]);
  return [
    ...alignColumns([["reward", "claimed", "used", "open", "points used", "cost"], ...rows], [1, 2, 3, 4, 5]),
    ...costLines([...counts.values()], revenueMinor, words),
  ];
}

function emptyCount(): RewardCount {
  return { claimed: 0, used: 0, open: 0, points: 0, costMinor: 0, unpriced: 0 };
}

type Fate = "used" | "open" | "gone";

const FATES: Readonly<Record<RewardCodeState, Fate>> = {
  held: "open",
  issued: "open",
  requested: "open",
  used: "used",
  fulfilled: "used",
  released: "gone",
  revoked: "gone",
  failed: "gone",
  declined: "gone",
};

function add(count: RewardCount, code: RewardCode): void {
  const fate = FATES[code.state];
  count.claimed += 1;
  if (fate === "open") count.open += 1;
  if (fate !== "used") return;
  count.used += 1;
  count.points += code.points - code.returnedPoints;
  if (code.valueMinor === null) count.unpriced += 1;
  else count.costMinor += code.valueMinor;
}

function costLines(counts: readonly RewardCount[], revenueMinor: number, words: Wording): string[] {
  const costMinor = counts.reduce((sum, count) => sum + count.costMinor, 0);
  const unpriced = counts.reduce((sum, count) => sum + count.unpriced, 0);
  const share = revenueMinor === 0 ? "" : `, ${permilleText(costMinor, revenueMinor)} of it`;
  return [
    `Revenue that earned, after returns: ${words.money(revenueMinor)}. Used rewards cost ${words.money(costMinor)}${share}.`,
    ...(unpriced === 0
      ? []
      : [
          `${words.number(unpriced)} used rewards are not in this: their worth depends on what they were used for.`,
        ]),
  ];
}

/** Kept bases of all orders of a member, minor units; what was entered by hand is no revenue. */
export function earningRevenueMinor(member: MemberBook): number {
  let sum = 0;
  for (const entry of member.qualifying.values()) if (entry.id.startsWith("order:")) sum += entry.spendMinor;
  return sum;
}

/** A share as a percentage with one decimal, rounded down: 12 of 345 is "3.4 %". */
function permilleText(part: number, whole: number): string {
  const permille = (BigInt(part) * 1000n) / BigInt(whole);
  return `${String(permille / 10n)}.${String(permille % 10n)}%`;
}
