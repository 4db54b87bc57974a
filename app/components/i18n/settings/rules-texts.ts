import { texts } from "../language.tsx";

/** Codes, notices and what is kept: choices with numbers and words of their own. */
export const rulesTexts = texts(
  {
    prefix: "Code prefix",
    prefixHelp: (example: string) =>
      `New codes look like ${example}. Codes that are claimed already keep their text.`,
    prefixWrong: "2 to 10 letters A to Z or digits: nothing else works in every shop.",
    combine: "New codes can be combined with",
    combineHelp:
      "Only with discounts on another part of the order, and only if the other discount allows it too: an amount off the order never stands beside another one. Codes that are claimed already keep what they were made with.",
    kinds: { order: "Discounts on the order", product: "Discounts on products", shipping: "Free shipping" },
    taggedSegments: "Tag customers with these segments",
    taggedSegmentsHelp: (tag: string) =>
      `For segments in Shopify, e-mail tools and workflows: each customer in a segment bears a tag such as ${tag}, brought up to date every night and removed when you switch it off. Other apps and your theme can read tags. Rules of the program never go by these tags.`,
    oneCode: "An order in this shop takes one code, so codes are never combined with each other.",
    points: "Points",
    notice: "Notice before points expire",
    noticeHelp: "So many days before, the panel says so first thing.",
    reinstate: "Expired points can be given back for",
    reinstateHelp: "By staff, on the member’s page. 0: never.",
    days: "days",
    daysWrong: (from: number) => `A whole number from ${String(from)} to 365.`,
    privacy: "Data protection",
    retention: "Delete personal data of members who are not active any more",
    retentionHelp:
      "Every night: name, address and birthday of whoever has not ordered or claimed anything for so long. What remains is counted without a name, so that sums stay right; their points can no longer be spent, and open codes end. It cannot be undone. The terms that shoppers read say it.",
    retentionMonths: "After",
    months: "months",
    monthsWrong: "A whole number from 6 to 120.",
  },
  {
    prefix: "Anfang der Codes",
    prefixHelp: (example: string) =>
      `Neue Codes sehen so aus: ${example}. Codes, die schon eingelöst sind, behalten ihren Text.`,
    prefixWrong: "2 bis 10 Buchstaben A bis Z oder Ziffern: Anderes geht nicht in jedem Shop.",
    combine: "Neue Codes lassen sich kombinieren mit",
    combineHelp:
      "Nur mit Rabatten auf einen anderen Teil der Bestellung, und nur, wenn auch der andere Rabatt es zulässt: Ein Betrag auf die Bestellung steht nie neben einem zweiten. Codes, die schon eingelöst sind, behalten, womit sie gemacht wurden.",
    kinds: {
      order: "Rabatten auf die Bestellung",
      product: "Rabatten auf Produkte",
      shipping: "Kostenlosem Versand",
    },
    taggedSegments: "Kunden mit diesen Segmenten taggen",
    taggedSegmentsHelp: (tag: string) =>
      `Für Segmente in Shopify, E-Mail-Programme und Workflows: Wer in einem Segment ist, trägt einen Tag wie ${tag}; er wird jede Nacht nachgeführt und entfernt, wenn du das Segment hier abwählst. Andere Apps und dein Theme können Tags lesen. Regeln des Programms richten sich nie nach diesen Tags.`,
    oneCode: "Eine Bestellung nimmt in diesem Shop einen Code an; Codes lassen sich also nie kombinieren.",
    points: "Punkte",
    notice: "Hinweis, bevor Punkte verfallen",
    noticeHelp: "So viele Tage vorher steht es im Fenster ganz oben.",
    reinstate: "Verfallene Punkte lassen sich zurückgeben",
    reinstateHelp: "Vom Team, auf der Seite des Mitglieds. 0: nie.",
    days: "Tage",
    daysWrong: (from: number) => `Eine ganze Zahl von ${String(from)} bis 365.`,
    privacy: "Datenschutz",
    retention: "Persönliche Daten von Mitgliedern löschen, die nicht mehr aktiv sind",
    retentionHelp:
      "Jede Nacht: Name, Adresse und Geburtstag von allen, die so lange nichts bestellt und nichts eingelöst haben. Was bleibt, zählt ohne Namen, damit Summen stimmen; ihre Punkte lassen sich nicht mehr einlösen, und offene Codes enden. Das lässt sich nicht rückgängig machen. Die Bedingungen, die die Kundschaft liest, sagen es.",
    retentionMonths: "Nach",
    months: "Monate",
    monthsWrong: "Eine ganze Zahl von 6 bis 120.",
  },
);
