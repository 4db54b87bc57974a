import type { FrameLocator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { assert } from "#app/domain/assert.ts";
import { ARTIFACTS, type AdminPage } from "#tests/support/admin-page.ts";
import { shiftOf, watchShifts } from "#tests/support/layout-shifts.ts";
import { pdfPages, pdfText } from "#tests/support/pdf-text.ts";
import { useAdmin } from "#tests/support/use-admin.ts";

const PHONE = { width: 390, height: 844 };

let admin: AdminPage;
let app: FrameLocator;

useAdmin((page) => {
  admin = page;
  app = page.app;
});

describe("insight", () => {
  test("tells what the shop did, each figure with what it means, as a table and as a file", async () => {
    await admin.open("/app/insight");
    await app.getByText("Your top 10% bring", { exact: false }).waitFor();
    await app.locator("[tabindex='0']", { hasText: "Repeat rate" }).first().focus();
    await app.getByText("who had bought on at least two days", { exact: false }).waitFor();
    const curve = app.getByRole("img", { name: /^Your top 10% bring/u });
    await curve.locator("path").first().waitFor();
    await curve.scrollIntoViewIfNeeded();
    await admin.expectAccessible("insight");
    await app.getByRole("button", { name: "Show table" }).first().click();
    await app.getByRole("columnheader", { name: "Share of revenue" }).first().waitFor();
    await app.getByRole("button", { name: "Show revenue per customer" }).click();
    await app.getByRole("columnheader", { name: "Month 0" }).scrollIntoViewIfNeeded();
    await admin.expectAccessible("insight-cohorts");
    const file = app.getByRole("link", { name: "Download CSV" }).nth(1);
    expect(await file.getAttribute("download")).toBe("insight.csv");
    expect(decodeURIComponent((await file.getAttribute("href")) ?? "")).toContain("Repeat rate,0");
    await app.getByRole("button", { name: "Calculate now" }).click();
    await admin.toast("Calculation started");
    await admin.openInGerman("/app/insight");
    await app.getByText("Deine besten 10", { exact: false }).waitFor();
    await admin.expectAccessible("insight-de");
    await admin.page.setViewportSize(PHONE);
    await app
      .getByRole("img", { name: /^Deine besten/u })
      .locator("path")
      .first()
      .waitFor();
    await admin.expectAccessible("insight-phone-de");
  });
});

describe("insight by a choice", () => {
  test("is asked for in the address, worked out while last night's figures stand, and shown when it is there", async () => {
    await admin.open("/app/insight");
    await app.getByLabel("Days", { exact: true }).selectOption("30");
    await app.getByText(/^Worked out /u).waitFor();
    await app.getByLabel("Whose figures").selectOption("active");
    await app.getByText(/^Figures of \d+ customers who were in “Active” when .* began\./u).waitFor();
    await admin.expectAccessible("insight-segment");
    await app.getByLabel("Whose figures").selectOption("near_tier");
    await app.getByText("This segment asks for points or tiers.", { exact: false }).waitFor();
    await app.getByLabel("Whose figures").selectOption("");
    await app.getByLabel("Days", { exact: true }).selectOption("custom");
    await app.getByLabel("First day").waitFor();
    await admin.openInGerman("/app/insight?window=365&compared=year");
    await app.getByText(/^Gerechnet /u).waitFor();
    await admin.page.setViewportSize(PHONE);
    await admin.expectAccessible("insight-choice-phone-de");
  });
});

describe("customers", () => {
  test("stand in a grid and in segments, lead to lists and files, and to what is known of each", async () => {
    await admin.open("/app/insight");
    await app.getByRole("link", { name: "Customers", exact: true }).click();
    await app.getByRole("heading", { name: "Who your customers are" }).waitFor();
    await admin.expectAccessible("customers");
    await app
      .getByRole("link", { name: /^Champions: [1-9]/ })
      .first()
      .click();
    await app
      .getByRole("heading", { name: "Bought most lately, buys most" })
      .or(app.getByRole("heading", { name: /^Bought .*, buys/ }))
      .first()
      .waitFor();
    await admin.open("/app/customers");
    await app.getByRole("link", { name: "Active", exact: true }).click();
    await app.getByRole("heading", { name: "Active", exact: true }).waitFor();
    await admin.expectAccessible("customers-list");
    const saved = admin.page.waitForEvent("download");
    await app.getByRole("button", { name: "Download CSV" }).click();
    expect((await saved).suggestedFilename()).toBe("customers-active.csv");
    await app.getByRole("table").getByRole("link").first().click();
    await app.getByRole("heading", { name: "As a customer" }).waitFor();
    await admin.expectAccessible("customers-member");
    await app.getByRole("link", { name: "How these figures came about" }).click();
    await app.getByRole("heading", { name: "When they buy" }).waitFor();
    await app.getByText("Days since the last purchase", { exact: true }).click();
    await app.getByText("Local days since the last purchase.").waitFor();
    await admin.expectAccessible("customer-facts");
    await admin.openInGerman("/app/customers");
    await app.getByRole("heading", { name: "Wer deine Kunden sind" }).waitFor();
    await admin.page.setViewportSize(PHONE);
    await admin.expectAccessible("customers-phone-de");
  });
});

describe("segments", () => {
  test("are made of lines, counted while they are, kept, and shown as JSON", async () => {
    await admin.open("/app/customers");
    await app.getByRole("link", { name: "New segment" }).click();
    await app.getByLabel("Name in English").fill("Good regulars");
    await app.getByRole("button", { name: "Add a figure" }).click();
    const first = app.getByRole("group", { name: "Condition 1" });
    await first.getByLabel("Value").fill("2");
    await app.getByRole("button", { name: "Add a segment" }).click();
    const second = app.getByRole("group", { name: "Condition 2" });
    await second.getByLabel("Segment", { exact: true }).selectOption("active");
    await app.getByText(/^[1-9]\d* of \d+ customers$/).waitFor();
    await app.getByText("They are also in").waitFor();
    await admin.expectAccessible("segment-new");
    await admin.saveBar("Save").click();
    await admin.toast("Saved. Customers are being sorted in anew.");
    await app.getByRole("link", { name: "Good regulars", exact: true }).waitFor();
    await app.getByText("Purchases at least 2 and in the segment “Active”").waitFor();
    await admin.expectAccessible("segment-list");
    await admin.open("/app/customers/segments");
    expect(await app.getByLabel("Document").inputValue()).toContain('"id": "good-regulars"');
    await admin.openInGerman("/app/customers/segment?id=premium");
    await app.getByRole("group", { name: "Bedingung 2" }).waitFor();
    await app.getByText(/^\d+ von \d+ Kunden$/).waitFor();
    await admin.page.setViewportSize(PHONE);
    await admin.expectAccessible("segment-phone-de");
  });
});

describe("pages that come", () => {
  test.each([
    ["a desktop", { width: 1280, height: 900 }],
    ["a phone", PHONE],
  ])("stay where they are on %s, once they have been painted", async (_, screen) => {
    await admin.page.setViewportSize(screen);
    await admin.page.addInitScript(watchShifts);
    const moved: Record<string, number> = {};
    for (const path of ["/app", "/app/members", "/app/program", "/app/customers/list"]) {
      await admin.open(path);
      await admin.frame().waitForLoadState("networkidle");
      moved[path] = await shiftOf(admin.frame());
    }
    expect(Object.entries(moved).filter(([, shift]) => shift > 0.05)).toEqual([]);
  });
});

/** The page as it stands, printed by itself: nothing runs in it any more. */
async function printed(html: string, url: string): Promise<Buffer> {
  const browser = admin.page.context().browser();
  assert(browser !== null, "there is a browser");
  const context = await browser.newContext({ javaScriptEnabled: false, bypassCSP: true });
  const page = await context.newPage();
  await page.route(url, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
  await page.goto(url);
  const pdf = await page.pdf({ preferCSSPageSize: true, path: `${ARTIFACTS}/report.pdf` });
  await page.setViewportSize({ width: 640, height: 900 });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: `${ARTIFACTS}/report-print.png`, fullPage: true });
  await context.close();
  return pdf;
}

