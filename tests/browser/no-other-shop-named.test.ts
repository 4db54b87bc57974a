import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AdminPage, type AdminHouse } from "#tests/support/admin-page.ts";
import { HUMAN_USER_AGENT } from "#tests/support/browser.ts";
import { openAdminHouse } from "#tests/support/open-admin-house.ts";
import { pagesByFile, walkPages, type WalkedPage } from "#tests/support/walk-pages.ts";
import { demoStore } from "../../tools/demo/catalogue.ts";

let house: AdminHouse;

beforeAll(async () => {
  house = await openAdminHouse();
  const { control } = house.house.ecwid;
  const { store } = demoStore;
  await control.placeOrder({
    store,
    email: "anna@example.com",
    lines: [{ title: "Coffee", price: "20.00" }],
  });
  await control.settle({});
});
afterAll(() => house.stop());

/** Who names what they should not, and with what beside it. */
function naming(pages: readonly WalkedPage[], what: RegExp): string[] {
  return pages.flatMap(({ path, words }) =>
    words
      .split("\n")
      .filter((line) => what.test(line))
      .map((line) => {
        const at = line.search(what);
        return `${path}: …${line.slice(Math.max(0, at - 60), at + 60)}…`;
      }),
  );
}

describe("of all of the merchant's pages", () => {
  test.each(["en", "de"])(
    "none in a store's own admin speaks of another shop system, in %s",
    async (language) => {
      const context = await house.browser.newContext({ userAgent: HUMAN_USER_AGENT });
      const page = await context.newPage();
      await page.goto(`${house.house.ecwid.panelOf(demoStore.store)}?lang=${language}`);
      await page.frameLocator("iframe[name=app-iframe]").getByRole("heading", { level: 1 }).first().waitFor();
      const frame = page.frame({ name: "app-iframe" });
      if (frame === null) throw new Error("The app is not framed.");
      const pages = await walkPages(frame);
      await context.close();
      expect(pages).toHaveLength(pagesByFile().length);
      expect(naming(pages, /shopify|\btheme\b|theme-editor|metafield/iu)).toEqual([]);
    },
  );

  test.each(["en", "de"])(
    "none in Shopify's admin speaks of another shop system, in %s",
    async (language) => {
      const page = await AdminPage.start(house);
      if (language === "de") await page.openInGerman("/app");
      else await page.open("/app");
      const pages = await walkPages(page.frame());
      await page.close();
      expect(pages).toHaveLength(pagesByFile().length);
      expect(naming(pages, /ecwid|lightspeed/iu)).toEqual([]);
    },
  );
});
