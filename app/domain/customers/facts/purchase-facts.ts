import type { Fact } from "./fact.ts";
import type { FactAsk } from "./fact-ask.ts";
import {
  averageOf,
  distinctDays,
  gapsBetween,
  marginOf,
  median,
  ratio,
  spreadOf,
  valueOf,
} from "./purchase-figures.ts";
import type { Subject } from "./subject.ts";

const OF_A_TIME = ["within", "orders"] as const;
const OF_ORDERS = ["orders"] as const;

const average = (subject: Subject, ask: FactAsk): number | null => {
  const purchases = subject.purchases(ask);
  return averageOf(valueOf(purchases), purchases.length);
};
const gaps = (subject: Subject, ask: FactAsk) => gapsBetween(distinctDays(subject.purchases(ask)));

/** What customers bought, kept and gave back. */
export const PURCHASE_FACTS: readonly Fact[] = [
  {
    id: "purchases.count",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Purchases", de: "Käufe" },
    definition: {
      en: "Paid orders, neither cancelled nor tests, of whose goods at least one unit is kept and, if they cost anything, some of their money.",
      de: "Bezahlte Bestellungen, weder storniert noch Tests, von deren Waren mindestens ein Stück behalten wurde und, wenn sie etwas kosteten, auch Geld davon.",
    },
    read: (subject, ask) => subject.purchases(ask).length,
  },
  {
    id: "purchases.value",
    kind: "money",
    asks: OF_A_TIME,
    name: { en: "Spent", de: "Umsatz" },
    definition: {
      en: "What is left of the goods' prices after discounts and refunds, over all purchases.",
      de: "Was nach Rabatten und Erstattungen von den Warenpreisen bleibt, über alle Käufe.",
    },
    read: (subject, ask) => valueOf(subject.purchases(ask)),
  },
  {
    id: "purchases.average",
    kind: "money",
    asks: OF_A_TIME,
    name: { en: "Average order", de: "Durchschnittlicher Kauf" },
    definition: {
      en: "Spent ÷ purchases, rounded down.",
      de: "Umsatz ÷ Käufe, abgerundet.",
    },
    read: average,
  },
  {
    id: "purchases.units",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Units kept", de: "Behaltene Stücke" },
    definition: {
      en: "Units of goods bought and not returned, over all purchases.",
      de: "Gekaufte und nicht zurückgegebene Stücke, über alle Käufe.",
    },
    read: (subject, ask) => subject.purchases(ask).reduce((sum, { keptUnits }) => sum + keptUnits, 0),
  },
  {
    id: "purchases.averageToShop",
    kind: "number",
    asks: OF_A_TIME,
    amongAll: true,
    name: { en: "Average order beside the shop's", de: "Durchschnittlicher Kauf gegenüber dem Shop" },
    definition: {
      en: "The customer's average order ÷ that of all named customers; 2 is twice as much.",
      de: "Durchschnittlicher Kauf ÷ dem aller bekannten Kunden; 2 heißt doppelt so viel.",
    },
    read: (subject, ask) => {
      const own = average(subject, ask);
      if (own === null) return null;
      const ofShop = subject.shop.averageMinor(ask);
      return ofShop === null ? null : ratio(own, ofShop);
    },
  },
  {
    id: "purchases.days",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Purchase days", de: "Kauftage" },
    definition: {
      en: "Distinct local days with a purchase.",
      de: "Verschiedene Kalendertage mit einem Kauf.",
    },
    read: (subject, ask) => distinctDays(subject.purchases(ask)).length,
  },
  {
    id: "returns.count",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Returns", de: "Rückgaben" },
    definition: {
      en: "Paid orders, neither cancelled nor tests, of which a unit came back or none of the goods' money is left, by day of payment.",
      de: "Bezahlte Bestellungen, weder storniert noch Tests, von denen ein Stück zurückkam oder vom Warengeld nichts blieb, nach dem Tag der Zahlung.",
    },
    read: (subject, ask) => subject.paid(ask).filter(({ isReturn }) => isReturn).length,
  },
  {
    id: "returns.share",
    kind: "number",
    asks: OF_A_TIME,
    name: { en: "Share given back", de: "Anteil der Rückgaben" },
    definition: {
      en: "1 − what is left of the goods' money ÷ the goods' money, over paid orders that are neither cancelled nor tests.",
      de: "1 − gebliebenes Warengeld ÷ Warengeld, über bezahlte Bestellungen, die weder storniert noch Tests sind.",
    },
    read: (subject, ask) => {
      let net = 0;
      let kept = 0;
      for (const { netMinor, keptMinor } of subject.paid(ask)) {
        net += netMinor;
        kept += keptMinor;
      }
      return net === 0 ? null : 1 - kept / net;
    },
  },
  {
    id: "first.days",
    kind: "days",
    asks: OF_ORDERS,
    name: { en: "Days since the first purchase", de: "Tage seit dem ersten Kauf" },
    definition: { en: "Local days since the first purchase.", de: "Kalendertage seit dem ersten Kauf." },
    read: (subject, ask) => daysSince(subject, subject.purchases(ask)[0]),
  },
  {
    id: "lapse.days",
    kind: "days",
    asks: OF_ORDERS,
    name: { en: "Days since the last purchase", de: "Tage seit dem letzten Kauf" },
    definition: { en: "Local days since the last purchase.", de: "Kalendertage seit dem letzten Kauf." },
    read: (subject, ask) => daysSince(subject, subject.purchases(ask).at(-1)),
  },
  {
    id: "rhythm.gaps",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Gaps between purchases", de: "Abstände zwischen Käufen" },
    definition: {
      en: "How many gaps there are between consecutive purchase days.",
      de: "Anzahl der Abstände zwischen aufeinanderfolgenden Kauftagen.",
    },
    read: (subject, ask) => gaps(subject, ask).length,
  },
  {
    id: "rhythm.medianDays",
    kind: "days",
    asks: OF_A_TIME,
    name: { en: "Usual gap", de: "Üblicher Abstand" },
    definition: {
      en: "The median of the gaps between consecutive purchase days.",
      de: "Median der Abstände zwischen aufeinanderfolgenden Kauftagen.",
    },
    read: (subject, ask) => median(gaps(subject, ask)),
  },
  {
    id: "rhythm.spread",
    kind: "number",
    asks: OF_A_TIME,
    name: { en: "How irregular", de: "Unregelmäßigkeit" },
    definition: {
      en: "The gaps' median absolute deviation ÷ their median; from three gaps on. Small is regular.",
      de: "Mittlere absolute Abweichung der Abstände vom Median (Median) ÷ Median; ab drei Abständen. Klein heißt regelmäßig.",
    },
    read: (subject, ask) => spreadOf(gaps(subject, ask)),
  },
  {
    id: "margin.value",
    kind: "money",
    asks: OF_A_TIME,
    name: { en: "Margin", de: "Rohertrag" },
    definition: {
      en: "Over purchased lines whose cost is known: what is kept, without its tax, less cost × units kept.",
      de: "Über gekaufte Positionen mit bekannten Kosten: was bleibt, ohne Steuer, abzüglich Kosten × behaltene Stücke.",
    },
    read: (subject, ask) => marginOf(subject.purchases(ask)).valueMinor,
  },
  {
    id: "margin.share",
    kind: "number",
    asks: OF_A_TIME,
    name: { en: "Margin share", de: "Ertragsquote" },
    definition: {
      en: "Margin ÷ what those lines brought without tax.",
      de: "Rohertrag ÷ was diese Positionen ohne Steuer brachten.",
    },
    read: (subject, ask) => {
      const { valueMinor, netMinor } = marginOf(subject.purchases(ask));
      return ratio(valueMinor, netMinor);
    },
  },
];

function daysSince(subject: Subject, outcome: { readonly day: number } | undefined): number | null {
  return outcome === undefined ? null : subject.day - outcome.day;
}
