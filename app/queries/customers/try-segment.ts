import { z } from "zod";
import { liveReport, type LiveReport } from "#app/db/customers/live-report.ts";
import type { Database } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { PLAIN } from "#app/domain/customers/facts/fact.ts";
import { valueOf } from "#app/domain/customers/facts/purchase-figures.ts";
import { subjectOf } from "#app/domain/customers/report/report.ts";
import { holds } from "#app/domain/customers/segments/condition.ts";
import { parseSegments } from "#app/domain/customers/segments/segments.ts";
import { inBoth, type SegmentsDocument } from "#app/domain/customers/segments/shop-segments.ts";

const of = tables.member.shape;
const exampleRow = z.object({
  memberId: z.string(),
  firstName: of.first_name,
  lastName: of.last_name,
  email: of.email,
  customerId: of.customer_id,
});

export type SegmentExample = z.output<typeof exampleRow> & { readonly spentMinor: number };

export interface TriedSegment {
  readonly customers: number;
  readonly of: number;
  /** Those who spent most. */
  readonly examples: readonly SegmentExample[];
  /** Other segments with customers in common, those with most first. */
  readonly overlaps: readonly {
    readonly id: string;
    readonly name: { readonly en: string; readonly de: string };
    readonly customers: number;
  }[];
}

const MOST_EXAMPLES = 10;
/** While somebody is at a segment, the next count need not read everything anew. */
const KEPT_MS = 120_000;
let kept: { readonly shopId: number; readonly until: Instant; readonly report: Promise<LiveReport> } | null =
  null;

/** One shop's customers at a time are held, and only while they are being asked about. */
function reportFor(database: Database, shop: Shop, now: Instant): Promise<LiveReport> {
  if (kept !== null && kept.shopId === shop.shopId && kept.until > now) return kept.report;
  const fresh = { shopId: shop.shopId, until: now + KEPT_MS, report: liveReport(database, shop, now) };
  kept = fresh;
  const forget = () => {
    if (kept === fresh) kept = null;
  };
  fresh.report.catch(forget);
  setTimeout(forget, KEPT_MS).unref();
  return fresh.report;
}

/** Who is in a segment now, were it kept as it is in this document; null where the document is not sound. */
export async function trySegment(
  database: Database,
  shop: Shop,
  { document, id }: { readonly document: SegmentsDocument; readonly id: string },
  now: Instant,
): Promise<TriedSegment | null> {
  const { report, memberOf } = await reportFor(database, shop, now);
  const parsed = parseSegments(document, report.digits);
  const where = parsed.ok ? parsed.segments.conditions.get(id) : undefined;
  if (!parsed.ok || where === undefined) return null;
  const { list, conditions } = parsed.segments;
  const known = report.customers.filter((customer) => memberOf(customer.id) !== null);
  const inside = known
    .filter(({ objects }) => !objects)
    .map((customer) => subjectOf(report, customer))
    .filter((subject) => holds(where, subject, conditions));
  const richest = inside
    .flatMap((subject) => {
      const memberId = memberOf(subject.customer.id);
      return memberId === null ? [] : [{ memberId, spentMinor: valueOf(subject.purchases(PLAIN)) }];
    })
    .sort((a, b) => b.spentMinor - a.spentMinor)
    .slice(0, MOST_EXAMPLES);
  const overlaps = list
    .filter((other) => other.id !== id)
    .map((other) => ({
      id: other.id,
      name: inBoth(other.name),
      customers: inside.filter((subject) => holds(other.where, subject, conditions)).length,
    }))
    .filter(({ customers }) => customers > 0)
    .sort((a, b) => b.customers - a.customers);
  return {
    customers: inside.length,
    of: known.length,
    examples: await named(database, shop.shopId, richest),
    overlaps,
  };
}

async function named(
  database: Database,
  shopId: number,
  members: readonly { readonly memberId: string; readonly spentMinor: number }[],
): Promise<SegmentExample[]> {
  const rows = await readRows(
    database,
    exampleRow,
    `SELECT member_id::text AS "memberId", first_name AS "firstName", last_name AS "lastName", email,
       customer_id AS "customerId" FROM member
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND status <> 'erased'`,
    [shopId, members.map(({ memberId }) => memberId)],
  );
  const names = new Map(rows.map((row) => [row.memberId, row]));
  return members.flatMap(({ memberId, spentMinor }) => {
    const row = names.get(memberId);
    return row === undefined ? [] : [{ ...row, spentMinor }];
  });
}
