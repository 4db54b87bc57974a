import type { JourneyNeed, ReadyMadeJourney } from "#app/domain/journeys/offered/ready-made.ts";
import { texts } from "../language.tsx";

interface JourneyText {
  readonly name: string;
  readonly says: string;
}

const english: Readonly<Record<ReadyMadeJourney, JourneyText>> = {
  welcome: {
    name: "Welcome",
    says: "Somebody joins: thanks, after 2 days how it works, after 5 a quick way to more.",
  },
  "points-earned": {
    name: "Points earned",
    says: "An hour after points came in: how many there are now.",
  },
  "reward-in-reach": {
    name: "A reward is in reach",
    says: "The balance is enough for a reward for the first time, or again.",
  },
  "tier-reached": { name: "Tier reached", says: "Somebody reaches a higher tier: what it brings." },
  "tier-in-grace": {
    name: "Tier in danger",
    says: "Somebody no longer reaches their tier and keeps it for a while: until when, and what keeps it.",
  },
  "tier-lost": { name: "Tier lost", says: "A tier has ended: the way back." },
  "points-expiring-30": {
    name: "Points expire in 30 days",
    says: "How many, and until when they can be used.",
  },
  "points-expiring-7": { name: "Points expire in 7 days", says: "The same once more, shortly before." },
  "code-expiring": { name: "A code expires", says: "A code that nobody has used is valid for 7 more days." },
  "first-purchase": {
    name: "First purchase",
    says: "Thanks for the first order, and how the program goes on.",
  },
  birthday: { name: "Birthday", says: "Congratulations on the day, to members whose birthday is known." },
  lapsed: { name: "Nothing for 60 days", says: "Somebody has not bought for 60 days: a friendly word." },
  "return-explained": {
    name: "A return explained",
    says: "Goods came back: what went back with them, and what remains.",
  },
  anniversary: { name: "Anniversary", says: "Every year on the day somebody joined: thanks." },
  "tier-near": {
    name: "The next tier is near",
    says: "At most a fifth is missing to the next tier: how much, and what it brings.",
  },
  "membership-ending": {
    name: "A membership ends in 7 days",
    says: "A paid membership is about to end: until when it holds.",
  },
  "challenge-near": {
    name: "A challenge is nearly done",
    says: "One more is missing to a challenge: a friendly word.",
  },
  "challenge-done": {
    name: "A challenge is done",
    says: "Well done, and where what it brings is to be seen.",
  },
  "big-basket": { name: "Thanks for a big order", says: "Somebody buys for 100 or more at once: thanks." },
  unsubscribed: {
    name: "Unsubscribed",
    says: "Somebody leaves the newsletter: what stays theirs.",
  },
};

const german: Readonly<Record<ReadyMadeJourney, JourneyText>> = {
  welcome: {
    name: "Willkommen",
    says: "Jemand tritt bei: ein Dank, nach 2 Tagen wie es funktioniert, nach 5 ein schneller Weg zu mehr.",
  },
  "points-earned": {
    name: "Punkte erhalten",
    says: "Eine Stunde, nachdem Punkte dazugekommen sind: wie viele es jetzt sind.",
  },
  "reward-in-reach": {
    name: "Eine Prämie ist in Reichweite",
    says: "Der Stand reicht zum ersten Mal oder wieder für eine Prämie.",
  },
  "tier-reached": { name: "Stufe erreicht", says: "Jemand erreicht eine höhere Stufe: was sie bringt." },
  "tier-in-grace": {
    name: "Stufe in Gefahr",
    says: "Jemand erreicht die eigene Stufe nicht mehr und behält sie noch eine Weile: bis wann, und was sie hält.",
  },
  "tier-lost": { name: "Stufe verloren", says: "Eine Stufe ist zu Ende: der Weg zurück." },
  "points-expiring-30": {
    name: "Punkte verfallen in 30 Tagen",
    says: "Wie viele es sind und bis wann sie sich einlösen lassen.",
  },
  "points-expiring-7": { name: "Punkte verfallen in 7 Tagen", says: "Dasselbe noch einmal, kurz davor." },
  "code-expiring": {
    name: "Ein Code läuft ab",
    says: "Ein Code, den niemand benutzt hat, gilt noch 7 Tage.",
  },
  "first-purchase": {
    name: "Erster Kauf",
    says: "Ein Dank für die erste Bestellung, und wie es im Programm weitergeht.",
  },
  birthday: {
    name: "Geburtstag",
    says: "Ein Glückwunsch am Tag selbst, an Mitglieder, deren Geburtstag bekannt ist.",
  },
  lapsed: { name: "Seit 60 Tagen nichts", says: "Jemand hat 60 Tage nichts gekauft: ein freundliches Wort." },
  "return-explained": {
    name: "Eine Rückgabe erklärt",
    says: "Ware kam zurück: was mit ihr zurückging und was bleibt.",
  },
  anniversary: { name: "Jahrestag", says: "Jedes Jahr am Tag des Beitritts: ein Dank." },
  "tier-near": {
    name: "Die nächste Stufe ist nah",
    says: "Zur nächsten Stufe fehlt höchstens ein Fünftel: wie viel, und was sie bringt.",
  },
  "membership-ending": {
    name: "Eine Mitgliedschaft endet in 7 Tagen",
    says: "Eine bezahlte Mitgliedschaft geht zu Ende: bis wann sie gilt.",
  },
  "challenge-near": {
    name: "Eine Herausforderung ist fast geschafft",
    says: "Bis zu einer Herausforderung fehlt nur noch eins: ein freundliches Wort.",
  },
  "challenge-done": {
    name: "Eine Herausforderung ist geschafft",
    says: "Ein Glückwunsch, und wo steht, was sie bringt.",
  },
  "big-basket": {
    name: "Danke für einen großen Einkauf",
    says: "Jemand kauft auf einmal für 100 oder mehr: ein Dank.",
  },
  unsubscribed: {
    name: "Newsletter abbestellt",
    says: "Jemand bestellt den Newsletter ab: was bleibt.",
  },
};

