import type { Books } from "../books/books.ts";
import type { Lot, LotDraw } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { RewardCode, RewardCodeState } from "../books/codes.ts";
import type { TransactionKind, Transfer } from "../books/transaction.ts";
import { addDays, endOfDay } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { noteLotDue } from "../ledger/due-lists.ts";
import type { Explanation } from "../ledger/explanations/explanation.ts";
import { lotOf, sumOf } from "../ledger/draws.ts";
import { offsetDebt } from "../ledger/offset-debt.ts";
import { openLot } from "../ledger/credit.ts";
import { post } from "../ledger/post.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { nextCodeKey, rewardOfCode } from "./code-book.ts";

/** Days a lot is given at least when points come back into it after it had lapsed. */
const DAYS_AFTER_RETURN = 14;

export interface Release {
  readonly state: RewardCodeState & ("released" | "revoked" | "failed" | "declined");
  readonly reason: (Explanation & { kind: "reward_released" })["reason"];
  readonly at: Instant;
  readonly note: string | null;
}

/** A code that was not used: its points go back into the lots they came from, its piece into stock. */
export function releaseCode(books: Books, member: MemberBook, code: RewardCode, release: Release): void {
  code.state = release.state;
  code.stateReason = release.note;
  const reward = rewardOfCode(books, code);
  const claimed = books.stockClaimed.get(reward.id);
  if (reward.stock !== null && claimed !== undefined) books.stockClaimed.set(reward.id, claimed - 1);
  giveBack(books, member, code, {
    points: code.points,
    from: "held",
    kind: "released",
    at: release.at,
    explanation: {
      kind: "reward_released",
      code: code.code,
      rewardId: code.rewardId,
      points: code.points,
      reason: release.reason,
    },
  });
  // The code is whole again in case it turns out to have been used after all.
  code.draws = code.draws.map((draw) => ({ ...draw, returned: 0 }));
}

export interface GiveBack {
  readonly points: number;
  readonly from: "held" | "redeemed";
  readonly kind: TransactionKind;
  readonly at: Instant;
  readonly explanation: Explanation;
}

/**
 * Puts a code's points back into the lots they came from, latest expiry first. A lot that would
 * have lapsed by now lives 14 days more. What was not taken from a lot (a debt) gets a lot of its own.
 */
export function giveBack(books: Books, member: MemberBook, code: RewardCode, given: GiveBack): void {
  if (given.points === 0) return;
  const { draws, filled } = fill(member, code.draws, given.points);
  const key = nextCodeKey(code, given.kind);
  const rest = given.points - sumOf(filled);
  const fed = filled.map(({ lotId, points }) => ({ lot: lotOf(member, lotId), points }));
  for (const { lot } of fed) revive(books, lot, given.at);
  const restLot = rest === 0 ? null : lotForRest(books, member, key, given.at);
  const transfers = filled.map(({ lotId, points }): Transfer => ({
    from: given.from,
    to: "available",
    points,
    lotId,
  }));
  if (restLot !== null) {
    transfers.push({ from: given.from, to: "available", points: rest, lotId: restLot.id });
    restLot.points += rest;
    fed.push({ lot: restLot, points: rest });
  }
  code.draws = restLot === null ? draws : [...draws, { lotId: restLot.id, points: rest, returned: rest }];
  post(books, member, {
    key,
    kind: given.kind,
    at: given.at,
    programVersion: code.programVersion,
    transfers,
    explanation: given.explanation,
  });
  for (const { lot, points } of fed) {
    offsetDebt(books, member, lot, { becameAvailable: points, at: given.at });
    noteLotDue(books, member, lot);
  }
}

/** Which draws the points go back to: never-expiring lots first, then the latest expiry. */
function fill(member: MemberBook, draws: readonly LotDraw[], points: number) {
  const order = draws
    .map((draw, index) => ({
      draw,
      index,
      expiresAt: lotOf(member, draw.lotId).expiresAt ?? Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => (a.expiresAt === b.expiresAt ? a.index - b.index : b.expiresAt - a.expiresAt));
  const after = [...draws];
  const filled: LotDraw[] = [];
  let open = points;
  for (const { draw, index } of order) {
    const back = Math.min(open, draw.points - draw.returned);
    if (back === 0) continue;
    filled.push({ lotId: draw.lotId, points: back, returned: 0 });
    after[index] = { ...draw, returned: draw.returned + back };
    open -= back;
  }
  return { draws: after, filled };
}

function revive(books: Books, lot: Lot, at: Instant): void {
  if (lot.expiresAt === null || lot.expiresAt > at) return;
  const { timezone } = liveProgram(books);
  lot.expiresAt = endOfDay(addDays(at, DAYS_AFTER_RETURN, timezone), timezone);
  lot.noticesSent = 0;
}

function lotForRest(books: Books, member: MemberBook, key: string, at: Instant): Lot {
  return openLot(books, member, {
    id: key,
    cause: key,
    kind: "returned",
    programVersion: books.liveVersion,
    createdAt: at,
    availableAt: at,
    isOpen: true,
  });
}
