import { z } from "zod";
import type { MemberBook } from "../../books/member-book.ts";
import { localDay } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { indexOfLevel, nextLevel } from "../../tiers/levels.ts";
import type { Trigger } from "../journey.ts";
import { Memory } from "../memory.ts";
import type { Happening } from "../pass.ts";
import { instantKey, NEVER, NOTHING_HAPPENED } from "../watcher.ts";
import type { Watcher, World } from "../watcher.ts";

type On<Name extends Trigger["on"]> = Extract<Trigger, { on: Name }>;

/**
 * A level was reached (the one landed on; the one begun with never was) or lost. Undone when the level
 * reached is lost, and when the level lost, or a higher one, is held again.
 */
export function tierChanged({ on, levels }: On<"tier_reached" | "tier_lost">, { books }: World): Watcher {
  const seen = new Memory(z.number());
  const rank = (levelId: string | null) => {
    const { tiers } = liveProgram(books);
    return tiers === null ? NO_LEVEL : indexOfLevel(tiers, levelId);
  };
  return {
    ...NEVER,
    memory: seen,
    look: ({ member }) => {
      const { history } = member.tier;
      const first = Math.max(seen.get(member.id) ?? 0, 1);
      seen.note(member.id, history.length);
      const happened: Happening[] = [];
      for (let index = first; index < history.length; index += 1) {
        const step = history[index];
        const before = history[index - 1];
        if (step === undefined || before === undefined) continue;
        const rise = rank(step.levelId) - rank(before.levelId);
        const levelId = on === "tier_reached" ? step.levelId : before.levelId;
        const isIt = on === "tier_reached" ? rise > 0 : rise < 0;
        if (!isIt || levelId === null || !isAsked(levels, levelId)) continue;
        happened.push({ key: instantKey(step.since), about: levelId, happenedAt: step.since });
      }
      return happened;
    },
    isUndone: ({ about }, { member }) => {
      const held = rank(member.tier.levelId);
      return on === "tier_reached" ? held < rank(about) : held >= rank(about);
    },
  };
}

const NO_LEVEL = -1;

/** A grace has begun in which the level is still held. Undone when it is over, either way. */
export function tierInGrace({ levels }: On<"tier_in_grace">): Watcher {
  const running = new Memory(z.string());
  const graceOf = ({ tier }: MemberBook) => (tier.graceUntil === null ? null : tier.levelId);
  return {
    ...NEVER,
    memory: running,
    look: ({ member, at }) => {
      const levelId = graceOf(member);
      const before = running.get(member.id) ?? null;
      if (levelId === null) running.forget(member.id);
      else running.note(member.id, levelId);
      if (levelId === null || levelId === before || !isAsked(levels, levelId)) return NOTHING_HAPPENED;
      return [{ key: instantKey(at), about: levelId, happenedAt: at }];
    },
    isUndone: ({ about }, { member }) => graceOf(member) !== about,
  };
}

/** The next level has come near: once for each level and year. Undone when it is reached, or no longer near. */
export function tierNear({ missingShare }: On<"tier_near">, { books, subjectOf, zone }: World): Watcher {
  const near = new Memory(z.string());
  const nearLevel = (member: MemberBook, at: Instant): string | null => {
    const subject = subjectOf(member.id, at);
    const share = subject?.shop.pointsOf(subject.customer)?.tier?.missingShare ?? null;
    if (share === null || share > missingShare) return null;
    return nextLevel(member, liveProgram(books))?.id ?? null;
  };
  return {
    ...NEVER,
    memory: near,
    look: ({ member, at }) => {
      const levelId = nearLevel(member, at);
      if (levelId === null) {
        near.forget(member.id);
        return NOTHING_HAPPENED;
      }
      const key = `${levelId}:${localDay(at, zone()).slice(0, YEAR)}`;
      if (near.get(member.id) === key) return NOTHING_HAPPENED;
      near.note(member.id, key);
      return [{ key, about: levelId, happenedAt: at }];
    },
    isUndone: ({ about }, { member, at }) => nearLevel(member, at) !== about,
  };
}

const YEAR = 4;

function isAsked(levels: readonly string[] | undefined, levelId: string): boolean {
  return levels === undefined || levels.includes(levelId);
}
