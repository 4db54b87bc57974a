import { readKeptSegments } from "#app/db/customers/shop-segments.ts";
import type { Statements } from "#app/db/database.ts";
import { readJourneySurroundings } from "#app/db/journeys/journey-surroundings.ts";
import { activeAmong, spreadOfMembers } from "#app/db/journeys/sampled-members.ts";
import { nextMembers } from "#app/db/program-review/reviewed-people.ts";
import { addMonths, type Instant } from "#app/domain/calendar.ts";
import { segmentsOfShop } from "#app/domain/customers/segments/shop-segments.ts";
import { parseJourney } from "#app/domain/journeys/parse-journeys.ts";
import type { ReviewedPerson } from "#app/domain/program-review/tell-past.ts";
import { estimateJourney, type JourneyEstimate } from "#app/domain/replay/estimate-journey.ts";

/** What a journey would have come to in a usual month of the shop's own past. */
export interface UsualMonth extends JourneyEstimate {
  /** Whose past it was tried on. */
  readonly tried: number;
  /** How many members there are. */
  readonly members: number;
  /** So many of the last months are counted. */
  readonly months: number;
}

/** Few enough to be answered while somebody waits: three parts from all over the members' numbers. */
const PARTS = 3;
const MEMBERS_OF_A_PART = 100;
const COUNTED_MONTHS = 3;
/** What comes before is told too: tiers, expiry and who has not bought for long come of it. */
const TOLD_MONTHS = 15;

/** Null: something is wrong with the journey, or the shop has no program or no members. */
export async function estimateOfJourney(
  statements: Statements,
  shopId: number,
  document: unknown,
  now: Instant,
): Promise<UsualMonth | null> {
  const around = await readJourneySurroundings(statements, shopId);
  if (around === null) return null;
  const parsed = parseJourney(document, around);
  if (!parsed.ok) return null;
  const { program } = around;
  const told = addMonths(now, -TOLD_MONTHS, program.timezone);
  const { members, people } = await sample(statements, shopId, told);
  if (people.length === 0) return null;
  const kept = await readKeptSegments(statements, shopId);
  const segments = segmentsOfShop(kept?.document ?? null, program.currencyDigits);
  const since = addMonths(now, -COUNTED_MONTHS, program.timezone);
  const among = estimateJourney({ program, journey: parsed.value, segments, people, since, now });
  const perMonth = (count: number) => Math.round((count / people.length / COUNTED_MONTHS) * members);
  return {
    begun: perMonth(among.begun),
    heldOut: perMonth(among.heldOut),
    points: perMonth(among.points),
    rewards: perMonth(among.rewards),
    ...{ tried: people.length, members, months: COUNTED_MONTHS },
  };
}

/** Members from all over, with what they bought; who joined before that time was there from its beginning. */
async function sample(
  statements: Statements,
  shopId: number,
  since: Instant,
): Promise<{ readonly members: number; readonly people: readonly ReviewedPerson[] }> {
  const { members, starts } = await spreadOfMembers(statements, shopId, PARTS);
  const people = new Map<string, ReviewedPerson>();
  for (const start of starts) {
    const behind = String(BigInt(start) - 1n);
    const part = await nextMembers(statements, shopId, {
      ...{ behind, limit: MEMBERS_OF_A_PART, since, earlierToo: false },
    });
    for (const person of part.people) people.set(person.id, person);
  }
  const active = await activeAmong(statements, shopId, [...people.keys()]);
  return {
    members,
    people: [...people.values()]
      .filter(({ id }) => active.has(id))
      .map((person) => ({ ...person, joinedAt: person.joinedAt ?? since })),
  };
}
