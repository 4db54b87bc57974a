import { texts } from "../language.tsx";

/** What a journey would come to in a usual month. */
export const estimateTexts = texts(
  {
    title: "In a usual month",
    help: "Tried on what your members really did, with the program that is live now. Whether they agreed to mails is not looked at, nor what only carts, activities or friends bring about.",
    ask: "Estimate",
    nobody: "There is nothing to estimate from yet: nobody has joined.",
    begun: (count: string) => `It would begin about ${count} times.`,
    heldOut: (count: string) => `Of these, about ${count} get nothing, to compare with.`,
    gives: (points: string) => `It would give about ${points}, if everybody goes to the end.`,
    rewards: (count: string) => `It would give about ${count} rewards, if everybody goes to the end.`,
    basedOn: (members: string, months: number) =>
      `From the last ${String(months)} months of all ${members} members.`,
    basedOnSome: (tried: string, members: string, months: number) =>
      `From the last ${String(months)} months of ${tried} of ${members} members, for all of them.`,
  },
  {
    title: "In einem üblichen Monat",
    help: "Ausprobiert an dem, was deine Mitglieder wirklich taten, mit dem Programm, das jetzt gilt. Ob sie E-Mails zugestimmt haben, zählt dabei nicht, und auch nicht, was nur Warenkörbe, Aktivitäten oder Freunde auslösen.",
    ask: "Schätzen",
    nobody: "Noch gibt es nichts, woran sich schätzen ließe: Niemand ist beigetreten.",
    begun: (count: string) => `Sie würde etwa ${count}-mal beginnen.`,
    heldOut: (count: string) => `Davon bekommen etwa ${count} nichts, zum Vergleich.`,
    gives: (points: string) => `Sie gäbe etwa ${points}, wenn alle sie bis zum Ende durchlaufen.`,
    rewards: (count: string) => `Sie gäbe etwa ${count} Prämien, wenn alle sie bis zum Ende durchlaufen.`,
    basedOn: (members: string, months: number) =>
      `Aus den letzten ${String(months)} Monaten aller ${members} Mitglieder.`,
    basedOnSome: (tried: string, members: string, months: number) =>
      `Aus den letzten ${String(months)} Monaten von ${tried} der ${members} Mitglieder, hochgerechnet auf alle.`,
  },
);
