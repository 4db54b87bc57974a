import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { StorefrontState } from "#storefront/state.ts";
import { launchBrowser } from "./browser.ts";
import { openWidgetPage, type WidgetPage } from "./widget-page.ts";

/** The widget as it was built for the run, and a browser for a file of tests. What is opened ends with its test. */
export function useWidget(): (asked: WidgetPage) => Promise<Page> {
  let browser: Browser;
  const pages: Page[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
  });
  return async (asked) => {
    const page = await openWidgetPage(browser, asked);
    pages.push(page);
    return page;
  };
}

/** The app's answer to a claim that brought a code at once. */
export function claimed(state: StorefrontState) {
  return { claim: { ok: true, code: "7KQ4M-X2VPH-9TC", state } } as const;
}
