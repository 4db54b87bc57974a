import type { Statements } from "#app/db/client.ts";
import { readKeptSegments } from "#app/db/customers/shop-segments.ts";
import { readShopStanding } from "#app/db/customers/shop-standing.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { nextMembers, nextStrangers, type PartOfPeople } from "#app/db/program-review/reviewed-people.ts";
import { writeProgress, type ProgramReview } from "#app/db/program-review/program-review.ts";
import { readProductFacts } from "#app/db/questions/product-facts.ts";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { askedAmongAll } from "#app/domain/customers/segments/condition.ts";
import { NO_SEGMENTS } from "#app/domain/customers/segments/segments.ts";
import { segmentsOfShop } from "#app/domain/customers/segments/shop-segments.ts";
import { askedSegments } from "#app/domain/earning/orders/segments-asked-for.ts";
import { needsProduct, withProduct } from "#app/domain/earning/orders/product-facts.ts";
import { isQuiet } from "#app/domain/history/history-books.ts";
import { parseFrozen } from "#app/domain/program/document/parse-frozen.ts";
import type { Program } from "#app/domain/program/program.ts";
import { reviewPeople, type ReviewedPrograms } from "#app/domain/program-review/review-people.ts";
import type { ReviewedPerson, ReviewedSegments } from "#app/domain/program-review/tell-past.ts";

/** People at once: their orders and two books of each are all that is held in memory. */
const PEOPLE_AT_ONCE = 100;
const REVIEWED_MS = 365 * 86_400_000;

type TriedPrograms = Pick<ReviewedPrograms, "before" | "after">;

/** One part of a review: the next people's orders through both programs. The review as it stands afterwards. */
export async function reviewPart(
  statements: Statements,
  shopId: number,
  review: ProgramReview,
  now: Instant,
): Promise<ProgramReview> {
  const programs = await programsOf(statements, shopId, review);
  const { phase, behind, startedAt } = review;
  const asked = await askedOf(statements, shopId, programs, review);
  const next = phase === "members" ? nextMembers : nextStrangers;
  const part = await next(statements, shopId, {
    behind,
    limit: PEOPLE_AT_ONCE,
    since: startedAt - REVIEWED_MS,
    earlierToo: asked.segments.list.length > 0,
  });
  const tally = structuredClone(review.tally);
  const { people, unknownOrders } = await completed(statements, shopId, part, programs);
  tally.unknownOrders += unknownOrders;
  reviewPeople(tally, { ...programs, ...asked }, people, startedAt);
  const { standing } = asked;
  const after = { ...review, ...whereNext(review, part, now), tally, standing, failures: 0 };
  await writeProgress(statements, shopId, startedAt, { ...after, nextAt: now });
  return after;
}

function whereNext(
  { phase, lookedAt }: ProgramReview,
  part: PartOfPeople,
  now: Instant,
): Pick<ProgramReview, "state" | "phase" | "behind" | "lookedAt" | "endedAt"> {
  const seen = lookedAt + part.lookedAt;
  if (part.lookedAt === PEOPLE_AT_ONCE) {
    return { state: "running", phase, behind: part.last, lookedAt: seen, endedAt: null };
  }
  return phase === "members"
    ? { state: "running", phase: "strangers", behind: null, lookedAt: seen, endedAt: null }
    : { state: "done", phase, behind: part.last, lookedAt: seen, endedAt: now };
}

/** The program that is tried, and the one that was live when it was asked for; one nobody earns by is none. */
async function programsOf(
  statements: Statements,
  shopId: number,
  { document, liveVersion }: ProgramReview,
): Promise<TriedPrograms> {
  const parsed = parseFrozen(document);
  assert(parsed.ok, "a program that is tried was right when it was asked for");
  const versions = await readProgramVersions(statements, shopId);
  const live = versions.find(({ version }) => version === liveVersion)?.program ?? null;
  return { before: live === null || isQuiet(live) ? null : live, after: parsed.program };
}

/**
 * The segments that either program asks for. What is found among all customers is looked up with the first part, and
 * is the same for all parts: nobody's orders are read but those of the part.
 */
async function askedOf(
  statements: Statements,
  shopId: number,
  { before, after }: TriedPrograms,
  { standing, startedAt }: ProgramReview,
): Promise<ReviewedSegments> {
  const named = new Set(
    [after, ...(before === null ? [] : [before])].flatMap((one) => [...askedSegments(one)]),
  );
  if (named.size === 0) return { segments: NO_SEGMENTS, standing: null };
  const kept = await readKeptSegments(statements, shopId);
  const all = segmentsOfShop(kept === null ? null : kept.document, after.currencyDigits);
  const segments = { ...all, list: all.list.filter(({ id }) => named.has(id)) };
  const amongAll = segments.list.flatMap(({ where }) => askedAmongAll(where, all.conditions));
  if (amongAll.length === 0 || standing !== null) return { segments, standing };
  // Averages are all that can be asked for of a time or of some orders.
  const averages = amongAll.flatMap(({ fact, ask }) => (fact.asks.length > 0 ? [ask] : []));
  const wish = { averages, program: after, at: startedAt };
  return { segments, standing: await readShopStanding(statements, shopId, wish) };
}

/** What orders leave out of their products is filled in from what the app knows of them; nobody is asked for it. */
async function completed(
  statements: Statements,
  shopId: number,
  { people }: PartOfPeople,
  { before, after }: TriedPrograms,
): Promise<{ readonly people: readonly ReviewedPerson[]; readonly unknownOrders: number }> {
  const programs = [after, ...(before === null ? [] : [before])];
  const wanted = new Set(
    people.flatMap(({ orders }) =>
      orders.flatMap(({ lines }) =>
        lines.flatMap((line) => (line.product !== null && isAsked(programs, line) ? [line.product] : [])),
      ),
    ),
  );
  if (wanted.size === 0) return { people, unknownOrders: 0 };
  const facts = await readProductFacts(statements, shopId, [...wanted]);
  let unknownOrders = 0;
  const complete = people.map((person) => ({
    ...person,
    orders: person.orders.map((order) => {
      const lines = order.lines.map((line) => {
        const known = line.product === null ? undefined : facts.get(line.product);
        return known === undefined ? line : withProduct(line, known);
      });
      const isUnknown = lines.some(
        (line) => line.product !== null && !facts.has(line.product) && isAsked(programs, line),
      );
      if (isUnknown) unknownOrders += 1;
      return { ...order, lines };
    }),
  }));
  return { people: complete, unknownOrders };
}

function isAsked(programs: readonly Program[], line: Parameters<typeof needsProduct>[1]): boolean {
  return programs.some((program) => needsProduct(program, line));
}
