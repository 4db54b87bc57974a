import { expect, it } from "vitest";
import { memberState } from "#tests/fixtures/storefront-state.ts";
import { makeSpeech } from "../panel/speech.ts";
import type { StorefrontEntry } from "../state-history.ts";
import de from "../words/de.ts";
import en from "../words/en.ts";
import { entryWords, isExplained } from "./history.ts";

const changed: StorefrontEntry = {
  key: "level:2",
  at: memberState.at,
  kind: "level_changed",
  points: 0,
  subject: null,
  named: "Gold",
  reward: null,
  reason: null,
  units: null,
  pendingUntil: null,
  expiresAt: null,
};
const ended: StorefrontEntry = { ...changed, kind: "level_ended", named: null };

it.each([
  [
    "a tier that a publication brought",
    changed,
    "Program changed: Gold now",
    "Programm geändert: jetzt Gold",
  ],
  [
    "tiers that a publication ended",
    ended,
    "Program changed: no tier any more",
    "Programm geändert: keine Stufe mehr",
  ],
])("%s is said in one line, with its reason", (_what, entry, english, german) => {
  expect(isExplained(entry)).toBe(false);
  expect(entryWords(makeSpeech(memberState, en, "en"), entry)).toBe(english);
  expect(entryWords(makeSpeech(memberState, de, "de"), entry)).toBe(german);
});
