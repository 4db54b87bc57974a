import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { fulfilAdmin } from "#simulator/shopify/admin/fulfil-admin.ts";
import type { FakeShopify } from "#simulator/shopify/fake-shopify.ts";
import { startFakeShopify } from "#simulator/shopify/start-fake-shopify.ts";
import { HUMAN_USER_AGENT, launchBrowser } from "#tests/support/browser.ts";

const shop = "beans.myshopify.com";
const APP_PAGE = `<!doctype html><html><head><meta name="shopify-api-key" content="key">
<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script></head><body>
<ui-nav-menu><a href="/app" rel="home">Home</a><a href="/app/members">Members</a></ui-nav-menu>
<ui-title-bar title="Stub"><button variant="primary" onclick="document.body.dataset.primary='pressed'">Publish</button></ui-title-bar>
<ui-save-bar id="bar"><button variant="primary" onclick="shopify.toast.show('Saved'); shopify.saveBar.hide('bar')">Save</button><button>Discard</button></ui-save-bar>
<ui-modal id="ask"><ui-title-bar title="Sure?"></ui-title-bar><p>This cannot be undone.</p></ui-modal>
<h1 id="who">waiting</h1>
<button id="change" onclick="shopify.saveBar.show('bar')">Change</button>
<button id="open" onclick="shopify.modal.show('ask')">Ask</button>
<script>fetch("/app/whoami").then((r) => r.text()).then((text) => { document.getElementById("who").textContent = text; });</script>
</body></html>`;

let app: Server;
let fake: FakeShopify;
let browser: Browser;
let tokens: string[];
let refusals: number;

beforeAll(async () => {
  tokens = [];
  refusals = 0;
  app = createServer((request, response) => {
    if (request.url === "/app/whoami") {
      tokens.push(request.headers.authorization ?? "");
      if (refusals > 0) {
        refusals -= 1;
        response.writeHead(401, { "X-Shopify-Retry-Invalid-Session-Request": "1" }).end();
        return;
      }
      response.end("known by token");
      return;
    }
    response.writeHead(200, {
      "content-type": "text/html",
      "content-security-policy": `frame-ancestors https://${shop} https://admin.shopify.com;`,
    });
    response.end(APP_PAGE);
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  fake = await startFakeShopify({
    apiKey: "key",
    apiSecret: "secret",
    appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}`,
    shops: [{ domain: shop, name: "Beans" }],
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await fake.close();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext({
    userAgent: HUMAN_USER_AGENT,
    viewport: { width: 1280, height: 800 },
  });
  return context.newPage();
}

/** What both fronts must do: admin.shopify.com answered by the test, and the tunnel for a person. */
async function useAdmin(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const frame = page.frameLocator("iframe[name=app-iframe]");
  await frame.getByText("known by token").waitFor();
  expect(tokens.at(-1)).toMatch(/^Bearer ey/);
  await page.getByRole("button", { name: "Publish" }).click();
  await frame.locator("body[data-primary=pressed]").waitFor();
  await frame.getByRole("button", { name: "Change" }).click();
  await page.getByRole("region", { name: "Unsaved changes" }).getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").getByText("Saved").waitFor();
  await page.getByRole("region", { name: "Unsaved changes" }).waitFor({ state: "hidden" });
  await page.getByRole("navigation").getByRole("link", { name: "Members" }).click();
  await page.waitForURL("**/apps/regulars/app/members");
  await frame.getByRole("button", { name: "Ask" }).click();
  await frame.getByRole("dialog", { name: "Sure?" }).getByText("cannot be undone").waitFor();
}

test("the app runs inside admin.shopify.com with its own framing rules, known by session tokens", async () => {
  const page = await openPage();
  await fulfilAdmin(page, fake.url);
  await useAdmin(page, "https://admin.shopify.com/store/beans/apps/regulars");
  await page.context().close();
});

test("a person at localhost gets the same through the tunnel, the app unchanged", async () => {
  const page = await openPage();
  await useAdmin(page, `${fake.url}/store/beans/apps/regulars`);
  await page.context().close();
});

test("a request whose token the app refuses is tried again with a fresh one", async () => {
  const page = await openPage();
  refusals = 1;
  const before = tokens.length;
  await page.goto(`${fake.url}/store/beans/apps/regulars`);
  await page.frameLocator("iframe[name=app-iframe]").getByText("known by token").waitFor();
  expect(tokens.length).toBe(before + 2);
  expect(tokens.at(-1)).not.toBe(tokens.at(-2));
  await page.context().close();
});

test("without the rewriting of the tunnel the app may not be framed by a stranger", async () => {
  const page = await openPage();
  const blocked: string[] = [];
  page.on("console", (message) => blocked.push(message.text()));
  await page.goto(`${fake.url}/store/beans`);
  await page.evaluate(
    (url) => {
      const frame = document.createElement("iframe");
      frame.src = url;
      document.body.append(frame);
    },
    `http://127.0.0.1:${(app.address() as AddressInfo).port}/app`,
  );
  await expect.poll(() => blocked.some((text) => text.includes("frame-ancestors"))).toBe(true);
  await page.context().close();
});

test("a shop that has not the app installed is asked first what it may do", async () => {
  await fake.control.uninstallApp({ shop, deliver: false });
  const page = await openPage();
  await page.goto(`${fake.url}/store/beans/apps/regulars`);
  await page.getByRole("heading", { name: "Install Regulars" }).waitFor();
  await page.getByRole("button", { name: "Install" }).click();
  await page.frameLocator("iframe[name=app-iframe]").getByText("known by token").waitFor();
  await page.context().close();
});
