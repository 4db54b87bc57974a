import type { FrameLocator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { AdminHouse, AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";
import { demoShop } from "../../tools/demo/catalogue.ts";

const PHONE = { width: 390, height: 844 };

let house: AdminHouse;
let admin: AdminPage;
let app: FrameLocator;

useAdmin((page, opened) => {
  admin = page;
  app = page.app;
  house = opened;
});

describe("past orders", () => {
  test("are asked about on the home page, and can be left alone", async () => {
    await admin.open("");
    await app.getByText("Count past orders?", { exact: false }).waitFor();
    await admin.open("/app/history");
    await app.getByRole("heading", { name: "Count past orders?" }).waitFor();
    await admin.expectAccessible("history-start");
    await admin.openInGerman("/app/history");
    await app.getByRole("heading", { name: "Frühere Bestellungen mitzählen?" }).waitFor();
    await admin.expectAccessible("history-start-de");
    await admin.open("/app/history");
    await app.getByRole("button", { name: "Start from zero" }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByText("from now on every order counts", { exact: false }).waitFor();
    await dialog.getByRole("button", { name: "Start from zero" }).click();
    await admin.toast("The program starts from zero");
    await app.getByRole("heading", { name: "Your program started from zero" }).waitFor();
  });

  test("are allowed to be older, read, and shown before anything is booked", async () => {
    await admin.open("/app/history");
    await app.getByRole("button", { name: "Allow older orders" }).click();
    await app.getByText("The app may read orders of any age.").waitFor();
    await app.getByRole("button", { name: "Read past orders" }).click();
    await app.getByRole("heading", { name: "This is what past orders would earn" }).waitFor();
    await app.getByText("Greta Sommer", { exact: true }).waitFor();
    await app.getByText("1 order has neither a customer", { exact: false }).waitFor();
    for (const figure of ["Orders", "Customers", "Points issued", "Expired since", "Share of revenue"]) {
      await app.getByText(figure, { exact: true }).locator("visible=true").first().waitFor();
    }
    await app.locator("[tabindex='0']", { hasText: "Share of revenue" }).focus();
    await app.getByText("what it costs if everything is redeemed", { exact: false }).waitFor();
    const file = app.getByRole("link", { name: "Download CSV" });
    expect(await file.getAttribute("download")).toBe("past-orders.csv");
    expect(decodeURIComponent((await file.getAttribute("href")) ?? "")).toContain("Points outstanding");
    await admin.expectAccessible("history-preview");
    await admin.openInGerman("/app/history");
    await app.getByRole("heading", { name: "Das würden frühere Bestellungen bringen" }).waitFor();
    await admin.expectAccessible("history-preview-de");
    await admin.page.setViewportSize(PHONE);
    await admin.expectAccessible("history-preview-phone");
    await admin.open("");
    await app.getByText("Past orders have been read", { exact: false }).waitFor();
  });

  test("wait for what the shop says of its products, where the program asks for that", async () => {
    const { control } = house.house.fake;
    await control.misbehave({
      shop: demoShop.domain,
      kind: "http_429",
      on: "nodes",
      times: 1_000,
      retryAfter: "1.0",
    });
    await admin.open("/app/program/advanced");
    const text = app.getByLabel("Program document");
    const rule = '{ "id": "coffee", "kind": "item", "points": 5, "lines": { "tags": ["coffee"] } }';
    await text.fill((await text.inputValue()).replace(/"rules": \[/, `"rules": [${rule},`));
    await admin.saveBar("Save").click();
    await admin.toast("Draft saved");
    await admin.open("/app/history");
    await app.getByRole("button", { name: "Calculate with the draft" }).click();
    await app.getByText("Your program asks for more than the orders say", { exact: false }).waitFor();
    await app.getByText("That did not work just now; we keep trying", { exact: false }).waitFor();
    await admin.expectAccessible("history-waits");
    await admin.page.setViewportSize(PHONE);
    await admin.openInGerman("/app/history");
    await app.getByText("Dein Programm braucht mehr", { exact: false }).waitFor();
    await admin.expectAccessible("history-waits-phone-de");
    await control.behave({});
    await app.getByRole("heading", { name: "Das würden frühere Bestellungen bringen" }).waitFor();
    await admin.open("/app/history");
    await app.getByText("with your draft, as if it had always been there", { exact: false }).waitFor();
    await app.getByRole("button", { name: "Calculate with the published program" }).click();
    await app.getByText("with the published program, as if", { exact: false }).waitFor();
  });

  test("are booked once a person has confirmed it, and then everybody has their points", async () => {
    await admin.open("/app/history");
    await app.getByRole("button", { name: "Give the points" }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByText("Customers are not notified", { exact: false }).waitFor();
    await admin.page.screenshot({ path: "tests/browser/.artifacts/admin-history-confirm.png" });
    await dialog.getByRole("button", { name: "Give the points" }).click();
    await admin.toast("Points are being given");
    await app.getByText("Past orders count").waitFor();
    await admin.expectAccessible("history-done");
    await admin.page.setViewportSize(PHONE);
    await admin.openInGerman("/app/history");
    await app.getByText("Frühere Bestellungen zählen").waitFor();
    await admin.expectAccessible("history-done-phone-de");
    await admin.open("/app/members?search=greta");
    await app.getByRole("link", { name: "Greta Sommer" }).waitFor();
  });

  test("read again give nothing twice, and can be discarded", async () => {
    await admin.open("/app/history");
    await app.getByRole("button", { name: "Read again" }).click();
    await app.getByRole("heading", { name: "This is what past orders would earn" }).waitFor();
    await app.getByText("0 of them new").waitFor();
    await app.getByRole("button", { name: "Discard" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
    await admin.toast("Discarded");
    await app.getByRole("heading", { name: "Count past orders?" }).waitFor();
  });
});
