import { describe, expect, it } from "vitest";
import { Story, instant, programOf } from "#tests/support/story.ts";
import type { PlainProgram } from "#tests/support/story.ts";
import { renderTier } from "./render-tier.ts";
import { wordingFor } from "./wording.ts";

const club: PlainProgram = {
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 12 },
    graceDays: 30,
    levels: [
      { id: "silver", name: "Silber", from: "200.00" },
      { id: "gold", name: "Gold", from: "1000.00" },
    ],
  },
};

/** Without the blanks that are chosen so that a figure stays beside its unit. */
function told(story: Story, on: string, language: "en" | "de"): string[] {
  const lines = renderTier(story.member(), instant(on), wordingFor(language, programOf(club)));
  return lines.map((line) => line.replaceAll("\u00a0", " "));
}

describe("why is a member in a tier", () => {
  it("and until when, what counted, and what is missing to the next", () => {
    const story = new Story(club);
    story.on("2026-01-05").order("1", { lines: [{ price: "250.00" }] });
    expect(told(story, "2026-01-05", "en")).toEqual([
      "Silber since 5 January 2026, until 5 January 2027",
      "Counted in the last 12 months: €250.00",
      "€750.00 to Gold",
    ]);
    expect(told(story, "2026-01-05", "de")).toEqual([
      "Silber seit 5. Januar 2026, bis 5. Januar 2027",
      "Gezählt in den letzten 12 Monaten: 250,00 €",
      "Noch 750,00 € bis Gold",
    ]);
  });

  it("and in grace, until when it is kept", () => {
    const story = new Story(club);
    const order = { lines: [{ price: "250.00" }], paidAt: "2026-01-05" };
    story.on("2026-01-05").order("1", order);
    story.on("2026-02-01").order("1", { ...order, refunds: [{ amount: "100.00" }] });
    expect(told(story, "2026-02-01", "en")).toContain(
      "Silber is no longer reached: it stays until 3 March 2026, and for longer if it is reached again by then",
    );
    expect(told(story, "2026-02-01", "en")[0]).toBe("Silber since 5 January 2026");
    expect(told(story, "2026-02-01", "de").join()).toContain("Die Stufe bleibt bis 3. März 2026");
    expect(told(story, "2026-02-01", "de")[0]).toBe("Silber seit 5. Januar 2026");
  });

  it("and that the shop set it", () => {
    const story = new Story(club);
    story.on("2026-01-05").tier("gold", "2026-06-01T00:00:00+02:00");
    expect(told(story, "2026-01-05", "en")).toContain("Set by the shop until 31 May 2026");
    expect(told(story, "2026-01-05", "de")).toContain("Vom Shop festgelegt bis 31. Mai 2026");
  });

  it("or in none yet", () => {
    const story = new Story(club);
    story.known();
    expect(told(story, "2026-01-05", "en")).toEqual([
      "No tier yet",
      "Counted in the last 12 months: €0.00",
      "€200.00 to Silber",
    ]);
  });
});
