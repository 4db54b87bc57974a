import type { RewardCodeState } from "#app/domain/books.ts";
import { texts } from "./language.tsx";

const english: Record<RewardCodeState, string> = {
  held: "Being made",
  issued: "Open",
  used: "Used",
  released: "Given back",
  revoked: "Withdrawn",
  failed: "Refused by the shop",
  requested: "Waiting for you",
  fulfilled: "Given",
  declined: "Declined",
};

const german: Record<RewardCodeState, string> = {
  held: "Wird erstellt",
  issued: "Offen",
  used: "Benutzt",
  released: "Zurückgegeben",
  revoked: "Zurückgezogen",
  failed: "Vom Shop abgelehnt",
  requested: "Wartet auf dich",
  fulfilled: "Vergeben",
  declined: "Abgelehnt",
};

/** What the states of a code are called. */
export const codeStateTexts = texts(english, german);
