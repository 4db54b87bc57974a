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
