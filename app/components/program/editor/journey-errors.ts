import { say, type Told } from "./told-errors.ts";

/** What errors of a journey allow, and how a merchant is told at the field. */
export const JOURNEY_ERRORS: readonly Told[] = [
  say(/^a time of day in quotes/u, "Please enter a time of day.", "Bitte eine Uhrzeit eingeben."),
  say(
    /^an object with at least one of days, hours, at/u,
    "Say how long: days, hours or a time of day.",
    "Sag, wie lange: Tage, Stunden oder eine Uhrzeit.",
  ),
  say(
    /^arms whose shares come to 100 together/u,
    "The shares of all ways must be 100 % together.",
    "Die Anteile aller Wege müssen zusammen 100 % sein.",
  ),
  say(/^at least one arm/u, "At least one way is needed.", "Mindestens ein Weg ist nötig."),
  say(/^a whole percentage/u, "Please enter a whole percentage.", "Bitte ganze Prozente eingeben."),
  say(/^points other than 0/u, "Not 0 points.", "Nicht 0 Punkte."),
  say(
    /^a trigger that the app is told of live/u,
    "Nothing in your shop brings this about yet.",
    "Noch gibt es das in deinem Shop nicht.",
  ),
  say(/^the id of a letter/u, "There is no such mail.", "Diese E-Mail gibt es nicht."),
  say(/^the id of a level/u, "The program has no such tier.", "Diese Stufe gibt es im Programm nicht."),
  say(
    /^the id of a challenge/u,
    "The program has no such challenge.",
    "Diese Herausforderung gibt es im Programm nicht.",
  ),
  say(
    /^nothing: a service message is kept from nobody/u,
    "A statement of what somebody has is kept from nobody.",
    "Eine Auskunft über das, was jemand hat, wird niemandem vorenthalten.",
  ),
  say(
    /^nothing: only a reward's code holds for products/u,
    "Only a reward’s code holds for certain goods.",
    "Nur der Code einer Prämie gilt für bestimmte Ware.",
  ),
  say(
    /^unknown variable: (\S+) \(line (\d+), column (\d+)\)/u,
    "There is no {{ $1 }} (line $2, character $3).",
    "{{ $1 }} gibt es nicht (Zeile $2, Zeichen $3).",
  ),
  say(/^a subject /u, "Please write a subject.", "Bitte einen Betreff schreiben."),
  say(
    /^template: (.+) \(line (\d+), column (\d+)\)/u,
    "This cannot be read: $1 (line $2, character $3).",
    "Das lässt sich nicht lesen: $1 (Zeile $2, Zeichen $3).",
  ),
  say(/^a whole number; of value an amount/u, "Please enter a number.", "Bitte eine Zahl eingeben."),
];
