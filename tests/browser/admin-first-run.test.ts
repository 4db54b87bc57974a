import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AdminPage, type AdminHouse } from "#tests/support/admin-page.ts";
import { appFaults } from "#tests/support/accessibility.ts";
import { openAdminHouse } from "#tests/support/open-admin-house.ts";
import { HUMAN_USER_AGENT } from "#tests/support/browser.ts";

const PHONE = { width: 390, height: 1_700 };
const DAY_MS = 86_400_000;
const FIVE_MINUTES_MS = 5 * 60_000;

let house: AdminHouse;
let admin: AdminPage;
let app: FrameLocator;

beforeAll(async () => {
  house = await openAdminHouse({ withHistory: false });
});
afterAll(() => house.stop());
beforeEach(async () => {
  admin = await AdminPage.start(house);
  app = admin.app;
});
afterEach(async () => {
  expect(await admin.close()).toEqual([]);
});

/** A shop that has sold for some weeks, and has never heard of the app. */
async function sellingShop(
  domain: string,
  currency: string,
  price: string,
  locale: "en" | "de" = "en",
): Promise<void> {
  const { control } = house.house.fake;
  await control.createShop({ domain, name: "Röstwerk", currency, locale });
  const { variantIds } = await control.createProduct({ shop: domain, title: "Sidamo", price });
  const [variantId] = variantIds;
  for (const [index, email] of ["a@example.org", "b@example.org", "c@example.org"].entries()) {
    const { customerId } = await control.createCustomer({ shop: domain, email, deliver: false });
    for (let order = 0; order <= index; order += 1) {
      await control.placeOrder({
        ...{ shop: domain, customerId, deliver: false },
        lines: [{ ...(variantId === undefined ? {} : { variantId }), quantity: 2 }],
        at: Date.now() - (order * 9 + index + 2) * DAY_MS,
      });
    }
  }
}

