import type { Language } from "../../i18n/language.tsx";
import { JOURNEY_ERRORS } from "./journey-errors.ts";
import { say, type Told } from "./told-errors.ts";

const TOLD: readonly Told[] = [
  say(/^a whole number$/u, "Please enter a whole number.", "Bitte eine ganze Zahl eingeben."),
  say(/^a number$/u, "Please enter a number.", "Bitte eine Zahl eingeben."),
  say(/^at least (\S+)$/u, "At least $1.", "Mindestens $1."),
  say(/^more than (\S+)$/u, "More than $1.", "Mehr als $1."),
  say(/^at most (\S+)$/u, "At most $1.", "Höchstens $1."),
  say(/^characters: at most (\d+)$/u, "Too long: at most $1 characters.", "Zu lang: höchstens $1 Zeichen."),
  say(
    /^more than (\S+): levels ascend$/u,
    "More than the tier below: $1.",
    "Mehr als die Stufe darunter: $1.",
  ),
  say(
    /^a decimal amount in quotes|^an amount, or/u,
    "Please enter an amount, such as 12.50.",
    "Bitte einen Betrag eingeben, etwa 12,50.",
  ),
  say(
    /^an amount with at most (\d+) decimals$/u,
    "An amount of this currency has at most $1 decimals.",
    "Ein Betrag dieser Währung hat höchstens $1 Nachkommastellen.",
  ),
  say(/^an amount above 0$/u, "Please enter an amount above 0.", "Bitte einen Betrag über 0 eingeben."),
  say(
    /^a number from 0 to 1000 with at most four decimals$/u,
    "Please enter a number from 0 to 1,000, such as 1.25.",
    "Bitte eine Zahl von 0 bis 1.000 eingeben, etwa 1,25.",
  ),
  say(
    /^a percentage above 0/u,
    "Please enter a percentage above 0 and up to 100.",
    "Bitte Prozente über 0 und bis 100 eingeben.",
  ),
  say(/^a whole number in quotes/u, "Please enter a whole number.", "Bitte eine ganze Zahl eingeben."),
  say(/^a text without < and >$/u, "Please leave out < and >.", "Bitte ohne < und >."),
  say(/^a text that is not empty|^a text in quotes/u, "Please fill this in.", "Bitte ausfüllen."),
  say(/^at least one entry/u, "Please name at least one.", "Bitte mindestens eines nennen."),
  say(/^at least one weekday/u, "Please choose at least one day.", "Bitte mindestens einen Tag wählen."),
  say(
    /^at least one level/u,
    "A program with tiers needs at least one.",
    "Mit Stufen braucht es mindestens eine.",
  ),
  say(/^an instant with its offset/u, "Please choose a day and a time.", "Bitte Tag und Uhrzeit wählen."),
  say(/^an instant after/u, "The end must come after the start.", "Das Ende muss nach dem Beginn liegen."),
  say(
    /^letters, digits/u,
    "Letters, digits, dots and dashes only, beginning with a letter or digit.",
    "Nur Buchstaben, Ziffern, Punkte und Striche, am Anfang ein Buchstabe oder eine Ziffer.",
  ),
  say(
    /^an id no other entry/u,
    "Another entry has this name already.",
    "Diesen Namen hat schon ein anderer Eintrag.",
  ),
  say(/^a level of this program/u, "The program has no such tier.", "Diese Stufe gibt es im Programm nicht."),
  say(
    /^nothing: this program has no tiers/u,
    "The program has no tiers yet.",
    "Das Programm hat noch keine Stufen.",
  ),
  say(/^the id of a segment/u, "There is no such segment.", "Dieses Segment gibt es nicht."),
  say(
    /it is a circle$/u,
    "This goes round in a circle: the other segment asks for this one.",
    "Das dreht sich im Kreis: Das andere Segment fragt nach diesem.",
  ),
  say(/^a Monday, such as/u, "Please choose a Monday.", "Bitte einen Montag wählen."),
  say(
    /^an object with (?:`at` and )?either points or reward/u,
    "Please choose points or a reward.",
    "Bitte Punkte oder eine Prämie wählen.",
  ),
  say(/^at least one gift$/u, "At least one gift is needed.", "Mindestens ein Geschenk ist nötig."),
  say(/^day, week, month, year/u, "Please choose in which time.", "Bitte wählen, in welcher Zeit."),
  say(
    /^nothing yet: this part runs in replay only$/u,
    "Nothing in your shop brings this about yet, so it cannot be published.",
    "Noch gibt es das in deinem Shop nicht; so lässt es sich nicht veröffentlichen.",
  ),
  say(/^the name of an activity$/u, "Please name the activity.", "Bitte die Aktivität nennen."),
  say(/^a list with at least one entry$/u, "Please name at least one.", "Bitte mindestens eines nennen."),
  say(/^a whole number from (\d)$/u, "A whole number from $1.", "Eine ganze Zahl ab $1."),
  say(/^one of purchases\.count/u, "Please choose a figure.", "Bitte eine Kennzahl wählen."),
  say(/^the id of a reward/u, "The program has no such reward.", "Diese Prämie gibt es im Programm nicht."),
  say(
    /^a reward that is not variable/u,
    "A reward with a choice of points cannot be given.",
    "Eine Prämie mit wählbaren Punkten lässt sich nicht vergeben.",
  ),
  say(
    /^the products or variants that are free/u,
    "Please choose what is free.",
    "Bitte wählen, was gratis ist.",
  ),
  say(
    /^a step that is worth a whole number/u,
    "A step must be worth a whole cent.",
    "Ein Schritt muss ganze Cent wert sein.",
  ),
  say(/^a multiple of the step (\d+)/u, "A multiple of the step, $1.", "Ein Vielfaches des Schritts, $1."),
  say(
    /^either `value` or/u,
    "Either a fixed worth or a choice.",
    "Entweder ein fester Wert oder eine Auswahl.",
  ),
  say(
    /^nothing: `variable` says/u,
    "The choice of points says what it costs.",
    "Was es kostet, sagt die Auswahl.",
  ),
  say(
    /^an object with at least one of count/u,
    "Say how many times or how many points at most.",
    "Sag, wie oft oder wie viele Punkte höchstens.",
  ),
  say(/^nothing: only activities cool down/u, "Orders need no pause.", "Bestellungen brauchen keine Pause."),
  say(
    /an activity has no order/u,
    "Something without an order cannot be limited per order.",
    "Was keine Bestellung ist, lässt sich nicht je Bestellung begrenzen.",
  ),
  say(/^the shop's currency, (\S+)$/u, "Your shop's currency is $1.", "Die Währung deines Shops ist $1."),
  say(
    /^nothing yet: the shop's currency/u,
    "The shop's currency is not known yet.",
    "Die Währung des Shops ist noch nicht bekannt.",
  ),
  say(/^an ISO 4217/u, "Please choose a currency.", "Bitte eine Währung wählen."),
  say(/^an IANA time zone/u, "Please choose a time zone.", "Bitte eine Zeitzone wählen."),
  say(/^a language, such as/u, "Please choose a language.", "Bitte eine Sprache wählen."),
  say(
    /^a path of the shop/u,
    "A path such as /pages/films, or an address with https://.",
    "Ein Pfad wie /pages/filme oder eine Adresse mit https://.",
  ),
  ...JOURNEY_ERRORS,
  say(
    /^one of .+$|^nothing: this program has none$/u,
    "The program has no such entry.",
    "Das gibt es im Programm nicht.",
  ),
];

/** What a merchant is told at the field that is wrong. */
export function errorWords(allowed: string, language: Language): string {
  for (const told of TOLD) {
    const found = told.allowed.exec(allowed);
    if (found !== null) return told[language]([...found]);
  }
  return language === "de" ? `So geht es nicht. Erlaubt: ${allowed}` : `Not possible. Allowed: ${allowed}`;
}
