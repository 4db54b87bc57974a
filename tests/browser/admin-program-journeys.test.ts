import type { FrameLocator, Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";

let admin: AdminPage;
let app: FrameLocator;

/** What the browser itself says of a request that a test takes away. */
let expected: RegExp | null = null;

useAdmin(
  (page) => {
    admin = page;
    app = page.app;
    expected = null;
  },
  () => expected,
);

async function open(part: string): Promise<void> {
  await admin.open(`/app/program${part}`);
}

/** The draft as the text view has it. */
async function document(): Promise<unknown> {
  await app.getByRole("tab", { name: "Advanced" }).click();
  const text = await app.getByLabel("Program document", { exact: true }).inputValue();
  return JSON.parse(text) as unknown;
}

function card(sentence: string | RegExp): Locator {
  return app.getByRole("listitem").filter({ has: app.getByRole("button", { name: sentence }) });
}

async function addLine(within: Locator, name: string): Promise<void> {
  await within.getByRole("button", { name: "Add a condition or detail" }).first().click();
  await app.getByRole("button", { name, exact: true }).last().click();
}

async function drop(): Promise<void> {
  await admin.saveBar("Discard").click();
}

describe("a program is set up without a line of JSON", () => {
  test("earning: a rule is added, narrowed down, moved, doubled, deleted and brought back", async () => {
    await open("/earning");
    await app.getByRole("button", { name: "Add a rule" }).click();
    await app.getByRole("button", { name: /^For certain products/ }).click();
    const rule = card(/^Edit: Customers earn 10 Bohnen per piece/);
    await rule.getByRole("button", { name: /^Edit/ }).click();
    const opened = app
      .getByRole("listitem")
      .filter({ has: app.getByLabel("Points per piece", { exact: true }) });
    await opened.getByLabel("Points per piece", { exact: true }).fill("");
    await opened.getByText("Please enter a whole number.").waitFor();
    await opened.getByLabel("Points per piece", { exact: true }).fill("25");
    await opened.getByText("Customers earn 25 Bohnen per piece").waitFor();
    await addLine(opened, "Only for members in");
    await opened.getByText("Please name at least one.").waitFor();
    await opened.getByLabel("Gold", { exact: true }).check();
    await addLine(opened, "At most so many times");
    await opened.getByLabel("At most so many times", { exact: true }).fill("3");
    await opened.getByLabel("The limit counts", { exact: true }).selectOption({ label: "per month" });
    await addLine(opened, "Only on");
    await opened.getByLabel("Thursday", { exact: true }).check();
    await addLine(opened, "Starts");
    await opened.getByLabel("Starts", { exact: true }).fill("2027-01-01");
    await admin.expectAccessible("journey-earning");
    await opened.getByRole("button", { name: /^Close/ }).click();
    const moved = app.getByRole("button", { name: /^Move: .*25 Bohnen/ });
    await moved.focus();
    await admin.page.keyboard.press("Space");
    await admin.page.keyboard.press("ArrowUp");
    await admin.page.keyboard.press("Space");
    await app.getByRole("button", { name: /^More: .*25 Bohnen/ }).click();
    await app.getByRole("button", { name: "Duplicate" }).click();
    await app
      .getByRole("button", { name: /^More: .*25 Bohnen/ })
      .first()
      .click();
    await app.getByRole("button", { name: "Delete" }).click();
    await admin.page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => app.getByRole("button", { name: /^More: .*25 Bohnen/ }).count()).toBe(2);
    const rules = {
      earning: {
        rules: expect.arrayContaining([
          {
            id: "item",
            kind: "item",
            points: 25,
            member: { tiers: ["gold"] },
            limit: { count: 3, per: "month" },
            when: { weekdays: [4], from: "2027-01-01T00:00:00+01:00" },
          },
        ]) as unknown,
      },
    };
    expect(await document()).toMatchObject(rules);
    await drop();
  });

  test("earning: goods come from Shopify's own picker, with exceptions", async () => {
    await open("/earning");
    await app.getByRole("button", { name: /^Edit: Customers earn 1 Bohne per/ }).click();
    const opened = app.getByRole("listitem").filter({ has: app.getByLabel("For every", { exact: true }) });
    await addLine(opened.getByRole("group", { name: "Which goods" }), "Collections");
    await app.getByRole("button", { name: "Choose: Collections" }).click();
    await admin.page.getByRole("dialog").getByRole("checkbox").first().check();
    await admin.page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
    await app
      .getByRole("button", { name: /^Remove [a-z]/iu })
      .first()
      .waitFor();
    await app.getByRole("button", { name: "Add an exception" }).click();
    await app.getByLabel("Products with the tag", { exact: true }).fill("sale");
    await app.getByRole("button", { name: "Add: Products with the tag" }).click();
    await admin.expectAccessible("journey-goods");
    const lines = { collections: [expect.stringMatching(/^\d+$/) as unknown], not: { tags: ["sale"] } };
    const rule = expect.objectContaining({ id: "spend", lines }) as unknown;
    expect(await document()).toMatchObject({ earning: { rules: expect.arrayContaining([rule]) as unknown } });
    await drop();
  });

  test("tiers: a level gets its threshold, its benefits and a name in each language", async () => {
    await open("/tiers");
    await app.getByRole("button", { name: "Add a tier" }).click();
    await app.getByRole("button", { name: /^Edit: New tier/ }).click();
    await app.getByLabel("Name", { exact: true }).fill("Platinum");
    await app.getByRole("button", { name: "Different in each language: Name" }).click();
    await app.getByLabel("Add a language: Name", { exact: true }).selectOption({ label: "German" });
    await app.getByLabel("Name (German)", { exact: true }).fill("Platin");
    await app.getByLabel("From", { exact: true }).fill("100");
    await app.getByText("More than the tier below: 600.00.").first().waitFor();
    await app.getByLabel("From", { exact: true }).fill("2000,50");
    await app.getByLabel("Points count", { exact: true }).fill("2");
    await app.getByRole("button", { name: "Add a benefit" }).click();
    await app.getByLabel("Kind of benefit", { exact: true }).selectOption({ label: "A standing discount" });
    await app.getByLabel("Discount", { exact: true }).fill("5");
    await admin.expectAccessible("journey-tiers");
    const level = {
      id: "level",
      name: { en: "Platinum", de: "Platin" },
      from: "2000.50",
      multiplier: 2,
      perks: [{ id: "percentOff", kind: "percentOff", percent: 5 }],
    };
    expect(await document()).toMatchObject({ tiers: { levels: [{}, {}, {}, level] } });
    await drop();
  });

  test("rewards: a kind is chosen by its example, and members may choose how many points to spend", async () => {
    await open("/rewards");
    await app.getByRole("button", { name: "Add a reward" }).click();
    await app.getByRole("button", { name: /^Money off/ }).click();
    await app.getByRole("button", { name: /^Edit: 500 Bohnen for €5.00 off, valid 90 days/ }).click();
    await app.getByText("Members choose how many points to spend", { exact: true }).click();
    await app.getByLabel("Members choose how many: for every", { exact: true }).fill("50");
    await app.getByLabel("they get", { exact: true }).fill("0.50");
    await app.getByLabel("Valid for", { exact: true }).fill("30");
    await admin.expectAccessible("journey-rewards");
    expect(await document()).toMatchObject({
      rewards: expect.arrayContaining([
        { id: "amountOff", kind: "amountOff", variable: { points: 50, value: "0.50" }, validDays: 30 },
      ]) as unknown,
    });
    await drop();
  });

  test("campaigns: purchases count double for a while", async () => {
    await open("/campaigns");
    await app.getByRole("button", { name: "Add a campaign" }).click();
    await app.getByRole("button", { name: /^Edit: Campaign/ }).click();
    await app.getByLabel("Purchases count", { exact: true }).fill("1.5");
    await app.getByLabel("Starts", { exact: true }).fill("2027-05-01");
    await app.getByLabel("Ends", { exact: true }).fill("2027-04-01");
    await app.getByText("The end must come after the start.").waitFor();
    await app.getByLabel("Ends", { exact: true }).fill("2027-06-01");
    await admin.expectAccessible("journey-campaigns");
    const campaign = { factor: 1.5, from: "2027-05-01T00:00:00+02:00", to: "2027-06-01T00:00:00+02:00" };
    expect(await document()).toMatchObject({ earning: { campaigns: [campaign] } });
    await drop();
  });

  test("expiry, who takes part and names: choices, lists and languages", async () => {
    await open("/expiry");
    await app.getByText("On a certain day of the year", { exact: true }).click();
    await app.getByLabel("Month", { exact: true }).selectOption({ label: "June" });
    await app.getByLabel("Day", { exact: true }).fill("30");
    await app
      .getByLabel("Points of returned goods that are already spent", { exact: true })
      .selectOption({ label: "Are forgiven" });
    await app.getByRole("tab", { name: "Who takes part" }).click();
    await app.getByLabel("Customers with the tag", { exact: true }).fill("staff, wholesale");
    await app.getByRole("button", { name: "Add: Customers with the tag" }).click();
    await admin.expectAccessible("journey-participants");
    await app.getByRole("tab", { name: "Name & language" }).click();
    await app.getByLabel("Name of the program", { exact: true }).fill("Club of regulars");
    await app.getByLabel("Time zone", { exact: true }).selectOption({ label: "Europe/Vienna" });
    expect(await document()).toMatchObject({
      name: "Club of regulars",
      timezone: "Europe/Vienna",
      expiry: { kind: "fixedDate", month: 6, day: 30 },
      refunds: { shortfall: "clamp" },
      earning: { exclude: { customerTags: ["staff", "wholesale"] } },
    });
    await drop();
  });
});

