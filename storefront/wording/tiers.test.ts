import { expect, it } from "vitest";
import { memberState } from "#tests/fixtures/storefront-state.ts";
import { makeSpeech } from "../panel/speech.ts";
import en from "../words/en.ts";
import { termsWords } from "./terms.ts";
import { tierWords } from "./tiers.ts";

const speech = makeSpeech(memberState, en, "en");
const { viewer, program } = memberState;

it("a tier's welcome is promised to who is not there yet, and no benefit of who is", () => {
  if (viewer.kind !== "member" || viewer.tier === null || program.tiers === null) throw new Error("no tiers");
  const onSilver = { ...viewer.tier, levelId: "silver", next: { levelId: "gold", missing: 4600 } };
  expect(tierWords(speech, program.tiers, onSilver).asides).toContain(
    "Your benefits: Free shipping, 1.25× Bohnen",
  );
  const onBronze = { ...viewer.tier, levelId: "bronze", next: { levelId: "silver", missing: 4600 } };
  expect(tierWords(speech, program.tiers, onBronze).asides).toContain(
    "With Silber you get: Free shipping, 1.25× Bohnen, 100 Bohnen as a welcome",
  );
});

it("what happens to points already spent is said right after the sentence it speaks of", () => {
  const terms = termsWords(speech, memberState);
  const returned = terms.findIndex((line) => line.startsWith("When goods come back"));
  expect(terms[returned + 1]).toMatch(/^If you have spent them by then/);
});
