import type { MemberId, OrderId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerFact, CustomerRef } from "#app/domain/event.ts";
import { normalisedEmail } from "#app/domain/replay/directory.ts";
import type { FoundPerson } from "#app/db/people.ts";

/** Somebody a batch speaks of: a member, or one who becomes one with this batch. */
export interface Person {
  /** Null until the batch has given a new person a number. */
  memberId: MemberId | null;
  readonly customerId: string | null;
  readonly status: "active" | "shadow";
  email: string | null;
  emailProven: boolean;
  firstName: string | null;
  lastName: string | null;
  /** What the shop said of a new person first. */
  readonly first: Pick<CustomerFact, "tags" | "birthday"> | null;
  /** Since when a new person is a member; null = now. */
  enrolledAt: Instant | null;
  /** The member this one becomes within the batch. */
  endedIn: Person | null;
  detailsChanged: boolean;
}

/**
 * Who is who for one batch: asked once of the database, then kept up while the batch is read. The
 * rules are those of replay: one member per customer, guests by address, and a proven address makes
 * the guest part of the customer.
 */
export class Directory {
  readonly people = new Set<Person>();
  private readonly byCustomer = new Map<string, Person>();
  private readonly byEmail = new Map<string, Person>();
  private readonly guests = new Map<string, Person>();
  private readonly byMember = new Map<MemberId, Person>();
  private readonly byOrder = new Map<OrderId, Person>();

  constructor(found: readonly FoundPerson[], orders: Iterable<readonly [OrderId, MemberId]>) {
    for (const row of found) this.add(row);
    for (const [orderId, memberId] of orders) {
      const person = this.byMember.get(memberId);
      if (person !== undefined) this.byOrder.set(orderId, person);
    }
  }

  /** The member a name stands for, if there is one. */
  find(customer: CustomerRef): Person | null {
    if (customer.id !== null) return living(this.byCustomer.get(customer.id));
    if (customer.email === null) return null;
    const email = normalisedEmail(customer.email);
    return living(this.byEmail.get(email) ?? this.guests.get(email));
  }

  /** The same, making a new person where there is none; null where nobody is named. */
  meet(customer: CustomerFact): { person: Person; claimed: Person | null } | null {
    if (customer.id === null && customer.email === null) return null;
    const person = this.find(customer) ?? this.enrol(customer);
    this.note(person, customer);
    return { person, claimed: this.claimGuest(person, customer) };
  }

  ownerOf(orderId: OrderId): Person | null {
    return living(this.byOrder.get(orderId));
  }

  assign(orderId: OrderId, person: Person): void {
    this.byOrder.set(orderId, person);
  }

  private add(row: FoundPerson): void {
    const memberId = String(row.member_id);
    const person = this.byMember.get(memberId) ?? personOf(row, memberId);
    this.people.add(person);
    this.byMember.set(memberId, person);
    this.byMember.set(String(row.named_member_id), person);
    if (row.named_customer_id !== null) this.byCustomer.set(row.named_customer_id, person);
    if (row.named_email === null) return;
    if (person.status === "shadow") this.guests.set(row.named_email, person);
    else if (person.emailProven) this.byEmail.set(row.named_email, person);
  }

  private enrol(customer: CustomerFact): Person {
    const email = customer.email === null ? null : normalisedEmail(customer.email);
    const person: Person = {
      memberId: null,
      customerId: customer.id,
      status: customer.id === null ? "shadow" : "active",
      email,
      emailProven: false,
      firstName: customer.firstName,
      lastName: customer.lastName,
      first: { tags: customer.tags, birthday: customer.birthday },
      enrolledAt: null,
      endedIn: null,
      detailsChanged: false,
    };
    this.people.add(person);
    if (customer.id !== null) this.byCustomer.set(customer.id, person);
    else if (email !== null) this.guests.set(email, person);
    return person;
  }

  /**
   * Names and addresses follow what the shop says last of its customer; what it does not say stays.
   * An order without a customer says nothing about the member who has its address.
   */
  private note(person: Person, customer: CustomerFact): void {
    if (customer.id === null && person.status === "active") return;
    const email = customer.email === null ? person.email : normalisedEmail(customer.email);
    const firstName = customer.firstName ?? person.firstName;
    const lastName = customer.lastName ?? person.lastName;
    if (email === person.email && firstName === person.firstName && lastName === person.lastName) return;
    if (email !== person.email) this.readdress(person, email);
    person.firstName = firstName;
    person.lastName = lastName;
    person.detailsChanged = true;
  }

  /** Another address: that the old one was proven says nothing about it. */
  private readdress(person: Person, email: string | null): void {
    if (person.email !== null && this.byEmail.get(person.email) === person) this.byEmail.delete(person.email);
    person.email = email;
    person.emailProven = false;
  }

  private claimGuest(person: Person, customer: CustomerFact): Person | null {
    if (customer.id === null || !customer.emailProven || customer.email === null) return null;
    const email = normalisedEmail(customer.email);
    if (this.byEmail.has(email)) return null;
    this.byEmail.set(email, person);
    person.emailProven = true;
    person.detailsChanged = true;
    const guest = living(this.guests.get(email));
    if (guest === null || guest === person) return null;
    guest.endedIn = person;
    return guest;
  }
}

function living(person: Person | undefined): Person | null {
  let found = person ?? null;
  while (found !== null && found.endedIn !== null) found = found.endedIn;
  return found;
}

function personOf(row: FoundPerson, memberId: MemberId): Person {
  return {
    memberId,
    customerId: row.customer_id,
    status: row.status === "shadow" ? "shadow" : "active",
    email: row.email,
    emailProven: row.email_proven,
    firstName: row.first_name,
    lastName: row.last_name,
    first: null,
    enrolledAt: null,
    endedIn: null,
    detailsChanged: false,
  };
}
