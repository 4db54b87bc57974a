import type { Books } from "../books/books.ts";
import type { MemberId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";
import type { SegmentAsker } from "../customers/segments/segment-asker.ts";
import { Heard } from "../journeys/heard.ts";
import type { Journeys } from "../journeys/journey.ts";
import { JourneyRun } from "../journeys/journey-run.ts";
import { worldOfBooks } from "../journeys/world-of-books.ts";

/** Journeys over a history: what they hear, and what they do. */
export interface ReplayJourneys {
  readonly heard: Heard;
  readonly run: JourneyRun;
}

export function startJourneys(journeys: Journeys, books: Books, asker: SegmentAsker): ReplayJourneys {
  let codes = 0;
  const heard = new Heard(books);
  const own = {
    nameOf: (memberId: MemberId) => memberId,
    noteMail: (memberId: MemberId, at: Instant) => {
      asker.noteMail(memberId, at);
    },
    nextCode: () => `J${String((codes += 1))}`,
  };
  const run = new JourneyRun(journeys, worldOfBooks({ books, heard, asker, own }));
  return { heard, run };
}
