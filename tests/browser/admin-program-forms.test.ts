import type { FrameLocator } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";

const PHONE = { width: 390, height: 844 };

let admin: AdminPage;
let app: FrameLocator;

useAdmin((page) => {
  admin = page;
  app = page.app;
});

const PAGES = [
  ["", "Overview"],
  ["/earning", "Earning"],
  ["/tiers", "Tiers"],
  ["/rewards", "Rewards"],
  ["/campaigns", "Campaigns"],
  ["/challenges", "Challenges"],
  ["/memberships", "Paid memberships"],
  ["/referral", "Friends"],
  ["/expiry", "Expiry & returns"],
  ["/participants", "Who takes part"],
  ["/name", "Name & language"],
  ["/advanced", "Advanced"],
] as const;

describe("the pages of the program", () => {
  test.each(PAGES)("%s has nothing against it", async (path, title) => {
    await admin.open(`/app/program${path}`);
    await app.getByRole("tab", { name: title, selected: true }).waitFor();
    await admin.expectAccessible(`forms${path.replace("/", "-")}`);
  });
});

describe("in German, on a phone", () => {
  beforeEach(() => admin.page.setViewportSize(PHONE));

  test("friends brought along fit the screen and have nothing against them", async () => {
    await admin.openInGerman("/app/friends");
    await app.getByRole("heading", { name: "Freunde", level: 1 }).waitFor();
    await admin.expectAccessible("friends-de-phone");
  });

  test.each(PAGES)("%s fits the screen", async (path) => {
    await admin.openInGerman(`/app/program${path}`);
    await app.getByRole("heading", { name: "Programm", level: 1 }).waitFor();
    const overflow = await admin
      .frame()
      .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await admin.expectAccessible(`forms${path.replace("/", "-")}-de-phone`);
  });
});

describe("something to reach", () => {
  test("a stamp card is ready-made, and becomes a goal with a step on the way", async () => {
    await admin.open("/app/program/challenges");
    await app.getByRole("button", { name: "Add a challenge" }).click();
    await app.getByRole("button", { name: /^The tenth coffee/ }).click();
    await app
      .getByText(/^Coffee card: 10 items \(goods of the type “Coffee”\) bring/)
      .first()
      .waitFor();
    await app.getByRole("button", { name: /^Edit: Coffee card/ }).click();
    const opened = app.getByRole("listitem").filter({ has: app.getByText("Kind of challenge") });
    await opened.getByText("A goal", { exact: true }).click();
    await opened.getByText("Money spent", { exact: true }).click();
    await opened.getByLabel("To be reached", { exact: true }).fill("80");
    await opened.getByLabel("What it gives", { exact: true }).selectOption({ label: "Points" });
    await opened.getByLabel("Points", { exact: true }).fill("70");
    await opened.getByRole("button", { name: "Add a step" }).click();
    await opened.getByLabel("From", { exact: true }).fill("40");
    await opened
      .getByText(/€80\.00 spent .* brings 10 Bohnen at €40\.00, 70 Bohnen/)
      .first()
      .waitFor();
    await admin.expectAccessible("forms-challenge");
    await admin.saveBar("Discard").click();
  });

  test("a membership is bought as a product, and brings a gift every month", async () => {
    await admin.open("/app/program/memberships");
    await app.getByRole("button", { name: "Add a membership" }).click();
    await app.getByRole("button", { name: /^Edit: VIP lasts 12 months/ }).click();
    await app.getByRole("button", { name: "Choose: Bought as" }).click();
    await admin.page.getByRole("dialog").getByRole("checkbox").first().check();
    await admin.page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
    await app
      .getByRole("button", { name: /^Remove [a-z]/iu })
      .first()
      .waitFor();
    const gift = app.getByLabel("A gift at the start of every month", { exact: true });
    await gift.selectOption({ label: "Points" });
    await app
      .getByText(/VIP lasts 12 months for each one bought: .*every month 50 Bohnen/)
      .first()
      .waitFor();
    await admin.expectAccessible("forms-membership");
    await admin.saveBar("Discard").click();
  });
});
