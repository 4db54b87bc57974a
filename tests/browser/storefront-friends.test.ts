import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { friendPage, type FriendStep } from "#app/messages/referral/friend-page.ts";
import { friendsTold } from "#app/messages/referral/friends-told.ts";
import type { SpokenProgram } from "#app/domain/referral/friend-told.ts";
import { memberState } from "#tests/fixtures/storefront-state.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { useWidget } from "#tests/support/use-widget.ts";
import {
  accessibilityFaults,
  DESKTOP,
  focusName,
  keepPicture,
  openPanel,
  PHONE,
} from "#tests/support/widget-page.ts";

const spoken: SpokenProgram = {
  ...{ at: 1_780_000_000_000, language: "de", formal: false, accent: "#2f5d50" },
  ...{ currency: "EUR", currencyDigits: 2, timezone: "Europe/Berlin" },
  ...{ shopName: "Kiezcafé", programName: "Bohnenclub", pointsName: { one: "Bohne", other: "Bohnen" } },
};
const gift = {
  kind: "reward",
  reward: { name: null, kind: "percentOff", valueMinor: null, percent: "10" },
} as const;
const address = "eine.sehr.lange.adresse.mit.vielen.teilen@unterabteilung.example.com";

const STEPS: Readonly<Record<string, FriendStep>> = {
  invited: { kind: "invited", advocateName: "Anna", gift, wrong: null },
  wrong: { kind: "invited", advocateName: null, gift: { kind: "points", points: 100 }, wrong: "nobody" },
  sent: { kind: "sent", address },
  confirm: { kind: "confirm", address, gift },
  joined: { kind: "joined", address, code: "7KQ4M-X2VPH-9TC", gift, isInReview: false },
  review: { kind: "joined", address, code: null, gift, isInReview: true },
  stopped: { kind: "stopped", why: "existing" },
};

describe("the pages of a friend", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(Object.entries(STEPS))("%s: fits every screen and has nothing against it", async (name, step) => {
    for (const [size, viewport, language] of [
      ["desktop", DESKTOP, "en"],
      ["phone", PHONE, "de"],
    ] as const) {
      const page = await (await browser.newContext({ viewport })).newPage();
      const { html } = friendPage({ ...spoken, language }, step, "https://kiezcafe.example/");
      await page.setContent(html);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepPicture(page, `friend-${name}-${size}`);
      await page.context().close();
    }
  });
});

const open = useWidget();

describe("bringing friends along in the panel", () => {
  const told = friendsTold(
    {
      spoken: { ...spoken, language: "en" },
      friendGets: gift,
      gain: { points: 500, minSubtotalMinor: 3000, maturityDays: 14, limit: { count: 10, per: "year" } },
      ...{ joined: 4, pending: 1, matured: 3 },
      steps: [{ friends: 3, badge: "Ambassador", points: 300, level: null }],
    },
    "https://kiezcafe.example/apps/regulars/friend?c=k7m2p9x4qa",
  );

  it("shows the link on asking, with ways to pass it on, and says when it is copied", async () => {
    const page = await open({
      state: { ...memberState, referral: true },
      answers: { friends: { ok: true, ...told } },
      context: { permissions: ["clipboard-read", "clipboard-write"], viewport: PHONE },
    });
    await openPanel(page);
    await page.getByRole("button", { name: "Show my link" }).click();
    await page.getByText("Your friend gets 10% off.").waitFor();
    await expect.poll(() => focusName(page)).toBe("friends-copy");
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await expect.poll(() => page.locator("[role=status]").innerText()).toBe("Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(told.link);
    await page.getByText("✓ 3 friends: Ambassador and 300 Bohnen").waitFor();
    await page.getByText("QR code of your link").first().click();
    await page.getByRole("img", { name: "QR code of your link" }).scrollIntoViewIfNeeded();
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepPicture(page, "friends-panel-phone");
  });

  it("is not there where the program brings no friends along", async () => {
    const page = await open({ state: memberState });
    await openPanel(page);
    expect(await page.getByRole("button", { name: "Show my link" }).count()).toBe(0);
  });
});
