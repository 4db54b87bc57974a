import { setTimeout as pause } from "node:timers/promises";
import { Session } from "@shopify/shopify-app-remix/server";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import { advanceDueMembers } from "#app/commands/members/advance-due-members.ts";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import type { Database } from "#app/db/client.ts";
import { tables } from "#app/db/generated/tables.ts";
import { migrate } from "#app/db/migrate.ts";
import { readRows } from "#app/db/read-rows.ts";
import { createSessionRecords } from "#app/db/shops/shopify-sessions.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { SCOPES } from "#app/platforms/shopify/auth/scopes.ts";
import { createSessionStorage } from "#app/platforms/shopify/auth/session-storage.ts";
import { translateShopify } from "#app/platforms/shopify/orders/translate.ts";
import type { Control } from "#simulator/shopify/control-answers.ts";
import { demoProducts, demoShop } from "./catalogue.ts";
import { tellDemoHistory, type DemoAction } from "./history.ts";
import { demoProgram } from "./program.ts";
import { switchMailsOn } from "./switch-mails-on.ts";

const DAY_MS = 86_400_000;
const INSTALLED_DAYS_AGO = 181;
const EARLIER_CUSTOMERS = ["Greta Sommer", "Paolo Rizzi", "Ines Duarte", "Henrik Vogt"];

export interface SeedParts {
  readonly database: Database;
  readonly control: Control;
  /** The demo's today. */
  readonly now: number;
  /** Without it only the shop, its goods and its program are there. */
  readonly withHistory: boolean;
  readonly onProgress: (done: number, all: number) => void;
}

interface Seeding extends SeedParts {
  readonly shopId: number;
  readonly variants: ReadonlyMap<string, string>;
  readonly customers: Map<string, string>;
  readonly orders: Map<string, { readonly orderId: string; readonly lineIds: readonly string[] }>;
  readonly codes: Map<string, string>;
  /** The instant the worker believes it is, while the past is told. */
  clock: number;
}

/**
 * Fills an empty database and an empty fake shop with the same six months, each fact at its own
 * instant, through the commands the app itself uses.
 */
export async function seedDemo(parts: SeedParts): Promise<void> {
  await migrate(parts.database);
  const variants = await stockShop(parts.control);
  const shopId = await install(parts);
  const seeding: Seeding = {
    ...parts,
    shopId,
    variants,
    customers: new Map(),
    orders: new Map(),
    codes: new Map(),
    clock: parts.now,
  };
  if (parts.withHistory) await tellPast(seeding);
  await switchMailsOn(parts.database, shopId, parts.now);
}

async function tellPast(seeding: Seeding): Promise<void> {
  const { database, now, shopId, onProgress } = seeding;
  const worker = outboxRounds({ database: database, findPlatform, now: () => seeding.clock });
  const actions = tellDemoHistory(now);
  for (const [index, action] of actions.entries()) {
    seeding.clock = action.at;
    await perform(seeding, action, worker.wake.bind(worker));
    if (index % 20 === 0) onProgress(index, actions.length);
  }
  await worker.stop();
  await placeEarlierOrders(seeding);
  while ((await advanceDueMembers(database, now)).more);
  await scoreCustomers(database, shopId, () => now);
  onProgress(actions.length, actions.length);
}

/** The shop with its goods; answers the variant's id by the product's handle. */
async function stockShop(control: Control): Promise<Map<string, string>> {
  const { domain, name, currency, timezone } = demoShop;
  await control.createShop({ domain, name, currency, timezone, installed: true, scopes: [...SCOPES] });
  const variants = new Map<string, string>();
  for (const { handle, tags, collections, ...product } of demoProducts) {
    const { variantIds } = await control.createProduct({
      shop: domain,
      handle,
      vendor: name,
      tags: [...tags],
      collections: [...collections],
      ...product,
    });
    variants.set(handle, first(variantIds));
  }
  return variants;
}

async function install({ database, control, now }: SeedParts): Promise<number> {
  const { domain, name, currency, timezone } = demoShop;
  const installedAt = now - INSTALLED_DAYS_AGO * DAY_MS;
  const token = await control.issueToken({ shop: domain, scopes: [...SCOPES] });
  const session = new Session({ id: `offline_${domain}`, shop: domain, state: "", isOnline: false });
  session.scope = token.scope;
  session.accessToken = token.access_token;
  if (token.expires_in !== undefined) session.expires = new Date(Date.now() + token.expires_in * 1000);
  if (token.refresh_token !== undefined) session.refreshToken = token.refresh_token;
  if (token.refresh_token_expires_in !== undefined) {
    session.refreshTokenExpires = new Date(Date.now() + token.refresh_token_expires_in * 1000);
  }
  const { shopId } = await installShop(database, {
    platform: "shopify",
    shopKey: domain,
    name,
    currency,
    timezone,
    locale: "en",
    scopes: SCOPES,
    now: installedAt,
  });
  await createSessionStorage(createSessionRecords(() => Promise.resolve(database))).storeSession(session);
  const published = await publishProgram(database, {
    shopId,
    document: demoProgram,
    effectiveAt: null,
    actor: "demo",
    now: installedAt + 1,
  });
  if (!published.ok) throw new Error(`The demo's program is refused: ${JSON.stringify(published.errors)}`);
  return shopId;
}

/**
 * What the regulars bought before the app was there: the fake shop has it, the app has not heard of it.
 * The import of past orders finds it, once the merchant allows orders older than sixty days.
 */
