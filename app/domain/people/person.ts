import type { MemberBook } from "../books/member-book.ts";
import type { MemberId, OrderId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";
import type { CustomerFact, CustomerRef } from "../event.ts";

/**
 * Who is made a member by being named: who orders, or nobody who does not ask to join (their orders are kept
 * for them); in `replay` whoever is named is one, and joins where a line says so.
 */
export type Membership = "everyoneWhoOrders" | "onlyWhoJoins" | "everyoneNamed";

/** Who was erased: enough to know a late word about them, and nothing else. */
export interface Erasures {
  /** Whether what happened at an instant is about somebody who was erased after it. */
  covers(customer: CustomerRef, at: Instant): boolean;
  add(customer: CustomerRef, erasedAt: Instant): void;
}

/** A member under a name: of several that merged, each name leads to the one that lives. */
export interface FoundPerson {
  readonly named: {
    readonly memberId: MemberId;
    readonly customerId: string | null;
    readonly email: string | null;
  };
  readonly memberId: MemberId;
  readonly customerId: string | null;
  readonly email: string | null;
  readonly emailProven: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly status: MemberBook["status"];
}

/** Somebody who is spoken of: a member, or one who becomes one by it, joined or as a shadow. */
export interface Person {
  /** Null until a new person is given a number. */
  memberId: MemberId | null;
  /** Null: a guest, or a member by a proven address alone, who becomes a customer with their first order as one. */
  customerId: string | null;
  /** `shadow`: a guest, or a customer whose orders are kept until they join. */
  status: "active" | "shadow";
  email: string | null;
  emailProven: boolean;
  firstName: string | null;
  lastName: string | null;
  /** What the shop said of a new person first. */
  readonly first: Pick<CustomerFact, "tags" | "birthday"> | null;
  /** Since when a new person is a member; null = now. */
  enrolledAt: Instant | null;
  /** The member this one has become. */
  endedIn: Person | null;
  detailsChanged: boolean;
}

export function personOf(found: FoundPerson): Person {
  return {
    memberId: found.memberId,
    customerId: found.customerId,
    status: found.status === "shadow" ? "shadow" : "active",
    email: found.email,
    emailProven: found.emailProven,
    firstName: found.firstName,
    lastName: found.lastName,
    first: null,
    enrolledAt: null,
    endedIn: null,
    detailsChanged: false,
  };
}

export interface Met {
  readonly person: Person;
  /** Who is the same by this: the guest of an address that is now proven, and customers who never proved it. */
  readonly sameByAddress: readonly Person[];
  /** They join by this, having asked to or not. */
  readonly joins: boolean;
}

/** What is known of people before anything is read. */
export interface KnownPeople {
  readonly found: readonly FoundPerson[];
  /** Whose the orders are that were told of before. */
  readonly owners: Iterable<readonly [OrderId, MemberId]>;
  readonly erasures: Erasures;
  /** Customers that ended in others while nothing was known of either, as the shop told. */
  readonly ended: Iterable<readonly [endedId: string, keptId: string]>;
}

/** Whether somebody is named by their own name, and not found by an address or as what another has become. */
export function isAbout(person: Person, customer: CustomerRef): boolean {
  return person.customerId === null || person.customerId === customer.id;
}

/** Whom a person has become by now. */
export function living(person: Person | undefined): Person | null {
  let found = person ?? null;
  while (found !== null && found.endedIn !== null) found = found.endedIn;
  return found;
}
