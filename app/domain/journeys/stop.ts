import type { Pass } from "./pass.ts";
import type { Look, Watcher } from "./watcher.ts";

/** Whether what was told of a member, or how things stand, ends a pass. `watcherOf`: of the version it began with. */
export function isToStop(pass: Pass, look: Look, watcherOf: () => Watcher): boolean {
  const { stopWhen } = pass.journey;
  if (stopWhen.size === 0) return false;
  if (stopWhen.has("purchase") && look.told.some(({ kind }) => kind === "purchase")) return true;
  if (stopWhen.has("reward_used") && pass.codes.some((code) => look.member.codes.get(code)?.state === "used"))
    return true;
  return stopWhen.has("trigger_undone") && watcherOf().isUndone(pass.happening, look);
}
