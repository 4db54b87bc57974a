import { createBooks } from "../books/create-books.ts";
import type { Instant } from "../calendar.ts";
import { advanceMember, applyEvent, ensureMember } from "../engine.ts";
import type { Program } from "./program.ts";

/** How long a made-up customer stands on a level, one after the other. */
export interface LevelStay {
  /** Null: on none. */
  readonly levelId: string | null;
  readonly since: Instant;
  /** Exclusive; null: for good. */
  readonly until: Instant | null;
  /** Exclusive; null: no time is given beyond `until`. */
  readonly graceUntil: Instant | null;
}

const CLIMBER = "climber";
const BEFORE_ALL: Instant = -8_640_000_000_000_000;
/** Far more than one falls through. */
const STAYS_AT_MOST = 30;

/**
 * What becomes of a customer who has just what a level asks for at an instant, and buys nothing more: the engine
 * judges it, day by day of the program's zone. Empty where the program has no such level.
 */
export function exampleClimb(program: Program, levelId: string, at: Instant): readonly LevelStay[] {
  const level = program.tiers?.levels.find(({ id }) => id === levelId);
  if (level === undefined) return [];
  const books = createBooks([{ version: 1, effectiveAt: BEFORE_ALL, program }], 1, {
    codesIssuedAtOnce: true,
    effectsWanted: false,
    nextCode: () => CLIMBER,
  });
  const nobody = { email: null, birthday: null, tags: [], status: "active" } as const;
  const { tier } = ensureMember(books, CLIMBER, at, nobody);
  const qualifying = { points: 0, qualifying: level.from, reason: CLIMBER };
  applyEvent(books, { type: "points_adjusted", at, memberId: CLIMBER, id: CLIMBER, ...qualifying });
  const stays: LevelStay[] = [];
  while (stays.length < STAYS_AT_MOST) {
    const { levelId: on, since, until } = tier;
    const stay = { levelId: on, since: since ?? until ?? lastEnd(stays) ?? at, until };
    if (until === null) return [...stays, { ...stay, graceUntil: null }];
    advanceMember(books, CLIMBER, until);
    const { graceUntil } = tier;
    stays.push({ ...stay, graceUntil });
    if (graceUntil !== null) advanceMember(books, CLIMBER, graceUntil);
  }
  return stays;
}

/** Who is on no level any more is so since the last one ended. */
function lastEnd(stays: readonly LevelStay[]): Instant | null {
  const last = stays.at(-1);
  return last === undefined ? null : (last.graceUntil ?? last.until);
}
