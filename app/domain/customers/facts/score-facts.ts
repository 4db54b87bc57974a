import type { Fact } from "./fact.ts";
import type { Subject } from "./subject.ts";

/** Of whoever objects to profiling neither is known. */
const rfm = ({ shop, customer }: Subject) => (customer.objects ? null : shop.rfmOf(customer));
const predicted = ({ shop, customer }: Subject) => (customer.objects ? null : shop.predictionOf(customer));
const minor = (subject: Subject, amount: number | null): number | null =>
  amount === null ? null : Math.floor(amount * 10 ** subject.shop.digits + 0.5);

/** What customers score among all of them, and what is expected of them. */
export const SCORE_FACTS: readonly Fact[] = [
  {
    id: "rfm.recency",
    kind: "score",
    asks: [],
    amongAll: true,
    name: { en: "Recency score", de: "Aktualität" },
    definition: {
      en: "By days since the last purchase among all customers with one; 5 is most recent. As of last midnight.",
      de: "Nach Tagen seit dem letzten Kauf unter allen Kunden mit Kauf; 5 ist am jüngsten. Stand der letzten Mitternacht.",
    },
    read: (subject) => rfm(subject)?.recency ?? null,
  },
  {
    id: "rfm.frequency",
    kind: "score",
    asks: [],
    amongAll: true,
    name: { en: "Frequency score", de: "Häufigkeit" },
    definition: {
      en: "By number of purchases among all customers with one; 5 is most. As of last midnight.",
      de: "Nach Anzahl der Käufe unter allen Kunden mit Kauf; 5 ist am häufigsten. Stand der letzten Mitternacht.",
    },
    read: (subject) => rfm(subject)?.frequency ?? null,
  },
  {
    id: "rfm.monetary",
    kind: "score",
    asks: [],
    amongAll: true,
    name: { en: "Monetary score", de: "Umsatzwert" },
    definition: {
      en: "By what was spent among all customers with a purchase; 5 is most. As of last midnight.",
      de: "Nach Umsatz unter allen Kunden mit Kauf; 5 ist am meisten. Stand der letzten Mitternacht.",
    },
    read: (subject) => rfm(subject)?.monetary ?? null,
  },
  {
    id: "rfm.name",
    kind: "text",
    asks: [],
    amongAll: true,
    name: { en: "RFM group", de: "RFM-Gruppe" },
    definition: {
      en: "The group that recency and the mean of the other two scores name, such as champion or at_risk.",
      de: "Die Gruppe aus Aktualität und dem Mittel der beiden anderen Werte, etwa champion oder at_risk.",
    },
    read: (subject) => rfm(subject)?.name ?? null,
  },
  {
    id: "clv.alive",
    kind: "number",
    asks: [],
    amongAll: true,
    name: { en: "Probably still a customer", de: "Wahrscheinlich noch Kunde" },
    definition: {
      en: "The probability, by BG/NBD, of not having left for good; of who bought on more than one day.",
      de: "Wahrscheinlichkeit nach BG/NBD, nicht endgültig gegangen zu sein; bei Käufen an mehr als einem Tag.",
    },
    read: (subject) => predicted(subject)?.alive ?? null,
  },
  {
    id: "clv.purchases",
    kind: "number",
    asks: [],
    amongAll: true,
    name: { en: "Expected purchases", de: "Erwartete Käufe" },
    definition: {
      en: "Purchase days expected within the next 52 weeks (or the horizon set), by BG/NBD.",
      de: "Erwartete Kauftage in den nächsten 52 Wochen (oder im eingestellten Zeitraum), nach BG/NBD.",
    },
    read: (subject) => predicted(subject)?.purchases ?? null,
  },
  {
    id: "clv.average",
    kind: "money",
    asks: [],
    amongAll: true,
    name: { en: "Expected average", de: "Erwarteter Durchschnitt" },
    definition: {
      en: "What a purchase day is expected to bring, by gamma-gamma.",
      de: "Was ein Kauftag voraussichtlich bringt, nach Gamma-Gamma.",
    },
    read: (subject) => minor(subject, predicted(subject)?.average ?? null),
  },
  {
    id: "clv.value",
    kind: "money",
    asks: [],
    amongAll: true,
    name: { en: "Predicted value", de: "Erwarteter Wert" },
    definition: {
      en: "Expected purchases × expected average.",
      de: "Erwartete Käufe × erwarteter Durchschnitt.",
    },
    read: (subject) => minor(subject, predicted(subject)?.value ?? null),
  },
  {
    id: "clv.top",
    kind: "number",
    asks: [],
    amongAll: true,
    name: { en: "Among the most valuable", de: "Unter den wertvollsten" },
    definition: {
      en: "The share of customers with at least this predicted value; 0.1 is the top tenth.",
      de: "Anteil der Kunden mit mindestens diesem erwarteten Wert; 0,1 ist das oberste Zehntel.",
    },
    read: (subject) => predicted(subject)?.top ?? null,
  },
];
