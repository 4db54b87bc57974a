import { z } from "zod";
import type { MemberBook } from "../../books/member-book.ts";
import { dayText, localDayNumber } from "../../calendar.ts";
import type { Lateness } from "../journey.ts";
import { firstAt, instantOn, NINE } from "../local-time.ts";
import { Memory } from "../memory.ts";
import { clockWatcher, NOTHING_HAPPENED } from "../watcher.ts";
import type { Coming, Watcher, World } from "../watcher.ts";

interface Endings {
  /** What comes by the clock, each at its own instant; its key is the last day, as text. */
  readonly inTime: (member: MemberBook) => readonly Coming[];
  readonly isUndone: Watcher["isUndone"];
}

/**
 * A notice that is owed: one whose instant had passed when its ground became known comes at the next 09:00, unless
 * that is too near the last day. What it remembers of a member is when each notice came or will come, by last day.
 */
export function lateRatherThanNever(
  { untilDays }: Lateness,
  world: World,
  { inTime, isUndone }: Endings,
): Watcher {
  const memory = new Memory(z.record(z.string(), z.number()));
  const comingFor = (member: MemberBook): readonly Coming[] => {
    const noted = memory.get(member.id) ?? {};
    return inTime(member).map((coming) => {
      const at = noted[coming.key] ?? coming.at;
      return { ...coming, at, happenedAt: at };
    });
  };
  const watcher = clockWatcher(comingFor, isUndone);
  const note = ({ id }: MemberBook, more: Readonly<Record<string, number>>, now: number) => {
    const today = dayText(localDayNumber(now, world.zone()));
    const kept = Object.entries({ ...memory.get(id), ...more }).filter(([lastDay]) => lastDay >= today);
    if (kept.length === 0) memory.forget(id);
    else memory.note(id, Object.fromEntries(kept));
  };
  return {
    ...watcher,
    memory,
    look: ({ member, at }) => {
      const zone = world.zoneOf(member.id);
      const nextNine = firstAt(at, NINE, zone);
      const noted = memory.get(member.id) ?? {};
      const late = inTime(member).filter((coming) => coming.at < at && noted[coming.key] === undefined);
      const inTimeStill = ({ about }: Coming) =>
        nextNine < instantOn(Number(about) + 1 - untilDays, NO_MINUTES, zone);
      const found = late.map((coming) => [coming.key, inTimeStill(coming) ? nextNine : coming.at] as const);
      note(member, Object.fromEntries(found), at);
      return NOTHING_HAPPENED;
    },
    due: (member, at) => {
      const happened = watcher.due(member, at);
      note(member, Object.fromEntries(happened.map(({ key }) => [key, at])), at);
      return happened;
    },
  };
}

const NO_MINUTES = 0;
