import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import type { CustomerFact, CustomerRef, Ware } from "../../event.ts";
import { normaliseAddress } from "../../people/normalise-address.ts";
import type { PersonTold } from "../../replay/lines/parse-person.ts";
import type { AnsweredSurvey, DoneActivity, Person, Sent } from "./customer.ts";

/** What is told of somebody, by the key under which it is told: a customer's id, or a guest's address. */
export interface Told {
  readonly key: string;
  /** Null: a guest. */
  readonly id: string | null;
  namedAt: Instant;
  leftAt: Instant | null;
  erased: boolean;
  /** The address as it was written last. */
  email: string | null;
  emailAt: Instant;
  /** Null while nothing is known, as of most. */
  facets: Facets | null;
  /** Those with a key by it: each counts once. */
  keyedActivities: Map<string, DoneActivity> | null;
  readonly activities: DoneActivity[];
  readonly surveys: AnsweredSurvey[];
  /** Mails of ours that went to them; null while there are none, as of most. */
  mails: Sent[] | null;
}

export type Facets = Map<keyof Person, { readonly value: Person[keyof Person]; readonly at: Instant }>;

const GUEST = "guest:";
const BEFORE_ALL = Number.NEGATIVE_INFINITY;

/** Who is told of, and who carried which address first. Nothing depends on the order in which it is told. */
export class People {
  readonly told = new Map<string, Told>();
  /** Addresses beside a customer's id, with the first customer that carried it. */
  readonly carriers = new Map<string, { readonly id: string; readonly at: Instant }>();
  /** Customers that became part of another. */
  readonly endedIn = new Map<string, string>();
  /** Keys of those who object to profiling. */
  readonly objecting = new Set<string>();
  private readonly addressesOf = new Map<string, Set<string>>();
  private readonly zone: string;
  /** Many orders name the same person in a row or in the same words. */
  private readonly normalised = new Map<string, string>();

  constructor(zone: string) {
    this.zone = zone;
  }

  /** The key of a customer; null where neither id nor address is there. */
  keyOf({ id, email }: CustomerRef): string | null {
    // The same text for the same person: an order keeps it.
    if (id !== null) return this.told.get(id)?.key ?? id;
    if (email === null) return null;
    const key = GUEST + this.addressOf(email);
    return this.told.get(key)?.key ?? key;
  }

  /** A line names somebody. */
  name(customer: CustomerFact | CustomerRef, at: Instant): Told | null {
    const key = this.keyOf(customer);
    if (key === null) return null;
    let told = this.told.get(key);
    if (told === undefined) {
      told = newcomer(key, customer.id, at);
      this.told.set(key, told);
    }
    if (at < told.namedAt) told.namedAt = at;
    const { email } = customer;
    if (email !== null && !told.erased) this.noteAddress(told, email, at);
    return told;
  }

  /** What a line says of the person it names. */
  describe(told: Told, customer: CustomerFact, at: Instant): void {
    if (told.erased) return;
    if (customer.tags !== null) note(told, "tags", customer.tags, at);
    if (customer.birthday !== null) note(told, "birthday", customer.birthday, at);
  }

  describeFurther(told: Told, person: PersonTold | null, at: Instant): void {
    if (told.erased || person === null) return;
    for (const facet of FACETS) {
      const value = person[facet];
      if (value !== null) note(told, facet, value, at);
    }
  }

  consent(told: Told, consent: Pick<PersonTold, "consentEmail" | "consentSms">, at: Instant): void {
    if (consent.consentEmail !== null) note(told, "consentEmail", consent.consentEmail, at);
    if (consent.consentSms !== null) note(told, "consentSms", consent.consentSms, at);
  }

  act(told: Told, done: { at: Instant; activity: string; key: string | null; ware: Ware | null }): void {
    const { at, activity, key, ware } = done;
    const entry = { at, day: localDayNumber(at, this.zone), activity, ware };
    if (key === null) {
      told.activities.push(entry);
      return;
    }
    const name = `${activity}\n${key}`;
    told.keyedActivities ??= new Map();
    const known = told.keyedActivities.get(name);
    if (known === undefined || at < known.at) told.keyedActivities.set(name, entry);
  }

