import { z } from "zod";
import { keptHearing } from "./heard.ts";
import type { Instant } from "../calendar.ts";
import type { Journey } from "./journey.ts";
import type { Pass } from "./pass.ts";

const instant = z.number();

const keptPass = z.object({
  journeyId: z.string(),
  version: z.int(),
  happening: z.object({ key: z.string(), about: z.string(), happenedAt: instant }),
  begunAt: instant,
  number: z.int(),
  place: z.array(z.int()),
  wakeAt: instant.nullable(),
  dueAt: instant.nullable(),
  dueNumber: z.int(),
  arms: z.array(z.tuple([z.string(), z.int()])).nullable(),
  codes: z.array(z.string()),
});

const keptWatching = z.object({ version: z.int(), remembers: z.unknown(), clockAt: instant.nullable() });

export type KeptWatching = z.output<typeof keptWatching>;

/** What journeys know of one member between two looks, as plain JSON. */
export const keptState = z.object({
  hearing: keptHearing,
  /** Of each journey that has looked at the member: the version that did, what it remembers, when the clock brings something. */
  watching: z.record(z.string(), keptWatching),
  passes: z.array(keptPass),
  /** Messages that count for how often the member may be written to. */
  sent: z.array(instant),
  /** When membership in segments is looked at next; null where no journey asks. */
  lookAt: instant.nullable(),
});

export type KeptState = z.output<typeof keptState>;
export type KeptPass = z.output<typeof keptPass>;

/** Present where what journeys know is kept between two runs, member by member. */
export interface JourneysKept {
  readonly onSince: (journeyId: string) => Instant;
}

/** What journeys know of a member beside what they heard. */
export type KeptMember = Pick<KeptState, "watching" | "passes" | "sent">;

/** What was kept of a member. */
export interface RecalledMember {
  /** Null: never looked at. */
  readonly state: KeptState | null;
  /** When it was to be looked at again: its own next instant, or sooner. */
  readonly nextDueAt: Instant | null;
  readonly passed: readonly {
    readonly journeyId: string;
    readonly key: string;
    readonly begunAt: Instant;
  }[];
  readonly journeyOf: (journeyId: string, version: number) => Journey;
}

export function keepPass({ journey, memberId: _, arms, place, codes, ...pass }: Pass): KeptPass {
  const { id: journeyId, version } = journey;
  return {
    ...pass,
    ...{ journeyId, version, place: [...place], codes: [...codes] },
    arms: arms === null ? null : [...arms],
  };
}

export function recallPass(
  { journeyId: _, version: _version, arms, codes, ...kept }: KeptPass,
  journey: Journey,
  memberId: string,
): Pass {
  return { ...kept, journey, memberId, codes: [...codes], arms: arms === null ? null : new Map(arms) };
}

/** The next instant at which time alone brings something for the member; null = never. */
export function nextDueAt({ watching, passes, lookAt }: KeptState): number | null {
  const instants = [
    ...Object.values(watching).map(({ clockAt }) => clockAt),
    ...passes.map(({ wakeAt }) => wakeAt),
    lookAt,
  ].filter((at) => at !== null);
  return instants.length === 0 ? null : Math.min(...instants);
}
