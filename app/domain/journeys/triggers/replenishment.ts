import type { MemberBook } from "../../books/member-book.ts";
import { dayText } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { PLAIN } from "../../customers/facts/fact.ts";
import { gapsBetween, median } from "../../customers/facts/purchase-figures.ts";
import { productDays } from "../../customers/recommendations/own-products.ts";
import { compileLines } from "../../program/compile/line-condition.ts";
import type { Trigger } from "../journey.ts";
import { instantOn, minutesOf, NINE } from "../local-time.ts";
import { clockWatcher, NOTHING_HAPPENED } from "../watcher.ts";
import type { Coming, Look, Watcher, World } from "../watcher.ts";
import { boughtAny } from "./told.ts";

const SHARE_SCALE = 10_000;
const DAY_MS = 86_400_000;

/**
 * A product is due to be bought again: on the first day that is the share of the median gap after its last
 * purchase; the customer's own gap, else that of all customers. Undone by buying it.
 */
export function replenishment(trigger: Extract<Trigger, { on: "replenishment" }>, world: World): Watcher {
  const minutes = trigger.at === undefined ? NINE : minutesOf(trigger.at);
  const gaps = new ProductGaps(trigger.share);
  const lines = trigger.lines === undefined ? null : compileLines(trigger.lines);
  const orders = lines === null ? null : { lines, channels: null, discounted: null, returned: null };
  const note = ({ member, at }: Look) => {
    // A purchase may be dated a little ahead of the line that tells it.
    const purchases = world.subjectOf(member.id, at + DAY_MS)?.purchases({ ...PLAIN, orders }) ?? [];
    gaps.note(member.id, productDays(purchases));
    return NOTHING_HAPPENED;
  };
  const comingFor = (member: MemberBook, from: Instant): readonly Coming[] => {
    const zone = world.zoneOf(member.id);
    return gaps
      .dueDaysOf(member.id)
      .map(({ product, lastDay, dueDay }) => {
        const at = instantOn(dueDay, minutes, zone);
        return { key: `${product}:${dayText(lastDay)}`, about: product, at, happenedAt: at };
      })
      .filter(({ at }) => at >= from);
  };
  return {
    ...clockWatcher(comingFor, ({ about }, { told }) =>
      told.some((one) => one.kind === "purchase" && boughtAny(one.order, ({ product }) => product === about)),
    ),
    look: note,
    takeUnsettled: () => gaps.takeUnsettled(),
  };
}

interface DueDay {
  readonly product: string;
  readonly lastDay: number;
  readonly dueDay: number;
}

type Days = ReadonlyMap<string, readonly number[]>;

/** One product: how often each gap between two purchases of it occurred, of all customers. */
interface Pool {
  readonly gaps: Map<number, number>;
  /** Who bought it on one day only: for them the others' gaps count. */
  readonly waiting: Set<string>;
  medianDays: number | null;
}

/** On which days everybody bought each product, and how long it lasts them. */
class ProductGaps {
  private readonly share: number;
  private readonly days = new Map<string, Days>();
  private readonly pools = new Map<string, Pool>();
  private unsettled = new Set<string>();

  constructor(share: number) {
    this.share = share;
  }

  note(memberId: string, days: Days): void {
    const before = this.days.get(memberId) ?? NO_DAYS;
    this.days.set(memberId, days);
    for (const product of new Set([...before.keys(), ...days.keys()])) {
      const [old, now] = [before.get(product) ?? NEVER_BOUGHT, days.get(product) ?? NEVER_BOUGHT];
      if (old.length === now.length && old.every((day, index) => day === now[index])) continue;
      this.change(product, memberId, { old, now });
    }
  }

  dueDaysOf(memberId: string): DueDay[] {
    const due: DueDay[] = [];
    for (const [product, days] of this.days.get(memberId) ?? NO_DAYS) {
      const lastDay = days.at(-1);
      const lasts = median(gapsBetween(days)) ?? this.poolOf(product).medianDays;
      if (lastDay === undefined || lasts === null) continue;
      due.push({ product, lastDay, dueDay: lastDay + this.daysFor(lasts) });
    }
    return due;
  }

  takeUnsettled(): readonly string[] {
    if (this.unsettled.size === 0) return NOBODY;
    const taken = [...this.unsettled];
    this.unsettled = new Set();
    return taken;
  }

  private change(
    product: string,
    memberId: string,
    { old, now }: { readonly old: readonly number[]; readonly now: readonly number[] },
  ): void {
    const pool = this.poolOf(product);
    if (now.length === 1) pool.waiting.add(memberId);
    else pool.waiting.delete(memberId);
    const [gone, come] = [gapsBetween(old), gapsBetween(now)];
    if (gone.length === 0 && come.length === 0) return;
    for (const gap of gone) count(pool.gaps, gap, -1);
    for (const gap of come) count(pool.gaps, gap, 1);
    const before = pool.medianDays;
    pool.medianDays = medianOfCounts(pool.gaps);
    if (this.daysOrNone(before) === this.daysOrNone(pool.medianDays)) return;
    for (const id of pool.waiting) this.unsettled.add(id);
  }

  private poolOf(product: string): Pool {
    let pool = this.pools.get(product);
    if (pool === undefined) {
      pool = { gaps: new Map(), waiting: new Set(), medianDays: null };
      this.pools.set(product, pool);
    }
    return pool;
  }

  private daysOrNone(medianDays: number | null): number | null {
    return medianDays === null ? null : this.daysFor(medianDays);
  }

  /** The share of a median as whole days, in whole numbers: a median may be a half. */
  private daysFor(medianDays: number): number {
    return Math.ceil((Math.round(this.share * SHARE_SCALE) * (2 * medianDays)) / (2 * SHARE_SCALE));
  }
}

const NO_DAYS: Days = new Map();
const NEVER_BOUGHT: readonly number[] = [];
const NOBODY: readonly string[] = [];

function count(gaps: Map<number, number>, gap: number, change: number): void {
  const times = (gaps.get(gap) ?? NEVER) + change;
  if (times === NEVER) gaps.delete(gap);
  else gaps.set(gap, times);
}

const NEVER = 0;

function medianOfCounts(gaps: ReadonlyMap<number, number>): number | null {
  const sorted = [...gaps].sort(([a], [b]) => a - b);
  let all = 0;
  for (const [, times] of sorted) all += times;
  let passed = 0;
  let lower: number | null = null;
  for (const [gap, times] of sorted) {
    passed += times;
    if (lower === null && 2 * passed >= all) lower = gap;
    if (lower !== null && 2 * passed > all) return (lower + gap) / 2;
  }
  return null;
}