  answer(told: Told, score: number, at: Instant): void {
    told.surveys.push({ at, day: localDayNumber(at, this.zone), score });
  }

  /** A mail of ours went to a customer. */
  send(customerId: string, at: Instant): void {
    const told = this.name({ id: customerId, email: null }, at);
    if (told === null) return;
    told.mails ??= [];
    told.mails.push({ at, day: localDayNumber(at, this.zone) });
  }

  leave(customerId: string, at: Instant): void {
    const told = this.told.get(customerId);
    if (told !== undefined) told.leftAt ??= at;
  }

  /** The person goes, what they bought stays; nothing personal that is told later comes back. */
  erase(customer: CustomerRef, at: Instant): void {
    const key = this.keyOf(customer);
    const told = key === null ? undefined : this.told.get(key);
    if (told === undefined) return;
    told.erased = true;
    told.leftAt ??= at;
    told.email = null;
    told.facets = null;
  }

  merge(keptId: string, endedId: string): void {
    if (this.livingKey(keptId) !== this.livingKey(endedId)) {
      this.endedIn.set(this.livingKey(endedId), this.livingKey(keptId));
    }
  }

  /** The key under which everything of somebody comes together: following merges, and from guest to customer. */
  livingKey(key: string): string {
    const carrier = key.startsWith(GUEST) ? this.carriers.get(key.slice(GUEST.length)) : undefined;
    let living = carrier === undefined ? key : carrier.id;
    for (let next = this.endedIn.get(living); next !== undefined; next = this.endedIn.get(living)) {
      living = next;
    }
    return living;
  }

  private noteAddress(told: Told, email: string, at: Instant): void {
    // Most say the same address again and again, later each time.
    const isAgain = email === told.email && at >= told.emailAt;
    if (at >= told.emailAt) {
      told.email = email;
      told.emailAt = at;
    }
    if (told.id === null || isAgain) return;
    const address = this.addressOf(email);
    let carried = this.addressesOf.get(told.id);
    if (carried === undefined) {
      carried = new Set();
      this.addressesOf.set(told.id, carried);
    }
    carried.add(address);
    const carrier = this.carriers.get(address);
    if (carrier === undefined || at < carrier.at || (at === carrier.at && told.id < carrier.id)) {
      this.carriers.set(address, { id: told.id, at });
    }
  }

  /** All keys under which something of a living customer may be told. */
  keysOf(living: string): readonly string[] {
    const ids = [living, ...[...this.endedIn.keys()].filter((id) => this.livingKey(id) === living)];
    const guests = ids.flatMap((id) =>
      [...(this.addressesOf.get(id) ?? [])].map((address) => GUEST + address),
    );
    return [...new Set([...ids, ...guests.filter((guest) => this.livingKey(guest) === living)])];
  }

  private addressOf(email: string): string {
    const known = this.normalised.get(email);
    if (known !== undefined) return known;
    const address = normaliseAddress(email);
    this.normalised.set(email, address);
    return address;
  }
}

const FACETS = ["country", "region", "language", "consentEmail", "consentSms", "phone", "zone"] as const;

/** Of what is told at different instants the latest counts. */
function note(told: Told, facet: keyof Person, value: Person[keyof Person], at: Instant): void {
  told.facets ??= new Map();
  const known = told.facets.get(facet);
  if (known === undefined || at >= known.at) told.facets.set(facet, { value, at });
}

function newcomer(key: string, id: string | null, at: Instant): Told {
  return {
    key,
    id,
    namedAt: at,
    leftAt: null,
    erased: false,
    email: null,
    emailAt: BEFORE_ALL,
    facets: null,
    keyedActivities: null,
    activities: [],
    surveys: [],
    mails: null,
  };
}
