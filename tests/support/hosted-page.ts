import { readFileSync } from "node:fs";
import { build } from "esbuild";
import type { Browser, Page, Route } from "playwright-core";
import { memberState } from "#tests/fixtures/storefront-state.ts";
import type { StorefrontAnswer, StorefrontState } from "#storefront/state.ts";
import type { StorefrontExplanation } from "#storefront/state-history.ts";
import { opened } from "../../extensions/common/testing/kiezcafe.ts";
import { FRAMES } from "./hosted/frames.ts";
import type { Hosting } from "./hosted/shopify.ts";

/** Every surface that Shopify hosts: its script, where it stands, and whose sentences it speaks. */
export const HOSTED = {
  "account-page": { script: "customer-account-page/src/page.tsx", frame: "accountPage" },
  "account-profile": { script: "customer-account-profile/src/profile-block.tsx", frame: "accountProfile" },
  "admin-customer": { script: "admin-customer/src/customer-block.tsx", frame: "admin" },
  "admin-adjust": { script: "admin-adjust/src/adjust-action.tsx", frame: "admin" },
  "till-customer": { script: "pos-points/src/points-block.tsx", frame: "till" },
  "till-redeem": { script: "pos-points/src/redeem-action.tsx", frame: "tillScreen" },
} as const;

export type HostedName = keyof typeof HOSTED;

export interface HostedPage {
  readonly surface: HostedName;
  readonly language: "en" | "de";
  readonly viewport: { readonly width: number; readonly height: number };
  readonly state?: StorefrontState;
  /** What a claim, an adjustment or the like is answered with. */
  readonly answer?: StorefrontAnswer;
  readonly explanation?: StorefrontExplanation;
  readonly german?: "du" | "Sie";
}

const HOST = "https://hosted.test";
/** The moment of the fixture: pictures taken today and next year are the same. */
const CLOCK = new Date(memberState.at);

/** A page of Shopify's, in outline, with one of our surfaces in it and an app that answers as told. */
export async function openHostedPage(browser: Browser, asked: HostedPage): Promise<Page> {
  const { viewport, language } = asked;
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, locale: language });
  const page = await context.newPage();
  await page.clock.setFixedTime(CLOCK);
  const script = await scriptOf(asked.surface);
  await page.route("**/*", (route) => answer(route, asked, script));
  await page.goto(HOST);
  return page;
}

async function answer(route: Route, asked: HostedPage, script: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
  if (pathname === "/surface.js")
    return route.fulfill({ contentType: "text/javascript; charset=utf-8", body: script });
  if (!pathname.startsWith("/api/")) {
    return route.fulfill({ contentType: "text/html; charset=utf-8", body: htmlOf(asked) });
  }
  if (route.request().method() === "OPTIONS") return route.fulfill({ status: 204, headers });
  if (pathname.endsWith("/explanation"))
    return route.fulfill({ headers, json: asked.explanation ?? { key: "", reasons: [] } });
  if (route.request().method() === "GET") {
    return route.fulfill({ headers, json: opened(asked.state).body });
  }
  const told = asked.answer;
  if (told === undefined) throw new Error(`Nobody answers ${pathname} in this test.`);
  return route.fulfill({ headers, json: told, status: told.ok ? 200 : 409 });
}

function htmlOf(asked: HostedPage): string {
  const { surface, language } = asked;
  const { css, page } = FRAMES[HOSTED[surface].frame];
  return `<!doctype html><html lang="${language}"><head><title>Kiezcafé</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><style>${css}</style></head>
    <body>${page[language].replace("{surface}", '<div id="surface"></div>')}<script>const hosting = ${JSON.stringify(hostingOf(asked))}</script><script type="module" src="/surface.js"></script></body></html>`;
}

const scripts = new Map<HostedName, Promise<string>>();

function scriptOf(surface: HostedName): Promise<string> {
  const known = scripts.get(surface) ?? bundle(HOSTED[surface].script);
  scripts.set(surface, known);
  return known;
}

/**
 * The surface as a bundler makes it, with what the host gives it: `shopify`, the stand-in for the web
 * components, and a place to draw into (a surface owns its whole document, so `document.body` is that
 * place for it).
 */
async function bundle(script: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import "./tests/support/hosted/stand-in.ts";
        import { hostShopify } from "./tests/support/hosted/shopify.ts";
        import start from "./extensions/${script}";
        hostShopify(hosting);
        await start();`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    inject: ["tests/support/hosted/own-document.ts"],
    define: { "document.body": "surfaceRoot" },
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error(`Nothing was built of ${script}.`);
  return text;
}

/** What the surface finds when it starts: its language, its setting and its sentences. */
function hostingOf({ surface, language, german }: HostedPage): Hosting {
  const folder = HOSTED[surface].script.replace(/\/.*$/u, "");
  const file = `extensions/${folder}/locales/${language === "en" ? "en.default" : language}.json`;
  return { language, german: german ?? "du", sentences: JSON.parse(readFileSync(file, "utf8")) };
}