describe("nothing is lost", () => {
  test("changes that were not saved are brought back by the browser", async () => {
    await open("/name");
    await app.getByLabel("Name of the program", { exact: true }).fill("Unsaved club");
    // The browser keeps what stands a moment.
    await new Promise((resume) => setTimeout(resume, 1_000));
    await open("/name");
    await app.getByText("You have changes from before that were not saved").waitFor();
    await app.getByRole("button", { name: "Bring them back" }).click();
    expect(await app.getByLabel("Name of the program", { exact: true }).inputValue()).toBe("Unsaved club");
    await drop();
  });

  test("while the server cannot be reached what is typed stays, and is checked once it can", async () => {
    expected = /ERR_FAILED/u;
    await open("/earning");
    await app.getByRole("button", { name: /^Edit: Customers earn 1 Bohne per/ }).click();
    await admin.page.route("**/app/program/read", (route) => route.abort());
    const points = app.getByLabel("Points", { exact: true });
    await points.fill("7");
    await app.getByText("No connection to Regulars right now").waitFor();
    await admin.expectAccessible("journey-unreached");
    expect(await points.inputValue()).toBe("7");
    await admin.page.unrouteAll({ behavior: "ignoreErrors" });
    await app.getByText("Customers earn 7 Bohnen per €1.00.").first().waitFor();
    expect(await app.getByText("No connection to Regulars right now").count()).toBe(0);
    await drop();
  });

  test("of two people the second is told, sees the difference and keeps theirs", async () => {
    await open("/earning");
    await app.getByRole("button", { name: /^Edit: Customers earn 1 Bohne per/ }).click();
    await app.getByLabel("Points", { exact: true }).fill("3");
    await app.getByText("Customers earn 3 Bohnen per €1.00.").first().waitFor();
    const revised = JSON.stringify({ name: "By somebody else" });
    await admin.frame().evaluate(async (text) => {
      const form = new FormData();
      form.set("intent", "save");
      form.set("text", text);
      form.set("revision", "0");
      await fetch("/app/program?_data=routes%2Fapp.program", { method: "POST", body: form });
    }, revised);
    await admin.saveBar("Save").click();
    await app.getByText("Someone else has saved the draft in the meantime").waitFor();
    await admin.expectAccessible("journey-conflict");
    await app.getByRole("button", { name: "Save mine over theirs" }).click();
    await admin.toast("Draft saved");
    await app.getByRole("button", { name: "Publish" }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByText("Customers earn 3 Bohnen per €1.00.").waitFor();
    await dialog.getByText("Nobody changes tier, and nobody is given anything by this.").waitFor();
    await admin.expectAccessible("journey-publish");
    await dialog.getByRole("button", { name: "Not yet" }).click();
    await app.getByRole("button", { name: "Discard draft" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Discard draft" }).click();
    await admin.toast("Draft discarded");
  });
});
