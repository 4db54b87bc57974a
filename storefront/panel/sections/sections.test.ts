import { expect, it } from "vitest";
import { guestState, memberState } from "#tests/fixtures/storefront-state.ts";
import { referralSection } from "./referral.ts";
import { sectionsOf } from "./sections.ts";
import { freshChoices, type View } from "../view.ts";
import { waysSection } from "./ways.ts";

const nothing = (): never => {
  throw new Error("placing a section draws nothing and asks nothing");
};

it.each([
  ["a member's", memberState],
  ["a guest's", guestState],
])(
  "%s panel has a place for inviting friends after the ways to earn, which is empty without any",
  (_who, state) => {
    const view: View = {
      state,
      choices: freshChoices(),
      get speech() {
        return nothing();
      },
      get page() {
        return nothing();
      },
      get app() {
        return nothing();
      },
      redraw: nothing,
      announce: nothing,
      take: nothing,
      close: nothing,
      reload: nothing,
      deeds: null,
      withDeeds: nothing,
    };
    const sections = sectionsOf(view);
    expect(sections[sections.indexOf(waysSection) + 1]).toBe(referralSection);
    expect(referralSection(view)).toBeNull();
  },
);
