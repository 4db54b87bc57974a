import type { Instant } from "../calendar.ts";
import type { Journey } from "./journey.ts";
import type { KeptWatching } from "./kept-state.ts";
import type { Watcher } from "./watcher.ts";

/** One journey in the version that begins passes now. */
export interface Running {
  readonly journey: Journey;
  readonly place: number;
  readonly watcher: Watcher;
  /** What happened before is of no concern to it. */
  readonly onSince: Instant;
  /** When the clock brings something next, by member. */
  readonly scheduled: Map<string, Instant>;
  isOn: boolean;
}

/** Members are held out of it, or it leads different ways. */
export function isCompared({ holdout, steps }: Journey): boolean {
  return holdout > 0 || steps.some(({ kind }) => kind === "choose");
}

export function isOfSegment({ trigger }: Journey): boolean {
  return trigger.on === "segment_entered" || trigger.on === "segment_left";
}

export function keepWatching(running: Running, memberId: string): KeptWatching {
  return {
    version: running.journey.version,
    remembers: running.watcher.memory?.keep(memberId) ?? null,
    clockAt: running.scheduled.get(memberId) ?? null,
  };
}

/** Whether there was something to recall: another version of the journey sees with other eyes. */
export function recallWatching(
  running: Running,
  memberId: string,
  kept: KeptWatching | undefined,
): kept is KeptWatching {
  if (kept?.version !== running.journey.version) return false;
  running.watcher.memory?.recall(memberId, kept.remembers);
  if (kept.clockAt !== null) running.scheduled.set(memberId, kept.clockAt);
  return true;
}
