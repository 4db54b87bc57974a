import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AdminPage, type AdminHouse } from "#tests/support/admin-page.ts";
import { openAdminHouse } from "#tests/support/open-admin-house.ts";
import { takePicture } from "#tests/support/picture.ts";

/** As large as the shopper's picture, which it stands beside. */
const SCREEN = { viewport: { width: 1280, height: 896 }, deviceScaleFactor: 1500 / 1280 };

let house: AdminHouse;
beforeAll(async () => {
  house = await openAdminHouse();
});
afterAll(() => house.stop());

describe("pictures of the docs", () => {
  it("of the merchant's home page after six months", async () => {
    const admin = await AdminPage.start(house, await AdminPage.device(house, SCREEN));
    // The shop is told of its members first: a picture with work waiting shows a moment, not the page.
    const nothingWaits = /In queue\s+0\b/u;
    await expect
      .poll(async () => {
        await admin.open("");
        return admin.app.locator("body").innerText();
      })
      .toMatch(nothingWaits);
    await admin.app.getByRole("img").first().waitFor();
    await takePicture(admin.page, "admin-home");
    expect(await admin.close()).toEqual([]);
  });
});
