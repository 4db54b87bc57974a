import type { RewardCode, RewardCodeState } from "#app/domain/books/codes.ts";
import type { Lot } from "#app/domain/books/lots.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { TransactionKind } from "#app/domain/books/transaction.ts";
import { oneOf } from "../column-values.ts";

/** Words that columns of text have, as the domain knows them. */
export const memberStatus = oneOf<MemberBook["status"]>({
  active: true,
  shadow: true,
  left: true,
  erased: true,
});

export const lotKind = oneOf<Lot["kind"]>({
  order: true,
  activity: true,
  adjustment: true,
  tier_entry: true,
  gift: true,
  reinstated: true,
  returned: true,
  opening: true,
});

export const lotState = oneOf<Lot["state"]>({ pending: true, open: true });

export const codeOrigin = oneOf<RewardCode["origin"]>({ redemption: true, tier_entry: true, gift: true });

export const codeState = oneOf<RewardCodeState>({
  held: true,
  issued: true,
  used: true,
  released: true,
  revoked: true,
  failed: true,
  requested: true,
  fulfilled: true,
  declined: true,
});

export const transactionKind = oneOf<TransactionKind>({
  earned: true,
  clawed_back: true,
  taken: true,
  matured: true,
  debt_offset: true,
  held: true,
  released: true,
  used: true,
  returned: true,
  expired: true,
  reinstated: true,
  adjusted: true,
  opening: true,
  tier_entry: true,
  merged: true,
  unmerged: true,
});
