import { daysUntilYearly, localDayNumber, parseDay, yearsBetween } from "../../calendar.ts";
import { isMemberAt } from "../history/customer.ts";
import type { Person } from "../history/customer.ts";
import type { Fact } from "./fact.ts";
import { asTag } from "./interests.ts";
import type { Subject } from "./subject.ts";

const person = ({ customer }: Subject): Person => customer.person;

const PLACES = {
  country: {
    name: { en: "Country", de: "Land" },
    definition: { en: "The customer's country, as told.", de: "Land des Kunden, wie angegeben." },
  },
  region: {
    name: { en: "Region", de: "Region" },
    definition: { en: "The customer's region, as told.", de: "Region des Kunden, wie angegeben." },
  },
  language: {
    name: { en: "Language", de: "Sprache" },
    definition: { en: "The customer's language, as told.", de: "Sprache des Kunden, wie angegeben." },
  },
};

/** Who customers are, where known. */
export const PERSON_FACTS: readonly Fact[] = [
  {
    id: "member.days",
    kind: "days",
    asks: [],
    name: { en: "Days as a member", de: "Tage als Mitglied" },
    definition: {
      en: "Local days since the customer was first known by an id.",
      de: "Kalendertage, seit es den Kunden mit Kundennummer gibt.",
    },
    read: (subject) => {
      const { memberSince } = subject.customer;
      return memberSince === null || !isMemberAt(subject.customer, subject.at)
        ? null
        : subject.day - localDayNumber(memberSince, subject.shop.zone);
    },
  },
  {
    id: "member.isMember",
    kind: "flag",
    asks: [],
    name: { en: "Member", de: "Mitglied" },
    definition: {
      en: "A customer with an id, from the first mention until leaving.",
      de: "Kunde mit Kundennummer, von der ersten Erwähnung bis zum Austritt.",
    },
    read: (subject) => isMemberAt(subject.customer, subject.at),
  },
  {
    id: "member.tags",
    kind: "set",
    asks: [],
    name: { en: "Customer tags", de: "Kunden-Tags" },
    definition: {
      en: "The shop's own tags of the customer; upper and lower case are the same.",
      de: "Tags, die der Shop dem Kunden gegeben hat; Groß- und Kleinschreibung sind gleich.",
    },
    read: (subject) => new Set(person(subject).tags.map(asTag)),
    shown: (subject) => person(subject).tags,
  },
  {
    id: "birthday.inDays",
    kind: "days",
    asks: [],
    name: { en: "Days to the birthday", de: "Tage bis zum Geburtstag" },
    definition: {
      en: "Local days to the next birthday, 0 on it; 29 February is kept on the 28th in common years.",
      de: "Kalendertage bis zum nächsten Geburtstag, 0 am Tag selbst; der 29. Februar wird in Nicht-Schaltjahren am 28. gefeiert.",
    },
    read: (subject) => {
      const born = birthdayOf(subject);
      return born === null ? null : daysUntilYearly(subject.day, born);
    },
  },
  {
    id: "age",
    kind: "count",
    asks: [],
    name: { en: "Age", de: "Alter" },
    definition: { en: "Full years since birth.", de: "Volle Jahre seit der Geburt." },
    read: (subject) => {
      const born = birthdayOf(subject);
      return born === null || born > subject.day ? null : yearsBetween(born, subject.day);
    },
  },
  ...(["country", "region", "language"] as const).map((id): Fact => {
    const words = PLACES[id];
    return { id, kind: "text", asks: [], ...words, read: (subject) => person(subject)[id] };
  }),
  {
    id: "consent.email",
    kind: "flag",
    asks: [],
    name: { en: "Consent to e-mail", de: "Einwilligung E-Mail" },
    definition: {
      en: "Agreed to marketing by e-mail, as last said.",
      de: "Hat Werbung per E-Mail zugestimmt, nach letztem Stand.",
    },
    read: (subject) => person(subject).consentEmail,
  },
  {
    id: "consent.sms",
    kind: "flag",
    asks: [],
    name: { en: "Consent to SMS", de: "Einwilligung SMS" },
    definition: {
      en: "Agreed to marketing by SMS, as last said.",
      de: "Hat Werbung per SMS zugestimmt, nach letztem Stand.",
    },
    read: (subject) => person(subject).consentSms,
  },
];

function birthdayOf(subject: Subject): number | null {
  const { birthday } = person(subject);
  return birthday === null ? null : parseDay(birthday);
}
