import { assert, InvariantViolation } from "../assert.ts";
import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { RewardCode } from "../books/codes.ts";
import type { Reward } from "../program/program.ts";
import { programOf } from "../program/version-in-effect.ts";
import { normaliseCode } from "./normalise-code.ts";

const TRIES_AT_MOST = 1_000;

/** Puts a code into a member's book and makes its owner findable by its text. */
export function keepCode(books: Books, member: MemberBook, code: RewardCode): void {
  member.codes.set(code.code, code);
  books.codeOwners.set(normaliseCode(code.code), member.id);
}

/** A text for a new code that none of the codes in these books has; those of others are the database's to keep apart. */
export function unusedCode({ codeOwners }: Books, nextCode: () => string): string {
  for (let tries = 0; tries < TRIES_AT_MOST; tries += 1) {
    const text = nextCode();
    if (!codeOwners.has(normaliseCode(text))) return text;
  }
  throw new InvariantViolation("a code maker makes another text each time");
}

/** The code with this text and the member it belongs to; null where it is none of ours. */
export function findCode(books: Books, text: string): { code: RewardCode; owner: MemberBook } | null {
  if (books.codeOwners.size === 0) return null;
  const key = normaliseCode(text);
  const ownerId = books.codeOwners.get(key);
  const owner = ownerId === undefined ? undefined : books.members.get(ownerId);
  if (owner === undefined) return null;
  const exact = owner.codes.get(text);
  if (exact !== undefined) return { code: exact, owner };
  for (const code of owner.codes.values()) if (normaliseCode(code.code) === key) return { code, owner };
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
