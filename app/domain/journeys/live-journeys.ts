import type { Books } from "../books/books.ts";
import type { MemberId } from "../books/ids.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import type { Heard } from "./heard.ts";
import type { JourneyRun } from "./journey-run.ts";
import { nextDueAt } from "./kept-state.ts";
import type { KeptState, RecalledMember } from "./kept-state.ts";
import { firstAt } from "./local-time.ts";
import type { Pass } from "./pass.ts";

/** Membership in segments is looked at of everybody at 03:00. */
const THREE = 3 * 60;

interface LiveParts {
  readonly books: Books;
  readonly run: JourneyRun;
  readonly heard: Heard;
  readonly zone: () => string;
}

/** What names a pass. */
export interface PassName {
  readonly journeyId: string;
  readonly memberId: MemberId;
  readonly key: string;
}

function nameOfPass({ journey, memberId, happening }: Pass): PassName {
  return { journeyId: journey.id, memberId, key: happening.key };
}

function textOf({ journeyId, memberId, key }: PassName): string {
  return JSON.stringify([journeyId, memberId, key]);
}

/** Who was to be looked at sooner than by themselves is written again, or would be due for ever. */
function textOfKept(state: KeptState, dueAt: Instant | null): string {
  return `${String(dueAt)} ${JSON.stringify(state)}`;
}

/** What is to be written down of a member. */
export interface MemberToKeep {
  readonly memberId: MemberId;
  readonly state: KeptState;
}

/**
 * The same journeys over books that hold just the members concerned: what was kept of them comes back, what was
 * told and posted is looked at as in a history, and what is due is done now, however late that is.
 */
export class LiveJourneys {
  readonly run: JourneyRun;
  readonly heard: Heard;
  private readonly books: Books;
  private readonly zone: () => string;
  private readonly lookAt = new Map<MemberId, Instant | null>();
  /** Passes that ran when their members came back. */
  private readonly recalled: Pass[] = [];
  /** As it was kept, to see what is another now. */
  private readonly before = new Map<MemberId, string>();
  private readonly changed = new Set<MemberId>();
  /** Entries of the books' journal that were heard of. */
  private journalled = 0;

  constructor({ books, run, heard, zone }: LiveParts) {
    this.books = books;
    this.run = run;
    this.heard = heard;
    this.zone = zone;
  }

  recall(member: MemberBook, kept: RecalledMember, now: Instant): void {
    const { id } = member;
    if (kept.state !== null) {
      this.heard.recall(id, kept.state.hearing);
      this.before.set(id, textOfKept(kept.state, kept.nextDueAt));
    }
    const passes = this.run.recall(member, kept, now);
    this.recalled.push(...passes);
    this.lookAt.set(id, kept.state?.lookAt ?? null);
  }

  /** A unit was told, of a member or of none: it is looked at as a whole. */
  endUnit(named: MemberId | null, now: Instant): void {
    if (named !== null) this.heard.concern(named);
    this.settle(now);
  }

  /** Everything is told: what is due by now is done, and the books say again who has changed. */
  finish(now: Instant): void {
    this.settle(now);
    for (const [memberId, at] of this.lookAt)
      if (at !== null && at <= now && this.run.asksForSegments) this.run.lookAtSegmentsOf(memberId, now);
    this.settle(now);
    for (const memberId of this.changed) this.books.changed.add(memberId);
  }

  /** Members whose state may be another than it was. */
  membersToKeep(now: Instant): readonly MemberToKeep[] {
    const ids = new Set([...this.lookAt.keys(), ...this.changed]);
    return [...ids].flatMap((memberId) => {
      const member = this.books.members.get(memberId);
      if (member === undefined) return [];
      const hearing = this.heard.keep(memberId);
      return [{ memberId, state: { hearing, ...this.run.keep(member), lookAt: this.nextLook(member, now) } }];
    });
  }

  isUnchanged(memberId: MemberId, state: KeptState): boolean {
    return this.before.get(memberId) === textOfKept(state, nextDueAt(state));
  }

  /** Passes that ran before, or began, and run no more. */
  ended(): readonly PassName[] {
    const running = new Set<string>();
    const all = [...this.recalled.map(nameOfPass), ...(this.run.record.begun ?? [])];
    for (const memberId of new Set(all.map((pass) => pass.memberId)))
      for (const pass of this.run.passesOf(memberId)) running.add(textOf(nameOfPass(pass)));
    return all.filter((pass) => !running.has(textOf(pass)));
  }

  /** Which arm was drawn on the way of passes that are compared. */
  compared(): readonly (PassName & { readonly arms: ReadonlyMap<string, number> })[] {
    const recalled = this.recalled.flatMap((pass) =>
      pass.arms === null || pass.arms.size === 0 ? [] : [{ ...nameOfPass(pass), arms: pass.arms }],
    );
    const begun = this.run.record.firstPasses.filter(({ arms }) => arms.size > 0);
    return [...recalled, ...begun];
  }

  private nextLook({ id, status }: MemberBook, now: Instant): Instant | null {
    if (!this.run.asksForSegments || status !== "active") return null;
    const at = this.lookAt.get(id) ?? null;
    return at !== null && at > now ? at : firstAt(now + 1, THREE, this.zone());
  }

  private settle(now: Instant): void {
    do this.look(now);
    while (this.run.takeNext(now, true) !== null);
  }

  private look(now: Instant): void {
    const { books } = this;
    const { transactions } = books.journal;
    for (const posted of transactions.slice(this.journalled)) this.heard.transaction(posted);
    this.journalled = transactions.length;
    const changed = [...books.changed];
    for (const memberId of changed) this.changed.add(memberId);
    books.changed.clear();
    this.run.look(changed, now);
  }
}
