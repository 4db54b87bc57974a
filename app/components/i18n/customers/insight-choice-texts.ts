import { texts } from "../language.tsx";

export const insightChoiceTexts = texts(
  {
    window: "Days",
    windows: {
      "30": "Last 30 days",
      "90": "Last 90 days",
      "365": "Last 365 days",
      year: "This year",
      custom: "Chosen days",
    },
    from: "First day",
    to: "Last day",
    compared: "Compared with",
    comparisons: { before: "As many days before", year: "The same days a year before" },
    segment: "Whose figures",
    everybody: "All customers",
    members: "Who counts",
    membersAt: { from: "In it on the first day", today: "In it today" },
    onlyToday:
      "This segment asks for points or tiers. What those were on an earlier day is not kept, so it is who is in it today.",
    among: (count: string, segment: string, day: string) =>
      `Figures of ${count} customers who were in “${segment}” when ${day} began. Orders without a customer are left out.`,
    amongToday: (count: string, segment: string) =>
      `Figures of ${count} customers who are in “${segment}” today. Orders without a customer are left out.`,
    asOf: (moment: string) => `Worked out ${moment}. Kept until the next night.`,
    working: (done: string, all: string) => `Your choice is being worked out: ${done} of ${all} orders read.`,
    workingSoon: "Your choice is being worked out …",
    meanwhile: "Until then, these are last night’s figures of the last 90 days.",
  },
  {
    window: "Tage",
    windows: {
      "30": "Letzte 30 Tage",
      "90": "Letzte 90 Tage",
      "365": "Letzte 365 Tage",
      year: "Dieses Jahr",
      custom: "Gewählte Tage",
    },
    from: "Erster Tag",
    to: "Letzter Tag",
    compared: "Verglichen mit",
    comparisons: { before: "Ebenso vielen Tagen davor", year: "Denselben Tagen ein Jahr davor" },
    segment: "Wessen Zahlen",
    everybody: "Alle Kunden",
    members: "Wer zählt",
    membersAt: { from: "Am ersten Tag darin", today: "Heute darin" },
    onlyToday:
      "Dieses Segment fragt nach Punkten oder Stufen. Was die an einem früheren Tag waren, ist nicht aufgehoben; es zählt, wer heute darin ist.",
    among: (count: string, segment: string, day: string) =>
      `Zahlen von ${count} Kunden, die zu Beginn des ${day} in „${segment}“ waren. Bestellungen ohne Kunden sind nicht dabei.`,
    amongToday: (count: string, segment: string) =>
      `Zahlen von ${count} Kunden, die heute in „${segment}“ sind. Bestellungen ohne Kunden sind nicht dabei.`,
    asOf: (moment: string) => `Gerechnet ${moment}. Aufgehoben bis zur nächsten Nacht.`,
    working: (done: string, all: string) =>
      `Deine Auswahl wird gerechnet: ${done} von ${all} Bestellungen gelesen.`,
    workingSoon: "Deine Auswahl wird gerechnet …",
    meanwhile: "Bis dahin stehen hier die Zahlen der letzten Nacht für die letzten 90 Tage.",
  },
);
