import type { Account, Transaction, TransactionKind, Transfer } from "../../books/transaction.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { MemberId } from "../../books/ids.ts";
import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import type { Program } from "../../program/program.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import type { Versions } from "../../program/version-in-effect.ts";
import { friendsOf } from "../../referral/settle-referral.ts";
import { nextLevel } from "../../tiers/levels.ts";
import { qualifyingNow } from "../../tiers/metric.ts";
import type { PointsView, TierView } from "../facts/subject.ts";

/** What happened to points of all members in a time: closing = opening + earned − taken back − spent + returned − expired + adjusted. */
export interface RollForward {
  readonly opening: number;
  readonly earned: number;
  readonly takenBack: number;
  readonly spent: number;
  readonly returned: number;
  readonly expired: number;
  readonly adjusted: number;
  readonly closing: number;
}

type Column = Exclude<keyof RollForward, "opening" | "closing">;

interface Entry {
  readonly day: number;
  readonly column: Column | null;
  /** Of what members could spend, now or later, less what they owe. */
  readonly change: number;
  readonly earned: number;
  readonly spent: number;
}

/** Where a kind of transaction stands in the roll-forward, and whether it takes away. */
const COLUMNS: Readonly<Record<TransactionKind, Column | null>> = {
  earned: "earned",
  tier_entry: "earned",
  clawed_back: "takenBack",
  taken: "takenBack",
  held: "spent",
  released: "returned",
  returned: "returned",
  expired: "expired",
  reinstated: "expired",
  adjusted: "adjusted",
  opening: "adjusted",
  matured: null,
  debt_offset: null,
  used: null,
  // Among all members it comes to nothing: what one brings another has given.
  merged: "adjusted",
  unmerged: "adjusted",
};

const TAKES_AWAY: ReadonlySet<Column> = new Set<Column>(["takenBack", "spent", "expired"]);

/** The ledger as facts and insight ask for it: what was posted for whom on which local day. */
export class PointsLedger {
  private readonly entries = new Map<MemberId, Entry[]>();
  private readonly claims = new Map<MemberId, number[]>();
  private readonly lots = new Map<string, SettledLot>();
  private readonly zone: string;

  constructor(zone: string) {
    this.zone = zone;
  }

  add({ memberId, kind, at, transfers }: Pick<Transaction, "memberId" | "kind" | "at" | "transfers">): void {
    let change = 0;
    let earned = 0;
    let spent = 0;
    for (const transfer of transfers) {
      const { from, to, points } = transfer;
      this.noteLot(memberId, at, transfer);
      change += points * (weight(OUTSTANDING, to) - weight(OUTSTANDING, from));
      earned += points * (weight(EARNED_FROM, from) - weight(EARNED_FROM, to));
      spent += points * (weight(SPENT, to) - weight(SPENT, from));
    }
    const day = localDayNumber(at, this.zone);
    listOf(this.entries, memberId).push({ day, column: COLUMNS[kind], change, earned, spent });
    if (kind === "held") listOf(this.claims, memberId).push(day);
  }

  viewOf(member: MemberBook, versions: Versions, at: Instant): PointsView {
    const { available, pending, earned, spent } = member.balance;
    return {
      ...{ available, pending, earned, spent },
      moves: this.entries.get(member.id) ?? [],
      claimedOn: this.claims.get(member.id) ?? [],
      friends: friendsOf(versions, member).map(({ paidAt }) => ({
        at: paidAt,
        day: localDayNumber(paidAt, this.zone),
      })),
      tier: tierOf(member, liveProgram(versions), at),
    };
  }

  /** What was earned and spent until a local day, by all or by those who are named. */
  totals(to: number, among?: readonly MemberId[]): { readonly earned: number; readonly spent: number } {
    let earned = 0;
    let spent = 0;
    for (const entries of this.entriesOf(among)) {
      for (const entry of entries) {
        if (entry.day >= to) continue;
        earned += entry.earned;
        spent += entry.spent;
      }
    }
    return { earned, spent };
  }

  /** The lots from before the first that is still open: what became of them is known. */
  settledLots(): readonly SettledLot[] {
    const lots = [...this.lots.values()].sort((a, b) => a.at - b.at);
    const open = lots.findIndex(({ remaining }) => remaining > 0);
    return open < 0 ? lots : lots.slice(0, open);
  }

