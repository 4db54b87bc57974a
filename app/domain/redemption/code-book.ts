import { assert } from "../assert.ts";
import type { Books, MemberBook, RewardCode, RewardCodeState } from "../books.ts";
import type { Holding } from "../holding.ts";
import type { Reward } from "../program/program.ts";
import { programOf } from "../program/version-in-effect.ts";

/** All that can become of a code. */
export const CODE_STATES = [
  "held",
  "issued",
  "used",
  "released",
  "revoked",
  "failed",
  "requested",
  "fulfilled",
  "declined",
] as const satisfies readonly RewardCodeState[];

/** A member's codes by their texts. */
export interface Codes extends Holding<RewardCode> {
  /** Those that work: nothing else lapses. */
  issued(): Iterable<RewardCode>;
  /** What every code was claimed for and what became of it, in passing. */
  claims(): Iterable<Claimed>;
}

export type Claimed = Pick<RewardCode, "rewardId" | "origin" | "state">;

/** Codes as they are, for the few members that a unit of work concerns. */
export class OpenCodes extends Map<string, RewardCode> implements Codes {
  *issued(): Generator<RewardCode> {
    for (const code of this.values()) if (code.state === "issued") yield code;
  }

  claims(): Iterable<Claimed> {
    return this.values();
  }
}

/** Shops compare codes without regard to case: `codeOwners` is keyed by this. */
export function codeKey(text: string): string {
  return text.toUpperCase();
}

/** Puts a code into a member's book and makes its owner findable by its text. */
export function keepCode(books: Books, member: MemberBook, code: RewardCode): void {
  member.codes.set(code.code, code);
  books.codeOwners.set(codeKey(code.code), member.id);
}

/** The code with this text and the member it belongs to; null where it is none of ours. */
export function findCode(books: Books, text: string): { code: RewardCode; owner: MemberBook } | null {
  if (books.codeOwners.size === 0) return null;
  const key = codeKey(text);
  const ownerId = books.codeOwners.get(key);
  const owner = ownerId === undefined ? undefined : books.members.get(ownerId);
  if (owner === undefined) return null;
  const exact = owner.codes.get(text);
  if (exact !== undefined) return { code: exact, owner };
  for (const code of owner.codes.values()) if (codeKey(code.code) === key) return { code, owner };
  return null;
}

/** The reward a code is for, as it was when it was claimed. */
export function rewardOfCode(books: Books, code: RewardCode): Reward {
  const reward = programOf(books, code.programVersion).rewards.find(({ id }) => id === code.rewardId);
  assert(reward !== undefined, "a code's reward is in the program version it was claimed under");
  return reward;
}

/** Names the next transaction about a code. */
export function nextCodeKey(code: RewardCode, step: string): string {
  code.postings += 1;
  return `code:${code.code}:${step}:${String(code.postings)}`;
}

/** Whether the reward was given, or may still be: such codes count for limits and stock. */
export function isStanding({ state }: Pick<RewardCode, "state">): boolean {
  switch (state) {
    case "held":
    case "issued":
    case "used":
    case "requested":
    case "fulfilled":
      return true;
    case "released":
    case "revoked":
    case "failed":
    case "declined":
      return false;
  }
}
