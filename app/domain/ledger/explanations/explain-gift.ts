import type { Explanation, GiftCause } from "./explanation.ts";
import type { RenderedExplanation } from "./rendered-explanation.ts";
import type { Wording } from "./wording.ts";

type Gift = Extract<Explanation, { kind: "gift_given" | "gift_taken_back" }>;

/** What a gift was given for, and why it went back. */
export function explainGift(why: Gift, words: Wording): RenderedExplanation {
  return words.language === "de" ? inGerman(why, words) : inEnglish(why, words);
}

function inEnglish(why: Gift, words: Wording): RenderedExplanation {
  const points = words.points(why.points);
  if (why.of.kind === "journey" && why.kind === "gift_taken_back")
    return { title: `${points} taken back`, details: [] };
  const ground = groundInEnglish(why.of, words);
  if (why.kind === "gift_given") {
    const details = why.expiresAt === null ? [] : [`Valid until ${words.lastDay(why.expiresAt)}`];
    if (why.of.kind === "journey") return { title: `A gift: ${points}`, details };
    return { title: `${points} ${why.isAgain ? "again " : ""}for ${ground}`, details };
  }
  const details = [
    ...(why.toDebt === 0
      ? []
      : [`Already spent, so taken from the next points: ${words.points(why.toDebt)}`]),
    ...(why.writtenOff === 0 ? [] : [`Already spent and let off: ${words.points(why.writtenOff)}`]),
  ];
  return { title: `${points} for ${ground} went back: ${fallenInEnglish(why.of)}`, details };
}

function groundInEnglish(of: GiftCause, words: Wording): string {
  switch (of.kind) {
    case "challenge":
      return `${of.step ? "a step of " : ""}“${words.challengeName(of.challengeId)}”`;
    case "membership_entry":
      return `joining ${words.membershipName(of.membershipId)}`;
    case "membership_month":
      return `another month of ${words.membershipName(of.membershipId)}`;
    case "referred":
      return "coming along with a friend";
    case "friend":
      return "a friend who came along and ordered";
    case "ambassador":
      return `${words.number(of.friends)} friends who came along`;
    case "journey":
      return "a gift";
  }
}

function fallenInEnglish(of: GiftCause): string {
  switch (of.kind) {
    case "challenge":
      return "after a return the goal is no longer reached";
    case "membership_entry":
    case "membership_month":
      return "the membership was returned";
    case "referred":
    case "friend":
    case "ambassador":
      return "the order it rested on came back";
    case "journey":
      return "it stays";
  }
}

function inGerman(why: Gift, words: Wording): RenderedExplanation {
  const points = words.points(why.points);
  if (why.of.kind === "journey" && why.kind === "gift_taken_back")
    return { title: `${points} abgezogen`, details: [] };
  const ground = groundInGerman(why.of, words);
  if (why.kind === "gift_given") {
    const details = why.expiresAt === null ? [] : [`Gültig bis ${words.lastDay(why.expiresAt)}`];
    if (why.of.kind === "journey") return { title: `Geschenk: ${points}`, details };
    return { title: `${points} ${why.isAgain ? "wieder " : ""}für ${ground}`, details };
  }
  const details = [
    ...(why.toDebt === 0
      ? []
      : [`Schon ausgegeben, wird mit den nächsten verrechnet: ${words.points(why.toDebt)}`]),
    ...(why.writtenOff === 0 ? [] : [`Schon ausgegeben und erlassen: ${words.points(why.writtenOff)}`]),
  ];
  return { title: `${points} für ${ground} zurückgenommen: ${fallenInGerman(why.of)}`, details };
}

function groundInGerman(of: GiftCause, words: Wording): string {
  switch (of.kind) {
    case "challenge":
      return `${of.step ? "einen Schritt von " : ""}„${words.challengeName(of.challengeId)}“`;
    case "membership_entry":
      return `den Beitritt zu ${words.membershipName(of.membershipId)}`;
    case "membership_month":
      return `einen weiteren Monat ${words.membershipName(of.membershipId)}`;
    case "referred":
      return "den Einstieg auf Empfehlung";
    case "friend":
      return "eine Empfehlung, die bestellt hat";
    case "ambassador":
      return `${words.number(of.friends)} Empfehlungen`;
    case "journey":
      return "ein Geschenk";
  }
}

function fallenInGerman(of: GiftCause): string {
  switch (of.kind) {
    case "challenge":
      return "nach einer Rückgabe ist das Ziel nicht mehr erreicht";
    case "membership_entry":
    case "membership_month":
      return "die Mitgliedschaft ging zurück";
    case "referred":
    case "friend":
    case "ambassador":
      return "die Bestellung dahinter ging zurück";
    case "journey":
      return "es bleibt";
  }
}