  private noteLot(memberId: MemberId, at: Instant, { from, to, points, lotId }: Transfer): void {
    if (lotId === null) return;
    const key = `${memberId}\n${lotId}`;
    let lot = this.lots.get(key);
    if (lot === undefined) {
      lot = { at, points: 0, used: 0, remaining: 0 };
      this.lots.set(key, lot);
    }
    lot.points += points * (weight(EARNED_FROM, from) - weight(EARNED_FROM, to));
    lot.used += points * (weight(SPENT, to) - weight(SPENT, from));
    lot.remaining += points * (weight(IN_LOT, to) - weight(IN_LOT, from));
  }

  /** Of the local days [from, to); of some members alone where they are named. */
  rollForward(from: number, to: number, among?: readonly MemberId[]): RollForward {
    const sums = { earned: 0, takenBack: 0, spent: 0, returned: 0, expired: 0, adjusted: 0 };
    let opening = 0;
    let closing = 0;
    for (const entries of this.entriesOf(among)) {
      for (const { day, column, change } of entries) {
        if (day >= to) continue;
        closing += change;
        if (day < from) opening += change;
        else if (column !== null) sums[column] += TAKES_AWAY.has(column) ? -change : change;
      }
    }
    return { opening, ...sums, closing };
  }

  /** Points spent ÷ earned over the shop's life until a local day; null before any were earned. */
  redemptionRate(to: number, among?: readonly MemberId[]): number | null {
    const { earned, spent } = this.totals(to, among);
    return earned === 0 ? null : spent / earned;
  }

  private entriesOf(among?: readonly MemberId[]): Iterable<readonly Entry[]> {
    if (among === undefined) return this.entries.values();
    return among.flatMap((memberId) => {
      const entries = this.entries.get(memberId);
      return entries === undefined ? [] : [entries];
    });
  }
}

/** A lot of points by what became of it. */
export interface SettledLot {
  readonly at: Instant;
  points: number;
  used: number;
  remaining: number;
}

const IN_LOT: ReadonlySet<Account> = new Set<Account>(["available", "pending"]);
const OUTSTANDING: ReadonlySet<Account> = new Set<Account>(["available", "pending", "debt"]);
const EARNED_FROM: ReadonlySet<Account> = new Set<Account>(["issued", "written_off"]);
const SPENT: ReadonlySet<Account> = new Set<Account>(["held", "redeemed"]);

function weight(accounts: ReadonlySet<Account>, account: Account): number {
  return accounts.has(account) ? 1 : 0;
}

function listOf<Entries>(map: Map<MemberId, Entries[]>, memberId: MemberId): Entries[] {
  let list = map.get(memberId);
  if (list === undefined) {
    list = [];
    map.set(memberId, list);
  }
  return list;
}

function tierOf(member: MemberBook, program: Program, at: Instant): TierView | null {
  if (program.tiers === null) return null;
  const { levels } = program.tiers;
  const { tier } = member;
  const held = levels.find(({ id }) => id === tier.levelId);
  const next = nextLevel(member, program);
  const qualifying = qualifyingNow(member, program, at);
  const way = next === null ? null : next.from - (held === undefined ? 0 : held.from);
  const missing = next === null || qualifying === null ? null : Math.max(0, next.from - qualifying);
  return {
    id: tier.levelId,
    missingShare: missing === null || way === null || way === 0 ? null : missing / way,
    inGrace: tier.graceUntil !== null,
    endsAt: tier.graceUntil ?? tier.until,
    ...changesOf(member, program),
  };
}

/** The levels held, and when the last fell and rose; the level one began with was never reached. */
function changesOf({ tier }: MemberBook, program: Program): Pick<TierView, "lostAt" | "gainedAt" | "steps"> {
  const order = new Map(program.tiers?.levels.map(({ id }, index) => [id, index]));
  const rank = (levelId: string | null) => (levelId === null ? -1 : (order.get(levelId) ?? -1));
  let lostAt: Instant | null = null;
  let gainedAt: Instant | null = null;
  const { levelId, since } = tier;
  const steps = [...tier.history, { levelId, since }];
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before === undefined || step.since === null) return;
    if (rank(step.levelId) > rank(before.levelId)) gainedAt = step.since;
    else if (rank(step.levelId) < rank(before.levelId)) lostAt = step.since;
  });
  return { lostAt, gainedAt, steps };
}
