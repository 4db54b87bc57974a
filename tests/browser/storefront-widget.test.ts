import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../storefront/build.ts";
import { guestState, memberState } from "#tests/fixtures/storefront-state.ts";
import { claimed, useWidget } from "#tests/support/use-widget.ts";
import {
  accessibilityFaults,
  DESKTOP,
  focusName,
  keepPicture,
  openPanel,
  PHONE,
  type WidgetPage,
} from "#tests/support/widget-page.ts";

const open = useWidget();

describe("the launcher", () => {
  it("shows the balance in the merchant's word and loads nothing more until it is opened", async () => {
    const page = await open({ state: memberState });
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    expect(loaded.filter((name) => name.includes("/assets/"))).toEqual([
      "https://shop.test/assets/regulars-launcher.js",
    ]);
    expect(await page.locator("regulars-launcher").innerText()).toContain("320 Bohnen");
  });

  it("makes room for what is fixed at the bottom of the window, and takes its place again", async () => {
    const banner = `<div id="banner" role="region" aria-label="Cookies"
      style="position: fixed; inset: auto 0 0; height: 120px; background: #222; color: #fff">Cookies?</div>`;
    const page = await open({ state: memberState, pageHtml: banner });
    const bottom = () =>
      page
        .locator("regulars-launcher")
        .evaluate((launcher) => Math.round(innerHeight - launcher.getBoundingClientRect().bottom));
    await expect.poll(bottom).toBeGreaterThanOrEqual(120);
    await page.evaluate(() => document.querySelector("#banner")?.remove());
    await expect.poll(bottom).toBe(16);
  });

  it("can be pressed with a cookie bar that comes later, above a bar that stays", async () => {
    const bars = `<div style="position: fixed; inset: auto 0 0; height: 64px; background: #ddd">Add to cart</div>
      <div id="cookies" style="display: none; position: fixed; inset: auto 0 64px; height: 120px;
        background: #222; color: #fff; z-index: 2147483647">Cookies?</div>`;
    const page = await open({ state: memberState, pageHtml: bars, context: { viewport: PHONE } });
    const bottom = () =>
      page
        .locator("regulars-launcher")
        .evaluate((launcher) => Math.round(innerHeight - launcher.getBoundingClientRect().bottom));
    await expect.poll(bottom).toBe(76);
    await page.locator("#cookies").evaluate((cookies) => (cookies.style.display = "block"));
    await expect.poll(bottom).toBe(64 + 120 + 12);
    await openPanel(page);
  });

  it("makes room for a consent tool that stands in a shadow of its own", async () => {
    const page = await open({ state: memberState, pageHtml: "<consent-tool></consent-tool>" });
    await page.locator("consent-tool").evaluate((tool) => {
      tool.attachShadow({ mode: "open" }).innerHTML =
        '<div style="position: fixed; inset: auto 0 0; height: 90px; background: #222">Cookies?</div>';
      // As such tools do once they are ready.
      tool.classList.add("ready");
    });
    await expect
      .poll(() =>
        page
          .locator("regulars-launcher")
          .evaluate((launcher) => Math.round(innerHeight - launcher.getBoundingClientRect().bottom)),
      )
      .toBe(102);
  });

  it("is gone when the page is printed", async () => {
    const page = await open({ state: memberState });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("regulars-launcher").isVisible()).toBe(false);
  });

  it("opens from a link of the merchant's own", async () => {
    const page = await open({
      state: memberState,
      pageHtml: '<a href="#regulars" data-regulars-open>My points</a>',
    });
    await page.getByText("My points").click();
    await page.locator("regulars-launcher .me").waitFor();
  });
});

