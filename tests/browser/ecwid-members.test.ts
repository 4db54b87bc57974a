import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accessibilityFaults } from "#tests/support/accessibility.ts";
import type { AdminHouse } from "#tests/support/admin-page.ts";
import { HUMAN_USER_AGENT } from "#tests/support/browser.ts";
import { openAdminHouse } from "#tests/support/open-admin-house.ts";
import { demoStore } from "../../tools/demo/catalogue.ts";

const { store } = demoStore;
const ARTIFACTS = "tests/browser/.artifacts";
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const ANNA = "anna@example.com";

let house: AdminHouse;
let page: Page;
let complaints: string[];
/** What a test expects the browser to complain of. */
let expected: RegExp | null;

beforeAll(async () => {
  house = await openAdminHouse({ withHistory: false });
  const { control } = house.house.ecwid;
  await control.createCustomer({ store, email: ANNA, name: "Anna Beispiel" });
  await control.placeOrder({ store, email: ANNA, lines: [{ title: "A crate of coffee", price: "200.00" }] });
  await control.settle({});
});
afterAll(() => house.stop());

beforeEach(async () => {
  const context = await house.browser.newContext({
    userAgent: HUMAN_USER_AGENT,
    viewport: DESKTOP,
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: house.house.appUrl });
  page = await context.newPage();
  complaints = [];
  expected = null;
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
});
afterEach(async () => {
  await page.context().close();
  // What the page's policy stops, the browser complains of.
  expect(complaints.filter((text) => expected === null || !expected.test(text))).toEqual([]);
});

const address = (query = ""): string => `${house.house.appUrl}/ecwid/members/${store}${query}`;

async function open(query = ""): Promise<void> {
  await page.goto(address(query));
  await page.locator("#regulars-terms").waitFor();
}

async function digitsFor(mailbox: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [mail] = await house.house.ecwid.control.mails({ address: mailbox });
    if (mail !== undefined) return mail.code;
    await page.waitForTimeout(50);
  }
  throw new Error("waited in vain for a mail");
}

describe("the page for members that a shop links", () => {
  test.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("shows the program to anybody on a %s, and nothing is wider than the page", async (name, viewport) => {
    await page.setViewportSize(viewport);
    await open();
    for (const part of ["tiers", "ways", "rewards"])
      expect([part, await page.locator(`#regulars-${part}`).isVisible()]).toEqual([part, true]);
    expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-members-${name}.png`, fullPage: true });
  });

  test("shows somebody their own after proof of the mailbox, takes a code to the cart, and lets them out", async () => {
    await page.setViewportSize(PHONE);
    await open();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByLabel("Your e-mail address at this shop").fill(ANNA);
    await page.keyboard.press("Enter");
    await page.getByText("If this address has an account here", { exact: false }).waitFor();
    await page.getByLabel("The six digits").fill(await digitsFor(ANNA));
    await page.keyboard.press("Enter");
    await page.locator("#regulars-history").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-members-known.png`, fullPage: true });
    await page.getByRole("button", { name: /Claim/u }).first().click();
    // What a shopper can do is loaded with the first of it; only then is there something to confirm.
    await page.locator('[data-focus="claim-yes"]').click();
    const toCart = page.getByRole("button", { name: /Copy code and go to cart/u }).first();
    await toCart.waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-members-claimed.png`, fullPage: true });
    // The next page of this tab still knows her, and in another language too.
    await page.getByRole("link", { name: "Deutsch" }).click();
    await page.getByRole("button", { name: "Abmelden" }).waitFor();
    await page.locator("#regulars-history").waitFor();
    await page.getByRole("button", { name: "Abmelden" }).click();
    await page.getByRole("button", { name: "Abmelden" }).waitFor({ state: "hidden" });
    expect(await page.locator("#regulars-history").count()).toBe(0);
    await page.reload();
    await page.locator("#regulars-terms").waitFor();
    expect(await page.locator("#regulars-history").count()).toBe(0);
  });

  test("leads a copied code to the shop's cart", async () => {
    await open();
    const cart = await page.locator("#regulars-members").getAttribute("data-cart");
    await page.goto(String(cart));
    await page.getByRole("heading", { name: "Cart" }).waitFor();
  });

  test("believes no number, address or foreign token in its link", async () => {
    await open(`?customer=1&customerId=1&email=${ANNA}&token=shopper1.x#regulars`);
    expect(await page.locator("#regulars-history").count()).toBe(0);
    await page.evaluate((key) => sessionStorage.setItem(key, "shopper1.made.up"), `regulars-${store}`);
    expected = /401/u;
    await open();
    expect(await page.locator("#regulars-history").count()).toBe(0);
    await page.getByRole("button", { name: "Sign in" }).waitFor();
  });

  test.each([
    ["de", "Anmelden"],
    ["fr", "Se connecter"],
    ["es", "Iniciar sesión"],
    ["it", "Accedi"],
    ["nl", "Inloggen"],
  ])("speaks %s where it is asked to", async (language, signIn) => {
    await open(`?lang=${language}`);
    await page.getByRole("button", { name: signIn, exact: true }).first().waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("says in the browser's language that there is nothing, for a store there is not", async () => {
    expected = /404/u;
    await page.goto(`${house.house.appUrl}/ecwid/members/99999999?lang=de`);
    await page.getByRole("heading", { name: "Hier gibt es zurzeit kein Programm zu sehen." }).waitFor();
  });
});
