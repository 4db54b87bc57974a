import { describe, expect, it } from "vitest";
import { Story, programOf } from "#tests/support/story.ts";
import type { PlainProgram, ToldOrder } from "#tests/support/story.ts";
import { renderNothingEarned } from "./render-nothing-earned.ts";
import { wordingFor } from "./wording.ts";

const ten: ToldOrder = { lines: [{ price: "10.00" }], paidAt: "2026-01-01" };
const staff: PlainProgram = {
  earning: { exclude: { customerTags: ["staff"], emailDomains: ["example.com"] } },
};
const capped: PlainProgram = { earning: { caps: [{ points: 10, per: "month" }] } };
const onlyMugs: PlainProgram = {
  earning: { rules: [{ id: "mug", kind: "item", points: 5, lines: { tags: ["mug"] } }] },
};

describe("why did this order earn nothing", () => {
  it.each<[string, PlainProgram, (story: Story) => void, string, string]>([
    [
      "not paid",
      {},
      (story) => story.order("1", { ...ten, paidAt: null }),
      "it is not paid yet",
      "sie ist noch nicht bezahlt",
    ],
    [
      "cancelled",
      {},
      (story) => {
        story.order("1", ten);
        story.order("1", { ...ten, cancelledAt: "2026-01-01" });
      },
      "it was cancelled",
      "sie wurde storniert",
    ],
    [
      "a test",
      {},
      (story) => story.order("1", { ...ten, test: true }),
      "it is a test order",
      "Testbestellung",
    ],
    [
      "an excluded tag",
      { earning: { exclude: { customerTags: ["staff"] } } },
      (story) => {
        story.join("m1", ["Staff"]);
        story.order("1", ten);
      },
      "a tag of the customer takes them out of the program",
      "schließt vom Programm aus",
    ],
    [
      "an excluded domain",
      staff,
      (story) => story.order("1", ten),
      "addresses of this domain",
      "dieser Domain",
    ],
    [
      "an exclusion by hand",
      {},
      (story) => {
        story.tell({ type: "exclusion_set", excluded: true, reason: "staff" });
        story.order("1", ten);
      },
      "the shop had taken the customer out of the program",
      "ausgenommen",
    ],
    [
      "somebody who left",
      {},
      (story) => {
        story.tell({ type: "member_left" });
        story.order("1", ten);
      },
      "the customer had left the program",
      "die Teilnahme war beendet",
    ],
    ["no rule", onlyMugs, (story) => story.order("1", ten), "no rule of the program applied", "keine Regel"],
    [
      "too little",
      {},
      (story) => story.order("1", { lines: [{ price: "0.99" }] }),
      "it came to less than 1 point",
      "weniger als 1 Punkt",
    ],
    [
      "a cap used up",
      capped,
      (story) => {
        story.order("0", ten);
        story.order("1", ten);
      },
      "a limit was already used up",
      "eine Grenze war schon ausgeschöpft",
    ],
    [
      "all returned",
      {},
      (story) => {
        story.order("1", ten);
        story.order("1", { ...ten, refunds: [{ amount: "10.00" }] });
      },
      "all of it came back",
      "alles ging zurück",
    ],
    [
      "all returned before it was seen",
      {},
      (story) => story.order("1", { ...ten, refunds: [{ amount: "10.00" }] }),
      "all of it came back",
      "alles ging zurück",
    ],
  ])("%s", (_why, program, tell, english, german) => {
    const story = new Story(program);
    tell(story);
    const award = story.award("1");
    expect(renderNothingEarned(award, wordingFor("en", programOf(program)))).toContain(
      `Order #1 earned nothing: ${english}`,
    );
    expect(renderNothingEarned(award, wordingFor("de", programOf(program)))).toContain(german);
  });

  it("is not asked of an order that has points", () => {
    const story = new Story();
    story.order("1", ten);
    expect(renderNothingEarned(story.award("1"), wordingFor("en", programOf({})))).toBeNull();
  });
});
