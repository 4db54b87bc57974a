import { readFileSync } from "node:fs";
import type { FrameLocator } from "playwright-core";
import { expect, test } from "vitest";
import type { AdminHouse, AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";
import { demoShop } from "../../tools/demo/catalogue.ts";

const shop = demoShop.domain;
const PHONE = { width: 390, height: 844 };

let house: AdminHouse;
let admin: AdminPage;
let app: FrameLocator;

useAdmin((page, opened) => {
  admin = page;
  app = page.app;
  house = opened;
});

async function aCustomerWhoBought(email: string): Promise<{ customerId: string; orderId: string }> {
  const { control } = house.house.fake;
  const { customerId } = await control.createCustomer({ shop, email, firstName: "Wanda" });
  const lines = [{ title: "Coffee", price: "20.00" }];
  const { orderId } = await control.placeOrder({ shop, customerId, lines });
  await control.settle({});
  return { customerId, orderId };
}

test("a person's wish for their data needs a merchant, until it is downloaded", async () => {
  const { customerId } = await aCustomerWhoBought("wanda@example.com");
  await house.house.fake.control.requestCustomerData({ shop, customerId });
  await house.house.fake.control.settle({});
  await expect
    .poll(async () => {
      await admin.open("");
      return app.getByText("1 customer has asked for their data").count();
    })
    .toBe(1);
  await admin.expectAccessible("home-data-request");
  await app.getByRole("listitem").filter({ hasText: "asked for their data" }).getByRole("link").click();
  await app.getByRole("heading", { name: "Wanda", level: 1 }).waitFor();
  await admin.expectAccessible("member-record");
  const [download] = await Promise.all([
    admin.page.waitForEvent("download"),
    app.getByRole("button", { name: "Download data" }).click(),
  ]);
  await admin.toast("Data downloaded");
  expect(download.suggestedFilename()).toMatch(/^member-\d+\.json$/);
  const record: unknown = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(record).toMatchObject({ member: { email: "wanda@example.com", customer_id: customerId } });
  await admin.open("");
  await app.getByRole("heading", { name: "To do" }).waitFor();
  expect(await app.getByText("has asked for their data").count()).toBe(0);
});

test("is offered in German on a phone, too", async () => {
  await admin.page.setViewportSize(PHONE);
  await admin.openInGerman("/app/members");
  await app.getByRole("link", { name: "Wanda" }).click();
  await app.getByRole("heading", { name: "Wanda", level: 1 }).waitFor();
  await app.getByRole("button", { name: "Aktionen für Wanda anzeigen" }).click();
  await app.getByRole("button", { name: "Daten herunterladen" }).waitFor();
  await admin.expectAccessible("member-record-de-phone");
});

test("a shop that uninstalled unheard and came back is spoken to again once the app is opened", async () => {
  const { control } = house.house.fake;
  await control.uninstallApp({ shop, deliver: false });
  await control.installApp({ shop });
  // The app still holds the dead token, and finds out when it tells of new points.
  const { customerId } = await aCustomerWhoBought("back@example.com");
  const points = async () =>
    (await control.customer({ shop, customerId }))?.metafields["$app.points"] ?? null;
  const refused = async () =>
    (await control.calls({ shop, field: "metafieldsSet" })).filter(({ status }) => status === 401).length;
  await expect.poll(refused).toBeGreaterThan(0);
  expect(await points()).toBeNull();
  await admin.open("");
  await app.getByRole("heading", { name: "Home" }).waitFor();
  await expect.poll(points).not.toBeNull();
  expect(await app.getByText("The shop is not told anything at present").count()).toBe(0);
});

test("a permission that was taken away is named on the home page until it is given again", async () => {
  const { control } = house.house.fake;
  const { scopes } = await control.shopState({ shop });
  const message = (text: string) => async () => {
    await admin.open("");
    await app.getByRole("heading", { name: "Home" }).waitFor();
    return app.getByText(text).count();
  };
  const missing =
    "Rewards given as a gift card cannot be claimed: a permission is missing (write_gift_cards)";
  await control.changeScopes({ shop, scopes: scopes.filter((scope) => scope !== "write_gift_cards") });
  await expect.poll(message(missing)).toBe(1);
  await control.changeScopes({ shop, scopes: [...scopes] });
  await expect.poll(message(missing)).toBe(0);
});
