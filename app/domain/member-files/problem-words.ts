import type { Language } from "../ledger/explanations/language.ts";
import type { RowProblem } from "./member-row.ts";

type ValueKind = Extract<RowProblem, { readonly value: string }>["kind"];

/** What is wrong with a line, and what to do about it. */
export function sayProblem(problem: RowProblem, language: Language): string {
  const german = language === "de";
  switch (problem.kind) {
    case "cells_differ": {
      const [cells, columns] = [String(problem.cells), String(problem.columns)];
      return german
        ? `Die Zeile hat ${cells} Zellen, die Kopfzeile ${columns}. Ein Trennzeichen in einem Namen gehört in Anführungszeichen.`
        : `The line has ${cells} cells, the header ${columns}. Put a name that holds a separator in quotation marks.`;
    }
    case "nobody":
      return german
        ? "Weder E-Mail-Adresse noch Kundennummer: eins von beiden eintragen."
        : "Neither an email address nor a customer number: fill in one of them.";
    case "repeated":
      return german
        ? `Dieselbe Person steht schon in Zeile ${String(problem.line)}: eine der beiden löschen.`
        : `The same person stands in line ${String(problem.line)} already: remove one of the two.`;
    case "has_left":
      return german
        ? "Hat das Programm hier verlassen und bleibt draußen. Wer zurückkommen möchte, meldet sich im Shop selbst wieder an."
        : "Has left the program here and stays out. Whoever wants to come back joins again in the shop.";
    case "erased":
      return german
        ? "Diese Person hat ihre Daten löschen lassen. Sie wird nicht wieder aufgenommen."
        : "This person had their data erased and is not taken in again.";
    case "lots_unequal": {
      const [points, sum] = [String(problem.points), String(problem.sum)];
      return german
        ? `Unter „lots“ stehen zusammen ${sum}, unter „points“ ${points}: eins von beiden berichtigen.`
        : `“lots” comes to ${sum}, “points” says ${points}: correct one of the two.`;
    }
    default:
      return (german ? GERMAN : ENGLISH)[problem.kind](problem.value);
  }
}

type ValueWords = Readonly<Record<ValueKind, (value: string) => string>>;

const ENGLISH: ValueWords = {
  email_unreadable: (value) => `“${value}” is no email address: correct it, for example anna@example.com.`,
  customer_id_too_long: (value) => `The customer number “${value}” is too long: check the column.`,
  points_ambiguous: (value) => `“${value}” can be read in two ways: say above which one is meant.`,
  points_unreadable: (value) => `“${value}” is no number of points: write digits only, for example 320.`,
  points_fraction: (value) => `“${value}” is not a whole number: points have no decimals.`,
  points_negative: (value) =>
    `“${value}” is below zero: nobody begins with a debt. Write 0 or remove the line.`,
  points_too_large: (value) => `“${value}” is more than a balance can be: check the column.`,
  expires_ambiguous: (value) => `“${value}” can be two days: say above which comes first, day or month.`,
  expires_unreadable: (value) => `“${value}” is no day for points to expire on: write it like 2026-12-31.`,
  expired_already: (value) => `These points expired on ${value}: change the day or remove the line.`,
  lots_unreadable: (value) => `“${value}” cannot be read: write it like 120 until 2026-12-31; 50 forever.`,
  tier_unknown: (value) => `There is no tier “${value}” in the program: choose one above, or leave it out.`,
  tier_until_ambiguous: (value) => `“${value}” can be two days: say above which comes first, day or month.`,
  tier_until_unreadable: (value) => `“${value}” is no day for a tier to end on: write it like 2026-12-31.`,
  tier_until_past: (value) => `The tier ended on ${value}: change the day, or clear both cells of the tier.`,
  birthday_ambiguous: (value) =>
    `“${value}” can be two birthdays: say above which comes first, day or month.`,
  birthday_unreadable: (value) => `“${value}” is no birthday: write it like 1990-05-27, or clear the cell.`,
};

const GERMAN: ValueWords = {
  email_unreadable: (value) =>
    `„${value}“ ist keine E-Mail-Adresse: berichtigen, zum Beispiel anna@example.com.`,
  customer_id_too_long: (value) => `Die Kundennummer „${value}“ ist zu lang: die Spalte prüfen.`,
  points_ambiguous: (value) => `„${value}“ lässt sich auf zwei Arten lesen: oben angeben, welche gilt.`,
  points_unreadable: (value) => `„${value}“ ist keine Punktzahl: nur Ziffern schreiben, zum Beispiel 320.`,
  points_fraction: (value) => `„${value}“ ist keine ganze Zahl: Punkte haben keine Nachkommastellen.`,
  points_negative: (value) =>
    `„${value}“ liegt unter null: Niemand beginnt mit Schulden. 0 eintragen oder die Zeile löschen.`,
  points_too_large: (value) => `„${value}“ ist mehr, als ein Guthaben sein kann: die Spalte prüfen.`,
  expires_ambiguous: (value) =>
    `„${value}“ kann zwei Tage meinen: oben angeben, ob Tag oder Monat zuerst steht.`,
  expires_unreadable: (value) =>
    `„${value}“ ist kein Tag, an dem Punkte verfallen können: schreiben wie 2026-12-31.`,
  expired_already: (value) =>
    `Diese Punkte sind am ${value} verfallen: den Tag ändern oder die Zeile löschen.`,
  lots_unreadable: (value) =>
    `„${value}“ lässt sich nicht lesen: schreiben wie 120 until 2026-12-31; 50 forever.`,
  tier_unknown: (value) => `Im Programm gibt es keine Stufe „${value}“: oben eine zuordnen oder weglassen.`,
  tier_until_ambiguous: (value) =>
    `„${value}“ kann zwei Tage meinen: oben angeben, ob Tag oder Monat zuerst steht.`,
  tier_until_unreadable: (value) =>
    `„${value}“ ist kein Tag, an dem eine Stufe enden kann: schreiben wie 2026-12-31.`,
  tier_until_past: (value) =>
    `Die Stufe endete am ${value}: den Tag ändern oder beide Zellen der Stufe leeren.`,
  birthday_ambiguous: (value) =>
    `„${value}“ kann zwei Geburtstage meinen: oben angeben, ob Tag oder Monat zuerst steht.`,
  birthday_unreadable: (value) =>
    `„${value}“ ist kein Geburtstag: schreiben wie 1990-05-27 oder die Zelle leeren.`,
};
