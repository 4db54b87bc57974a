import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Frame,
  FrameLocator,
  Locator,
  Page,
} from "playwright-core";
import { demoShop } from "../../tools/demo/catalogue.ts";
import type { DemoHouse } from "../../tools/demo/demo-house.ts";
import { appFaults } from "./accessibility.ts";
import { HUMAN_USER_AGENT } from "./browser.ts";

export const ARTIFACTS = "tests/browser/.artifacts";
const WIDE = { width: 1280, height: 900 };
const FRAME = "iframe[name=app-iframe]";

/** The built app with the demo's shop, and a browser to look at it with. */
export interface AdminHouse {
  readonly house: DemoHouse;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

/** The app's pages inside the fake Shopify admin, as staff see them. */
export class AdminPage {
  readonly app: FrameLocator;
  private readonly complaints: string[] = [];

  private constructor(
    private readonly house: DemoHouse,
    readonly page: Page,
  ) {
    this.app = page.frameLocator(FRAME);
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
  }

  /** A browser of staff on a device of their own. */
  static async device({ browser }: AdminHouse, screen: BrowserContextOptions = {}): Promise<BrowserContext> {
    const device = await browser.newContext({ userAgent: HUMAN_USER_AGENT, viewport: WIDE, ...screen });
    await device.addInitScript(keepToasts);
    return device;
  }

  static async start(house: AdminHouse, device?: BrowserContext): Promise<AdminPage> {
    const used = device ?? (await AdminPage.device(house));
    return new AdminPage(house.house, await used.newPage());
  }

  /** What the pages complained of, in the browser's console. The device keeps scripts it has read, and nothing else. */
  async close(): Promise<readonly string[]> {
    for (const frame of this.page.frames()) {
      if (/^https?:/u.test(frame.url())) await frame.evaluate(() => localStorage.clear());
    }
    await this.page.context().clearCookies();
    await this.page.close();
    return this.complaints;
  }

  async open(path: string, shop: string = demoShop.domain): Promise<void> {
    const store = shop.replace(".myshopify.com", "");
    await this.page.goto(`${this.house.fake.url}/store/${store}/apps/regulars${path}`);
    await this.ready();
  }

  /** The same page again, as Shopify opens it for a person whose account is in German. */
  async openInGerman(path: string): Promise<void> {
    await this.open(path);
    const address = new URL(this.frame().url());
    address.searchParams.set("locale", "de");
    await this.frame().goto(address.toString());
    await this.ready();
  }

  frame(): Frame {
    const frame = this.page.frame({ name: "app-iframe" });
    if (frame === null) throw new Error("The app is not framed.");
    return frame;
  }

  /**
   * Scripts have taken over: from here on a click is answered by the page itself. React marks what it has
   * taken over; a quiet network alone says nothing of a machine that is still busy with the scripts. Until the page
   * has been painted nobody asks where anything in it is: a place told before the styles are there would count as
   * one that has moved.
   */
  private async ready(): Promise<void> {
    await this.page.locator(FRAME).waitFor({ state: "attached" });
    await this.frame().waitForFunction(() => {
      const heading = document.querySelector("h1");
      if (heading === null || performance.getEntriesByType("paint").length === 0) return false;
      return Object.keys(heading).some((key) => key.startsWith("__reactFiber$"));
    });
    await this.frame().waitForLoadState("load");
  }

  /** A button of the admin's own bar for unsaved changes. */
  saveBar(button: "Save" | "Discard"): Locator {
    return this.page.getByRole("region", { name: "Unsaved changes" }).getByRole("button", { name: button });
  }

  /** The admin has said this since its page was opened, though it may be gone again. */
  async toast(text: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => (globalThis as unknown as Toasts).toastsSaid.some((said) => said.includes(wanted)),
      text,
    );
  }

  /** Keeps a picture, and finds nothing in the page that keeps somebody out. */
  async expectAccessible(name: string): Promise<void> {
    await this.page.screenshot({ path: `${ARTIFACTS}/admin-${name}.png` });
    deepStrictEqual(await appFaults(this.page), []);
  }

  /** A delivery of the shop's, rightly signed, whatever it says. */
  async deliver(topic: string, body: string): Promise<void> {
    const secret = this.house.env["SHOPIFY_API_SECRET"];
    if (secret === undefined) throw new Error("The house has no secret.");
    const response = await fetch(`${this.house.appUrl}/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-shopify-topic": topic,
        "x-shopify-shop-domain": demoShop.domain,
        "x-shopify-webhook-id": randomUUID(),
        "x-shopify-api-version": "2026-10",
        "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
      },
      body,
    });
    strictEqual(response.status, 200);
  }
}

interface Toasts {
  readonly toastsSaid: readonly string[];
}

/** Runs in every page: a toast goes after five seconds, which a busy test may miss. */
function keepToasts(): void {
  const toastsSaid: string[] = [];
  Object.assign(globalThis, { toastsSaid });
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLElement && node.matches("[role=status] > *")) toastsSaid.push(node.innerText);
    }
  }).observe(document, { childList: true, subtree: true });
}
