import { elementAt } from "../assert.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { MemberId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";

const DAY_MS = 86_400_000;
const NEVER: Instant = Number.POSITIVE_INFINITY;

/**
 * Whose turn is next: members by the instant at which something may fall due for them, of one instant
 * by id. A turn that is no longer the member's earliest is passed over when it comes. Turns of later
 * days wait, day by day, and only those of today are kept in their order: so few are compared.
 */
export class DueQueue {
  private readonly later = new Map<number, MemberBook[]>();
  private today = Number.NEGATIVE_INFINITY;
  /** A binary heap, in two lists and not one of pairs: numbers side by side are compared quickest. */
  private readonly instants: Instant[] = [];
  private readonly members: MemberBook[] = [];
  private readonly earliest = new Map<MemberId, Instant>();

  /** Looks at when something falls due for a member next, and remembers it. */
  note(member: MemberBook): void {
    const { nextDueAt, id } = member;
    if (nextDueAt === null) return;
    const known = this.earliest.get(id);
    if (known !== undefined && known <= nextDueAt) return;
    this.earliest.set(id, nextDueAt);
    const day = dayOf(nextDueAt);
    if (day <= this.today) this.push(nextDueAt, member);
    else this.wait(day, member);
  }

  /** Takes out the member for whom something falls due earliest, if that is at or before `now`. */
  take(now: Instant): MemberBook | null {
    this.begin(dayOf(now));
    for (let at = this.instants[0]; at !== undefined && at <= now; at = this.instants[0]) {
      const member = this.takeFirst();
      if (this.earliest.get(member.id) !== at) continue;
      // Not taken out of the map: it is put back at once, mostly.
      this.earliest.set(member.id, NEVER);
      if (member.nextDueAt === at) return member;
      this.note(member);
    }
    return null;
  }

  private wait(day: number, member: MemberBook): void {
    const members = this.later.get(day);
    if (members === undefined) this.later.set(day, [member]);
    else members.push(member);
  }

  private begin(today: number): void {
    if (today <= this.today) return;
    this.today = today;
    for (const [day, members] of this.later) {
      if (day > today) continue;
      this.later.delete(day);
      for (const member of members) {
        const at = this.earliest.get(member.id) ?? NEVER;
        if (dayOf(at) === day) this.push(at, member);
      }
    }
  }

  private push(at: Instant, member: MemberBook): void {
    let place = this.members.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.isBefore(at, member, above)) break;
      this.put(place, elementAt(this.instants, above), elementAt(this.members, above));
      place = above;
    }
    this.put(place, at, member);
  }

  private takeFirst(): MemberBook {
    const first = elementAt(this.members, 0);
    const size = this.members.length - 1;
    const at = elementAt(this.instants, size);
    const member = elementAt(this.members, size);
    this.instants.length = size;
    this.members.length = size;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      const isRight = child + 1 < size && this.isPlaceBefore(child + 1, child);
      if (isRight) child += 1;
      if (this.isBefore(at, member, child)) break;
      this.put(place, elementAt(this.instants, child), elementAt(this.members, child));
      place = child;
    }
    if (size > 0) this.put(place, at, member);
    return first;
  }

  private put(place: number, at: Instant, member: MemberBook): void {
    this.instants[place] = at;
    this.members[place] = member;
  }

  private isPlaceBefore(one: number, other: number): boolean {
    return this.isBefore(elementAt(this.instants, one), elementAt(this.members, one), other);
  }

  private isBefore(at: Instant, member: MemberBook, place: number): boolean {
    const other = elementAt(this.instants, place);
    return at < other || (at === other && member.id < elementAt(this.members, place).id);
  }
}

function dayOf(at: Instant): number {
  return Math.floor(at / DAY_MS);
}
