import type { FrameLocator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";

let admin: AdminPage;
let app: FrameLocator;

useAdmin((page) => {
  admin = page;
  app = page.app;
});

describe("the program", () => {
  test("says at every keystroke what it means, and where it is wrong", async () => {
    await admin.open("/app/program/advanced");
    const meaning = app.getByText("Customers earn 1 Bohne per €1.00.");
    await meaning.waitFor();
    await admin.expectAccessible("program");
    const text = app.getByLabel("Program document");
    const document = await text.inputValue();
    await text.fill(document.replace('"points": 1,', '"points": 3,'));
    await app.getByText("Customers earn 3 Bohnen per €1.00.").waitFor();
    await text.fill(document.replace('"points": 1,', '"points": "one",'));
    await app.getByText("earning.rules[0].points").waitFor();
    await text.fill("{");
    await app.getByText("This is not valid JSON").waitFor();
    await admin.saveBar("Discard").click();
    await meaning.waitFor();
  });

  test("is kept as a draft that every page reminds of, and published with what it changes", async () => {
    await admin.open("/app/program/advanced");
    const text = app.getByLabel("Program document");
    await text.fill((await text.inputValue()).replace('"points": 1,', '"points": 2,'));
    // Whoever goes on at once does so while the page is read anew, which may take its time.
    await admin.page.route(/_data=routes%2Fapp/u, async (route) => {
      await new Promise((resume) => setTimeout(resume, 500));
      await route.continue();
    });
    await admin.saveBar("Save").click();
    await admin.toast("Draft saved");
    await admin.page.getByRole("navigation").getByRole("link", { name: "Members" }).click();
    await app.getByText("The program has changes that are not published yet.").waitFor();
    await admin.page.unrouteAll({ behavior: "ignoreErrors" });
    await app.getByRole("link", { name: "Open the draft" }).click();
    await app.getByRole("button", { name: "Publish" }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByText("Customers earn 2 Bohnen per €1.00.").waitFor();
    await dialog.getByText(/The example order earns \d+ Bohnen instead of \d+ Bohnen/).waitFor();
    await dialog.getByRole("button", { name: "Publish" }).click();
    await admin.toast("Program published");
    await app.getByText("Live: version 3").waitFor();
  });

  test("of another currency than the shop's is refused in the editor, and a broken draft says it is one", async () => {
    await admin.open("/app/program/advanced");
    const text = app.getByLabel("Program document");
    await text.fill((await text.inputValue()).replace('"currency": "EUR"', '"currency": "USD"'));
    await app.getByText("the shop's currency, EUR", { exact: false }).waitFor();
    expect(await app.getByRole("button", { name: "Publish" }).isDisabled()).toBe(true);
    await text.fill('{\n  "format": ');
    await admin.saveBar("Save").click();
    await admin.toast("Draft saved with errors; it cannot be published yet");
    // Drawn again by the server: what Node and the browser say of broken JSON must not differ.
    await admin.open("/app/program");
    await app.getByText("Something is missing or out of place on line 2.").waitFor();
    expect(await app.getByRole("link", { name: "Open the draft" }).count()).toBe(0);
    await admin.expectAccessible("program-broken");
    await app.getByRole("button", { name: "Discard draft" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Discard draft" }).click();
    await admin.toast("Draft discarded");
    await app.getByText("Customers earn 2 Bohnen per €1.00.").first().waitFor();
    await app.getByText("Live: version 3").waitFor();
  });

  test("as it is live is no draft, however it is laid out", async () => {
    await admin.open("/app/program/advanced");
    const text = app.getByLabel("Program document");
    const live = await text.inputValue();
    await text.fill(JSON.stringify(JSON.parse(live)));
    await admin.saveBar("Save").click();
    await admin.toast("Saved: nothing differs from what is live");
    await expect.poll(() => text.inputValue()).toBe(live);
    await admin.open("/app/members");
    await app.getByRole("link", { name: "Mehmet Yılmaz" }).waitFor();
    expect(await app.getByText("The program has changes that are not published yet.").count()).toBe(0);
  });

  test("begins with a ready-made one where the merchant wants it", async () => {
    await admin.open("/app/program");
    await app.getByLabel("Start with a ready-made program").selectOption({ label: "Café stamp card" });
    await app.getByRole("button", { name: "Load", exact: true }).click();
    await app
      .getByText(/Customers earn 10 beans per piece on goods of the type “Coffee”/)
      .first()
      .waitFor();
    await app.getByText("2 × a product at €24.90").waitFor();
  });
});
