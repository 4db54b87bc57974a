import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { creditNewLot } from "../ledger/credit.ts";
import { drawsFor, fromAvailable, lotsToSpend } from "../ledger/draws.ts";
import { post } from "../ledger/post.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { giveReward } from "../redemption/claim-reward.ts";
import type { Gift } from "./journey.ts";

export interface Giving {
  readonly gift: Gift;
  readonly journeyId: string;
  /** `journey:<id>:<member>:<key>:<step>`: given once. */
  readonly cause: string;
  readonly at: Instant;
  /** The products a reward's code holds for; null where it holds for what the reward says. */
  readonly products: readonly string[] | null;
  readonly nextCode: () => string;
}

export type Given =
  | { readonly kind: "points" }
  | { readonly kind: "code"; readonly code: string }
  /** `unknown`: the program has no such reward any more. */
  | { readonly kind: "nothing"; readonly reason: "out_of_stock" | "unknown" };

/** A gift of a journey: points, available at once and counting towards no level, or a code that costs nothing. */
export function giveGift(books: Books, member: MemberBook, giving: Giving): Given {
  const { gift, at, nextCode, products } = giving;
  books.changed.add(member.id);
  if (gift.kind === "points") {
    if (gift.points > 0) givePoints(books, member, giving, gift.points);
    else takePoints(books, member, giving, Math.min(-gift.points, member.balance.available));
    return { kind: "points" };
  }
  const reward = liveProgram(books).rewards.find(({ id }) => id === gift.rewardId);
  if (reward === undefined) return { kind: "nothing", reason: "unknown" };
  const code = giveReward(books, member, reward, { at, origin: "gift", nextCode, products });
  return code === null ? { kind: "nothing", reason: "out_of_stock" } : { kind: "code", code };
}

function givePoints(
  books: Books,
  member: MemberBook,
  { cause, at, journeyId }: Giving,
  points: number,
): void {
  creditNewLot(
    books,
    member,
    { id: cause, kind: "gift" },
    {
      key: cause,
      kind: "earned",
      at,
      points,
      explain: ({ expiresAt }) => ({
        kind: "gift_given",
        of: { kind: "journey", journeyId },
        points,
        isAgain: false,
        expiresAt,
      }),
    },
  );
}

/** No more than is available; what could not be taken is not owed. */
function takePoints(
  books: Books,
  member: MemberBook,
  { cause, at, journeyId }: Giving,
  points: number,
): void {
  if (points === 0) return;
  post(books, member, {
    key: cause,
    kind: "taken",
    at,
    programVersion: books.liveVersion,
    transfers: fromAvailable(drawsFor(lotsToSpend(member), points), "issued"),
    explanation: {
      kind: "gift_taken_back",
      of: { kind: "journey", journeyId },
      points,
      toDebt: 0,
      writtenOff: 0,
    },
  });
}
