import type { GoodsGroup } from "#app/domain/program/shop-abilities.ts";
import { texts } from "../language.tsx";

/** The dry run of a program on the shop's own orders. */
export const reviewTexts = texts(
  {
    intro:
      "What would your customers have had if this program had been there for the last 12 months? Their orders are gone through once by the draft and once by the program that is live. Nobody is given or told anything.",
    start: "Start dry run",
    again: "Run again",
    cancel: "Cancel",
    started: "Dry run started",
    cancelled: "Dry run cancelled",
    running: "The dry run is under way",
    soFar: (done: string, all: string) => `${done} of ${all} customers looked at`,
    goesOn: "You can leave this page or go on editing: it carries on by itself.",
    wasCancelled: "The dry run was cancelled before it was done.",
    failed: "The dry run could not be finished. Please run it again; if that fails too, see Activity.",
    notRight: "The saved draft has errors: fix them first.",
    unsaved: "It tries what is saved: save the draft first.",
    stale: "The program has changed since this dry run.",
    known: (orders: string, people: string, from: string, to: string) =>
      `Looked at: ${orders} orders of ${people} customers, from ${from} to ${to}.`,
    nothingKnown:
      "No paid orders of the last 12 months are known yet, so only the program itself was checked.",
    sixtyDays:
      "The app sees no orders older than 60 days before it was installed, so this may be less than 12 months. You can allow it to read older ones.",
    pastUnread:
      "Orders from before the app was installed have not been read yet. Read them, and the dry run knows them too.",
    pastOrders: "Past orders",
    unknownProducts: (orders: string, groups: GoodsGroup) =>
      `In ${orders} orders there are products whose ${groups === "collection" ? "tags or collections" : "categories"} the app does not know. There, rules that ask for them were taken not to hold.`,
    amongAll: (day: string) =>
      `Approximate: segments that compare a customer with all others were asked with where all customers stood on ${day}, not on the day of each order.`,
    amongAllUnscored:
      "The program asks for segments that compare a customer with all others. Customers have not been scored yet, so no scores were known for anybody.",
    figures: "What would have been given",
    figuresMeaning:
      "Without redemptions, and without challenges that customers must join first: points are worth what the best money reward gives for them. Rewards given, with a tier or in a challenge, are counted and not in that worth.",
    row: "Figure",
    live: "Live",
    draft: "Draft",
    difference: "Difference",
    given: "Points given",
    expired: "of these, expired",
    outstanding: "Left at the end",
    cost: "Worth of the points given",
    share: "Share of sales",
    gifts: "Rewards given, not bought with points",
    levels: "Customers by tier",
    tier: "Tier",
    noTier: "No tier",
    moves: "Who changes tier",
    move: (people: number, count: string, to: string, from: string) =>
      people === 1
        ? `1 customer ends on ${to} instead of ${from}`
        : `${count} customers end on ${to} instead of ${from}`,
    noMoves: "Nobody ends on another tier than by the live program.",
    losers: "Who would have had less",
    noLosers: "Nobody would have had less than by the live program.",
    losing: (people: number, count: string, points: string) =>
      people === 1
        ? `1 customer would have been given ${points} less.`
        : `${count} customers would have been given less: ${points} in all.`,
    lowered: (people: number, count: string) =>
      people === 1 ? "1 of them would be on a lower tier." : `${count} of them would be on a lower tier.`,
    losesPoints: (points: string) => `${points} less`,
    losesLevel: (to: string, from: string) => `${to} instead of ${from}`,
    unnamed: (id: string) => `Member ${id}`,
    unfair: "Is it fair?",
    unfairNone: "Nothing was found that your customers could find unfair.",
    idle: "Does every rule do something?",
    idleNone: "Every rule that is switched on held for some order, and none stands in another's way.",
    edit: "Edit",
  },
  {
    intro:
      "Was hätten deine Kundinnen und Kunden bekommen, wenn es dieses Programm die letzten 12 Monate schon gegeben hätte? Ihre Bestellungen werden einmal nach dem Entwurf und einmal nach dem laufenden Programm durchgerechnet. Niemand bekommt oder erfährt dabei etwas.",
    start: "Probelauf starten",
    again: "Neu starten",
    cancel: "Abbrechen",
    started: "Probelauf gestartet",
    cancelled: "Probelauf abgebrochen",
    running: "Der Probelauf läuft",
    soFar: (done: string, all: string) => `${done} von ${all} Personen durchgesehen`,
    goesOn: "Du kannst die Seite verlassen oder weiterarbeiten: Er läuft von selbst weiter.",
    wasCancelled: "Der Probelauf wurde abgebrochen, bevor er fertig war.",
    failed:
      "Der Probelauf ließ sich nicht zu Ende bringen. Starte ihn noch einmal; scheitert er wieder, sieh unter Aktivität nach.",
    notRight: "Der gespeicherte Entwurf hat Fehler: Behebe sie zuerst.",
    unsaved: "Er rechnet mit dem, was gespeichert ist: Speichere zuerst den Entwurf.",
    stale: "Das Programm hat sich seit diesem Probelauf geändert.",
    known: (orders: string, people: string, from: string, to: string) =>
      `Durchgerechnet: ${orders} Bestellungen von ${people} Personen, vom ${from} bis ${to}.`,
    nothingKnown:
      "Bezahlte Bestellungen der letzten 12 Monate sind noch nicht bekannt; geprüft wurde darum nur das Programm selbst.",
    sixtyDays:
      "Bestellungen, die bei der Installation der App älter als 60 Tage waren, sieht sie nicht; es können also weniger als 12 Monate sein. Du kannst ihr erlauben, auch ältere zu lesen.",
    pastUnread:
      "Die Bestellungen aus der Zeit vor der App sind noch nicht eingelesen. Lies sie ein, dann kennt sie auch der Probelauf.",
    pastOrders: "Frühere Bestellungen",
    unknownProducts: (orders: string, groups: GoodsGroup) =>
      `In ${orders} Bestellungen stehen Artikel, deren ${groups === "collection" ? "Tags oder Kollektionen" : "Kategorien"} die App nicht kennt. Dort galten Regeln, die danach fragen, als nicht erfüllt.`,
    amongAll: (day: string) =>
      `Ungefähr: Segmente, die jemanden mit allen anderen vergleichen, wurden mit dem Stand aller vom ${day} berechnet, nicht mit dem Stand am Tag jeder Bestellung.`,
    amongAllUnscored:
      "Das Programm fragt nach Segmenten, die jemanden mit allen anderen vergleichen. Bewertet wurde die Kundschaft noch nicht, darum waren für niemanden Werte bekannt.",
    figures: "Was es gegeben hätte",
    figuresMeaning:
      "Ohne Einlösungen und ohne Challenges, für die man sich erst anmeldet: Punkte sind wert, was die beste Geldprämie für sie gibt. Prämien, die es mit einer Stufe oder in einer Challenge geschenkt gibt, sind gezählt und nicht in diesem Wert enthalten.",
    row: "Kennzahl",
    live: "Live",
    draft: "Entwurf",
    difference: "Unterschied",
    given: "Punkte vergeben",
    expired: "davon verfallen",
    outstanding: "Am Ende übrig",
    cost: "Wert der vergebenen Punkte",
    share: "Anteil am Umsatz",
    gifts: "Geschenkte Prämien",
    levels: "Personen nach Stufe",
    tier: "Stufe",
    noTier: "Keine Stufe",
    moves: "Wer die Stufe wechselt",
    move: (people: number, count: string, to: string, from: string) =>
      people === 1
        ? `1 Person landet bei ${to} statt ${from}`
        : `${count} Personen landen bei ${to} statt ${from}`,
    noMoves: "Niemand landet auf einer anderen Stufe als mit dem laufenden Programm.",
    losers: "Wer weniger gehabt hätte",
    noLosers: "Niemand hätte weniger gehabt als mit dem laufenden Programm.",
    losing: (people: number, count: string, points: string) =>
      people === 1
        ? `1 Person hätte ${points} weniger bekommen.`
        : `${count} Personen hätten weniger bekommen, zusammen ${points}.`,
    lowered: (people: number, count: string) =>
      people === 1
        ? "1 davon stünde auf einer niedrigeren Stufe."
        : `${count} davon stünden auf einer niedrigeren Stufe.`,
    losesPoints: (points: string) => `${points} weniger`,
    losesLevel: (to: string, from: string) => `${to} statt ${from}`,
    unnamed: (id: string) => `Mitglied ${id}`,
    unfair: "Ist es fair?",
    unfairNone: "Nichts gefunden, was deine Kundschaft unfair finden könnte.",
    idle: "Bewirkt jede Regel etwas?",
    idleNone: "Jede eingeschaltete Regel galt für eine Bestellung, und keine steht einer anderen im Weg.",
    edit: "Bearbeiten",
  },
);
