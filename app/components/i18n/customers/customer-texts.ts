import { texts } from "../language.tsx";

export const customerTexts = texts(
  {
    title: "Customers",
    insight: "Insight",
    everyone: "All customers",
    gridTitle: "Who your customers are",
    gridBody: (customers: string) =>
      `${customers} customers with a purchase, by when they last bought and how much they buy. Choose a field to see who it is.`,
    recency: "Last purchase",
    recencies: ["longest ago", "long ago", "a while ago", "lately", "most lately"],
    worth: "How often and how much",
    worths: ["least", "little", "medium", "much", "most"],
    cell: (customers: string, name: string) =>
      `${name}: ${customers === "1" ? "1 customer" : `${customers} customers`}`,
    segmentsTitle: "Segments",
    segmentsBody:
      "Ready-made groups and your own. A customer may be in several. Those that need mail, surveys or referrals stay empty until there are any.",
    segment: "Segment",
    customers: "Customers",
    change: "Came / went (30 days)",
    spent: "Revenue",
    average: "Average order",
    predicted: "Expected per customer, next 52 weeks",
    noPredictions:
      "What customers will bring is not known yet: predictions take 50 customers who bought on several days.",
    download: "Download CSV",
    exported: "The file is ready",
    emptyTitle: "Nobody has been scored yet",
    emptyBody:
      "As soon as your shop has orders, customers are grouped every night: who is loyal, who has gone quiet, who is worth most.",
    emptyAction: "Open Insight",
    listBack: "Customers",
    name: "Name",
    purchases: "Purchases",
    lapse: "Days since the last",
    group: "Group",
    expected: "Expected, next 52 weeks",
    none: "Nobody",
    noneBody: "There is nobody in this group as of the last calculation.",
    unknown: "–",
    cellTitle: (recency: string, worth: string) => `Bought ${recency}, buys ${worth}`,
    groups: {
      champion: "Champions",
      loyal: "Loyal",
      potential: "May become loyal",
      new: "New",
      promising: "Promising",
      needs_attention: "Need attention",
      fading: "Fading",
      at_risk: "At risk",
      cannot_lose: "Not to be lost",
      hibernating: "Asleep",
      lost: "Lost",
    },
    factsAsOf: (moment: string) => `As of ${moment}`,
    sentence: (purchases: string, spent: string) =>
      purchases === "1" ? `1 purchase of ${spent}.` : `${purchases} purchases, ${spent} in all.`,
    willBring: (value: string) => `Expected within the next 52 weeks: ${value}.`,
    inSegments: (names: string) => `Segments: ${names}.`,
    yes: "yes",
    no: "no",
  },
  {
    title: "Kunden",
    insight: "Auswertung",
    everyone: "Alle Kunden",
    gridTitle: "Wer deine Kunden sind",
    gridBody: (customers: string) =>
      `${customers} Kunden mit Kauf, danach, wann sie zuletzt und wie viel sie kaufen. Wähle ein Feld, um zu sehen, wer das ist.`,
    recency: "Letzter Kauf",
    recencies: ["am längsten her", "lange her", "länger her", "kürzlich", "gerade erst"],
    worth: "Wie oft und wie viel",
    worths: ["am wenigsten", "wenig", "mittel", "viel", "am meisten"],
    cell: (customers: string, name: string) =>
      `${name}: ${customers === "1" ? "1 Kunde" : `${customers} Kunden`}`,
    segmentsTitle: "Segmente",
    segmentsBody:
      "Fertige Gruppen und deine eigenen. Ein Kunde kann in mehreren sein. Was Mails, Umfragen oder Empfehlungen braucht, bleibt leer, bis es welche gibt.",
    segment: "Segment",
    customers: "Kunden",
    change: "Dazu / weg (30 Tage)",
    spent: "Umsatz",
    average: "Durchschnittliche Bestellung",
    predicted: "Erwartet je Kunde, nächste 52 Wochen",
    noPredictions:
      "Was Kunden bringen werden, ist noch nicht bekannt: Vorhersagen brauchen 50 Kunden, die an mehreren Tagen gekauft haben.",
    download: "CSV herunterladen",
    exported: "Die Datei ist fertig",
    emptyTitle: "Noch ist niemand eingeordnet",
    emptyBody:
      "Sobald dein Shop Bestellungen hat, werden Kunden jede Nacht eingeordnet: wer treu ist, wer still geworden ist, wer am meisten wert ist.",
    emptyAction: "Auswertung öffnen",
    listBack: "Kunden",
    name: "Name",
    purchases: "Käufe",
    lapse: "Tage seit dem letzten",
    group: "Gruppe",
    expected: "Erwartet, nächste 52 Wochen",
    none: "Niemand",
    noneBody: "In dieser Gruppe ist nach der letzten Rechnung niemand.",
    unknown: "–",
    cellTitle: (recency: string, worth: string) => `Letzter Kauf ${recency}, kauft ${worth}`,
    groups: {
      champion: "Beste Kunden",
      loyal: "Treue",
      potential: "Auf dem Weg zur Treue",
      new: "Neue",
      promising: "Vielversprechende",
      needs_attention: "Brauchen Aufmerksamkeit",
      fading: "Werden stiller",
      at_risk: "Gefährdete",
      cannot_lose: "Nicht zu verlieren",
      hibernating: "Schlafende",
      lost: "Verlorene",
    },
    factsAsOf: (moment: string) => `Stand ${moment}`,
    sentence: (purchases: string, spent: string) =>
      purchases === "1" ? `1 Kauf für ${spent}.` : `${purchases} Käufe, zusammen ${spent}.`,
    willBring: (value: string) => `In den nächsten 52 Wochen erwartet: ${value}.`,
    inSegments: (names: string) => `Segmente: ${names}.`,
    yes: "ja",
    no: "nein",
  },
);

/** The name of an RFM group; one that is not known stays as it is. */
export function groupName(groups: (typeof customerTexts)["en"]["groups"], name: string): string {
  const names: Readonly<Record<string, string>> = groups;
  return names[name] ?? name;
}
