import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import { creditNewLot } from "../../ledger/credit.ts";
import { drawsFor, fromAvailable, lotsToSpend, sumOf } from "../../ledger/draws.ts";
import { post } from "../../ledger/post.ts";
import { DONE, type Outcome } from "../../refusal.ts";
import { putTierBack, tierBefore } from "../put-tier-back.ts";
import type { BeforeDeed, BulkUndone } from "./for-many-event.ts";

export function beforeDeed(member: MemberBook): BeforeDeed {
  return { tier: tierBefore(member), excluded: member.excludedByHand };
}

/**
 * Of points that were given goes what is left of them, and nobody owes the rest; points that were taken come
 * back with an end of their own. A tier and an exclusion become what they were where they still stand as set.
 */
export function undoDeed(books: Books, member: MemberBook, event: BulkUndone): Outcome {
  if (member.status === "left" || member.status === "erased") return DONE;
  const { at, points, levelId, excluded, before } = event;
  if (points > 0) takeWhatIsLeft(books, member, event);
  if (points < 0) giveBack(books, member, event);
  if (levelId !== null && member.tier.levelId === levelId) putTierBack(books, member, before.tier, at);
  if (excluded !== null && member.excludedByHand === excluded) member.excludedByHand = before.excluded;
  return DONE;
}

function takeWhatIsLeft(books: Books, member: MemberBook, { at, id, points, reason }: BulkUndone): void {
  const own = lotsToSpend(member).filter((lot) => lot.cause === `adjust:${id}`);
  const draws = drawsFor(own, points);
  if (draws.length === 0) return;
  post(books, member, {
    key: `adjust:${id}:undone`,
    kind: "adjusted",
    at,
    programVersion: books.liveVersion,
    transfers: fromAvailable(draws, "issued"),
    explanation: { kind: "adjustment_undone", points: -sumOf(draws), reason },
  });
}

function giveBack(books: Books, member: MemberBook, { at, id, points, reason }: BulkUndone): void {
  const lotId = `adjust:${id}:undone`;
  creditNewLot(
    books,
    member,
    { id: lotId, kind: "adjustment" },
    {
      key: lotId,
      kind: "adjusted",
      at,
      points: -points,
      explain: () => ({ kind: "adjustment_undone", points: -points, reason }),
    },
  );
}
