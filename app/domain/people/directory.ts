import type { MemberId, OrderId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";
import type { CustomerFact, CustomerRef } from "../event.ts";
import { normaliseAddress } from "./normalise-address.ts";
import { isAbout, living, personOf } from "./person.ts";
import type { Erasures, FoundPerson, KnownPeople, Membership, Met, Person } from "./person.ts";

/**
 * Who is who: one member per customer, guests by address, and a proven address makes the guest part of the
 * customer, with every other customer the shop made for that address and nobody has proven it for. Live it is made for a batch, of what the database knows of its people; in `replay` it is there
 * from the first line to the last.
 */
export class Directory {
  readonly people = new Set<Person>();
  private readonly byCustomer = new Map<string, Person>();
  private readonly byEmail = new Map<string, Person>();
  private readonly guests = new Map<string, Person>();
  /** Customers with an address that nobody has proven to be theirs. */
  private readonly unproven = new Map<string, Person[]>();
  private readonly byMember = new Map<MemberId, Person>();
  private readonly byOrder = new Map<OrderId, Person>();

  private readonly erased = new Set<Person>();
  /** Customers that ended in others, of whom nothing else was known then. */
  private readonly renamed: Map<string, string>;
  private readonly newcomers: Person[] = [];
  /** The same for those whose other half is a member: a later batch must know of it. */
  readonly aliases: { readonly customerId: string; readonly kept: Person }[] = [];
  /** And for those of whom nothing is known at all. */
  readonly newlyEnded: { readonly endedId: string; readonly keptId: string }[] = [];
  readonly erasures: Erasures;

  readonly membership: Membership;

  constructor(membership: Membership, { found, owners, erasures, ended }: KnownPeople) {
    this.membership = membership;
    this.erasures = erasures;
    this.renamed = new Map(ended);
    for (const row of found) this.add(row);
    for (const [orderId, memberId] of owners) {
      const person = this.byMember.get(memberId);
      if (person !== undefined) this.byOrder.set(orderId, person);
    }
  }

  /** The member a name stands for, if there is one. */
  find(customer: CustomerRef): Person | null {
    if (customer.id !== null) return living(this.byCustomer.get(this.presentId(customer.id)));
    if (customer.email === null) return null;
    const email = normaliseAddress(customer.email);
    return living(this.byEmail.get(email) ?? this.guests.get(email));
  }

  /** Those met for the first time since this was last asked. */
  takeNewcomers(): readonly Person[] {
    return this.newcomers.length === 0 ? NOBODY : this.newcomers.splice(0);
  }

  /** A customer nothing is known of has become another: who names the one means the other. */
  rename(endedId: string, keptId: string): void {
    const [ended, kept] = [this.presentId(endedId), this.presentId(keptId)];
    if (ended === kept) return;
    this.renamed.set(ended, kept);
    const person = living(this.byCustomer.get(kept));
    if (person !== null) this.aliases.push({ customerId: ended, kept: person });
    else this.newlyEnded.push({ endedId: ended, keptId: kept });
  }

  /** Whether anything is known of a customer: as such, or as the guest whose address is proven by this. */
  knows(customer: CustomerFact): boolean {
    if (this.find(customer) !== null) return true;
    if (!customer.emailProven || customer.email === null) return false;
    return living(this.guests.get(normaliseAddress(customer.email))) !== null;
  }

  /** The same, making a new person where there is none; null where nobody is named. */
  meet(customer: CustomerFact, asksToJoin: boolean): Met | null {
    if (customer.id === null && customer.email === null) return null;
    const person = this.find(customer) ?? this.findByProvenAddress(customer) ?? this.enrol(customer);
    this.note(person, customer);
    const joins = asksToJoin || (this.isNoMemberYet(person) && this.membership === "everyoneWhoOrders");
    if (joins) person.status = "active";
    return { person, sameByAddress: this.proveAddress(person, customer), joins };
  }

  /**
   * A link of ours in a mailbox proves its address: the one who has it is whom the shop knows by it as a customer,
   * else whoever has ordered with it or nobody yet, who joins without being a customer.
   */
  proveByMail(address: string): Met | null {
    const email = normaliseAddress(address);
    const customerId = this.findByMail(email)?.customerId ?? null;
    const customer = { id: customerId, email, emailProven: true, ...NOTHING_ELSE };
    const met = this.meet(customer, true);
    if (met === null || customerId !== null) return met;
    met.person.emailProven = true;
    met.person.detailsChanged = true;
    this.guests.delete(email);
    this.byEmail.set(email, met.person);
    return met;
  }

  /** Whom `proveByMail` would find; null: somebody new. */
  findByMail(address: string): Person | null {
    const email = normaliseAddress(address);
    const others = this.unproven.get(email) ?? NOBODY;
    const unproven = others.find(
      (one) => one.endedIn === null && one.email === email && !this.erased.has(one),
    );
    return living(this.byEmail.get(email) ?? unproven ?? this.guests.get(email));
  }

  /** A customer who has not joined. A guest has nothing that says who they are. */
  private isNoMemberYet({ status, customerId }: Person): boolean {
    return status === "shadow" && customerId !== null;
  }

  /** Everybody a name stands for: a customer, and the guest of their address beside them. */
  findAll(customer: CustomerRef): Person[] {
    const guest = customer.email === null ? undefined : this.guests.get(normaliseAddress(customer.email));
    const people = [this.find(customer), living(guest)].filter((person) => person !== null);
    return [...new Set(people)].filter((person) => !this.erased.has(person));
  }

  /** From here on nobody is found under their names, and what is told of them is late. */
  forget(person: Person, at: Instant): void {
    this.erased.add(person);
    this.forgetNames({ id: person.customerId, email: person.email }, at);
    for (const names of [this.byCustomer, this.byEmail, this.guests]) {
      for (const [name, named] of names) if (living(named) === person) names.delete(name);
    }
  }

  /** What is told of these names is late, and of those that ended in them as well. */
  forgetNames(customer: CustomerRef, at: Instant): void {
    this.erasures.add(customer, at);
    if (customer.id === null || this.renamed.size === 0) return;
    const present = this.presentId(customer.id);
    const ended = [...this.renamed.keys()].filter((id) => this.presentId(id) === present);
    for (const id of ended) this.erasures.add({ id, email: null }, at);
    for (const id of ended) this.renamed.delete(id);
  }

  /**
   * Two are one: who names the ended one means the kept one. The ended one's address is the kept one's where
   * that has none, else nobody's from here on.
   */
  merge(ended: Person, kept: Person): void {
    ended.endedIn = kept;
    const { email } = ended;
    if (email === null || email === kept.email) return;
    const isProven = this.byEmail.get(email) === ended;
    if (isProven) this.byEmail.delete(email);
    if (kept.email !== null) return;
    kept.email = email;
    if (!isProven) return;
    this.byEmail.set(email, kept);
    kept.emailProven = true;
    kept.detailsChanged = true;
  }

  isOrderOfErased(orderId: OrderId): boolean {
    if (this.erased.size === 0) return false;
    const owner = this.ownerOf(orderId);
    return owner !== null && this.erased.has(owner);
  }

  get orderCount(): number {
    return this.byOrder.size;
  }

  ownerOf(orderId: OrderId): Person | null {
    return living(this.byOrder.get(orderId));
  }

  assign(orderId: OrderId, person: Person): void {
    this.byOrder.set(orderId, person);
  }

  private add(found: FoundPerson): void {
    const { memberId, named, status } = found;
    const person = this.byMember.get(memberId) ?? personOf(found);
    this.people.add(person);
    if (status === "erased") this.erased.add(person);
    this.byMember.set(memberId, person);
    this.byMember.set(named.memberId, person);
    if (named.customerId !== null) this.byCustomer.set(named.customerId, person);
    if (named.email === null) return;
    if (person.status === "shadow" && person.customerId === null) this.guests.set(named.email, person);
    else if (person.emailProven) this.byEmail.set(named.email, person);
    else if (named.memberId === memberId && (status === "active" || status === "shadow"))
      this.noteUnproven(person, named.email);
  }

  private noteUnproven(person: Person, email: string): void {
    const others = this.unproven.get(email);
    if (others === undefined) this.unproven.set(email, [person]);
    else if (!others.includes(person)) others.push(person);
  }

  /**
   * A new customer the shop has made for an address that a member has proven, as some checkouts do for every
   * order: it is that member, from here on by its own number. A member who was no customer yet has become this one.
   */
  private findByProvenAddress({ id, email, emailProven }: CustomerFact): Person | null {
    if (id === null || email === null) return null;
    const person = living(this.byEmail.get(normaliseAddress(email)));
    if (person === null) return null;
    if (person.customerId === null) {
      person.customerId = this.presentId(id);
      person.detailsChanged = true;
      this.byCustomer.set(person.customerId, person);
      return person;
    }
    if (emailProven) return null;
    this.rename(id, person.customerId);
    return person;
  }

  private presentId(customerId: string): string {
    let present = customerId;
    while (this.renamed.size > 0) {
      const next = this.renamed.get(present);
      if (next === undefined) return present;
      present = next;
    }
    return present;
  }

  private enrol(customer: CustomerFact): Person {
    const email = customer.email === null ? null : normaliseAddress(customer.email);
    const customerId = customer.id === null ? null : this.presentId(customer.id);
    const person: Person = {
      memberId: null,
      customerId,
      status: customerId !== null && this.membership === "everyoneNamed" ? "active" : "shadow",
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
    this.newcomers.push(person);
    if (customerId !== null) this.byCustomer.set(customerId, person);
    else if (email !== null) this.guests.set(email, person);
    if (customerId !== null && email !== null) this.noteUnproven(person, email);
    return person;
  }

  /**
   * Names and addresses follow what the shop says last of its customer; what it does not say stays.
   * An order without a customer says nothing about the member who has its address, and a late word about
   * one who ended nothing about whom they have become.
   */
  private note(person: Person, customer: CustomerFact): void {
    if (!isAbout(person, customer)) return;
    const email = customer.email === null ? person.email : normaliseAddress(customer.email);
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
    if (email !== null && person.customerId !== null) this.noteUnproven(person, email);
  }

  private proveAddress(person: Person, customer: CustomerFact): readonly Person[] {
    if (customer.id === null || !customer.emailProven || customer.email === null) return NOBODY;
    const email = normaliseAddress(customer.email);
    if (this.byEmail.has(email)) return NOBODY;
    this.byEmail.set(email, person);
    person.emailProven = true;
    person.detailsChanged = true;
    const same: Person[] = [];
    for (const other of [this.guests.get(email), ...(this.unproven.get(email) ?? NOBODY)]) {
      if (other === undefined || other.endedIn !== null || other === person || other.email !== email)
        continue;
      if (this.erased.has(other)) continue;
      other.endedIn = person;
      same.push(other);
    }
    this.unproven.delete(email);
    return same;
  }
}

const NOBODY: readonly never[] = [];
const NOTHING_ELSE = { tags: null, birthday: null, firstName: null, lastName: null };
