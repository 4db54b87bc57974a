import { fromDecimal } from "../../rational.ts";
import { minorOf } from "./compile-amount.ts";
import { compileText } from "./compile-text.ts";
import type { WrittenText } from "./compile-text.ts";
import type { PerkDocument } from "../document/document.ts";
import type { Perk } from "../program.ts";

/** A perk of a checked document as the engine reads it. */
export function compilePerk(perk: PerkDocument, digits: number, language: string): Perk {
  if (isWords(perk)) return { kind: "text", text: compileText(perk, language) };
  switch (perk.kind) {
    case "freeShipping":
      return { kind: "freeShipping", id: perk.id, minSubtotalMinor: minimum(perk.minSubtotal, digits) };
    case "percentOff":
      return {
        kind: "percentOff",
        id: perk.id,
        percent: fromDecimal(String(perk.percent)),
        minSubtotalMinor: minimum(perk.minSubtotal, digits),
      };
    case "content":
      return {
        kind: "content",
        id: perk.id,
        url: perk.url,
        name: perk.name === undefined ? null : compileText(perk.name, language),
      };
  }
}

/** No language is called `kind`. */
export function isWords(perk: PerkDocument): perk is Extract<PerkDocument, WrittenText> {
  return typeof perk === "string" || !("kind" in perk);
}

function minimum(amount: string | undefined, digits: number): number | null {
  return amount === undefined ? null : minorOf(amount, digits);
}