describe("the report of a month", () => {
  test("says in sentences what happened, then in figures, and prints on A4 without anything around it", async () => {
    await admin.open("/app/insight");
    await app.getByRole("link", { name: "Monthly report" }).click();
    await app.getByRole("heading", { name: /^Report for / }).waitFor();
    await app.getByRole("heading", { name: "What happened" }).waitFor();
    await app.getByText(/^You took €[\d,.]+ in \d+ orders from \d+ customers\.$/u).waitFor();
    await app.getByRole("rowheader", { name: "Repeat rate" }).waitFor();
    await admin.expectAccessible("report");
    const pdf = await printed(await admin.frame().content(), admin.frame().url());
    // Where lines break, no space is set.
    const text = pdfText(pdf).replaceAll(/\s/gu, "");
    expect(text).toMatch(/Reportfor\p{L}+20\d\d/u);
    for (const said of ["Whathappened", "Orderswithareward", "Deferredrevenue(IFRS15)"])
      expect(text).toContain(said);
    expect(text).not.toContain("PrintorsaveasPDF");
    expect(pdfPages(pdf).every((box) => /^0 0 59[45][\d.]* 84[12]/u.test(box))).toBe(true);
    await admin.openInGerman("/app/insight/report");
    await app.getByRole("heading", { name: "Was geschehen ist" }).waitFor();
    await admin.page.setViewportSize(PHONE);
    await admin.expectAccessible("report-phone-de");
  });
});
