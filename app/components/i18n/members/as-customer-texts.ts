import { texts } from "../language.tsx";

export const asCustomerTexts = texts(
  {
    title: "As a customer",
    open: "How these figures came about",
    notScored: "Not worked out yet: it is done every night.",
    objectsSince: (day: string) => `Objects to profiling since ${day}.`,
    object: "They object to profiling",
    objectHelp:
      "If they ask you to: no scores, predictions, segments or recommendations are kept of them. What they buy counts in sums only, and their points stay.",
    end: "They take the objection back",
    endHelp:
      "No scores, predictions, segments or recommendations are kept of them; what they buy counts in sums only.",
    saved: "Saved",
    rhythmTitle: "When they buy",
    rhythm: (days: string, next: string, isOverdue: boolean) =>
      isOverdue
        ? `Usually every ${days} days. The next purchase was expected on ${next}.`
        : `Usually every ${days} days. The next purchase is expected on ${next}.`,
    noRhythm: "Too few purchases for a rhythm: it takes three days with a purchase.",
    expected: (day: string) => `expected ${day}`,
    day: "Day",
    spent: "Spent",
    showTable: "Show as table",
    hideTable: "Show as chart",
    recommended: "What to offer",
    noRecommendations:
      "Nothing yet: it takes products bought several times, or that others bought with the same ones.",
    product: (id: string) => `Product ${id}`,
    due: (every: string, since: string) =>
      `Due: bought every ${every} days, the last time ${since} days ago.`,
    favourite: (purchases: string) => `A favourite: in ${purchases} purchases.`,
    others: (customers: string, own: string) =>
      `${customers} customers who bought ${own}, as they did, bought this too.`,
    facts: "All figures",
    factsHelp: "Open one to see how it came about.",
    noOrders: "No order counts for it.",
    order: "Order",
    returned: "returned in part or whole",
    kept: (money: string, units: string, isOne: boolean) =>
      `${money}, ${units} ${isOne ? "item" : "items"} kept`,
    earlier: (orders: string) => `and ${orders} earlier`,
    gaps: (days: string, gaps: string) =>
      gaps === "" ? `Bought on ${days}; no gap yet.` : `Bought on ${days}. Days between: ${gaps}.`,
    scored: (customers: string) => `Compared with all ${customers} customers who have bought.`,
    among: (customers: string) => `Compared with the average of all ${customers} customers.`,
    models: { purchases: "BG/NBD", money: "gamma-gamma" },
    model: (name: string, customers: string, parameters: string) =>
      `By the model ${name}, fitted on ${customers} customers (${parameters}).`,
    noModel: "No model yet: it takes 50 customers who bought on several days.",
    ledger: "From the entries of their points.",
    toTimeline: "See all that happened",
    person: "As the shop and the member have told it.",
  },
  {
    title: "Als Kunde",
    open: "Wie diese Zahlen entstanden sind",
    notScored: "Noch nicht berechnet: Das geschieht jede Nacht.",
    objectsSince: (day: string) => `Widerspricht der Auswertung seit ${day}.`,
    object: "Widerspricht der Auswertung",
    objectHelp:
      "Wenn dich jemand darum bittet: Dann werden keine Werte, Vorhersagen, Segmente oder Empfehlungen zu dieser Person behalten. Ihre Einkäufe zählen nur in Summen, ihre Punkte bleiben.",
    end: "Widerspruch zurücknehmen",
    endHelp:
      "Zu dieser Person werden keine Werte, Vorhersagen, Segmente oder Empfehlungen behalten; ihre Einkäufe zählen nur in Summen.",
    saved: "Gespeichert",
    rhythmTitle: "Wann eingekauft wird",
    rhythm: (days: string, next: string, isOverdue: boolean) =>
      isOverdue
        ? `Meist alle ${days} Tage. Der nächste Kauf war am ${next} zu erwarten.`
        : `Meist alle ${days} Tage. Der nächste Kauf ist am ${next} zu erwarten.`,
    noRhythm: "Noch kein Rhythmus: Dafür braucht es drei Tage mit Kauf.",
    expected: (day: string) => `erwartet ${day}`,
    day: "Tag",
    spent: "Umsatz",
    showTable: "Als Tabelle zeigen",
    hideTable: "Als Diagramm zeigen",
    recommended: "Was sich anbietet",
    noRecommendations:
      "Noch nichts: Dafür braucht es mehrfach Gekauftes oder Produkte, die andere zu den gleichen gekauft haben.",
    product: (id: string) => `Produkt ${id}`,
    due: (every: string, since: string) => `Fällig: alle ${every} Tage gekauft, zuletzt vor ${since} Tagen.`,
    favourite: (purchases: string) => `Gern gekauft: in ${purchases} Einkäufen.`,
    others: (customers: string, own: string) =>
      `${customers} Kunden, die ebenfalls ${own} gekauft haben, haben auch das gekauft.`,
    facts: "Alle Zahlen",
    factsHelp: "Aufgeklappt steht da, wie eine Zahl entstanden ist.",
    noOrders: "Keine Bestellung zählt dafür.",
    order: "Bestellung",
    returned: "teilweise oder ganz zurückgegeben",
    kept: (money: string, units: string) => `${money}, ${units} Stück behalten`,
    earlier: (orders: string) => `und ${orders} frühere`,
    gaps: (days: string, gaps: string) =>
      gaps === ""
        ? `Gekauft am ${days}; noch kein Abstand.`
        : `Gekauft am ${days}. Tage dazwischen: ${gaps}.`,
    scored: (customers: string) => `Verglichen mit allen ${customers} Kunden, die gekauft haben.`,
    among: (customers: string) => `Verglichen mit dem Durchschnitt aller ${customers} Kunden.`,
    models: { purchases: "BG/NBD", money: "Gamma-Gamma" },
    model: (name: string, customers: string, parameters: string) =>
      `Nach dem Modell ${name}, angepasst an ${customers} Kunden (${parameters}).`,
    noModel: "Noch kein Modell: Dafür braucht es 50 Kunden, die an mehreren Tagen gekauft haben.",
    ledger: "Aus den Buchungen der Punkte.",
    toTimeline: "Alles, was geschah",
    person: "So wie es der Shop und das Mitglied gesagt haben.",
  },
);
