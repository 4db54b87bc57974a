import { describe, expect, it } from "vitest";
import type { StorefrontState } from "#storefront/state.ts";
import { memberState } from "#tests/fixtures/storefront-state.ts";
import { claimed, useWidget } from "#tests/support/use-widget.ts";
import { accessibilityFaults, focusName, openPanel } from "#tests/support/widget-page.ts";

const open = useWidget();

/** The member as they are while the shop makes the code they have just claimed. */
function withCode(state: "making"): StorefrontState {
  const { viewer } = memberState;
  if (viewer.kind !== "member") throw new Error("the fixture is a member");
  const named = { name: null, kind: "amountOff", valueMinor: 100, percent: null } as const;
  const claimedCode = {
    ...named,
    code: "7KQ4M-X2VPH-9TC",
    rewardId: "slide",
    points: 100,
    returned: 0,
    minSubtotalMinor: null,
  };
  return {
    ...memberState,
    viewer: { ...viewer, codes: [{ ...claimedCode, state, expiresAt: null }, ...viewer.codes] },
  };
}

describe("claiming a reward", () => {
  it("asks once before points are spent, then shows the code with Copy and Use now", async () => {
    const page = await open({ state: memberState, answers: claimed(memberState) });
    await openPanel(page);
    await page.locator('[data-focus="claim-slide"]').click();
    // What a shopper can do comes with the first of it.
    await expect.poll(() => focusName(page)).toBe("claim-yes");
    await page.getByText("100 Bohnen for €1 off, valid 30 days.").waitFor();
    await page.locator('[data-focus="claim-choice"]').fill("300");
    await page.getByText("300 Bohnen for €3 off, valid 30 days.").waitFor();
    const asked = page.waitForRequest("**/claim?*");
    await page.locator('[data-focus="claim-yes"]').click();
    expect((await asked).postDataJSON()).toMatchObject({ rewardId: "slide", points: 300 });
    await page.getByText("Here is your code for €3 off.").first().waitFor();
    expect(await focusName(page)).toBe("claimed");
    const use = page.getByRole("link", { name: "Use now: 7KQ4M-X2VPH-9TC" });
    expect(await use.getAttribute("href")).toBe("/discount/7KQ4M-X2VPH-9TC?redirect=%2F");
    expect(await page.locator("[role=status]").innerText()).toBe("Here is your code for €3 off.");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("leaves every section there once, also for somebody quicker than the panel is drawn", async () => {
    const page = await open({ state: memberState });
    await page.locator("regulars-launcher").evaluate(claimWhileDrawing);
    const headings = await page.locator("regulars-launcher h3").allInnerTexts();
    expect(headings).toContain("Good to know");
    expect(headings).toEqual([...new Set(headings)]);
  });

  it("says plainly that a code is still being made, and where it will be; nothing is asked again", async () => {
    const making = withCode("making");
    const page = await open({
      state: memberState,
      answers: { claim: { ok: true, code: null, state: making } },
    });
    await openPanel(page);
    let asked = 0;
    page.on("request", (request) => {
      if (new URL(request.url()).pathname.endsWith("/state")) asked += 1;
    });
    await page.locator('[data-focus="claim-slide"]').click();
    await page.locator('[data-focus="claim-yes"]').click();
    await page.getByText("Your code is being made").first().waitFor();
    await page.getByText("being made").last().waitFor();
    await page.waitForTimeout(1_500);
    expect(asked).toBe(0);
  });

  it("keeps the key of a claim whose answer got lost, so that trying again takes nothing twice", async () => {
    const page = await open({ state: memberState, answers: { claim: null } });
    await openPanel(page);
    await page.locator('[data-focus="claim-slide"]').click();
    const keys: unknown[] = [];
    for (const step of [1, 2]) {
      const asked = page.waitForRequest("**/claim?*");
      await page.locator('[data-focus="claim-yes"]').click();
      keys.push((await asked).postDataJSON().key);
      await page.getByText("nothing is taken twice").waitFor();
      expect(keys).toHaveLength(step);
    }
    expect(keys[0]).toBe(keys[1]);
  });

  it("is another claim after the shop has refused it, so that the shop is asked again", async () => {
    const page = await open({
      state: memberState,
      answers: { claim: { ok: false, refusal: "shop_refused", missing: null } },
    });
    await openPanel(page);
    await page.locator('[data-focus="claim-slide"]').click();
    const keys: unknown[] = [];
    for (const step of [1, 2]) {
      const asked = page.waitForRequest("**/claim?*");
      await page.locator('[data-focus="claim-yes"]').click();
      keys.push((await asked).postDataJSON().key);
      await page.getByText("The shop could not issue this reward.").waitFor();
      expect(keys).toHaveLength(step);
    }
    expect(keys[0]).not.toBe(keys[1]);
  });

  it.each([
    ["points_insufficient", "80 Bohnen are missing. Nothing was taken."],
    ["too_many_in_an_hour", "That was a lot in one hour. Nothing was taken. Try again later."],
    ["out_of_stock", "Someone was faster: this reward is gone for now. Nothing was taken."],
    [
      "shop_refused",
      "The shop could not issue this reward. Your balance is as it was. Try again, or ask the shop.",
    ],
    ["not_signed_in", "You are signed out. Nothing has changed. Sign in and try again."],
  ] as const)("says what happened, what is safe and what to do: %s", async (refusal, told) => {
    const page = await open({ state: memberState, answers: { claim: { ok: false, refusal, missing: 80 } } });
    await openPanel(page);
    await page.locator('[data-focus="claim-slide"]').click();
    await page.locator('[data-focus="claim-yes"]').click();
    expect(await page.getByRole("alert").innerText()).toBe(told);
  });
});

/** Runs in the page: opens the panel and claims the moment it can be, before what is below is drawn. */
async function claimWhileDrawing(launcher: Element): Promise<void> {
  const turn = () => new Promise((resume) => setTimeout(resume));
  const panel = () => launcher.shadowRoot?.querySelector(".panel")?.shadowRoot ?? null;
  launcher.shadowRoot?.querySelector("button")?.click();
  let root = panel();
  for (; root === null; root = panel()) await turn();
  const opened = root;
  await new Promise<void>((resolve) => {
    const watch = new MutationObserver(() => {
      const claim = opened.querySelector<HTMLElement>('[data-focus="claim-slide"]');
      if (claim === null) return;
      watch.disconnect();
      claim.click();
      resolve();
    });
    watch.observe(opened, { childList: true, subtree: true });
  });
  // A turn for each section there could be.
  for (let turns = 0; turns < 20; turns += 1) await turn();
}
