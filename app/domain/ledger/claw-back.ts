import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Transfer } from "../books/transaction.ts";
import type { Instant } from "../calendar.ts";
import { programOf } from "../program/version-in-effect.ts";
import type { Explanation } from "./explanations/explanation.ts";
import { drawsFor, lotOf, lotsToSpend, sumOf } from "./draws.ts";
import { post } from "./post.ts";
import type { StandingPoints } from "../books/standing-points.ts";

export interface Reduction {
  readonly at: Instant;
  readonly points: number;
  /** Names its transactions, followed by the number of the posting. */
  readonly key: string;
  readonly explain: (taken: TakenFrom) => Explanation;
}

/** Where points that were taken back came from. */
export interface TakenFrom {
  readonly fromPending: number;
  readonly fromLot: number;
  readonly fromOtherLots: number;
  readonly toDebt: number;
  readonly writtenOff: number;
}

/**
 * Takes points back that stood for something: from what of them is pending, from what is left of their
 * lots, and what is missing by the policy of the program version they were given by: owed (`debt`),
 * forgiven (`clamp`), or taken from the other lots, soonest expiry first, and only then owed.
 */
export function clawBack(
  books: Books,
  member: MemberBook,
  stand: StandingPoints,
  { at, points, key, explain }: Reduction,
): void {
  const own = stand.lotIds.map((id) => lotOf(member, id));
  const pending = take(own, "pending", points);
  const open = take(own, "open", points - sumOf(pending));
  let missing = points - sumOf(pending) - sumOf(open);
  const policy = programOf(books, stand.programVersion).refunds.shortfall;
  const others =
    policy === "otherLots"
      ? drawsFor(
          lotsToSpend(member).filter((lot) => !stand.lotIds.includes(lot.id)),
          missing,
        )
      : [];
  missing -= sumOf(others);
  const forgiven = policy === "clamp" ? missing : 0;
  const transfers: Transfer[] = [
    ...pending.map(({ lotId, points: part }) => backFrom("pending", part, lotId)),
    ...[...open, ...others].map(({ lotId, points: part }) => backFrom("available", part, lotId)),
  ];
  if (missing > 0) transfers.push(backFrom(policy === "clamp" ? "written_off" : "debt", missing, null));
  stand.postings += 1;
  const explanation = explain({
    fromPending: sumOf(pending),
    fromLot: sumOf(open),
    fromOtherLots: sumOf(others),
    toDebt: missing - forgiven,
    writtenOff: forgiven,
  });
  post(books, member, {
    key: `${key}:${String(stand.postings)}`,
    kind: "clawed_back",
    at,
    programVersion: stand.programVersion,
    transfers,
    explanation,
  });
  stand.standing -= points - forgiven;
  stand.writtenOff += forgiven;
}

function backFrom(from: Transfer["from"], points: number, lotId: string | null): Transfer {
  return { from, to: "issued", points, lotId };
}

function take(lots: readonly Lot[], state: Lot["state"], points: number) {
  return drawsFor(
    lots.filter((lot) => lot.state === state),
    points,
  );
}
