import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AdminHouse } from "#tests/support/admin-page.ts";
import { appFaults } from "#tests/support/accessibility.ts";
import { openAdminHouse } from "#tests/support/open-admin-house.ts";
import { HUMAN_USER_AGENT } from "#tests/support/browser.ts";
import { demoStore } from "../../tools/demo/catalogue.ts";

const WIDE = { width: 1280, height: 900 };
const FRAME = "iframe[name=app-iframe]";
const ARTIFACTS = "tests/browser/.artifacts";

let house: AdminHouse;
let page: Page;
let app: FrameLocator;
let complaints: string[];
/** What a test expects the browser to complain of. */
let expected: RegExp | null;

beforeAll(async () => {
  house = await openAdminHouse({ withHistory: false });
});
afterAll(() => house.stop());

beforeEach(async () => {
  const context = await house.browser.newContext({ userAgent: HUMAN_USER_AGENT, viewport: WIDE });
  // A browser that keeps no cookies of foreign frames: the session must do without.
  await context.route("**/*", async (route) => {
    const headers = { ...route.request().headers() };
    delete headers["cookie"];
    await route.continue({ headers });
  });
  page = await context.newPage();
  app = page.frameLocator(FRAME);
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

async function open(query = ""): Promise<void> {
  await page.goto(`${house.house.ecwid.panelOf(demoStore.store)}${query}`);
  await app.getByRole("heading", { level: 1 }).first().waitFor();
  await page.frame({ name: "app-iframe" })?.waitForFunction(() => {
    const heading = document.querySelector("h1");
    return heading !== null && Object.keys(heading).some((key) => key.startsWith("__reactFiber$"));
  });
}

async function goTo(section: string): Promise<void> {
  await app.getByRole("tab", { name: section, exact: true }).click();
  await app.getByRole("heading", { name: section, level: 1 }).waitFor();
}

describe("in the frame of a store's admin the same pages", () => {
  test("open, lead from one to another and say nothing of another shop system", async () => {
    await open();
    for (const section of [
      "Program",
      "Members",
      "Rewards & codes",
      "Journeys",
      "Insight",
      "Settings",
      "Home",
    ]) {
      await goTo(section);
      const said = await app.locator("body").innerText();
      expect(said).not.toMatch(/shopify|ecwid|lightspeed/i);
      expect([section, await appFaults(page)]).toEqual([section, []]);
    }
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-home.png` });
    // What opened them is in no address any more.
    expect(page.frame({ name: "app-iframe" })?.url()).not.toMatch(/ticket|payload|#/u);
  });

  test("open as well by a payload that is not encrypted, and in German", async () => {
    await open("?plain&lang=de");
    await app.getByRole("heading", { name: "Start", level: 1 }).waitFor();
    await app.getByRole("tab", { name: "Prämien & Codes" }).click();
    await app.getByRole("heading", { name: "Prämien & Codes", level: 1 }).waitFor();
  });

  test("tell of a journey what it did, whom it leaves out, and what became of its mails", async () => {
    await open();
    await goTo("Journeys");
    await app.getByRole("link", { name: "Welcome", exact: true }).click();
    await app.getByRole("heading", { name: "Welcome", level: 1 }).waitFor();
    await app.getByText("Nobody is held out yet", { exact: false }).waitFor();
    expect(await appFaults(page)).toEqual([]);
    await app.getByLabel("Hold out").selectOption("10");
    await app.getByText("There is nothing to compare yet", { exact: false }).waitFor();
    await app.getByText("No mail yet").waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-journey.png` });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-journey-phone.png`, fullPage: true });
    await app.getByRole("link", { name: "Journeys", exact: true }).first().click();
    await app.getByRole("heading", { name: "Journeys", level: 1 }).waitFor();
  });

  test("keep what is typed until it is saved, and say that it was", async () => {
    await open();
    await goTo("Settings");
    await app.getByLabel("Form of address").selectOption("Sie");
    await app.getByText("Unsaved changes").waitFor();
    await app.getByRole("link", { name: "Open activity" }).click();
    await app.getByText("Save or discard your changes first").waitFor();
    await app.getByRole("button", { name: "Save" }).click();
    await app.getByText("Settings saved").waitFor();
    await app.getByText("Unsaved changes").waitFor({ state: "hidden" });
    await app.getByRole("link", { name: "Open activity" }).click();
    await app
      .getByRole("button", { name: "By hand" })
      .or(app.getByRole("link", { name: "By hand" }))
      .click();
    await app.getByText("Your team", { exact: true }).first().waitFor();
  });

  test("offer rewards this shop can give, and its own goods to pick from", async () => {
    await open();
    await goTo("Program");
    await app.getByRole("tab", { name: "Rewards", exact: true }).click();
    await app.getByRole("button", { name: "Add a reward" }).click();
    await app.getByText("A free product").first().waitFor();
    expect(await app.getByText("Store credit", { exact: true }).count()).toBe(0);
    expect(await app.getByText("A gift card", { exact: true }).count()).toBe(0);
    await page.keyboard.press("Escape");
    await app.getByRole("button", { name: "Edit" }).first().click();
    await app.getByRole("button", { name: "Add a condition or detail" }).first().click();
    await app.getByText("Products", { exact: true }).click();
    await app.getByRole("button", { name: "Choose: Products" }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByLabel("Search by name").fill("mug");
    await dialog.getByLabel("Kiez mug").check();
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-picker.png` });
    await dialog.getByRole("button", { name: "Take these" }).click();
    await app.getByText("Kiez mug").first().waitFor();
  });

  test("switch the widget off in the shop and on again, and say what the shop itself says of it", async () => {
    await open();
    await goTo("Settings");
    await app.getByText("Your shop shows it.").waitFor();
    // There is nothing to join: whoever owns a mailbox is let in by it.
    const widget = app.frameLocator("iframe[title='What shoppers see']");
    await widget.getByText("Sign in", { exact: true }).waitFor();
    expect(await widget.getByText("Join", { exact: true }).count()).toBe(0);
    await app.getByLabel("Show the widget in the shop").uncheck();
    await app.getByLabel("Distance from the lower edge").fill("96");
    await app.getByRole("button", { name: "Save" }).click();
    await app.getByText("Your shop does not show it.").waitFor();
    const shop = await page.context().newPage();
    const visit = async (): Promise<void> => {
      await shop.goto(house.house.ecwid.shopOf(demoStore.store));
      await shop.waitForFunction(() => "Ecwid" in globalThis);
      await shop.waitForLoadState("networkidle");
    };
    await visit();
    expect(await shop.locator("regulars-launcher").count()).toBe(0);
    await app.getByLabel("Show the widget in the shop").check();
    await app.getByRole("button", { name: "Save" }).click();
    await app.getByText("Your shop shows it.").waitFor();
    await visit();
    const pill = shop.locator("regulars-launcher");
    await pill.waitFor();
    expect(await pill.evaluate((one) => getComputedStyle(one).bottom)).toBe("96px");
  });

  test("say where the page for members is, and copy its link", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await open();
    const link = `${house.house.appUrl}/ecwid/members/${demoStore.store}`;
    expect(await app.getByLabel("Link to the page").inputValue()).toBe(link);
    await goTo("Settings");
    await app.getByRole("button", { name: "Copy link" }).click();
    await app
      .getByText("Link copied")
      .or(app.getByText("The link is selected", { exact: false }))
      .first()
      .waitFor();
    const opened = page.context().waitForEvent("page");
    await app.getByRole("link", { name: "Open page" }).click();
    const members = await opened;
    await members.getByRole("heading", { level: 1 }).waitFor();
    expect(members.url()).toBe(link);
  });

  test("say of rewards and tiers what the shop's plan lacks, before anybody runs into it", async () => {
    const { control } = house.house.ecwid;
    const { store } = demoStore;
    await open();
    await goTo("Rewards & codes");
    expect(await app.getByText("Your shop’s plan", { exact: false }).count()).toBe(0);
    await control.setPlan({ store, features: ["API"] });
    await goTo("Program");
    await app.getByRole("tab", { name: "Rewards", exact: true }).click();
    await app.getByText("Your shop’s plan has no discount codes").waitFor();
    await app.getByRole("tab", { name: "Tiers", exact: true }).click();
    await app.getByText("Your shop’s plan has no customer groups").waitFor();
    expect(await appFaults(page)).toEqual([]);
    await page.screenshot({ path: `${ARTIFACTS}/ecwid-plan.png` });
    await goTo("Rewards & codes");
    await app.getByText("Your shop’s plan has no discount codes").waitFor();
    await control.setPlan({ store, features: ["API", "CUSTOMER_GROUPS", "DISCOUNT_COUPONS"] });
  });

  test("do not open a second time with what opened them once", async () => {
    await open();
    const source = await page.locator(FRAME).getAttribute("src");
    expected = /403/u;
    const other = await page.context().newPage();
    await other.goto(String(source));
    await other.getByText("This could not be opened.", { exact: false }).waitFor();
    await other.getByText("Das ließ sich nicht öffnen.", { exact: false }).waitFor();
  });
});
