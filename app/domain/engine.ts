import type { Instant } from "./calendar.ts";
import type { Books, MemberBook, MemberId, ProgramVersion } from "./books.ts";
import type { ShopEvent } from "./event.ts";
import type { Outcome } from "./redemption/refusal.ts";
import { InvariantViolation } from "./assert.ts";

export interface BooksOptions {
  /** `replay`: true, there is no platform to ask. Live: false, a code is `held` until `code_confirmed`. */
  readonly codesIssuedAtOnce: boolean;
  /** Live: true. `replay`: false, then no effects are made and notices do not fall due. */
  readonly effectsWanted: boolean;
  /** Texts for the codes of tier gifts, each handed out once. */
  readonly nextCode: () => string;
}

/** What is known of a person when the books first meet them. */
export interface Person {
  readonly email: string | null;
  readonly tags: readonly string[];
  readonly birthday: string | null;
  readonly status: "active" | "shadow";
}

/** Empty books. `versions`: every version that was ever live, oldest first; the live one among them. */
export function createBooks(
  versions: readonly ProgramVersion[],
  liveVersion: number,
  options: BooksOptions,
): Books {
  return {
    members: new Map(),
    programs: new Map(versions.map((version) => [version.version, version])),
    liveVersion,
    stockClaimed: new Map(),
    codeOwners: new Map(),
    codesIssuedAtOnce: options.codesIssuedAtOnce,
    effectsWanted: options.effectsWanted,
    nextCode: options.nextCode,
    journal: { transactions: [], effects: [] },
    changed: new Set(),
  };
}

/** The member's book; a new one, enrolled at `at`, if there is none yet. An existing one is left as it is. */
export function ensureMember(books: Books, memberId: MemberId, at: Instant, person: Person): MemberBook {
  throw new InvariantViolation(`being written: ${books.liveVersion} ${memberId} ${at} ${person.status}`);
}

/**
 * Applies one event: first all that was due for the members concerned by `event.at`, then the event.
 * A refused event changes nothing but what was due. Everything posted is in `books.journal`; every
 * changed member is in `books.changed`. A member event needs its member in the books.
 */
export function applyEvent(books: Books, event: ShopEvent): Outcome {
  throw new InvariantViolation(`being written: ${books.liveVersion} ${event.type}`);
}

/** Brings about all that is due for a member by `now`: maturity, expiry, notices, tier ends, code expiry. */
export function advanceMember(books: Books, memberId: MemberId, now: Instant): void {
  throw new InvariantViolation(`being written: ${books.liveVersion} ${memberId} ${now}`);
}