async function placeEarlierOrders(seeding: Seeding): Promise<void> {
  const { control, now } = seeding;
  for (const [index, customerId] of [...seeding.customers.values()].entries()) {
    if (index % 2 === 1) continue;
    for (let order = 0; order <= index % 3; order += 1) {
      await control.placeOrder({
        shop: demoShop.domain,
        customerId,
        lines: [{ variantId: known(seeding.variants, "hausmischung-1000"), quantity: 1 + (index % 3) }],
        at: now - (INSTALLED_DAYS_AGO + 15 + 40 * order + index) * DAY_MS,
        deliver: false,
      });
    }
  }
  await placeStrangersOrders(seeding);
}

/** People the program does not know at all: they become members by their past. */
async function placeStrangersOrders({ control, variants, now }: Seeding): Promise<void> {
  const shop = demoShop.domain;
  for (const [index, name] of EARLIER_CUSTOMERS.entries()) {
    const [firstName = "", lastName = ""] = name.split(" ");
    const at = now - (INSTALLED_DAYS_AGO + 30 + 20 * index) * DAY_MS;
    const email = `${firstName}.${lastName}@example.com`.toLowerCase();
    const person = { shop, email, firstName, lastName, at, deliver: false };
    const { customerId } = await control.createCustomer(person);
    const lines = [{ variantId: known(variants, "yirgacheffe"), quantity: 20 - 5 * index }];
    await control.placeOrder({ shop, customerId, lines, at: at + DAY_MS, deliver: false });
  }
  const lines = [{ variantId: known(variants, "mug"), quantity: 2 }];
  await control.placeOrder({ shop, lines, at: now - (INSTALLED_DAYS_AGO + 10) * DAY_MS, deliver: false });
}

async function perform(
  seeding: Seeding,
  action: DemoAction,
  wakeWorker: (shopId: number) => void,
): Promise<void> {
  const { control } = seeding;
  const shop = demoShop.domain;
  switch (action.kind) {
    case "join":
      return join(seeding, action);
    case "order": {
      const code = action.redemption === null ? undefined : known(seeding.codes, action.redemption);
      const { orderId, lineIds } = await control.placeOrder({
        shop,
        customerId: known(seeding.customers, action.person),
        lines: action.lines.map(({ product, quantity }) => ({
          variantId: known(seeding.variants, product),
          quantity,
        })),
        discountCodes: code === undefined ? [] : [code],
        at: action.at,
        deliver: false,
      });
      seeding.orders.set(action.key, { orderId, lineIds });
      return tellOrder(seeding, orderId, "orders/paid");
    }
    case "refund": {
      const { orderId, lineIds } = known(seeding.orders, action.order);
      const lineId = first(lineIds.slice(action.line));
      const lines = [{ lineId, quantity: action.quantity }];
      await control.refundOrder({ shop, orderId, lines, at: action.at, deliver: false });
      return tellOrder(seeding, orderId, "orders/updated");
    }
    case "cancel": {
      const { orderId } = known(seeding.orders, action.order);
      await control.cancelOrder({ shop, orderId, at: action.at, deliver: false });
      return tellOrder(seeding, orderId, "orders/cancelled");
    }
    case "redeem":
      return redeem(seeding, action, wakeWorker);
  }
}

async function join(seeding: Seeding, { at, person }: Extract<DemoAction, { kind: "join" }>): Promise<void> {
  const { firstName, lastName, email, locale } = person;
  const wish = { shop: demoShop.domain, email, firstName, lastName, locale, at, deliver: false };
  const { customerId } = await seeding.control.createCustomer(wish);
  seeding.customers.set(person.key, customerId);
  const customer = {
    id: customerId,
    email,
    emailProven: true,
    tags: [],
    birthday: null,
    firstName,
    lastName,
  };
  await tell(seeding, [{ type: "customer", at, customer, joined: true }]);
}

async function tellOrder(seeding: Seeding, orderId: string, topic: string): Promise<void> {
  const order = await seeding.control.order({ shop: demoShop.domain, orderId });
  if (order === null) throw new Error(`the fake shop has lost order ${orderId}`);
  const { currency, timezone } = demoShop;
  const translation = translateShopify(topic, order.body, { currency, timezone, at: seeding.clock });
  if (!translation.ok) throw new Error(`the demo's order cannot be read: ${translation.reason}`);
  await tell(seeding, translation.facts);
}

async function tell({ database, shopId, clock }: Seeding, facts: readonly ShopFact[]): Promise<void> {
  await applyFacts(database, shopId, facts, clock);
}

/** Claims, and waits until the fake shop has the code, as the shopper would. */
async function redeem(
  seeding: Seeding,
  action: Extract<DemoAction, { kind: "redeem" }>,
  wakeWorker: (shopId: number) => void,
): Promise<void> {
  const { database, shopId } = seeding;
  const [member] = await readRows(
    database,
    tables.member.pick({ member_id: true }),
    "SELECT member_id FROM member WHERE shop_id = $1 AND customer_id = $2",
    [shopId, known(seeding.customers, action.person)],
  );
  const claim = await claimReward(database, {
    shopId,
    memberId: String(member?.member_id),
    rewardId: action.reward,
    points: null,
    actor: null,
    key: action.key,
    now: action.at,
  });
  if (!claim.ok) throw new Error(`${action.person} cannot claim ${action.reward}: ${claim.message}`);
  seeding.codes.set(action.key, claim.code);
  for (let attempt = 0; attempt < 400; attempt += 1) {
    wakeWorker(shopId);
    const [row] = await readRows(
      database,
      tables.reward_code.pick({ state: true }),
      "SELECT state FROM reward_code WHERE shop_id = $1 AND code = $2",
      [shopId, claim.code],
    );
    if (row?.state === "issued") return;
    await pause(25);
  }
  throw new Error(`the fake shop did not make the code of ${action.person}`);
}

function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demo's history names ${key} before it is there`);
  return value;
}

function first<Value>(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined) throw new Error("the fake shop answered with an empty list");
  return value;
}
