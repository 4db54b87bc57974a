import type { FrameLocator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";

const PHONE = { width: 390, height: 2_600 };
const TALL = { width: 1280, height: 1_800 };

let admin: AdminPage;
let app: FrameLocator;

useAdmin((page) => {
  admin = page;
  app = page.app;
});

describe("rewards and codes", () => {
  test("each reward says what it did; codes are narrowed by state, words and days, and taken along as a file", async () => {
    await admin.page.setViewportSize(TALL);
    await admin.open("/app/rewards");
    await app.getByText("150 Bohnen for €5.00 off, on orders over €15.00, valid 90 days.").waitFor();
    await app.getByText("Worth of the used ones").first().waitFor();
    await admin.expectAccessible("rewards-all");

    const state = app.getByLabel("Status", { exact: true });
    await state.selectOption("used");
    await admin.frame().waitForURL(/state=used/);
    await expect.poll(() => app.getByRole("cell", { name: "Used", exact: true }).count()).toBeGreaterThan(0);
    expect(await app.getByRole("cell", { name: "Open", exact: true }).count()).toBe(0);
    await app.getByLabel("Claimed from").fill("2000-01-01");
    await admin.frame().waitForURL(/from=2000-01-01/);
    await app.getByLabel("Claimed until").fill("2000-01-31");
    await app.getByText("No codes found").waitFor();
    await admin.expectAccessible("rewards-none");
    await app.getByRole("button", { name: "Clear filters" }).press("Enter");
    await app.getByRole("cell", { name: "Open", exact: true }).first().waitFor();
    await app.getByRole("button", { name: "Download CSV" }).click();
    await admin.toast("Codes downloaded");
  });

  test("a reward is given to one member and to a segment, and switched off in the draft", async () => {
    await admin.page.setViewportSize(TALL);
    await admin.open("/app/rewards");
    await app.getByRole("button", { name: "Give: €5 off" }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("Thanks");
    await dialog.getByRole("button", { name: "Give reward" }).click();
    await dialog.getByText("Search for a member and choose one.").waitFor();
    await dialog.getByPlaceholder(/^Search/).fill("lindqvist");
    await dialog.getByRole("radio", { name: /Anna Lindqvist/ }).check({ force: true });
    await admin.expectAccessible("rewards-give-one");
    await dialog.getByRole("button", { name: "Give reward" }).click();
    await admin.toast("Reward given");
    await app.getByRole("cell", { name: "Given", exact: true }).first().waitFor();
    await app
      .getByRole("button", { name: /^Withdraw code/ })
      .first()
      .waitFor();

    await app.getByRole("button", { name: "Give: €5 off" }).click();
    await dialog.getByLabel("To whom").selectOption({ label: "All members" });
    await dialog.getByLabel("Reason").fill("Summer");
    await dialog.getByRole("button", { name: "See what it would do" }).click();
    await app.getByText("Cost if all are used").waitFor();
    await app.getByRole("heading", { name: "Give “€5 off”" }).waitFor();
    await admin.expectAccessible("rewards-give-many");

    await admin.open("/app/rewards");
    await app.getByRole("button", { name: "Switch off: €5 off" }).click();
    await admin.frame().waitForURL(/\/app\/program\/rewards\?open=/);
    await app.getByText("Switched off", { exact: true }).waitFor();
    await app.getByRole("button", { name: /^Close/ }).waitFor();
    await admin.expectAccessible("rewards-switched-in-draft");
  });

  test("in German, on a phone, fits the screen", async () => {
    await admin.page.setViewportSize(PHONE);
    await admin.openInGerman("/app/rewards");
    await app.getByText("Ausgegebene Punkte").first().waitFor();
    const overflow = await admin
      .frame()
      .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await admin.expectAccessible("rewards-all-de-phone");
  });
});

describe("the widget's look", () => {
  test("is tried on the shop's own widget, kept, and wrong choices are said at their field", async () => {
    await admin.open("/app/settings");
    const widget = app.frameLocator("iframe[title='What shoppers see']");
    const pill = widget.locator("regulars-launcher button[part=launcher]");
    await widget.getByText(/^Every €1 you spend earns/).waitFor();
    await app.getByLabel("Accent color", { exact: true }).fill("brown");
    await app.getByText("A color has a # and six digits or letters A to F, such as #7a4b2a.").waitFor();
    await admin.saveBar("Save").click();
    await expect
      .poll(() =>
        app.getByLabel("Accent color", { exact: true }).evaluate((field) => field === document.activeElement),
      )
      .toBe(true);
    await app.getByLabel("Accent color", { exact: true }).fill("#F2C14E");
    await app.getByText("Text in this accent color would be hard to read on this background.").waitFor();
    await expect
      .poll(() => pill.evaluate((own) => getComputedStyle(own).backgroundColor))
      .toBe("rgb(242, 193, 78)");
    await app.getByLabel("Side").selectOption({ label: "Left" });
    await app.getByRole("checkbox", { name: "Cart", exact: true }).uncheck();
    await app.getByLabel("Code prefix").fill("kaffee");
    await app.getByText(/New codes look like KAFFEE-/).waitFor();
    await app.getByLabel("Page of the shop").selectOption({ label: "Dark" });
    await app.getByLabel("Language", { exact: true }).selectOption({ label: "German" });
    await widget.getByText("Gut zu wissen").waitFor();
    await pill.evaluate((own) => own.scrollIntoView());
    await admin.expectAccessible("settings-look");
    await admin.saveBar("Save").click();
    await admin.toast("Settings saved");
    await admin.open("/app/settings");
    await expect.poll(() => app.getByLabel("Accent color", { exact: true }).inputValue()).toBe("#f2c14e");
    expect(await app.getByLabel("Code prefix").inputValue()).toBe("KAFFEE");
    expect(await app.getByRole("checkbox", { name: "Cart", exact: true }).isChecked()).toBe(false);
  });
});

describe("a pause", () => {
  test("is planned, told on every page, given another end and ended", async () => {
    await admin.open("/app/settings");
    await app.getByRole("link", { name: "Pause", exact: true }).click();
    await app.getByRole("heading", { name: "Pause", level: 1 }).waitFor();
    await app.getByText("Both", { exact: true }).click();
    await app.getByRole("group", { name: "Ends" }).getByText("At a set time").click();
    await app.getByRole("button", { name: "Pause now" }).click();
    await app.getByText("Choose a day and a time that are still to come.").waitFor();
    await app.getByLabel("Last day").fill("2099-01-01");
    await app.getByLabel("Time it ends").fill("09:30");
    await admin.expectAccessible("pause-form");
    await app.getByRole("button", { name: "Pause now" }).press("Enter");
    await admin.toast("Pause saved");
    await app.getByText("Earning and claiming are paused until 1 Jan 2099, 09:30.").waitFor();

    await admin.open("");
    await app.getByText("Earning and claiming are paused until 1 Jan 2099, 09:30.").waitFor();
    await admin.expectAccessible("pause-home");
    await admin.page.setViewportSize(PHONE);
    await admin.openInGerman("/app/settings/pause");
    await app.getByText("Sammeln und Einlösen machen Pause bis 01.01.2099, 09:30.").waitFor();
    await admin.expectAccessible("pause-de-phone");
    await app.getByLabel("Letzter Tag").fill("2098-01-01");
    await app.getByRole("button", { name: "Speichern" }).click();
    await app.getByText("Sammeln und Einlösen machen Pause bis 01.01.2098, 09:30.").waitFor();
    await app.getByRole("button", { name: "Pause beenden" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Pause beenden" }).click();
    await app.getByRole("button", { name: "Jetzt anhalten" }).waitFor();
  });
});
