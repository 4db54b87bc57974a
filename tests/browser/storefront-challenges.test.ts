import { expect, it } from "vitest";
import type { StorefrontChallenge } from "#storefront/state-challenge.ts";
import type { StorefrontState } from "#storefront/state.ts";
import { memberState } from "#tests/fixtures/storefront-state.ts";
import { useWidget } from "#tests/support/use-widget.ts";
import { accessibilityFaults, keepPicture, openPanel, PHONE } from "#tests/support/widget-page.ts";

const open = useWidget();

const DAY = 86_400_000;
const at = Date.parse("2026-05-02T22:00:00Z");
const standing = { joined: true, done: false, endsAt: null, hasBadge: false };
const bare: Omit<StorefrontChallenge, "id" | "name" | "kind" | "every" | "goal" | "gifts" | "standing"> = {
  ...{ from: null, until: null, count: "purchases", activity: null, length: null, everyWeeks: null },
  ...{ perOrder: null, steps: [], repeat: false, badge: null, someProducts: false, tiers: [] },
  ...{ someMembers: false, optIn: false },
};
const points = (count: number) => ({ points: count, reward: null });

const weekly: StorefrontChallenge = {
  ...{ ...bare, id: "weekly", name: "Etwas Neues", kind: "goal", every: "week", count: "units", goal: 3 },
  ...{ gifts: [points(100)], someProducts: true },
  standing: { ...standing, progress: 2, of: 3, endsAt: at + 3 * DAY },
};
const stamps: StorefrontChallenge = {
  ...{ ...bare, id: "tenth", name: "Der zehnte Kaffee", kind: "stamps", every: "once", count: "units" },
  ...{ goal: 10, gifts: [points(150)], repeat: true, perOrder: 4 },
  standing: { ...standing, progress: 7, of: 10 },
};
const streak: StorefrontChallenge = {
  ...{ ...bare, id: "streak", name: "Vier Wochen dabei", kind: "streak", every: "week", goal: 1, length: 4 },
  ...{ gifts: [points(200)], optIn: true },
  standing: { ...standing, joined: false, progress: 0, of: 4 },
};

function withChallenges(challenges: readonly StorefrontChallenge[]): StorefrontState {
  return { ...memberState, program: { ...memberState.program, challenges } };
}

const before = withChallenges([weekly, stamps, streak]);
const after = withChallenges([
  weekly,
  stamps,
  { ...streak, standing: { ...standing, progress: 0, of: 4, endsAt: at + 3 * DAY } },
]);

it.each([
  ["phone", PHONE],
  ["desktop", { width: 1280, height: 800 }],
])("a shopper sees how far they are and takes part, on a %s", async (name, viewport) => {
  const page = await open({
    ...{ state: before, laterStates: [after], language: "de" },
    answers: { "take-part": { ok: true, code: null, state: after } },
    context: { viewport },
  });
  await openPanel(page);
  const line = (challenge: string) => page.locator("regulars-launcher .challenge", { hasText: challenge });
  expect(await line("Etwas Neues").getByRole("progressbar").getAttribute("aria-valuetext")).toContain("2");
  expect(await line("Der zehnte Kaffee").getByRole("img").getAttribute("aria-label")).toContain("7");
  const takePart = line("Vier Wochen dabei").getByRole("button");
  await takePart.scrollIntoViewIfNeeded();
  expect(await accessibilityFaults(page)).toEqual([]);
  await keepPicture(page, `challenges-${name}`);
  const asked = page.waitForRequest("**/take-part?*");
  await takePart.click();
  expect((await asked).postDataJSON()).toMatchObject({ challengeId: "streak" });
  await line("Vier Wochen dabei").getByRole("progressbar").waitFor();
  expect(await takePart.count()).toBe(0);
});
