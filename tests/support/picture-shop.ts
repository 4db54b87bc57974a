import type { Browser, BrowserContextOptions, Page, Route } from "playwright-core";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { assert } from "#app/domain/assert.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { publishMemberState } from "#app/platforms/shopify/deliver/publish-member-state.ts";
import { storefrontFaces } from "#app/queries/storefront/storefront-face.ts";
import type { StorefrontAnswer, StorefrontState } from "#storefront/state.ts";
import { picturedGuest, picturedMember } from "#tests/fixtures/pictured-state.ts";
import { demoProducts, demoShop } from "../../tools/demo/catalogue.ts";
import { demoProgram } from "../../tools/demo/program.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "./shopify-bench.ts";

/** The moment of the fixture: pictures taken today and next year are the same. */
const CLOCK = new Date(picturedMember.at);

export interface PictureShop {
  /** A shopper's page in the shop front; the app is not there, so it answers as told. */
  open(asked: PictureVisit): Promise<Page>;
  readonly url: string;
  close(): Promise<void>;
}

export interface PictureVisit {
  /** Anna, who is signed in; or somebody nobody knows. */
  readonly who: "member" | "guest";
  readonly language?: "en" | "de";
  readonly context: BrowserContextOptions;
  readonly answers?: Readonly<Record<string, StorefrontAnswer>>;
}

/** The demo's shop front with Anna of the fixture in it, at the fixture's moment, without an app behind it. */
export async function openPictureShop(browser: Browser): Promise<PictureShop> {
  const { name, currency, timezone } = demoShop;
  const bench = await openShopifyBench(undefined, {
    shops: [{ domain: SHOP, name, currency, timezone }],
    extension: "extensions/regulars-theme",
    clock: () => picturedMember.at,
  });
  for (const { tags, collections, ...product } of demoProducts) {
    const lists = { tags: [...tags], collections: [...collections] };
    await bench.fake.control.createProduct({ shop: SHOP, vendor: name, ...lists, ...product });
  }
  const anna = { shop: SHOP, email: "anna@example.com", firstName: "Anna", lastName: "Lindqvist" };
  const { customerId } = await bench.fake.control.createCustomer({ ...anna, deliver: false });
  await tell(bench, customerId);
  return {
    url: bench.fake.url,
    open: (asked) => visit(browser, bench, customerId, asked),
    close: () => bench.close(),
  };
}

/** What the app writes into the shop for its blocks: the program, and what Anna has. */
async function tell({ client, platform }: ShopifyBench, customerId: string): Promise<void> {
  const parsed = parseProgram(demoProgram);
  assert(parsed.ok, "the demo's program is right");
  const faces = storefrontFaces(parsed.program, FIRST_CHOICES, {
    now: picturedMember.at,
    since: picturedGuest.program.terms.since,
    pause: null,
  });
  const face = { ...faces, program: picturedGuest.program, languages: {} };
  const told = await platform.publishProgram(SHOP, JSON.stringify(face));
  assert(told.kind === "done", "the shop front takes the program");
  const kept = await publishMemberState(client, SHOP, {
    customerId,
    available: 320,
    pending: 120,
    tierId: "bronze",
    tierName: "Bronze",
    nextTierId: "silver",
    nextTierName: "Silver",
    progressPercent: 77,
    missing: "46",
    tierUntil: null,
    tierTag: "leave",
  });
  assert(kept.kind === "done", "the shop front takes what Anna has");
}

async function visit(
  browser: Browser,
  { fake }: ShopifyBench,
  customerId: string,
  { who, language, context, answers }: PictureVisit,
): Promise<Page> {
  const opened = await browser.newContext({ deviceScaleFactor: 2, ...context });
  const page = await opened.newPage();
  await page.clock.setFixedTime(CLOCK);
  const state = who === "member" ? picturedMember : picturedGuest;
  await page.route("**/apps/regulars/**", (route) => answer(route, state, answers));
  if (who === "member") {
    await page.request.post(`${fake.url}/account/login`, { form: { customer: customerId } });
  }
  if (language === "de") {
    await page.request.post(`${fake.url}/localization`, { form: { locale_code: "de", return_to: "/" } });
  }
  return page;
}

function answer(route: Route, state: StorefrontState, answers: PictureVisit["answers"] = {}): Promise<void> {
  const path = new URL(route.request().url()).pathname.slice("/apps/regulars/".length);
  if (path === "state") return route.fulfill({ json: state });
  const told = answers[path];
  // A number that cannot be asked for stays as the page brought it.
  return told === undefined ? route.abort() : route.fulfill({ json: told });
}
