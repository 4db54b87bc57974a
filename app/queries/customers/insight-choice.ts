import { addMonthsToDay, dayText, localDayNumber, parseDay, type Instant } from "#app/domain/calendar.ts";
import type { InsightChoice, MembersAt } from "#app/domain/customers/insight/choice.ts";
import { windowBefore, type Window } from "#app/domain/customers/insight/window.ts";

export type WindowKind = "30" | "90" | "365" | "year" | "custom";
export type ComparedKind = "before" | "year";

/** As the address has it. */
export type AskedInsight = Readonly<
  Record<"window" | "from" | "to" | "compared" | "segment" | "members", string | null>
>;

export interface ShownChoice {
  readonly window: WindowKind;
  /** First and last day as they are written. */
  readonly fromDay: string;
  readonly untilDay: string;
  readonly compared: ComparedKind;
  /** Null: everybody. */
  readonly segment: string | null;
  readonly membersAt: MembersAt;
}

export interface ReadChoice {
  readonly shown: ShownChoice;
  /** Null: what is worked out every night. */
  readonly choice: InsightChoice | null;
}

const ROLLING = new Map<string | null, { kind: WindowKind; days: number }>([
  ["30", { kind: "30", days: 30 }],
  ["90", { kind: "90", days: 90 }],
  ["365", { kind: "365", days: 365 }],
]);
const USUAL = { kind: "90", days: 90 } as const;
/** Days of one's own choosing: longer than any shop's books. */
const LONGEST_DAYS = 3_660;
const MONTHS_A_YEAR = 12;

/** What is known of the shop that asks. */
export interface AskingShop {
  readonly zone: string;
  readonly now: Instant;
  /** Whether there is a segment of this id, and whether it is known who was in it at an earlier day. */
  readonly lookBack: ReadonlyMap<string, boolean>;
}

/** The choice of an address: what makes no sense in it is as though it were not there. */
export function readInsightChoice(asked: AskedInsight, { zone, now, lookBack }: AskingShop): ReadChoice {
  const { kind, window } = windowOf(asked, localDayNumber(now, zone));
  const compared = asked.compared === "year" ? "year" : "before";
  const canLookBack = asked.segment === null ? undefined : lookBack.get(asked.segment);
  const membersAt = asked.members === "today" || canLookBack === false ? "today" : "from";
  const segment =
    asked.segment === null || canLookBack === undefined ? null : ({ id: asked.segment, membersAt } as const);
  const isUsual = kind === USUAL.kind && compared === "before" && segment === null;
  return {
    shown: {
      window: kind,
      fromDay: dayText(window.from),
      untilDay: dayText(window.to - 1),
      compared,
      segment: segment === null ? null : segment.id,
      membersAt,
    },
    choice: isUsual
      ? null
      : { window, compared: compared === "year" ? yearBefore(window) : windowBefore(window), segment },
  };
}

function windowOf(
  asked: AskedInsight,
  today: number,
): { readonly kind: WindowKind; readonly window: Window } {
  const to = today + 1;
  if (asked.window === "year") return { kind: "year", window: { from: startOfYearOf(today), to } };
  const custom = asked.window === "custom" ? customWindow(asked, to) : null;
  if (custom !== null) return { kind: "custom", window: custom };
  const { kind, days } = ROLLING.get(asked.window) ?? USUAL;
  return { kind, window: { from: to - days, to } };
}

function customWindow(asked: AskedInsight, tomorrow: number): Window | null {
  const from = asked.from === null ? null : parseDay(asked.from);
  const last = asked.to === null ? null : parseDay(asked.to);
  if (from === null || last === null) return null;
  const to = Math.min(last + 1, tomorrow);
  return from >= to || to - from > LONGEST_DAYS ? null : { from, to };
}

function startOfYearOf(day: number): number {
  const year = new Date(day * DAY_MS).getUTCFullYear();
  return Date.UTC(year, 0, 1) / DAY_MS;
}

const DAY_MS = 86_400_000;

/** The same days of the year before; the last of February has none of its own. */
function yearBefore({ from, to }: Window): Window {
  const start = addMonthsToDay(from, -MONTHS_A_YEAR);
  return { from: start, to: Math.max(start + 1, addMonthsToDay(to, -MONTHS_A_YEAR)) };
}
