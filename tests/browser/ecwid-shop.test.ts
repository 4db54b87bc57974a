import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accessibilityFaults } from "#tests/support/accessibility.ts";
import type { AdminHouse } from "#tests/support/admin-page.ts";
import { openAdminHouse } from "#tests/support/open-admin-house.ts";
import { HUMAN_USER_AGENT } from "#tests/support/browser.ts";
import { demoStore } from "../../tools/demo/catalogue.ts";

const { store } = demoStore;
const ARTIFACTS = "tests/browser/.artifacts";

let house: AdminHouse;
let page: Page;
let complaints: string[];
/** What a test expects the browser to complain of. */
let expected: RegExp | null;

beforeAll(async () => {
  house = await openAdminHouse({ withHistory: false });
  const { control } = house.house.ecwid;
  await control.createCustomer({ store, email: "anna@example.com", name: "Anna Beispiel" });
  await control.settle({});
  await toldOf("anna@example.com", "200.00");
});
afterAll(() => house.stop());

beforeEach(async () => {
  const context = await house.browser.newContext({ userAgent: HUMAN_USER_AGENT });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], {
    origin: new URL(house.house.ecwid.url).origin,
  });
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
  expect(complaints.filter((text) => expected === null || !expected.test(text))).toEqual([]);
});

/** An order of theirs, counted by the app. */
async function toldOf(email: string, price: string): Promise<void> {
  const { control } = house.house.ecwid;
  await control.placeOrder({ store, email, lines: [{ title: "A crate of coffee", price }] });
  await control.settle({});
}

async function open(query = ""): Promise<void> {
  await page.goto(`${house.house.ecwid.shopOf(store)}${query}`);
  await pill().waitFor();
}

const pill = () => page.locator("regulars-launcher button[part=launcher]");
const panel = () => page.locator("regulars-launcher dialog");

async function prove(address: string): Promise<void> {
  await pill().click();
  await panel().getByRole("button", { name: "Sign in" }).click();
  await panel().getByLabel("Your e-mail address at this shop").fill(address);
  await panel().getByRole("button", { name: "Send a code" }).click();
  await panel().getByText("If this address has an account here", { exact: false }).waitFor();
}

async function digitsFor(address: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [mail] = await house.house.ecwid.control.mails({ address });
    if (mail !== undefined) return mail.code;
    await page.waitForTimeout(50);
  }
  throw new Error("waited in vain for a mail");
}

describe("in an Ecwid shop", () => {
  test("a visitor sees what a product would bring, and the cart, and nothing of anybody", async () => {
    await open();
    await page.getByText("Hand grinder").click();
    await page.getByText("Earn about", { exact: false }).waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-product.png` });
    await page.getByRole("button", { name: "Add to bag" }).click();
    await page.getByRole("link", { name: "Cart" }).click();
    await page.getByText("This cart earns about", { exact: false }).waitFor();
    // Half faded in, a text has less contrast than it will have.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await pill().click();
    await panel().getByRole("button", { name: "Sign in" }).waitFor();
    expect(await accessibilityFaults(page, { within: "regulars-launcher" })).toEqual([]);
  });

  test("a shopper who owns the mailbox is known, claims, and takes the code to the cart", async () => {
    await open();
    await page.getByLabel("Signed in as").selectOption({ label: "Anna Beispiel" });
    await prove("anna@example.com");
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-proof.png` });
    await panel()
      .getByLabel("The six digits")
      .fill(await digitsFor("anna@example.com"));
    await panel().getByRole("button", { name: "Confirm" }).click();
    await panel()
      .getByText("Hello", { exact: false })
      .or(panel().getByText("Good to see you"))
      .first()
      .waitFor();
    await panel().getByRole("button", { name: /Claim/u }).first().click();
    await panel()
      .getByRole("button", { name: /^Yes|^Claim/u })
      .first()
      .click();
    const toCart = panel()
      .getByRole("button", { name: /Copy code and go to cart/u })
      .first();
    await toCart.waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-claimed.png` });
    await toCart.click();
    await page.getByRole("heading", { name: "Cart" }).waitFor();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    const coupons = await house.house.ecwid.control.coupons({ store });
    expect(coupons.map((coupon) => coupon.code)).toContain(code);
    await open();
    await page.getByText("Hand grinder").click();
    await page.getByRole("button", { name: "Add to bag" }).click();
    await expect
      .poll(async () => {
        await open();
        await pill().click();
        await panel().locator("#regulars-terms").waitFor();
        return panel().innerText();
      })
      .toMatch(/\+10\b[\s\S]*Something in the cart|Something in the cart[\s\S]*\+10\b/u);
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-put-in-the-cart.png` });
    await page.keyboard.press("Escape");
    // Somebody else at the same browser is not taken for her.
    await page.getByLabel("Signed in as").selectOption({ label: "nobody" });
    await pill().click();
    await panel().getByRole("button", { name: "Sign in" }).waitFor();
  });

  test("wrong digits are refused, and who has no account is told the same", async () => {
    await open();
    await prove("nobody@example.com");
    await panel().getByLabel("The six digits").fill("000000");
    expected = /403/u;
    await panel().getByRole("button", { name: "Confirm" }).click();
    await panel().getByText("These digits are wrong", { exact: false }).waitFor();
  });

  test("the widget speaks the shop's language", async () => {
    await open("?lang=de");
    await pill().click();
    await panel()
      .getByRole("button", { name: "Anmelden" })
      .or(panel().getByRole("button", { name: "Einloggen" }))
      .first()
      .click();
    await panel().getByLabel("Deine E-Mail-Adresse in diesem Shop").waitFor();
  });

  test("only the shop's own pages may read what the app answers for it", async () => {
    const asked = (origin: string, path = `/storefront/state?ecwid=${store}`) =>
      fetch(`${house.house.appUrl}${path}`, { headers: { origin, "user-agent": HUMAN_USER_AGENT } });
    const own = new URL(house.house.ecwid.url).origin;
    expect((await asked(own)).headers.get("access-control-allow-origin")).toBe(own);
    for (const other of ["https://evil.example", `${own}.evil.example`, "null"]) {
      expect((await asked(other)).headers.get("access-control-allow-origin")).toBeNull();
    }
    expect(
      (await asked(own, "/storefront/state?ecwid=9999")).headers.get("access-control-allow-origin"),
    ).toBeNull();
    const preflight = await fetch(`${house.house.appUrl}/shoppers/code?ecwid=${store}`, {
      method: "OPTIONS",
      headers: { origin: own },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBe(own);
  });
});