const lacksInEnglish: Readonly<Record<JourneyNeed, string>> = {
  tiers: "Your program has no tiers.",
  expiry: "Points do not expire in your program.",
  rewards: "Your program has no rewards.",
  challenges: "Your program has no challenges.",
  memberships: "Your program has no paid memberships.",
};
const lacksInGerman: Readonly<Record<JourneyNeed, string>> = {
  tiers: "Dein Programm hat keine Stufen.",
  expiry: "In deinem Programm verfallen keine Punkte.",
  rewards: "Dein Programm hat keine Prämien.",
  challenges: "Dein Programm hat keine Herausforderungen.",
  memberships: "Dein Programm hat keine bezahlten Mitgliedschaften.",
};

export const journeyTexts = texts(
  {
    title: "Journeys",
    intro:
      "Mails that your program sends by itself, in your shop’s language. Notices that your program promises are on by themselves; every other journey is off until you switch it on, and what happened before then is not written about.",
    noServerTitle: "No mail can be sent yet",
    noServerBody:
      "Whoever runs this app for you has to name a mail server first (SMTP_URL). What would be sent until then is left out, not sent later.",
    noProgramTitle: "Publish a program first",
    noProgramBody: "Journeys write about its points, tiers and rewards.",
    toProgram: "To the program",
    statements: "What members should know",
    statementsBody:
      "Statements of what somebody has. They need no consent to advertising; every mail has a link to switch them off.",
    invitations: "Invitations",
    invitationsBody:
      "Only for members who agreed to your shop’s newsletter, or to invitations on the page that every mail leads to. Their latest decision counts.",
    own: "Your own",
    ownBody: "Journeys that you have written, or brought in from a file.",
    on: "On",
    off: "Off",
    owed: "Always on: your program promises it.",
    owedSoon: "Comes on by itself soon after your program is published and mails can be sent.",
    switchOn: "Switch on",
    switchOff: "Switch off",
    label: (act: string, name: string) => `${act}: ${name}`,
    figures: (begun: string, sent: string) => `This month: begun ${begun}, mails sent ${sent}`,
    switchedOn: "Switched on",
    switchedOff: "Switched off",
    lacks: lacksInEnglish,
    readyMade: english,
  },
  {
    title: "Journeys",
    intro:
      "E-Mails, die dein Programm von selbst schickt, in der Sprache deines Shops. Hinweise, die dein Programm verspricht, sind von selbst an; jede andere Journey ist aus, bis du sie einschaltest, und über das, was davor geschah, wird nicht geschrieben.",
    noServerTitle: "Noch kann keine E-Mail verschickt werden",
    noServerBody:
      "Wer diese App für dich betreibt, muss zuerst einen Mailserver nennen (SMTP_URL). Was bis dahin zu verschicken wäre, entfällt und wird nicht nachgeholt.",
    noProgramTitle: "Veröffentliche zuerst ein Programm",
    noProgramBody: "Journeys schreiben über seine Punkte, Stufen und Prämien.",
    toProgram: "Zum Programm",
    statements: "Was Mitglieder wissen sollten",
    statementsBody:
      "Auskünfte über das, was jemand hat. Sie brauchen keine Zustimmung zu Werbung; in jeder E-Mail lassen sie sich abstellen.",
    invitations: "Einladungen",
    invitationsBody:
      "Nur an Mitglieder, die dem Newsletter deines Shops zugestimmt haben oder den Einladungen auf der Seite, zu der jede E-Mail führt. Ihre letzte Entscheidung zählt.",
    own: "Eigene",
    ownBody: "Journeys, die du geschrieben oder aus einer Datei mitgebracht hast.",
    on: "An",
    off: "Aus",
    owed: "Immer an: dein Programm verspricht es.",
    owedSoon:
      "Geht von selbst an, kurz nachdem dein Programm veröffentlicht ist und E-Mails verschickt werden können.",
    switchOn: "Einschalten",
    switchOff: "Ausschalten",
    label: (act: string, name: string) => `${act}: ${name}`,
    figures: (begun: string, sent: string) => `Diesen Monat: begonnen ${begun}, E-Mails verschickt ${sent}`,
    switchedOn: "Eingeschaltet",
    switchedOff: "Ausgeschaltet",
    lacks: lacksInGerman,
    readyMade: german,
  },
);
