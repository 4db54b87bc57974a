import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { MemberAsker } from "#app/domain/customers/segments/member-asker.ts";
import type { Heard } from "#app/domain/journeys/heard.ts";
import type { Journey, JourneySettings } from "#app/domain/journeys/journey.ts";
import { JourneyRun } from "#app/domain/journeys/journey-run.ts";
import { LiveJourneys } from "#app/domain/journeys/live-journeys.ts";
import { worldOfBooks } from "#app/domain/journeys/world-of-books.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import type { Statements } from "../database.ts";
import { readJourneyMembers } from "./journey-members.ts";
import { loadCorrespondence } from "./correspondence.ts";
import { readJourneySettings, type StoredJourney } from "./stored-journeys.ts";

const NEVER: Instant = Number.POSITIVE_INFINITY;

interface Parts {
  readonly books: Books;
  readonly stored: readonly StoredJourney[];
  readonly settings: JourneySettings;
  readonly heard: Heard;
  readonly asker: MemberAsker;
}

/** The journeys of a shop over books of these members, as they were left. */
export async function openJourneys(
  tx: Statements,
  shopId: number,
  {
    memberIds,
    now,
    ...parts
  }: Omit<Parts, "settings"> & { readonly memberIds: readonly MemberId[]; readonly now: Instant },
): Promise<LiveJourneys> {
  const settings = await readJourneySettings(tx, shopId);
  if (memberIds.length > 0) await loadCorrespondence(tx, shopId, memberIds, parts);
  const journeys = runJourneys({ ...parts, settings });
  const journeyOf = journeyFinder(parts.stored);
  for (const { memberId, ...kept } of await readJourneyMembers(tx, shopId, memberIds)) {
    const member = parts.books.members.get(memberId);
    if (member !== undefined) journeys.recall(member, { ...kept, journeyOf }, now);
  }
  return journeys;
}

function runJourneys({ books, stored, settings, heard, asker }: Parts): LiveJourneys {
  const zone = () => liveProgram(books).timezone;
  const current = stored.filter(({ isCurrent }) => isCurrent);
  const onSince = new Map(current.map(({ journey, onSince: since }) => [journey.id, since ?? NEVER]));
  const list = current.map(({ journey }) => journey);
  const own = {
    nameOf: (memberId: MemberId) => asker.nameOf(memberId),
    noteMail: (memberId: MemberId, at: Instant) => {
      asker.keepMail(memberId, at);
    },
    nextCode: books.nextCode,
  };
  const run = new JourneyRun({ settings, list }, worldOfBooks({ books, heard, asker, own }), {
    onSince: (journeyId) => onSince.get(journeyId) ?? NEVER,
  });
  return new LiveJourneys({ books, run, heard, zone });
}

/** The version a pass began with: of one that is current the very journey that runs. */
function journeyFinder(stored: readonly StoredJourney[]): (journeyId: string, version: number) => Journey {
  const byName = new Map(stored.map(({ journey }) => [`${journey.id}\n${String(journey.version)}`, journey]));
  return (journeyId, version) => {
    const journey = byName.get(`${journeyId}\n${String(version)}`);
    assert(journey !== undefined, "the version a running pass began with is kept");
    return journey;
  };
}
