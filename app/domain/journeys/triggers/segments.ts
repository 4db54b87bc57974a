import { z } from "zod";
import type { Trigger } from "../journey.ts";
import { Memory } from "../memory.ts";
import { instantKey, NEVER, NOTHING_HAPPENED } from "../watcher.ts";
import type { Watcher, World } from "../watcher.ts";

/** A member entered a segment, or left it; being in at the first look is an entry. Undone by the opposite. */
export function segmentChanged(
  { on, segment }: Extract<Trigger, { on: "segment_entered" | "segment_left" }>,
  { isInSegment }: World,
): Watcher {
  const inside = new Memory(z.literal(true));
  return {
    ...NEVER,
    memory: inside,
    look: ({ member, at }) => {
      const wasIn = inside.get(member.id) === true;
      const isIn = isInSegment(member.id, segment, at);
      if (isIn === wasIn) return NOTHING_HAPPENED;
      if (isIn) inside.note(member.id, true);
      else inside.forget(member.id);
      return isIn === (on === "segment_entered")
        ? [{ key: instantKey(at), about: segment, happenedAt: at }]
        : NOTHING_HAPPENED;
    },
    isUndone: (_, { member, at }) => isInSegment(member.id, segment, at) !== (on === "segment_entered"),
  };
}
