import type { FrameLocator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";

const PHONE = { width: 390, height: 2_600 };
const TALL = { width: 1280, height: 2_400 };

let admin: AdminPage;
let app: FrameLocator;

useAdmin((page) => {
  admin = page;
  app = page.app;
});

describe("the ladder", () => {
  test("is typed or moved, and says who would stand where and what it would cost", async () => {
    await admin.open("/app/program/tiers");
    await app
      .getByText(/^\d+ customers today \(\d/)
      .first()
      .waitFor();
    const gold = app.getByLabel("Gold begins at", { exact: true });
    await gold.fill("");
    await gold.fill("300.50");
    await app.getByText("Gold from €300.50 spent", { exact: false }).first().waitFor();
    await app
      .getByText(/^\d customers? today .* · welcome points worth €[\d.]+ in all/)
      .first()
      .waitFor();
    await app.getByRole("slider", { name: "Threshold of Gold" }).press("ArrowRight");
    await app.getByText("Gold from €300.50 spent", { exact: false }).first().waitFor({ state: "detached" });
    // It stops short of the tier beside it.
    const silver = app.getByLabel("Silver begins at", { exact: true });
    await app.getByRole("slider", { name: "Threshold of Silver" }).press("End");
    await expect.poll(async () => Number(await silver.inputValue())).toBeGreaterThan(250);
    await admin.expectAccessible("ladder");
    // A scale too coarse for what lies between two tiers leaves the threshold where it is.
    await gold.fill("90000");
    await app.getByText("Gold from €90,000", { exact: false }).first().waitFor();
    await gold.fill("300.50");
    await silver.fill("200");
    await app.getByText("Gold from €300.50 spent", { exact: false }).first().waitFor();
    await app.getByRole("slider", { name: "Threshold of Silver" }).press("End");
    expect(await silver.inputValue()).toBe("200");
    await admin.saveBar("Discard").click();
  });

  test("is dragged by the pointer up to the tier beside it, counts after it is let go, and says where it stands", async () => {
    await admin.open("/app/program/tiers");
    const silver = app.getByRole("slider", { name: "Threshold of Silver" });
    await silver.scrollIntoViewIfNeeded();
    const before = await silver.getAttribute("aria-valuetext");
    expect(before).toMatch(/^€\d/u);
    const typed = app.getByLabel("Silver begins at", { exact: true });
    const value = await typed.inputValue();
    const box = await silver.boundingBox();
    const { x, y } = box ?? { x: 0, y: 0 };
    await admin.page.mouse.move(x + 8, y + 8);
    await admin.page.mouse.down();
    await admin.page.mouse.move(x + 60, y + 8, { steps: 4 });
    expect(await silver.getAttribute("aria-valuetext")).not.toBe(before);
    // What is only held is not in the draft yet.
    expect(await typed.inputValue()).toBe(value);
    await admin.page.mouse.move(x + 2_000, y + 8, { steps: 4 });
    await admin.page.mouse.up();
    const [moved, gold] = await Promise.all([
      silver.getAttribute("aria-valuenow"),
      app.getByRole("slider", { name: "Threshold of Gold" }).getAttribute("aria-valuenow"),
    ]);
    expect(Number(moved)).toBeGreaterThan(Number(value));
    expect(Number(moved)).toBeLessThan(Number(gold));
    await app
      .getByText(`Silver from €${String(moved)}.00 spent`, { exact: false })
      .first()
      .waitFor();
    await silver.press("PageDown");
    await expect.poll(async () => Number(await typed.inputValue())).toBeLessThan(Number(moved));
    await admin.expectAccessible("ladder-dragged");
    await admin.saveBar("Discard").click();
  });

  test("tells one customer's way by the draft's own rules", async () => {
    await admin.open("/app/program/tiers");
    await app.getByRole("heading", { name: "What these rules mean for one customer" }).waitFor();
    await app.getByText("Reaches Gold.").waitFor();
    await app.getByText(/^Gold is valid until \d+ \w+ \d{4}\.$/u).waitFor();
    await app.getByText(/^Then grace until .*: whoever has enough again by then keeps Gold\.$/u).waitFor();
    await app.getByLabel("Grace period", { exact: true }).fill("0");
    await app.getByText("Then grace until", { exact: false }).waitFor({ state: "detached" });
    await app.getByLabel("The customer reaches").selectOption({ label: "Silver" });
    await app.getByText("Reaches Silver.").waitFor();
    await admin.saveBar("Discard").click();
  });
});

describe("the dry run", () => {
  test("tries the saved draft on the shop's own orders, and leads to what is to be mended", async () => {
    await admin.page.setViewportSize(TALL);
    await admin.open("/app/program/tiers");
    await app.getByRole("button", { name: /^Edit: Gold/ }).click();
    await app.getByLabel("From", { exact: true }).fill("90000");
    await app.getByRole("tab", { name: "Earning" }).click();
    await app.getByRole("button", { name: "Add a rule" }).click();
    await app.getByRole("button", { name: /^For certain products/ }).click();
    await admin.saveBar("Save").click();
    await admin.toast("Draft saved");

    await app.getByRole("button", { name: "Publish" }).click();
    await app.getByText("This draft has not been tried on your orders yet.").waitFor();
    await app.getByRole("dialog").getByRole("link", { name: "Open the dry run" }).click();
    await app.getByRole("tab", { name: "Dry run", selected: true }).waitFor();
    // By keyboard, as whoever has no pointer does.
    await app.getByRole("dialog").waitFor({ state: "detached" });
    await app.getByRole("button", { name: "Start dry run" }).press("Enter");
    await app.getByText(/^Looked at: \d+ orders of \d+ customers, from/).waitFor();
    await app.getByRole("heading", { name: "Hardly anybody can reach Gold" }).waitFor();
    await app
      .getByText(/^0 of \d+ customers \(0%\) came to €[\d,.]+ in the \d+ days that are known/)
      .waitFor();
    await app.getByText(/^From €[\d,.]+, about one in ten would reach it\./).waitFor();
    await app.getByRole("heading", { name: "Who would have had less" }).waitFor();
    await app.getByRole("cell", { name: "Points given", exact: true }).waitFor();
    await app.getByRole("heading", { name: "What may be spent on whom" }).waitFor();
    await app.getByRole("cell", { name: "All members", exact: true }).waitFor();
    await app.getByLabel("Your own margin", { exact: true }).fill("120");
    await app.getByText("A percentage from 0 to 100.").waitFor();
    await app.getByLabel("Your own margin", { exact: true }).fill("42,5");
    await app.getByRole("cell", { name: "42.5%", exact: true }).first().waitFor();
    await admin.expectAccessible("dry-run");

    await app.getByRole("link", { name: "Edit: Hardly anybody can reach Gold" }).click();
    await app.getByRole("tab", { name: "Tiers", selected: true }).waitFor();
  });

  test("in German, on a phone, fits the screen and says what it rests on", async () => {
    await admin.page.setViewportSize(PHONE);
    await admin.openInGerman("/app/program/review");
    await app.getByText(/^Durchgerechnet: \d+ Bestellungen von \d+ Personen, vom/).waitFor();
    await app.getByRole("heading", { name: "Gold erreicht kaum jemand" }).waitFor();
    await app.getByRole("heading", { name: "Was wer kosten darf" }).waitFor();
    const overflow = await admin
      .frame()
      .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await admin.expectAccessible("dry-run-de-phone");
  });
});

describe("publishing at a set time", () => {
  test("is planned from the dialog, is seen coming on Home, compared with what is live, and called off", async () => {
    await admin.open("/app/program");
    await app.getByRole("button", { name: "Publish" }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByText(/^Tried on \d+ orders: \d+ things? to look at\./).waitFor();
    await dialog.getByText("At a set time").click();
    await dialog.getByRole("button", { name: "Schedule" }).click();
    await dialog.getByText("Choose a day and a time that are still to come.").waitFor();
    await dialog.getByLabel("Day", { exact: true }).fill("2099-01-01");
    await dialog.getByLabel("Time", { exact: true }).fill("09:30");
    await admin.expectAccessible("publish-later");
    await dialog.getByRole("button", { name: "Schedule" }).click();
    await admin.toast("Publication scheduled");
    await app.getByText("Version 3 goes live on 1 Jan 2099, 09:30").waitFor();
    await app.getByText("Gold from €90,000.00 spent", { exact: false }).first().waitFor();
    await admin.expectAccessible("versions-compared");

    await admin.open("");
    await app.getByText("Version 3 of the program goes live on 1 Jan 2099, 09:30.").waitFor();
    await app.getByRole("link", { name: "Open the program" }).click();
    await app.getByRole("button", { name: "Call it off" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Call it off" }).click();
    await admin.toast("Publication called off");
    await app.getByText("Draft", { exact: true }).first().waitFor();
    await app.getByText("Version 3 goes live", { exact: false }).waitFor({ state: "detached" });
  });
});

describe("what shoppers see", () => {
  test("is the shop's own panel under the draft: a guest's, a new member's and one on Gold's", async () => {
    await admin.open("/app/program/expiry");
    const panel = app.frameLocator("iframe[title='What shoppers see']");
    await panel.getByText(/^Every €1 you spend earns/).waitFor();
    await app.getByLabel("Seen by").selectOption({ label: "A new member" });
    await panel.getByText("20 Bohnen", { exact: true }).waitFor();
    await app.getByLabel("Seen by").selectOption({ label: "A member on Gold" });
    await panel.getByText("You have reached the highest tier.").waitFor();
    // Typing beside it changes it, and keeps the focus.
    await app.getByRole("tab", { name: "Name & language" }).click();
    await app.getByLabel("Name of the program", { exact: true }).fill("Regulars' table");
    await panel.getByRole("heading", { name: "Regulars' table", includeHidden: true }).waitFor();
    const focused = await admin.frame().evaluate(() => document.activeElement?.tagName);
    expect(focused).toBe("INPUT");
    await admin.expectAccessible("panel-preview");
    await admin.saveBar("Discard").click();
  });

  test("is answered as questions of the live version, in every language, to be copied", async () => {
    await admin.open("/app/program");
    const questions = app.getByLabel("Questions and answers");
    await expect.poll(() => questions.inputValue()).toContain("How do I collect Bohnen?\n");
    await app.getByText(/It is written from version \d+ of the program/).waitFor();
    await app.getByLabel("Language of the answers").selectOption({ label: "German" });
    await expect.poll(() => questions.inputValue()).toContain("Wie sammle ich Bohnen?\n");
    expect(await questions.inputValue()).not.toMatch(/[{}]|undefined|null|\bhier\b/u);
    await app.getByRole("button", { name: "Copy", exact: true }).click();
    await app.getByText(/^(Copied: German|Selected)\./).waitFor();
    await admin.expectAccessible("program-questions");
  });
});
