import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Instant } from "../../calendar.ts";
import { request } from "../../effect-queue.ts";
import { creditNewLot } from "../../ledger/credit.ts";
import { drawsFor, fromAvailable, lotsToSpend, sumOf } from "../../ledger/draws.ts";
import { post } from "../../ledger/post.ts";
import { rewardOfCode } from "../../redemption/code-book.ts";
import { decideCode } from "../../redemption/decide-code.ts";
import { DONE, type Outcome } from "../../refusal.ts";
import { putTierBack, tierBefore } from "../put-tier-back.ts";
import type { BeforeDeed, BulkUndone } from "./for-many-event.ts";

export function beforeDeed(member: MemberBook): BeforeDeed {
  return { tier: tierBefore(member), excluded: member.excludedByHand };
}

/**
 * Of points that were given goes what is left of them, and nobody owes the rest; points that were taken come
 * back with an end of their own. A tier and an exclusion become what they were where they still stand as set. A
 * code that was given is withdrawn where it was not used; a tag is asked for the other way round.
 */
export function undoDeed(books: Books, member: MemberBook, event: BulkUndone): Outcome {
  if (member.status === "left" || member.status === "erased") return DONE;
  const { at, points, levelId, excluded, code, tag, before } = event;
  if (points > 0) takeWhatIsLeft(books, member, event);
  if (points < 0) giveBack(books, member, event);
  if (levelId !== null && member.tier.levelId === levelId) putTierBack(books, member, before.tier, at);
  if (excluded !== null && member.excludedByHand === excluded) member.excludedByHand = before.excluded;
  if (code !== null) withdrawUnused(books, member, { code, at, reason: event.reason });
  if (tag !== null) {
    request(books, { type: "tag_customer", memberId: member.id, tag: tag.tag, isTagged: !tag.isTagged });
  }
  return DONE;
}

/** Money that the shop is being asked for may be there already, and is never asked back. */
function withdrawUnused(
  books: Books,
  member: MemberBook,
  { code: text, at, reason }: { readonly code: string; readonly at: Instant; readonly reason: string },
): void {
  const code = member.codes.get(text);
  if (code === undefined) return;
  const { kind } = rewardOfCode(books, code).value;
  if (code.state === "held" && (kind === "giftCard" || kind === "storeCredit")) return;
  decideCode(books, member, {
    ...{ type: "code_cancelled", by: "merchant" },
    ...{ at, memberId: member.id, code: text, reason },
  });
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