describe("the panel", () => {
  const situations: readonly [string, WidgetPage][] = [
    ["a member on the desktop", { state: memberState }],
    ["a member on a phone", { state: memberState, context: { viewport: PHONE } }],
    ["a guest", { state: guestState }],
    ["320 pixels of width", { state: memberState, context: { viewport: { width: 320, height: 600 } } }],
    ["a dark theme", { state: memberState, bodyStyle: "background: #15130f; color: #eee" }],
    ["a page that reads from the right", { state: memberState, direction: "rtl" }],
    [
      "an accent nobody can read",
      { state: memberState, style: "--regulars-accent: #ffe9a8; --regulars-surface: #fff" },
    ],
    ["text too light for its surface", { state: memberState, bodyStyle: "background: #fff; color: #bbb" }],
  ];

  it.each(situations)("has nothing for axe to find with %s", async (name, asked) => {
    const page = await open(asked);
    await openPanel(page);
    await keepPicture(page, `widget-${name.replaceAll(" ", "-")}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("never scrolls sideways at 320 pixels", async () => {
    const page = await open({ state: memberState, context: { viewport: { width: 320, height: 600 } } });
    await openPanel(page);
    const overflow = await page
      .locator("regulars-launcher .body")
      .evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(overflow).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it("gives every button and link 44 pixels", async () => {
    const page = await open({ state: memberState, context: { viewport: PHONE } });
    await openPanel(page);
    const small = await page.locator("regulars-launcher").evaluate((launcher) => {
      const targets = [
        ...(launcher.shadowRoot
          ?.querySelector(".panel")
          ?.shadowRoot?.querySelectorAll("button, a, summary") ?? []),
      ];
      const boxes = targets.map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));
      return boxes
        .filter(({ box }) => box.height > 0 && (Math.round(box.height) < 44 || Math.round(box.width) < 44))
        .map(({ text }) => text);
    });
    expect(small).toEqual([]);
  });

  it("is reached, used and left with the keyboard alone, and gives the focus back", async () => {
    const page = await open({ state: memberState, answers: claimed(memberState) });
    // The page's own link may come first; the launcher is at most two steps away.
    for (let step = 0; step < 2 && (await focusName(page)) !== "button"; step += 1) {
      await page.keyboard.press("Tab");
    }
    expect(await focusName(page)).toBe("button");
    await page.keyboard.press("Enter");
    await page.locator("regulars-launcher #regulars-terms").waitFor();
    const seen = new Set<string | null>();
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      seen.add(await focusName(page));
    }
    // Round and round within the sheet: nothing of the page behind it is ever reached.
    expect(seen).toContain("Close");
    expect(seen).toContain("claim-slide");
    expect(seen).not.toContain("body");
    expect(seen).not.toContain(null);
    await page.keyboard.press("Escape");
    await page.locator("regulars-launcher dialog").waitFor({ state: "detached" });
    expect(await focusName(page)).toBe("button");
  });

  it("keeps its order, with a place for inviting friends that takes none while there is nothing to say", async () => {
    const page = await open({ state: memberState });
    await openPanel(page);
    await page.getByRole("heading", { name: "Good to know" }).waitFor();
    expect(await page.locator("regulars-launcher h3").allInnerTexts()).toEqual([
      "Your tier",
      "Next for you",
      "Rewards",
      "My codes",
      "Ways to earn",
      "History",
      "Good to know",
    ]);
    expect(await page.locator("regulars-launcher .body").innerText()).not.toMatch(/friend|invite/i);
  });

  it("links to the pages of the member's tier by their names, and says nothing where there are none", async () => {
    const page = await open({ state: memberState });
    await openPanel(page);
    expect(await page.locator('regulars-launcher .card[aria-labelledby="regulars-tier"] a').count()).toBe(0);
    const { viewer } = memberState;
    if (viewer.kind !== "member" || viewer.tier === null)
      throw new Error("This is about a member in a tier.");
    const pages = [{ name: "Films", url: "/pages/films" }];
    const state = { ...memberState, viewer: { ...viewer, tier: { ...viewer.tier, pages } } };
    const own = await open({ state, language: "de", words: "de" });
    await openPanel(own);
    const link = own.locator("regulars-launcher .card").getByRole("link", { name: "Films" });
    expect(await link.getAttribute("href")).toBe("/pages/films");
    await link.click();
    await own.waitForURL("**/pages/films");
  });

  it("explains an entry of the history line by line", async () => {
    const nothing = {
      amountMinor: null,
      ofMinor: null,
      rate: null,
      points: null,
      at: null,
      text: null,
      named: null,
    };
    const reasons = [
      {
        ...nothing,
        what: "goods",
        amountMinor: 4640,
        points: 58,
        rate: { points: 1, perMinor: 100, multiplier: "1.25" },
      },
      { ...nothing, what: "available_on", at: Date.parse("2026-05-12T08:00:00Z") },
    ] as const;
    const page = await open({ state: memberState, explanation: { key: "k", reasons } });
    await openPanel(page);
    await page.getByText("Order #1042, 3 items").click();
    await page.getByText("€46.40 of goods, 1 Bohne per €1, 1.25×").waitFor();
    await page.getByText("Can be spent from May 12").waitFor();
  });

  const readers: readonly [string, WidgetPage, RegExp][] = [
    ["a guest on the desktop", { state: guestState, language: "en" }, /fewer Bohnen than before/],
    [
      "a member on a phone",
      { state: memberState, language: "de", words: "de-formal", context: { viewport: PHONE } },
      /weniger Bohnen als vorher/,
    ],
  ];

  it.each(readers)("answers questions once they are asked for, to %s", async (name, asked, question) => {
    const page = await open(asked);
    await openPanel(page);
    const questions = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .filter((entry) => entry.name.includes("questions"))
          .map((entry) => entry.name),
      );
    expect(await questions()).toEqual([]);
    await page.getByRole("button", { name: /^(Questions and answers|Fragen und Antworten)$/ }).click();
    await page.getByRole("heading", { name: /^(Questions and answers|Fragen und Antworten)$/ }).waitFor();
    expect(await questions()).toHaveLength(1);
    // The focus is on the first question now, where the button was.
    expect(await focusName(page)).toBe("questions");
    await page.keyboard.press("Enter");
    await page.locator("regulars-launcher #regulars-questions + details[open] li").first().waitFor();
    await page.getByText(question).click();
    await page.getByText(/history in the panel|Der Verlauf im Fenster/).waitFor();
    await keepPicture(page, `widget-questions-${name.replaceAll(" ", "-")}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    if (asked.state !== memberState) return;
    // What is drawn anew for another reason leaves them as they are unfolded.
    await page.getByRole("button", { name: "Programm verlassen" }).click();
    await page.getByText("Der Verlauf im Fenster").waitFor();
  });

  it("moves nothing when motion is not wanted", async () => {
    const page = await open({ state: memberState, context: { reducedMotion: "reduce" } });
    await openPanel(page);
    const moving = await page
      .locator("regulars-launcher dialog")
      .evaluate((dialog) => dialog.getAnimations().length);
    expect(moving).toBe(0);
  });
});

describe("languages", () => {
  it.each(LANGUAGES)("%s says everything, with no gap left open", async (words) => {
    const language = words === "de-formal" ? "de" : words;
    for (const state of [memberState, guestState]) {
      const page = await open({ state, language, words, context: { viewport: DESKTOP } });
      await openPanel(page);
      const text = await page.locator("regulars-launcher .body").innerText();
      expect(text).not.toMatch(/\{\w+\}|undefined|null|NaN/);
      expect(text).toContain("Bohnen");
    }
  });

  it("addresses people in German as the merchant chose", async () => {
    const informal = await open({ state: memberState, language: "de", words: "de" });
    await openPanel(informal);
    expect(await informal.locator("regulars-launcher .body").innerText()).toMatch(/Noch 46\s€ bis Silber/);
    const formal = await open({ state: memberState, language: "de", words: "de-formal" });
    await openPanel(formal);
    const text = await formal.locator("regulars-launcher .body").innerText();
    expect(text).toContain("Guten Tag, Anna");
    expect(text).not.toMatch(/\b(du|dich|dir|dein|deine|deinem|deinen|deiner)\b/i);
  });
});
