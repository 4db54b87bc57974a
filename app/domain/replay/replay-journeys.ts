import type { Books } from "../books/books.ts";
import type { SegmentAsker } from "../customers/segments/segment-asker.ts";
import { Heard } from "../journeys/heard.ts";
import type { Journeys } from "../journeys/journey.ts";
import { JourneyRun } from "../journeys/journey-run.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { isTimeZone } from "../time-zone.ts";

/** Journeys over a history: what they hear, and what they do. */
export interface ReplayJourneys {
  readonly heard: Heard;
  readonly run: JourneyRun;
}

export function startJourneys(journeys: Journeys, books: Books, asker: SegmentAsker): ReplayJourneys {
  let codes = 0;
  const heard = new Heard(books);
  const zone = () => liveProgram(books).timezone;
  const run = new JourneyRun(journeys, {
    books,
    aside: heard,
    nameOf: (memberId) => memberId,
    personOf: (memberId) => asker.personOf(memberId),
    subjectOf: (memberId, at) => asker.subjectOf(memberId, at),
    isInSegment: (memberId, id, at) => asker.holds({ kind: "segment", id }, memberId, at),
    holds: (condition, memberId, at) => asker.holds(condition, memberId, at),
    zone,
    zoneOf: (memberId) => {
      const told = asker.personOf(memberId).zone;
      return told !== null && isTimeZone(told) ? told : zone();
    },
    productsOf: (kind, memberId, at) => asker.productsOf(kind, memberId, at),
    noteMail: (memberId, at) => {
      asker.noteMail(memberId, at);
    },
    nextCode: () => `J${String((codes += 1))}`,
  });
  return { heard, run };
}
