import { texts } from "../language.tsx";

/** The ladder of levels: its thresholds, and who would stand where. */
export const ladderTexts = texts(
  {
    threshold: (level: string) => `${level} begins at`,
    move: (level: string) => `Move the threshold of ${level}`,
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
  },
  {
    threshold: (level: string) => `${level} beginnt bei`,
    move: (level: string) => `Schwelle von ${level} verschieben`,
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
  },
);
