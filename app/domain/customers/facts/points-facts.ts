import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import type { Fact } from "./fact.ts";
import type { FactAsk } from "./fact-ask.ts";
import type { PointsView, Subject } from "./subject.ts";

const OF_A_TIME = ["within"] as const;
const NO_POINTS: PointsView = {
  available: 0,
  pending: 0,
  earned: 0,
  spent: 0,
  moves: [],
  claimedOn: [],
  friends: [],
  tier: null,
};

const points = (subject: Subject) => subject.shop.pointsOf(subject.customer) ?? NO_POINTS;
const tier = (subject: Subject) => points(subject).tier;

const BOOK_FACTS: readonly Fact[] = [
  {
    id: "points.available",
    kind: "count",
    asks: [],
    name: { en: "Points to spend", de: "Verfügbare Punkte" },
    definition: { en: "Points that can be spent now.", de: "Punkte, die jetzt eingelöst werden können." },
    read: (subject) => points(subject).available,
  },
  {
    id: "points.pending",
    kind: "count",
    asks: [],
    name: { en: "Points on the way", de: "Vorgemerkte Punkte" },
    definition: { en: "Points that have not matured yet.", de: "Punkte, die noch nicht freigegeben sind." },
    read: (subject) => points(subject).pending,
  },
  {
    id: "points.earned",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Points earned", de: "Gesammelte Punkte" },
    definition: {
      en: "Points earned, less what returns took back; what was given by hand is in it.",
      de: "Gesammelte Punkte abzüglich dessen, was Rückgaben zurücknahmen; von Hand Gegebenes zählt mit.",
    },
    read: (subject, ask) => moved(subject, ask, "earned"),
  },
  {
    id: "points.spent",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Points spent", de: "Eingelöste Punkte" },
    definition: {
      en: "Points held for codes or used, less those that came back.",
      de: "Für Codes hinterlegte oder eingelöste Punkte abzüglich der zurückgekommenen.",
    },
    read: (subject, ask) => moved(subject, ask, "spent"),
  },
  {
    id: "tier.id",
    kind: "text",
    asks: [],
    name: { en: "Tier", de: "Stufe" },
    definition: { en: "The id of the tier held.", de: "Kennung der gehaltenen Stufe." },
    read: (subject) => tier(subject)?.id ?? null,
  },
  {
    id: "tier.missingShare",
    kind: "number",
    asks: [],
    name: { en: "Way left to the next tier", de: "Fehlender Anteil zur nächsten Stufe" },
    definition: {
      en: "What is missing to the next tier ÷ the way from this tier to it.",
      de: "Was zur nächsten Stufe fehlt ÷ der Weg von dieser zu ihr.",
    },
    read: (subject) => tier(subject)?.missingShare ?? null,
  },
  {
    id: "tier.inGrace",
    kind: "flag",
    asks: [],
    name: { en: "Tier in grace", de: "Stufe in Nachfrist" },
    definition: {
      en: "The tier has lost its ground and is kept for the days of grace.",
      de: "Die Stufe hat ihre Grundlage verloren und gilt noch die Nachfrist.",
    },
    read: (subject) => tier(subject)?.inGrace ?? null,
  },
  {
    id: "tier.endsInDays",
    kind: "days",
    asks: [],
    name: { en: "Days left in the tier", de: "Verbleibende Tage der Stufe" },
    definition: {
      en: "Local days to the last day the tier (in grace: the grace) holds.",
      de: "Kalendertage bis zum letzten Tag, an dem die Stufe (in der Nachfrist: die Frist) gilt.",
    },
    read: (subject) => {
      const endsAt = tier(subject)?.endsAt ?? null;
      return endsAt === null ? null : localDayNumber(endsAt - 1, subject.shop.zone) - subject.day;
    },
  },
  {
    id: "tier.lostDays",
    kind: "days",
    asks: [],
    name: { en: "Days since a tier was lost", de: "Tage seit Verlust einer Stufe" },
    definition: {
      en: "Local days since the tier last fell.",
      de: "Kalendertage, seit die Stufe zuletzt fiel.",
    },
    read: (subject) => daysSince(subject, tier(subject)?.lostAt ?? null),
  },
  {
    id: "tier.gainedDays",
    kind: "days",
    asks: [],
    name: { en: "Days since a tier was reached", de: "Tage seit Erreichen einer Stufe" },
    definition: {
      en: "Local days since the tier last rose.",
      de: "Kalendertage, seit die Stufe zuletzt stieg.",
    },
    read: (subject) => daysSince(subject, tier(subject)?.gainedAt ?? null),
  },
];

/** What the books say. */
export const POINTS_FACTS: readonly Fact[] = BOOK_FACTS.map((fact) => ({ ...fact, fromBooks: true }));

function moved(subject: Subject, ask: FactAsk, what: "earned" | "spent"): number {
  const view = points(subject);
  if (ask.within === null) return view[what];
  let sum = 0;
  for (const move of view.moves) if (subject.isWithin(move, ask)) sum += move[what];
  return sum;
}

function daysSince(subject: Subject, at: Instant | null): number | null {
  return at === null ? null : subject.day - localDayNumber(at, subject.shop.zone);
}
