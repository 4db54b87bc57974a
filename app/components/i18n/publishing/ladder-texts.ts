import { texts } from "../language.tsx";

/** The ladder of levels: its thresholds, and who would stand where. */
export const ladderTexts = texts(
  {
    threshold: (level: string) => `${level} begins at`,
    move: (level: string) => `Threshold of ${level}`,
    brings: (benefits: string) => `Brings ${benefits}`,
    orders: "orders",
    stand: (people: number, count: string, share: string) =>
      people === 1 ? `1 customer today (${share})` : `${count} customers today (${share})`,
    welcome: (money: string) => `welcome points worth ${money} in all`,
    extra: (money: string) => `extra points worth ${money} for what they bought`,
    counting: "Looking where your customers stand …",
    basis: (members: string) =>
      `By what your ${members} members have towards a tier today. Whoever is on a tier already keeps it until it ends.`,
    basisPart: (looked: string, members: string) =>
      `By what ${looked} of your ${members} members, from old to new, have towards a tier today. Whoever is on a tier already keeps it until it ends.`,
    timeline: "What these rules mean for one customer",
    timelineLevel: "The customer reaches",
    timelineIntro: (level: string, day: string) =>
      `Someone who has just enough for ${level} on ${day}, and buys nothing more after that:`,
    noTier: "no tier",
    reaches: (level: string) => `Reaches ${level}.`,
    falls: (level: string) => `Falls to ${level}.`,
    fallsOut: "Is on no tier any more.",
    validUntil: (level: string, day: string) => `${level} is valid until ${day}.`,
    forGood: "Keeps it for good.",
    graceUntil: (day: string, level: string) =>
      `Then grace until ${day}: whoever has enough again by then keeps ${level}.`,
  },
  {
    threshold: (level: string) => `${level} beginnt bei`,
    move: (level: string) => `Schwelle von ${level}`,
    brings: (benefits: string) => `Bringt ${benefits}`,
    orders: "Bestellungen",
    stand: (people: number, count: string, share: string) =>
      people === 1 ? `heute 1 Person (${share})` : `heute ${count} Personen (${share})`,
    welcome: (money: string) => `Begrüßungspunkte für zusammen ${money}`,
    extra: (money: string) => `zusätzliche Punkte für ${money} auf ihre Einkäufe`,
    counting: "Es wird nachgesehen, wo deine Kundschaft steht …",
    basis: (members: string) =>
      `Nach dem, was deine ${members} Mitglieder heute für eine Stufe beisammenhaben. Wer schon auf einer Stufe ist, behält sie, bis sie endet.`,
    basisPart: (looked: string, members: string) =>
      `Nach dem, was ${looked} deiner ${members} Mitglieder, ältere wie neue, heute für eine Stufe beisammenhaben. Wer schon auf einer Stufe ist, behält sie, bis sie endet.`,
    timeline: "Was diese Regeln für eine Person bedeuten",
    timelineLevel: "Erreicht wird",
    timelineIntro: (level: string, day: string) =>
      `Wer am ${day} gerade genug für ${level} beisammenhat und danach nichts mehr kauft:`,
    noTier: "keine Stufe",
    reaches: (level: string) => `Erreicht ${level}.`,
    falls: (level: string) => `Fällt auf ${level}.`,
    fallsOut: "Ist auf keiner Stufe mehr.",
    validUntil: (level: string, day: string) => `${level} gilt bis ${day}.`,
    forGood: "Bleibt für immer.",
    graceUntil: (day: string, level: string) =>
      `Danach Frist bis ${day}: Wer bis dahin wieder genug beisammenhat, behält ${level}.`,
  },
);
