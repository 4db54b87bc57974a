import type { CodeCondition } from "#app/domain/books/codes.ts";
import { texts } from "../language.tsx";

const english: Record<CodeCondition, string> = {
  held: "Being created",
  issued: "Open",
  used: "Used",
  released: "Returned",
  expired: "Expired",
  revoked: "Withdrawn",
  failed: "Refused by the shop",
  requested: "To hand over",
  fulfilled: "Handed over",
  declined: "Declined",
};

const german: Record<CodeCondition, string> = {
  held: "Wird erstellt",
  issued: "Offen",
  used: "Verwendet",
  released: "Zurückgegeben",
  expired: "Abgelaufen",
  revoked: "Zurückgezogen",
  failed: "Vom Shop abgelehnt",
  requested: "Noch zu übergeben",
  fulfilled: "Übergeben",
  declined: "Abgelehnt",
};

/** What the states of a code are called. */
export const codeStateTexts = texts(
  { states: english, returned: "Used, points returned", partlyReturned: "Used, points partly returned" },
  {
    states: german,
    returned: "Verwendet, Punkte zurückgegeben",
    partlyReturned: "Verwendet, Punkte teilweise zurückgegeben",
  },
);
