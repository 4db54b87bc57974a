import { formatInstant } from "../../calendar.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import type { Replay } from "../replay.ts";

/** What journeys came to, in the order in which it happened, instants in the program's time zone; null where none were given. */
export function journeysOutput({ books, journeys }: Replay) {
  if (journeys === null) return null;
  const { timezone } = liveProgram(books);
  const { messages, skipped, heldOut } = journeys.run.record;
  return {
    messages: messages.map(({ at, memberId, journeyId, step, channel, template, code }) => ({
      at: formatInstant(at, timezone),
      member: memberId,
      journey: journeyId,
      ...{ step, channel, template },
      ...(code === null ? {} : { code }),
    })),
    skipped: skipped.map(({ at, memberId, journeyId, step, reason }) => ({
      at: formatInstant(at, timezone),
      member: memberId,
      journey: journeyId,
      ...{ step, reason },
    })),
    heldOut: heldOut.map(({ at, memberId, journeyId }) => ({
      at: formatInstant(at, timezone),
      member: memberId,
      journey: journeyId,
    })),
  };
}