async function overflow(): Promise<number> {
  return admin
    .frame()
    .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe("whoever comes to an empty app", () => {
  const shop = "roestwerk.myshopify.com";

  test("sets up a program within five minutes, left in the middle and taken up on another device", async () => {
    await sellingShop(shop, "EUR", "18.50");
    const beganAt = Date.now();
    await admin.open("", shop);
    await app.getByRole("heading", { name: "Set up your program", level: 1 }).waitFor();
    await app.getByText("Step 1 of 4").waitFor();
    await app.getByRole("button", { name: "Next" }).click();
    await app.getByText("Please choose one.").first().waitFor();
    await app.getByLabel("More repeat purchases").press("Space");
    await app.getByLabel("Coffee, tea, café").press("Space");
    await admin.expectAccessible("first-run-goal");
    await app.getByRole("button", { name: "Next" }).press("Enter");

    await app.getByRole("heading", { name: "Your three figures" }).waitFor();
    await app.getByText("€1 spent earns 1 bean.").waitFor();
    await app.getByText("5% of what customers spend", { exact: false }).waitFor();
    await app.getByText("In 6 orders of 3 customers", { exact: false }).waitFor();
    await app.getByLabel("Points for €5 off").fill("");
    await app.getByText("Please enter a whole number from 1 to 1,000,000.").waitFor();
    await app.getByLabel("Points for €5 off").fill("200");
    await app.getByText("2.5% of what customers spend", { exact: false }).waitFor();
    await app.getByLabel("Spent to reach Silver").fill("60");
    await app.getByText("From €60 on, customers are Silver and earn 25% more.").waitFor();
    // Leaving a field keeps it, and tries it.
    await app.getByLabel("Spent to reach Silver").press("Tab");
    await expect.poll(() => figure("Customers on Silver"), { interval: 500 }).toBe("2");
    await admin.expectAccessible("first-run-figures");

    await admin.open("", shop);
    await app.getByText("Step 2 of 4 is next: Your three figures").waitFor();
    await admin.expectAccessible("first-run-home");
    expect(await admin.close()).toEqual([]);
    admin = await AdminPage.start(house);
    app = admin.app;
    await admin.open("", shop);
    await app.getByRole("link", { name: "Continue" }).click();
    await expect.poll(() => app.getByLabel("Points for €5 off").inputValue()).toBe("200");
    await app.getByRole("button", { name: "Next" }).click();

    await app.getByRole("heading", { name: "Look and publish" }).waitFor();
    await app.getByText("Customers earn 1 bean per €1", { exact: false }).first().waitFor();
    await app.getByText("In 6 orders of 3 customers", { exact: false }).waitFor();
    await admin.expectAccessible("first-run-publish");
    await app.getByRole("button", { name: "Publish program" }).click();
    await admin.toast("Program published");
    await app.getByRole("heading", { name: "Show it in your shop" }).waitFor();
    await app.getByText("The shop has the program").waitFor();
    await app.getByText("Switched on", { exact: true }).waitFor();
    const editor = await app.getByRole("link", { name: /^Switch it on in the theme/ }).getAttribute("href");
    expect(editor).toMatch(
      /^https:\/\/roestwerk\.myshopify\.com\/admin\/themes\/current\/editor\?.*launcher/,
    );
    await admin.expectAccessible("first-run-shop");
    await app.getByRole("button", { name: "Finish" }).click();
    await app.getByRole("heading", { name: "Home", level: 1 }).waitFor();
    await admin.toast("All set");
    expect(await app.getByText("Continue the set-up").count()).toBe(0);
    expect(Date.now() - beganAt).toBeLessThan(FIVE_MINUTES_MS);
  });

  test("in German, on a phone, in yen: amounts have their size, and it can be skipped", async () => {
    const tokyo = "kissaten.myshopify.com";
    await sellingShop(tokyo, "JPY", "1800", "de");
    await admin.page.setViewportSize(PHONE);
    await admin.open("", tokyo);
    await app.getByLabel("Größere Warenkörbe").press("Space");
    await app.getByLabel("Mode und Schuhe").press("Space");
    await admin.expectAccessible("first-run-goal-de-phone");
    expect(await overflow()).toBeLessThanOrEqual(0);
    await app.getByRole("button", { name: "Weiter" }).click();
    await app.getByText(/^Je 100.¥ Einkauf gibt es 1 Punkt\.$/).waitFor();
    await app.getByText("Für 6 Bestellungen von 3 Personen", { exact: false }).waitFor();
    expect(await app.getByLabel("Einkauf bis zur Stufe Silber").inputValue()).toBe("30000");
    await admin.expectAccessible("first-run-figures-de-phone");
    expect(await overflow()).toBeLessThanOrEqual(0);
    await app.getByRole("button", { name: "Weiter" }).click();
    await app
      .getByText(/10 Punkte .* 5\.000.¥/)
      .first()
      .waitFor();
    await admin.expectAccessible("first-run-publish-de-phone");
    expect(await overflow()).toBeLessThanOrEqual(0);
    await app.getByRole("button", { name: "Zurück" }).click();
    await app.getByRole("heading", { name: "Deine drei Zahlen" }).waitFor();
    await app.getByRole("button", { name: "Einrichtung überspringen" }).click();
    await app.getByText("Noch ist kein Programm veröffentlicht").waitFor();
    await admin.expectAccessible("first-run-skipped-de-phone");
  });
});

/** What is told under a label of the outcome. */
async function figure(label: string): Promise<string> {
  const told = app.getByText(label, { exact: true }).locator("xpath=..");
  return (await told.count()) === 0 ? "" : (await told.innerText()).replace(label, "").trim();
}

describe("in the frame of a store's admin that does not know the app", () => {
  const store = "2002";

  test("the same steps end with what is there by itself", async () => {
    const { ecwid } = house.house;
    await ecwid.control.createStore({
      store,
      name: "Kiez Books",
      currency: "EUR",
      timezone: "Europe/Berlin",
    });
    const page = await openStore(store);
    const own = page.frameLocator("iframe[name=app-iframe]");
    await own.getByRole("heading", { name: "Set up your program", level: 1 }).waitFor();
    await own.getByLabel("Win customers back").press("Space");
    await own.getByLabel("Something else").press("Space");
    await own.getByRole("button", { name: "Next" }).click();
    await own.getByText("No paid orders of the last 12 months are known", { exact: false }).waitFor();
    await own.getByRole("button", { name: "Next" }).click();
    await own.getByText("Points expire 6 months after the last order", { exact: false }).waitFor();
    await own.getByRole("button", { name: "Publish program" }).click();
    await own.getByText("appears in your online store by itself", { exact: false }).waitFor();
    await own.getByText("The shop has the program").waitFor();
    expect(await own.locator("body").innerText()).not.toMatch(/theme|shopify|ecwid/i);
    await page.screenshot({ path: "tests/browser/.artifacts/ecwid-first-run-shop.png" });
    // The toast is Polaris's own.
    await own.getByText("Program published").waitFor({ state: "detached" });
    expect(await appFaults(page)).toEqual([]);
    await own.getByRole("button", { name: "Finish" }).click();
    await own.getByRole("heading", { name: "Home", level: 1 }).waitFor();
    await page.context().close();
  });
});

async function openStore(store: string): Promise<Page> {
  const context = await house.browser.newContext({
    userAgent: HUMAN_USER_AGENT,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(house.house.ecwid.panelOf(store));
  const own = page.frameLocator("iframe[name=app-iframe]");
  await own.getByRole("heading", { level: 1 }).first().waitFor();
  await page.frame({ name: "app-iframe" })?.waitForFunction(() => {
    const heading = document.querySelector("h1");
    return heading !== null && Object.keys(heading).some((key) => key.startsWith("__reactFiber$"));
  });
  return page;
}
