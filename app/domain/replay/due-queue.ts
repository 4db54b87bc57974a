import { elementAt } from "../assert.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { MemberId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";

const DAY_MS = 86_400_000;
const NEVER: Instant = Number.POSITIVE_INFINITY;

/** When a member is next looked at. */
interface Turn {
  readonly member: MemberBook;
  at: Instant;
}

/**
 * Whose turn is next: members by the instant at which something may fall due for them, of one instant
 * by id. A place in the queue that is no longer its turn's is passed over when it comes. Turns of later
 * days wait, day by day, and only those of today are kept in their order: so few are compared.
 */
export class DueQueue {
  private readonly later = new Map<number, Turn[]>();
  private today = Number.NEGATIVE_INFINITY;
  /** A binary heap, in two lists and not one of pairs: numbers side by side are compared quickest. */
  private readonly instants: Instant[] = [];
  private readonly queued: Turn[] = [];
  private readonly turns = new Map<MemberId, Turn>();
  private readonly members: ReadonlyMap<MemberId, MemberBook>;

  constructor(members: ReadonlyMap<MemberId, MemberBook>) {
    this.members = members;
  }

  /** Looks at when something falls due for a member next, and remembers it. */
  note(memberId: MemberId): void {
    const turn = this.turns.get(memberId);
    const member = turn === undefined ? this.members.get(memberId) : turn.member;
    if (member === undefined || member.nextDueAt === null) return;
    if (turn === undefined) this.turns.set(memberId, this.place({ member, at: member.nextDueAt }));
    else this.hasten(turn, member.nextDueAt);
  }

  /** Takes out the member for whom something falls due earliest, if that is at or before `now`. */
  take(now: Instant): MemberBook | null {
    this.begin(dayOf(now));
    for (let at = this.instants[0]; at !== undefined && at <= now; at = this.instants[0]) {
      const turn = this.takeFirst();
      if (turn.at !== at) continue;
      turn.at = NEVER;
      const { member } = turn;
      if (member.nextDueAt === at) return member;
      if (member.nextDueAt !== null) this.hasten(turn, member.nextDueAt);
    }
    return null;
  }

  private hasten(turn: Turn, at: Instant): void {
    if (turn.at <= at) return;
    turn.at = at;
    this.place(turn);
  }

  private place(turn: Turn): Turn {
    const day = dayOf(turn.at);
    const waiting = this.later.get(day);
    if (day <= this.today) this.push(turn.at, turn);
    else if (waiting === undefined) this.later.set(day, [turn]);
    else waiting.push(turn);
    return turn;
  }

  private begin(today: number): void {
    if (today <= this.today) return;
    this.today = today;
    for (const [day, turns] of this.later) {
      if (day > today) continue;
      this.later.delete(day);
      for (const turn of turns) if (dayOf(turn.at) === day) this.push(turn.at, turn);
    }
  }

  private push(at: Instant, turn: Turn): void {
    let place = this.queued.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.isBefore(at, turn, above)) break;
      this.put(place, this.instantAt(above), elementAt(this.queued, above));
      place = above;
    }
    this.put(place, at, turn);
  }

  private takeFirst(): Turn {
    const first = elementAt(this.queued, 0);
    const at = this.instants.pop() ?? NEVER;
    const turn = this.queued.pop() ?? first;
    const size = this.queued.length;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      const isRight = child + 1 < size && this.isPlaceBefore(child + 1, child);
      if (isRight) child += 1;
      if (this.isBefore(at, turn, child)) break;
      this.put(place, this.instantAt(child), elementAt(this.queued, child));
      place = child;
    }
    if (size > 0) this.put(place, at, turn);
    return first;
  }

  private put(place: number, at: Instant, turn: Turn): void {
    this.instants[place] = at;
    this.queued[place] = turn;
  }

  /** Not by `elementAt`: what it hands out of a list of numbers is an object each time. */
  private instantAt(place: number): Instant {
    return this.instants[place] ?? NEVER;
  }

  private isPlaceBefore(one: number, other: number): boolean {
    return this.isBefore(this.instantAt(one), elementAt(this.queued, one), other);
  }

  private isBefore(at: Instant, turn: Turn, place: number): boolean {
    const other = this.instantAt(place);
    return at < other || (at === other && turn.member.id < elementAt(this.queued, place).member.id);
  }
}

function dayOf(at: Instant): number {
  return Math.floor(at / DAY_MS);
}
