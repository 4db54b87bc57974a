import { withAdded } from "../with-added.ts";
import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { StandingPoints } from "../books/standing-points.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { creditLot, openLot } from "./credit.ts";
import type { Explanation } from "./explanations/explanation.ts";
import { lotOf } from "./draws.ts";
import { post } from "./post.ts";

export interface Addition {
  readonly at: Instant;
  readonly points: number;
  /** Names the cause: `order:1001`. Lots are named after it. */
  readonly cause: string;
  /** Names its transactions: `order:1001:award`, followed by the number of the posting. */
  readonly key: string;
  readonly kind: Lot["kind"];
  /** When the first lot's points can be spent. Later ones can at once. */
  readonly release: () => { readonly availableAt: Instant | null; readonly isOpen: boolean };
  /** `lot`: null where nothing but what was forgiven comes back. */
  readonly explain: (lot: Lot | null) => Explanation;
}

/** Points that stand less what was forgiven: what the next target is compared with. */
export function countedPoints({ standing, writtenOff }: StandingPoints): number {
  return standing - writtenOff;
}

/** Adds points to what stands. What was forgiven before counts as taken: it is what comes back first. */
export function creditStanding(
  books: Books,
  member: MemberBook,
  stand: StandingPoints,
  addition: Addition,
): void {
  const netted = Math.min(stand.writtenOff, addition.points);
  const points = addition.points - netted;
  stand.postings += 1;
  const key = `${addition.key}:${String(stand.postings)}`;
  stand.standing += points;
  stand.writtenOff -= netted;
  const alongside =
    netted === 0 ? NONE : [{ from: "issued", to: "written_off", points: netted, lotId: null } as const];
  const { at } = addition;
  if (points === 0) {
    post(books, member, {
      key,
      kind: "earned",
      at,
      programVersion: stand.programVersion,
      transfers: alongside,
      explanation: () => addition.explain(null),
    });
    return;
  }
  const lot = lotToCredit(books, member, stand, addition);
  const before = lot.points;
  const explain = () => addition.explain(lot);
  creditLot(books, member, lot, { key, kind: "earned", at, points, alongside, explain });
  // Points that come back were counted when they were first credited.
  lot.points = Math.max(before, lot.remaining, Math.min(lot.points, stand.standing));
}

const NONE: readonly never[] = [];

/** The lot of the cause while it lives; once it has lapsed, a new one. */
function lotToCredit(
  books: Books,
  member: MemberBook,
  stand: StandingPoints,
  { at, cause, kind, release }: Addition,
): Lot {
  const lastId = stand.lotIds.at(-1);
  const last = lastId === undefined ? undefined : lotOf(member, lastId);
  if (last !== undefined && (last.expiresAt === null || last.expiresAt > at)) return last;
  const { availableAt, isOpen } = last === undefined ? release() : { availableAt: at, isOpen: true };
  const lot = openLot(books, member, {
    id: last === undefined ? cause : `${cause}:${String(stand.lotIds.length + 1)}`,
    cause,
    kind,
    programVersion: stand.programVersion,
    createdAt: at,
    availableAt,
    isOpen,
  });
  stand.lotIds = withAdded(stand.lotIds, lot.id);
  return lot;
}
