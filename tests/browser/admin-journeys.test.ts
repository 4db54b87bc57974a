import type { FrameLocator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { AdminHouse, AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";

const PHONE = { width: 390, height: 844 };

let admin: AdminPage;
let app: FrameLocator;
let house: AdminHouse["house"];

useAdmin(
  (page, opened) => {
    admin = page;
    app = page.app;
    ({ house } = opened);
  },
  // Who looks for faults wants to look into the preview too, in which nothing may run.
  () => /^Blocked script execution in 'about:srcdoc'/u,
);

/** The subjects that lie in somebody's mailbox. */
async function mailsTo(address: string): Promise<readonly string[]> {
  const page = await admin.page.context().newPage();
  await page.goto(house.ecwid.mailboxUrl);
  const subjects = await page.locator("tr", { hasText: address }).getByRole("link").allInnerTexts();
  await page.close();
  return subjects;
}

/** Somebody makes an account in the shop: whoever has one is a member. */
async function signUp(email: string): Promise<void> {
  const page = await admin.page.context().newPage();
  await page.goto(`${house.fake.url}/account/register`);
  await page.locator('[name="first_name"]').fill("Mara");
  await page.locator('[name="last_name"]').fill("Lindqvist");
  await page.locator('[name="email"]').fill(email);
  await page.locator('form[action="/account/register"] button').click();
  await page.waitForURL("**/account");
  await page.close();
}

async function addStep(name: string): Promise<void> {
  await app.getByRole("button", { name: "Add a step" }).first().click();
  await app.getByRole("button", { name: new RegExp(`^${name}`, "u") }).click();
}

async function addPart(name: string): Promise<void> {
  await app.getByRole("button", { name: "Add a part" }).click();
  await app
    .getByRole("button", { name: new RegExp(`^${name}`, "u") })
    .last()
    .click();
}

describe("a journey of the merchant's own", () => {
  test("is built from nothing, reads as a sentence, is moved by keyboard, kept, deleted and brought back", async () => {
    await admin.open("/app/journeys");
    await app.getByRole("link", { name: "Create a journey" }).click();
    await app.getByLabel("Name", { exact: true }).fill("Thanks for much");
    await app.getByLabel("It begins when").selectOption("purchase");
    await app.getByRole("button", { name: "Add a condition or detail" }).first().click();
    await app.getByRole("button", { name: "On orders over", exact: true }).last().click();
    await app.getByRole("textbox", { name: "On orders over" }).fill("50");
    await app.getByRole("button", { name: "Add a figure" }).click();
    await app.getByRole("group", { name: "Condition 1" }).getByLabel("Value").fill("2");
    await addStep("Give something");
    await app.getByLabel("Points", { exact: true }).fill("25");
    await addStep("Send a mail");
    // A mail that is not chosen is said at its field, and stops saving.
    await app.getByText("Please fill this in.").waitFor();
    await app.getByLabel("Which mail").selectOption("welcome");
    await app
      .getByText(
        "When somebody buys for at least €50.00 and if Purchases at least 2: Give 25 Bohnen, then send Welcome.",
      )
      .waitFor();
    await admin.expectAccessible("journey-new");
    await app.getByRole("button", { name: /^Move: Send Welcome/u }).focus();
    await admin.page.keyboard.press("Space");
    await app.getByText("Now in place 2").waitFor({ state: "attached" });
    await admin.page.keyboard.press("ArrowUp");
    await app.getByText("Now in place 1").waitFor({ state: "attached" });
    await admin.page.keyboard.press("Space");
    await app.getByText(/: Send Welcome, then give 25 Bohnen\./u).waitFor();
    await app.getByRole("button", { name: "Show JSON" }).click();
    expect(await app.getByLabel("Document").inputValue()).toContain('"minSubtotal": "50"');
    await admin.saveBar("Save").click();
    await admin.toast("Saved. It is off until you switch it on.");
    await app.getByRole("heading", { name: "Thanks for much" }).waitFor();
    await app.getByText("When somebody buys for at least €50.00").waitFor();
    await admin.open("/app/journeys");
    await app.getByRole("button", { name: "Switch on: Thanks for much" }).click();
    await admin.toast("Switched on");
    await app.getByRole("button", { name: "More: Thanks for much" }).click();
    await app.getByRole("button", { name: "Delete", exact: true }).click();
    await admin.toast("Deleted. Passes that were under way end.");
    await admin.page.getByRole("button", { name: "Undo" }).click();
    await app.getByRole("button", { name: "Switch off: Thanks for much" }).waitFor();
    await admin.expectAccessible("journeys-own");
  });

  test("begins as a copy of a ready-made one, in German and on a phone", async () => {
    await admin.openInGerman("/app/journey?copy=lapsed");
    await app
      .getByText("Wenn jemand 60 Tage lang nichts gekauft hat: Lange nicht gesehen schicken.")
      .waitFor();
    expect(await app.getByLabel("Name", { exact: true }).inputValue()).toBe("Kopie von Seit 60 Tagen nichts");
    await app.getByRole("button", { name: "Schritt hinzufügen" }).click();
    await app.getByRole("button", { name: /^Mehrere Wege versuchen/u }).click();
    await app.getByRole("group", { name: "Weg 2" }).waitFor();
    await admin.expectAccessible("journey-copy-de");
    await admin.page.setViewportSize(PHONE);
    await admin.expectAccessible("journey-copy-phone-de");
  });
});

describe("a mail of the merchant's own", () => {
  test("is written, refused where it names what there is not, looked at, tried, and sent by a member's deed", async () => {
    await admin.open("/app/letters");
    await app.getByRole("link", { name: "Write a new mail" }).click();
    await app.getByLabel("Name", { exact: true }).fill("Hello from the roastery");
    await app.getByLabel("Subject").fill("Fresh coffee, {{ member.nam }}");
    await app.getByText("There is no {{ member.nam }} (line 1, character 18).").waitFor();
    await app.getByLabel("Subject").fill("Fresh coffee, {{ member.name }}");
    await addPart("Text");
    await app.getByLabel("Text", { exact: true }).fill("You have {{ member.points }} & a table <here>.");
    await addPart("Points and progress");
    const shown = app.frameLocator('iframe[title="How it looks"]');
    await shown.getByText("& a table <here>.", { exact: false }).waitFor();
    await app.getByRole("button", { name: "Dark" }).click();
    await admin.expectAccessible("letter-new");
    await app.getByLabel("Your e-mail address").fill("staff@example.com");
    await app.getByRole("button", { name: "Send a test" }).click();
    await admin.toast("The test is on its way");
    await expect
      .poll(() => mailsTo("staff@example.com"))
      .toEqual([expect.stringMatching(/^\[Test\] Fresh coffee, /u)]);
    await admin.saveBar("Save").click();
    await admin.toast("Saved. Mails go with these words from now on.");

    await admin.open("/app/journey");
    await app.getByLabel("Name", { exact: true }).fill("Roastery");
    await app.getByText("Statements of what somebody has", { exact: true }).click();
    await addStep("Send a mail");
    await app.getByLabel("Which mail").selectOption({ label: "Hello from the roastery" });
    await app.getByText("When somebody joins: Send Hello from the roastery.").waitFor();
    await admin.saveBar("Save").click();
    await admin.toast("Saved. It is off until you switch it on.");
    await admin.open("/app/journeys");
    await app.getByRole("button", { name: "Switch on: Roastery" }).click();
    await admin.toast("Switched on");
    await signUp("roastery@example.com");
    await expect
      .poll(() => mailsTo("roastery@example.com"), { timeout: 60_000, interval: 500 })
      .toContain("Fresh coffee, Mara");
  });

  test("has words as shipped in every language, in German and on a phone", async () => {
    await admin.openInGerman("/app/letter?template=points-expiring");
    await app.getByRole("heading", { name: "Punkte verfallen" }).waitFor();
    await app.getByLabel("Sprache").selectOption("fr");
    await app
      .frameLocator('iframe[title="Wie sie aussieht"]')
      .getByText("Bonjour", { exact: false })
      .waitFor();
    await admin.expectAccessible("letter-de");
    await admin.page.setViewportSize(PHONE);
    await admin.expectAccessible("letter-phone-de");
    await admin.openInGerman("/app/letters");
    await app.getByRole("link", { name: "Text ändern: Willkommen", exact: true }).waitFor();
    await admin.expectAccessible("letters-phone-de");
  });
});
