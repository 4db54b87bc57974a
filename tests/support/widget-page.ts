import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { StorefrontAnswer, StorefrontState } from "#storefront/state.ts";
import type { StorefrontFriendsAnswer } from "#storefront/state-friends.ts";
import type { StorefrontExplanation } from "#storefront/state-history.ts";
import { accessibilityFaults as faultsOf, WCAG_AA } from "./accessibility.ts";

export interface WidgetPage {
  readonly state: StorefrontState;
  /** What the app says when it is asked again, the last of them from then on. */
  readonly laterStates?: readonly StorefrontState[];
  /** Answers of changing requests by path (`claim`, `join`, …); null = the connection breaks. */
  readonly answers?: Readonly<Record<string, StorefrontAnswer | StorefrontFriendsAnswer | null>>;
  readonly explanation?: StorefrontExplanation;
  readonly language?: string;
  readonly words?: string;
  readonly direction?: "ltr" | "rtl";
  readonly bodyStyle?: string;
  /** CSS variables of the launcher, as a theme block sets them. */
  readonly style?: string;
  readonly pageHtml?: string;
  readonly context?: BrowserContextOptions;
}

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 375, height: 700 };
const ASSETS = "extensions/regulars-theme/assets";
const SHOP = "https://shop.test";

/** A page of some shop with the built widget on it and an app that answers as told; no server at all. */
export async function openWidgetPage(browser: Browser, asked: WidgetPage): Promise<Page> {
  const context = await browser.newContext({ viewport: DESKTOP, ...asked.context });
  const page = await context.newPage();
  const states = [asked.state, ...(asked.laterStates ?? [])];
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith("/assets/")) {
      const body = readFileSync(`${ASSETS}/${pathname.slice("/assets/".length)}`);
      return route.fulfill({ contentType: "text/javascript; charset=utf-8", body });
    }
    if (!pathname.startsWith("/apps/regulars/")) {
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: pageHtml(asked) });
    }
    const path = pathname.slice("/apps/regulars/".length);
    if (path === "state") return route.fulfill({ json: states.length > 1 ? states.shift() : states[0] });
    if (path.startsWith("history/"))
      return route.fulfill({ json: asked.explanation ?? { key: "", reasons: [] } });
    const answer = asked.answers?.[path];
    if (answer === undefined || answer === null) return route.abort();
    return route.fulfill({ json: answer, status: answer.ok ? 200 : 409 });
  });
  await page.goto(SHOP);
  await page.locator("regulars-launcher button").waitFor();
  return page;
}

/** Opens the panel and waits for the last of it: it is drawn section by section. */
export async function openPanel(page: Page): Promise<void> {
  await page.locator("regulars-launcher button").first().click();
  await page.locator("regulars-launcher #regulars-terms").waitFor();
  // While it still rises, a target of 44 pixels may measure a hair less.
  await page.locator("regulars-launcher dialog").evaluate(async (dialog) => {
    await Promise.allSettled(dialog.getAnimations({ subtree: true }).map(({ finished }) => finished));
  });
}

/** What in the panel, or in the launcher, has the focus: by its name for tests, its label or its tag. */
export function focusName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const shell = document.querySelector("regulars-launcher")?.shadowRoot;
    const inner = shell?.querySelector(".panel")?.shadowRoot?.activeElement;
    const focused = inner ?? shell?.activeElement ?? null;
    return (
      focused?.getAttribute("data-focus") ?? focused?.getAttribute("aria-label") ?? focused?.localName ?? null
    );
  });
}

function pageHtml(asked: WidgetPage): string {
  const language = asked.language ?? "en";
  return `<!doctype html>
    <html lang="${language}" dir="${asked.direction ?? "ltr"}">
      <head>
        <title>Kiezcafé</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
      </head>
      <body style="margin: 0; padding: 24px; font: 16px/1.5 system-ui; ${asked.bodyStyle ?? ""}">
        <header><a href="/">Home</a></header>
        <main>
          <h1>Kiezcafé</h1>
          ${asked.pageHtml ?? "<p>Coffee from the corner.</p>"}
        </main>
        <regulars-launcher
          style="${asked.style ?? "--regulars-accent: #2f5d50"}"
          data-name="Kiezcafé Club"
          data-side="right"
          data-endpoint="/apps/regulars"
          data-locale="${language}"
          data-panel="/assets/regulars-panel.js"
          data-deeds="/assets/regulars-deeds.js"
          data-questions="/assets/regulars-questions-${asked.words ?? language}.js"
          data-words="/assets/regulars-words-${asked.words ?? language}.js"
          data-signin="/account/login"
          data-join="/account/register"
          data-apply="/discount/"
          data-cart=""
          data-failed="This could not be loaded. Try again."
        >320 Bohnen</regulars-launcher>
        <script type="module" src="/assets/regulars-launcher.js"></script>
      </body>
    </html>`;
}

/** What shoppers see is held to what axe calls best practice as well. */
export function accessibilityFaults(page: Page, within = "html"): Promise<string[]> {
  return faultsOf(page, { within, tags: [...WCAG_AA, "best-practice"] });
}

export function keepPicture(page: Page, name: string): Promise<Buffer> {
  return page.screenshot({ path: `tests/browser/.artifacts/${name}.png`, animations: "disabled" });
}
