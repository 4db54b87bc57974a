import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { StorefrontAnswer, StorefrontState } from "#storefront/state.ts";
import { picturedMember } from "#tests/fixtures/pictured-state.ts";
import { memberState } from "#tests/fixtures/storefront-state.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { flowHtml } from "#tests/support/editor-pages.ts";
import { HOSTED, openHostedPage, type HostedName, type HostedPage } from "#tests/support/hosted-page.ts";
import { takePicture } from "#tests/support/picture.ts";
import { accessibilityFaults, keepPicture } from "#tests/support/widget-page.ts";

const DESKTOP = { width: 900, height: 720 };
const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 700 };

let browser: Browser;
const pages: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(() => browser.close());

/** What the surface says once it has its answer. */
const SAYS = { en: /320 Bohnen|Points to give/u, de: /320 Bohnen|Punkte geben/u };

async function open(asked: HostedPage): Promise<Page> {
  const page = await openHostedPage(browser, asked);
  pages.push(page);
  return page;
}

async function opened(asked: HostedPage): Promise<Page> {
  const page = await open(asked);
  await page.getByText(SAYS[asked.language]).first().waitFor();
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();

const { viewer } = memberState;
if (viewer.kind !== "member") throw new Error("Anna of the fixture is a member.");
const with20: StorefrontState = { ...memberState, viewer: { ...viewer, available: 20, worthMinor: 20 } };
const claimed: StorefrontAnswer = { ok: true, code: "RGL9-C4XT-M7WB-K2", state: with20 };
const refused: StorefrontAnswer = { ok: false, refusal: "points_insufficient", missing: 80 };
const stranger: StorefrontState = { ...memberState, viewer: { kind: "stranger", firstName: "Jo" } };

const names = Object.keys(HOSTED) as HostedName[];
const everywhere = names.flatMap((surface) => [
  { surface, language: "en", viewport: DESKTOP } as const,
  { surface, language: "de", viewport: PHONE } as const,
  { surface, language: "de", viewport: NARROW } as const,
]);

describe("every surface that Shopify hosts", () => {
  it("is drawn here", () => {
    const folders = readdirSync("extensions").filter((name) => existsSync(`extensions/${name}/src`));
    const drawn = new Set(Object.values(HOSTED).map(({ script }) => script));
    const targets = folders.flatMap((folder) => {
      const toml = readFileSync(`extensions/${folder}/shopify.extension.toml`, "utf8");
      return [...toml.matchAll(/module = "\.\/(.+)"\ntarget = "(.+)"/gu)].map(([, script = "", target]) => ({
        script: `${folder}/${script}`,
        target,
      }));
    });
    // An entry in a menu of the till is drawn by the till: it has no look of its own.
    const shown = targets.filter(({ target }) => target !== "pos.customer-details.action.menu-item.render");
    expect(shown.map(({ script }) => script).sort()).toEqual([...drawn].sort());
  });

  it.each(everywhere)(
    "$surface in $language at $viewport.width pixels: axe finds nothing, nothing leaves the screen",
    async (asked) => {
      const page = await opened(asked);
      await keepPicture(page, `hosted-${asked.surface}-${asked.language}-${String(asked.viewport.width)}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(asked.viewport.width);
      // A component the stand-in lacks would be invisible here, and nobody would miss it.
      expect(await page.locator("#surface :not(:defined)").count()).toBe(0);
      expect(await page.locator("#surface").innerText()).not.toMatch(/\{\w+\}|undefined|null|NaN/u);
    },
  );
});

describe.each(["en", "de"] as const)("what comes after, in %s", (language) => {
  const german = language === "de";
  const phone = { language, viewport: PHONE } as const;

  async function faultless(page: Page, name: string): Promise<void> {
    await page.screenshot({
      path: `tests/browser/.artifacts/hosted-${name}-${language}.png`,
      fullPage: true,
    });
    expect(await accessibilityFaults(page)).toEqual([]);
  }

  it("the account asks once, and shows the code with the way into the cart", async () => {
    const page = await opened({ ...phone, surface: "account-page", answer: claimed });
    await press(page, german ? /^Einlösen/u : /^Claim/u);
    await page.getByText(german ? /100 Bohnen für .+ einlösen\?/u : /100 Bohnen for/u).waitFor();
    await faultless(page, "account-asks");
    await press(page, german ? "Ja, einlösen" : "Yes, claim");
    await page.getByText("RGL9-C4XT-M7WB-K2").waitFor();
    await faultless(page, "account-code");
    const use = page.getByRole("link", { name: german ? "Jetzt nutzen" : "Use now" }).first();
    expect(await use.getAttribute("href")).toBe("https://kiezcafe.myshopify.com/discount/RGL9-C4XT-M7WB-K2");
  });

  it("the account says what is missing, and invites somebody who is not in the program", async () => {
    const page = await opened({ ...phone, surface: "account-page", answer: refused });
    await press(page, german ? /^Einlösen/u : /^Claim/u);
    await press(page, german ? "Ja, einlösen" : "Yes, claim");
    await page.getByText(german ? /Es fehlen 80/u : /80 Bohnen are missing/u).waitFor();
    await faultless(page, "account-refused");
    const invited = await open({ ...phone, surface: "account-page", state: stranger });
    await invited.getByRole("button", { name: german ? "Mitmachen" : "Join" }).waitFor();
    await faultless(invited, "account-stranger");
  });

  it("the adjustment says what the balance becomes, and what is missing in the form", async () => {
    const page = await opened({ ...phone, surface: "admin-adjust", answer: claimed });
    await press(page, german ? "Speichern" : "Save");
    await page.getByText(german ? "Bitte angeben, wie viele Punkte." : "Enter how many points.").waitFor();
    await faultless(page, "adjust-mistakes");
    await page.locator("input[type=number]").fill("-50");
    await page.getByText("270 Bohnen").waitFor();
  });

  it("the till asks, shows the code, and says what is left", async () => {
    const page = await opened({ ...phone, surface: "till-redeem", answer: claimed });
    await press(page, german ? "Auswählen" : "Choose");
    await faultless(page, "till-asks");
    await press(page, german ? "Jetzt einlösen" : "Redeem now");
    await page.getByText("RGL9-C4XT-M7WB-K2").waitFor();
    await faultless(page, "till-code");
    await press(page, german ? "Vom Verkauf abziehen" : "Apply to this sale");
    await page.getByText(german ? "Der Rabatt ist abgezogen." : "The discount is applied.").waitFor();
    await faultless(page, "till-added");
  });

  it("staff are told about somebody who is not in the program", async () => {
    for (const surface of ["admin-customer", "till-customer", "admin-adjust"] as const) {
      const page = await open({ ...phone, surface, state: stranger });
      await page.getByText(german ? "noch nicht im Programm" : "not in the program").waitFor();
      await faultless(page, `${surface}-stranger`);
    }
  });
});

describe("pictures of the docs", () => {
  const shown = (surface: HostedName, viewport = DESKTOP, more: Partial<HostedPage> = {}) =>
    opened({ surface, language: "en", viewport, state: picturedMember, ...more });

  it("of the customer account", async () => {
    await takePicture(await shown("account-page", { width: 900, height: 860 }), "account-page");
    await takePicture(await shown("account-profile", { width: 900, height: 640 }), "account-profile");
  });

  it("of the admin", async () => {
    await takePicture(await shown("admin-customer", { width: 900, height: 460 }), "admin-customer");
    const adjusting = await shown("admin-adjust", { width: 900, height: 460 });
    await adjusting.locator("input[type=number]").fill("50");
    await adjusting.locator("input[type=text]").fill("Your parcel was late");
    await adjusting.getByText("370 Bohnen").waitFor();
    await takePicture(adjusting, "admin-adjust");
  });

  it("of the till", async () => {
    await takePicture(await shown("till-customer", { width: 700, height: 460 }), "till-customer");
    const redeeming = await shown("till-redeem", { width: 700, height: 460 }, { answer: claimed });
    await press(redeeming, "Choose");
    await press(redeeming, "Redeem now");
    await redeeming.getByText("RGL9-C4XT-M7WB-K2").waitFor();
    await takePicture(redeeming, "till-redeem");
  });

  it("of Flow", async () => {
    const context = await browser.newContext({ viewport: { width: 900, height: 480 }, deviceScaleFactor: 2 });
    const page = await context.newPage();
    pages.push(page);
    const filled = { customer: "{{ customer.id }}", points: "50", reason: "A little thank-you" };
    await page.setContent(flowHtml("tier-changed", "give-points", filled));
    expect(await accessibilityFaults(page)).toEqual([]);
    await takePicture(page, "flow");
  });
});
