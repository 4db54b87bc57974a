import type { Books } from "#app/domain/books/books.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { holdsPoints, type RewardCode } from "#app/domain/books/codes.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { rewardOfCode } from "#app/domain/redemption/code-book.ts";
import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import type { StorefrontCode, StorefrontCodes } from "#storefront/state.ts";
import { rewardName } from "./storefront-reward-name.ts";

/** Of the codes that are over, so many at a time. */
const PAGE_SIZE = 20;

/** A member's codes for the state: all that are open, and the latest of the others. */
export function codesOf(
  books: Books,
  member: MemberBook,
  language: string | null,
): { readonly codes: readonly StorefrontCode[]; readonly codesBefore: string | null } {
  const all = latestFirst(member);
  const past = all.filter((code) => !holdsPoints(code));
  const last = past[PAGE_SIZE - 1];
  const shown = new Set(past.slice(0, PAGE_SIZE));
  return {
    codes: all
      .filter((code) => holdsPoints(code) || shown.has(code))
      .map((code) => codeView(books, code, language)),
    codesBefore: past.length > PAGE_SIZE && last !== undefined ? last.code : null,
  };
}

export interface CodesViewer {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly language: string | null;
}

/** Codes that are over, latest first, a page at a time; `before` is the last code of the page before. */
export async function storefrontCodes(
  database: Database,
  { shopId, memberId, language }: CodesViewer,
  before: string,
  now: Instant,
): Promise<StorefrontCodes> {
  const books = await viewBooks(database, shopId, [memberId], now);
  const member = books.members.get(memberId);
  if (member === undefined) return { codes: [], before: null };
  const past = latestFirst(member).filter((code) => !holdsPoints(code));
  const last = past.findIndex(({ code }) => code === before);
  return pageOf(books, last < 0 ? [] : past.slice(last + 1), language);
}

function pageOf(books: Books, past: readonly RewardCode[], language: string | null): StorefrontCodes {
  const shown = past.slice(0, PAGE_SIZE).map((code) => codeView(books, code, language));
  const last = shown.at(-1);
  return { codes: shown, before: past.length > shown.length && last !== undefined ? last.code : null };
}

/** Claimed at one moment, they keep an order all the same. */
function latestFirst(member: MemberBook): RewardCode[] {
  return [...member.codes.values()].sort((a, b) => b.claimedAt - a.claimedAt || (a.code < b.code ? -1 : 1));
}

function codeView(books: Books, code: RewardCode, language: string | null): StorefrontCode {
  const reward = rewardOfCode(books, code);
  const named = rewardName(reward, language);
  return {
    ...named,
    valueMinor: code.valueMinor ?? named.valueMinor,
    code: code.code,
    rewardId: code.rewardId,
    minSubtotalMinor: reward.minSubtotalMinor,
    points: code.points,
    returned: returnedOf(code),
    state: codeState(code),
    expiresAt: code.expiresAt,
  };
}

/** What was not used gave its points back; what was used, as far as what it paid for came back. */
function returnedOf(code: RewardCode): number {
  return codeState(code) === "over" ? code.points : code.returnedPoints;
}

function codeState({ state }: RewardCode): StorefrontCode["state"] {
  switch (state) {
    case "held":
      return "making";
    case "issued":
      return "open";
    case "used":
    case "requested":
    case "fulfilled":
      return state;
    case "released":
    case "revoked":
    case "failed":
    case "declined":
      return "over";
  }
}
