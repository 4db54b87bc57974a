import type { FrameLocator } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { AdminHouse, AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";
import { demoShop } from "../../tools/demo/catalogue.ts";

const PHONE = { width: 390, height: 844 };

let house: AdminHouse;
let admin: AdminPage;
let app: FrameLocator;
/** What a test expects the browser to complain of. */
let expected: RegExp | null;

useAdmin(
  (page, opened) => {
    admin = page;
    app = page.app;
    house = opened;
    expected = null;
  },
  () => expected,
);

async function openMember(name: string): Promise<void> {
  await admin.open("/app/members");
  await follow(name);
}

async function follow(name: string): Promise<void> {
  await app.getByRole("link", { name }).click();
  await app.getByRole("heading", { name, level: 1 }).waitFor();
}

describe("home", () => {
  test("says whether it runs, what it did this month and what needs a person", async () => {
    await admin.open("");
    await app.getByRole("heading", { name: "Home" }).waitFor();
    await app.getByText("Orders and refunds are counted as they come in.").waitFor();
    for (const figure of [
      "Members",
      "New members",
      "Points issued",
      "Points redeemed",
      "Points outstanding",
      "Worth",
    ]) {
      await app.getByText(figure, { exact: true }).locator("visible=true").first().waitFor();
    }
    await app.getByRole("heading", { name: "To do" }).waitFor();
    await app.getByText("Switched on in the theme", { exact: true }).waitFor();
    await admin.expectAccessible("home");
  });

  test("a figure says on focus what exactly it counts", async () => {
    await admin.open("");
    await app.locator("[tabindex='0']", { hasText: "Points outstanding" }).focus();
    await app.getByText("All points that members hold today", { exact: false }).waitFor();
  });

  test("the chart has its table and its file", async () => {
    await admin.open("");
    await app.getByLabel("Period").selectOption({ label: "Last 30 days" });
    await admin.frame().waitForURL(/period=30/);
    await app.getByText("In these 30 days", { exact: false }).first().waitFor();
    // Two bars a day, once what draws them has come.
    await expect.poll(() => app.getByRole("img").locator("rect").count()).toBe(60);
    await app.getByRole("img").scrollIntoViewIfNeeded();
    await admin.expectAccessible("home-chart");
    await app.getByRole("button", { name: "Show as a table" }).click();
    await expect.poll(() => app.getByRole("row").count()).toBe(31);
    expect(await app.getByRole("link", { name: "Download CSV" }).getAttribute("download")).toBe("points.csv");
  });
});

describe("members", () => {
  test("are found by name, and the filter stands in the address", async () => {
    await admin.open("/app/members");
    await app.getByRole("link", { name: "Mehmet Yılmaz" }).waitFor();
    await admin.expectAccessible("members");
    await app.getByLabel("Search by name").fill("mehmet");
    await admin.frame().waitForURL(/search=mehmet/);
    await expect.poll(() => app.getByRole("row").count()).toBe(2);
    await app.getByRole("button", { name: "Filters" }).click();
    await app.getByLabel("Tier").selectOption({ label: "Bronze" });
    await app.getByText("No members found").waitFor();
    await admin.page.goBack();
    await app.getByRole("link", { name: "Mehmet Yılmaz" }).waitFor();
    await admin.page.goBack();
    await expect.poll(() => app.getByLabel("Search by name").inputValue()).toBe("");
  });

  test("have a page that begins with the sentence support needs and explains every entry", async () => {
    await openMember("Anna Lindqvist");
    await app
      .getByText(/^Anna is Silver until .* with [\d,]+ Bohnen worth €[\d.]+; \d+ expire on /)
      .waitFor();
    await app.getByText(/to Gold$/).waitFor();
    const entry = app.locator("details").first();
    await entry.locator("summary").click();
    expect(await entry.locator("li").count()).toBeGreaterThan(0);
    await app
      .getByText(/earned nothing: all of it came back/)
      .first()
      .waitFor();
    await admin.expectAccessible("member");
  });

  test("get points by hand, with a reason; what is missing is said at the field", async () => {
    await openMember("Ravi Menon");
    const points = app.getByLabel("Points", { exact: true });
    await points.fill("ten");
    await app.getByRole("button", { name: "Save points" }).click();
    await app.getByText("Please enter a whole number other than 0.").waitFor();
    await points.fill("25");
    await app.getByRole("button", { name: "Save points" }).click();
    await app.getByText("Please fill this in.").waitFor();
    await app.getByLabel("Reason").first().fill("A birthday in the shop");
    await app.getByRole("button", { name: "Save points" }).click();
    await admin.toast("Points saved");
    await app.getByText("The shop gave 25 Bohnen: A birthday in the shop").waitFor();
    await expect.poll(() => points.inputValue()).toBe("");
    await admin.open("/app/activity");
    await app.getByRole("button", { name: "By hand" }).click();
    const line = app.getByRole("row").filter({ hasText: "25 Bohnen · A birthday in the shop" });
    expect(await line.innerText()).toMatch(/You[\s\S]*Points given[\s\S]*Ravi Menon/);
    await admin.expectAccessible("deeds");
  });

  test("never lose more points by hand than they have", async () => {
    await openMember("Ravi Menon");
    await app.getByLabel("Points", { exact: true }).fill("-99999");
    await app.getByLabel("Reason").first().fill("A mistake");
    await app.getByRole("button", { name: "Save points" }).click();
    await app.getByText("The member does not have that many points.").waitFor();
  });

  test("change their tier by hand, held until a day", async () => {
    await openMember("Ravi Menon");
    await app.getByRole("combobox", { name: "Tier" }).selectOption({ label: "Gold" });
    await app.getByLabel("Keep until").fill("2020-01-01");
    await app.getByLabel("Reason").nth(2).fill("A friend of the house");
    await app.getByRole("button", { name: "Change tier" }).click();
    await app.getByText("Please choose a day in the future.").waitFor();
    await app.getByLabel("Keep until").fill("2099-12-31");
    await app.getByRole("button", { name: "Change tier" }).click();
    await admin.toast("Tier changed");
    await app.getByText(/^Ravi is Gold until 31 Dec 2099/).waitFor();
  });

  test("get the points of a cancelled code back, once a person has confirmed it", async () => {
    await admin.open("/app/rewards?state=issued");
    await follow("Nils Albrecht");
    await app.getByRole("button", { name: /^Withdraw code/ }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByText("This cannot be undone", { exact: false }).waitFor();
    await dialog.getByLabel("Reason").fill("Sent to the wrong person");
    await dialog.getByRole("button", { name: "Withdraw code" }).click();
    await admin.toast("Code withdrawn");
    await app.getByText("Withdrawn", { exact: true }).waitFor();
  });
});

describe("activity", () => {
  test("a message that cannot be read waits with its reason, asks for a person and can be run again", async () => {
    await admin.deliver("orders/paid", '{"id":1');
    await admin.open("/app/activity?state=parked");
    await expect
      .poll(
        async () => {
          await admin.open("/app/activity?state=parked");
          return app.getByRole("link", { name: "Order paid" }).count();
        },
        { interval: 500 },
      )
      .toBe(1);
    await admin.expectAccessible("activity");
    await app.getByRole("link", { name: "Order paid" }).click();
    await app.getByText('"id": 1').waitFor();
    await admin.expectAccessible("delivery");
    await app.getByRole("button", { name: "Try again" }).click();
    await admin.toast("Trying again");
    await admin.open("");
    await app.getByText("1 message from the shop failed").waitFor();
  });
});

describe("rewards and settings", () => {
  test("rewards say their terms, and codes whose they are", async () => {
    await admin.open("/app/rewards");
    await app.getByText("150 Bohnen for €5.00 off, on orders over €15.00, valid 90 days.").waitFor();
    await app.getByRole("link", { name: "Mehmet Yılmaz" }).waitFor();
    await admin.expectAccessible("rewards");
  });

  test("settings are kept with the save bar and show the connection", async () => {
    await admin.open("/app/settings");
    await app.getByText(demoShop.domain).waitFor();
    await admin.expectAccessible("settings");
    await app.getByLabel("Form of address").selectOption({ label: "Sie" });
    await admin.saveBar("Save").click();
    await admin.toast("Settings saved");
    await admin.open("/app/settings");
    expect(await app.getByLabel("Form of address").inputValue()).toBe("Sie");
  });

  test("settings that cannot be read are refused as such, and nothing is changed", async () => {
    expected = /status of 400/;
    await admin.open("/app/settings");
    const before = await app.getByLabel("Form of address").inputValue();
    for (const sent of ['{"address":', "null", '{"address":"Ihr"}']) {
      const status = await admin.frame().evaluate(async (choices) => {
        const form = new FormData();
        form.set("choices", choices);
        const address = "/app/settings?_data=routes%2Fapp.settings";
        return (await fetch(address, { method: "POST", body: form })).status;
      }, sent);
      expect([sent, status]).toEqual([sent, 400]);
    }
    await admin.open("/app/settings");
    expect(await app.getByLabel("Form of address").inputValue()).toBe(before);
  });
});

test("a shop that opens the app for the first time is installed by that, in the language of its staff", async () => {
  const shop = "roestwerk.myshopify.com";
  await house.house.fake.control.createShop({ domain: shop, name: "Röstwerk", locale: "de" });
  await admin.open("", shop);
  await app.getByRole("heading", { name: "Programm einrichten", level: 1 }).waitFor();
  await app.getByRole("button", { name: "Einrichtung überspringen" }).click();
  await app.getByText("Noch ist kein Programm veröffentlicht").waitFor();
  await admin.expectAccessible("first-visit");
  await app.getByRole("link", { name: "Editor öffnen" }).first().click();
  await app.getByText("Noch keine Regeln: Bisher sammelt niemand Punkte.").waitFor();
  await app.getByLabel("Mit einem fertigen Programm beginnen").selectOption({ label: "Café stamp card" });
  await app.getByRole("button", { name: "Laden", exact: true }).click();
  await app
    .getByText(/^Mitglieder sammeln 10 Bohnen je Stück/)
    .first()
    .waitFor();
});

describe("in German, on a phone", () => {
  beforeEach(() => admin.page.setViewportSize(PHONE));

  test.each([
    ["home", "", "Start"],
    ["members", "/app/members", "Mitglieder"],
    ["program", "/app/program", "Programm"],
    ["rewards", "/app/rewards", "Prämien & Codes"],
    ["deeds", "/app/activity/deeds", "Aktivität"],
    ["settings", "/app/settings", "Einstellungen"],
  ])("%s fits the screen and has nothing against it", async (name, path, title) => {
    await admin.openInGerman(path);
    await app.getByRole("heading", { name: title, level: 1 }).waitFor();
    const overflow = await admin
      .frame()
      .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await admin.expectAccessible(`${name}-de-phone`);
  });

  test("what is done for a member comes before what happened, and a wide table says that there is more", async () => {
    await admin.openInGerman("/app/members");
    await app.getByText("Seitlich wischen für mehr").waitFor();
    await admin.page.screenshot({ path: "tests/browser/.artifacts/admin-members-wide-phone.png" });
    await follow("Anna Lindqvist");
    const top = async (name: string) => (await app.getByRole("heading", { name }).boundingBox())?.y;
    expect(await top("Punkte geben oder nehmen")).toBeLessThan((await top("Verlauf")) ?? 0);
    expect(await top("Punkte geben oder nehmen")).toBeLessThan(1_200);
  });

  test("a member is told about in German", async () => {
    await admin.openInGerman("/app/members");
    await follow("Anna Lindqvist");
    await app.getByText(/^Anna ist Silber bis .* und hat [\d.]+ Bohnen im Wert von [\d,]+.€/).waitFor();
    await admin.expectAccessible("member-de-phone");
  });
});

test("an unknown address says so within the frame, in the language of the staff and with the menu", async () => {
  expected = /404/;
  await admin.openInGerman("/app/bestellungen");
  await app.getByRole("heading", { name: "Diese Seite gibt es nicht" }).waitFor();
  await admin.page.getByRole("navigation").getByRole("link", { name: "Mitglieder" }).waitFor();
  await admin.expectAccessible("nowhere-de");
});

test("an address outside the app's own, as one kept from elsewhere, is said within the frame as well", async () => {
  expected = /404/;
  await admin.open("/orders");
  await app.getByRole("heading", { name: "This page does not exist" }).waitFor();
});

test("an address without a member says so, and where to go on", async () => {
  expected = /404/;
  await admin.open("/app/members/999999");
  await app.getByText("There is nothing at this address.", { exact: false }).waitFor();
  await app.getByRole("link", { name: "Back to Home" }).waitFor();
});
