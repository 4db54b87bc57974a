import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inEveryLanguage } from "#app/domain/program/texts/text.ts";
import { describe, expect, test } from "vitest";
import { formatsOf } from "../formats.tsx";
import { deedTexts } from "../i18n/deed-texts.ts";
import { actorWords, deedAside, deedTitle } from "./deed-words.ts";
import type { ShownDeed } from "./shown-deed.ts";

const pointsName = inEveryLanguage({ one: "Bohne", other: "Bohnen" });
const shop = { currency: "EUR", currencyDigits: 2, timezone: "Europe/Berlin", pointsName };
const plain: ShownDeed = {
  id: "1",
  at: 0,
  actor: "shopify:user:42",
  action: "adjust_points",
  member: null,
  points: null,
  reason: null,
  rewardName: null,
  tierName: null,
  code: null,
  version: null,
};

/** The names that commands write into the record. */
function actionsOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .flatMap((entry) => [
      ...readFileSync(join(entry.parentPath, entry.name), "utf8").matchAll(
        /(?:action: |action = .*|command: )"(?<name>[a-z_]+)"[^\n]*/gu,
      ),
    ])
    .flatMap(([line]) => [...line.matchAll(/"([a-z]+(?:_[a-z]+)+)"/gu)])
    .map(([, name]) => name ?? "");
}

/** Commands nobody does by hand write nothing into the record. */
const NEVER_BY_HAND = ["leave_program", "refuse_code", "confirm_code", "join_program", "join_challenge"];

describe("a deed done by hand", () => {
  test("every command that is written into the record has a title in both languages", () => {
    const actions = actionsOf("app/commands").filter((action) => !NEVER_BY_HAND.includes(action));
    expect(actions.length).toBeGreaterThan(10);
    for (const action of actions.filter((one) => one !== "adjust_points")) {
      expect([action, Object.keys(deedTexts.en.titles).includes(action)]).toEqual([action, true]);
      expect([action, Object.keys(deedTexts.de.titles).includes(action)]).toEqual([action, true]);
    }
  });

  test.each([
    ["shopify:user:42", "Staff no. 42", "Team, Nr. 42"],
    ["shopify:user:7", "You", "Du"],
    ["shopify:flow", "Shopify Flow", "Shopify Flow"],
    ["platform", "The shop", "Der Shop"],
    ["program", "Your program", "Dein Programm"],
    ["installation", "When the app was installed", "Bei der Installation"],
    ["command line", "command line", "command line"],
  ])("by %s says who it was", (actor, english, german) => {
    expect(actorWords(actor, "shopify:user:7", deedTexts.en)).toBe(english);
    expect(actorWords(actor, "shopify:user:7", deedTexts.de)).toBe(german);
  });

  test("says what was done, with a name for what nobody has a title for", () => {
    expect(deedTitle({ action: "adjust_points", points: 50 }, deedTexts.en)).toBe("Points given");
    expect(deedTitle({ action: "adjust_points", points: -50 }, deedTexts.de)).toBe("Punkte genommen");
    expect(deedTitle({ action: "claim_reward", points: 300 }, deedTexts.en)).toBe(
      "Reward claimed for the member",
    );
    expect(deedTitle({ action: "water_plants", points: null }, deedTexts.en)).toBe("water plants");
  });

  test("says the particulars it has and leaves no gap for those it has not", () => {
    const adjusted = { ...plain, points: -1_500, reason: "Zu viel gebucht" };
    expect(deedAside(adjusted, deedTexts.de, formatsOf("de", shop))).toBe("1.500 Bohnen · Zu viel gebucht");
    const claimed = { ...plain, action: "claim_reward", points: 300, rewardName: "Five euros", code: "KC-1" };
    expect(deedAside(claimed, deedTexts.en, formatsOf("en", shop))).toBe("Five euros · 300 Bohnen · KC-1");
    expect(deedAside(plain, deedTexts.en, formatsOf("en", shop))).toBe("");
  });
});
