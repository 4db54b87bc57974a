import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { picturedMember } from "#tests/fixtures/pictured-state.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { themeEditorHtml } from "#tests/support/editor-pages.ts";
import { openPictureShop, type PictureShop, type PictureVisit } from "#tests/support/picture-shop.ts";
import { takePicture } from "#tests/support/picture.ts";
import { accessibilityFaults, openPanel } from "#tests/support/widget-page.ts";

/** The goods of the demo are painted with gradients, which weigh: half as sharp is sharp enough. */
const WIDE = { viewport: { width: 1000, height: 700 }, deviceScaleFactor: 1.5 };
const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

let browser: Browser;
let shop: PictureShop;
const pages: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  shop = await openPictureShop(browser);
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(async () => {
  await shop.close();
  await browser.close();
});

async function visit(path: string, asked: PictureVisit): Promise<Page> {
  const page = await shop.open(asked);
  pages.push(page);
  await page.goto(shop.url + path);
  await page.locator("regulars-launcher button").waitFor();
  return page;
}

const wide = (path: string, who: PictureVisit["who"] = "member") => visit(path, { who, context: WIDE });

describe("pictures of the docs", () => {
  it("of the launcher and the panel of a member", async () => {
    const page = await wide("/");
    await takePicture(page, "launcher");
    await openPanel(page);
    await takePicture(page, "panel");
  });

  it("of a code, ready to copy or use, on a phone", async () => {
    const answers = { claim: { ok: true, code: "RGL9-C4XT-M7WB-K2", state: picturedMember } } as const;
    const page = await visit("/", { who: "member", context: PHONE, answers });
    await openPanel(page);
    await page.locator('[data-focus="claim-slide"]').click();
    await page.locator('[data-focus="claim-yes"]').click();
    // The panel is drawn section by section: only at its end does it keep its place.
    const body = page.locator("regulars-launcher .body");
    await body.getByRole("link", { name: "Use now: RGL9-C4XT-M7WB-K2" }).waitFor();
    await body.getByText("Good to know").waitFor();
    const told = body.getByText("Here is your code for €1 off.").first();
    await told.evaluate((words) => words.scrollIntoView({ block: "center", behavior: "instant" }));
    await takePicture(page, "code");
  });

  it("of the panel of a guest, on a phone", async () => {
    const page = await visit("/", { who: "guest", context: PHONE });
    await openPanelOfGuest(page);
    await takePicture(page, "guest");
  });

  it("of the points on a product's page and for the cart", async () => {
    const page = await wide("/products/hand-grinder");
    await page.locator("regulars-estimate summary").click();
    await page.locator("regulars-estimate").scrollIntoViewIfNeeded();
    await takePicture(page, "product-points");
    await page.locator('form[action*="/cart/add"] button').click();
    await page.waitForURL("**/cart");
    await page.locator("regulars-estimate").waitFor();
    await takePicture(page, "cart-points");
  });

  it("of the progress to the next tier, and of the program on a page of its own", async () => {
    const home = await wide("/");
    await home
      .locator(".regulars-progress")
      .evaluate((block) => block.scrollIntoView({ block: "center", behavior: "instant" }));
    await takePicture(home, "tier-progress");
    await takePicture(await wide("/pages/rewards"), "program");
  });

  it.each([
    ["launcher", "theme-editor-launcher", 900],
    ["tier-progress", "theme-editor-tier-progress", 620],
  ] as const)("of the theme editor with the settings of %s", async (block, picture, height) => {
    const front = await visit("/", { who: "member", context: { viewport: { width: 1000, height: 1080 } } });
    const preview = await front.screenshot({ animations: "disabled", scale: "css" });
    for (const language of ["de", "en"] as const) {
      const page = await front.context().newPage();
      await page.setViewportSize({ width: 1000, height });
      await page.setContent(themeEditorHtml(block, language, preview));
      expect(await accessibilityFaults(page)).toEqual([]);
      if (language === "en") await takePicture(page, picture);
      else await page.screenshot({ path: `tests/browser/.artifacts/${picture}-de.png` });
    }
  });
});

async function openPanelOfGuest(page: Page): Promise<void> {
  await page.locator("regulars-launcher button").first().click();
  await page.locator("regulars-launcher .body").getByRole("link", { name: "Sign in" }).waitFor();
}
