import type { Instant } from "../calendar.ts";
import type { Effect } from "../effect.ts";
import type { MemberEvent } from "../event.ts";
import type { Program } from "../program/program.ts";
import type { MemberId } from "./ids.ts";
import type { Pause } from "./pauses.ts";
import type { MemberBook } from "./member-book.ts";
import type { Transaction } from "./transaction.ts";

/** What a unit of work posted; the database records it, `replay` prints or drops it. */
export interface Journal {
  transactions: Transaction[];
  effects: Effect[];
}

export interface ProgramVersion {
  readonly version: number;
  readonly effectiveAt: Instant;
  readonly program: Program;
}

export type SegmentsAt = (member: MemberBook, at: Instant) => readonly string[];

/**
 * The books: the working set the engine reads and changes. Live, they hold just the members a
 * batch concerns, loaded under row locks; in `replay` they hold everybody. The engine is the same.
 *
 * Points and minor units are JavaScript integers, asserted safe (below 2^53) where they are made;
 * products of rates are computed with bigint (see `rational.ts`). No float touches them.
 */
export interface Books {
  readonly members: Map<MemberId, MemberBook>;
  /** Every version that was ever live, oldest first: a late order is judged by the version of its instant. */
  readonly programs: Map<number, ProgramVersion>;
  liveVersion: number;
  /** What the shop stopped, stops or will stop for a while; `replay` knows of none. */
  readonly pauses: readonly Pause[];
  /** Pieces of a reward with `stock` claimed so far, by reward id. */
  readonly stockClaimed: Map<string, number>;
  /**
   * Who holds a code, by its text in upper case. Live: the codes of the members in these books, and
   * of those whose code an order in this batch carries (they belong into the books as well).
   */
  readonly codeOwners: Map<string, MemberId>;
  /** `replay`: there is no platform to ask, so a claimed code works at once. Live: false. */
  readonly codesIssuedAtOnce: boolean;
  /** Live: true. Without, effects are not made and notices do not fall due. */
  readonly effectsWanted: boolean;
  /** Without, transactions are applied and not written down: a long history nobody reads entry by entry. */
  readonly journalWanted: boolean;
  /** Texts for the codes of tier gifts, each handed out once. */
  readonly nextCode: () => string;
  /** The segments a member is in by the facts of an instant, among those some rule asks for. */
  readonly segmentsAt: SegmentsAt;
  /** Hears every event before it is applied; null where nobody listens. */
  readonly beforeApplied: ((event: MemberEvent) => void) | null;
  /** Hears every event that was applied; null where nobody listens. */
  readonly onApplied: ((event: MemberEvent) => void) | null;
  /** Hears that all that one delivery says was told, and of whom; null where nobody listens. */
  readonly afterDelivery: ((memberId: MemberId | null) => void) | null;
  readonly journal: Journal;
  /** Members changed since the last record. */
  changed: Set<MemberId>;
}
