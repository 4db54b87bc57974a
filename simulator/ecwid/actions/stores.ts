import { randomBytes } from "node:crypto";
import { toMinor } from "../../shop/money.ts";
import { Refusal } from "../../shop/refusal.ts";
import { FEATURES, type ControlParsed } from "../control-commands.ts";
import type { Fake } from "../fake.ts";
import type { Store, Token } from "../records.ts";
import { SCOPES, type Scope } from "../scopes.ts";
import { announce } from "../webhooks/announce.ts";
import type { World } from "../world.ts";

export function createStore(world: World, wish: ControlParsed<"createStore">): { store: string } {
  if (world.state.stores[wish.store] !== undefined) throw new Refusal(`There is a store ${wish.store}`);
  const { store: id, scopes, ...said } = wish;
  world.state.stores[id] = {
    ...said,
    id,
    createdAt: world.now(),
    scopes: [...(scopes ?? SCOPES)],
    features: [...FEATURES],
    suspended: false,
    requestsPerMinute: 600,
    spelling: "camel",
    idsAsText: false,
    products: {},
    collections: {},
    customers: {},
    groups: {},
    coupons: {},
    promotions: {},
    orders: {},
    deletedOrders: [],
    deletedCustomers: [],
    storage: {},
    statusNames: {},
  };
  world.changed();
  return { store: id };
}

export function createProduct(
  world: World,
  wish: ControlParsed<"createProduct">,
): { productId: string; variantId: string } {
  const store = world.store(wish.store);
  const productId = world.newId();
  const variantId = world.newId();
  const collectionIds = wish.categories.map((title) => categoryOf(world, store, title));
  store.products[productId] = {
    id: productId,
    title: wish.title,
    handle: productId,
    vendor: wish.vendor,
    productType: "",
    tags: [],
    collectionIds,
    giftCard: wish.giftCard,
    description: "",
    createdAt: world.now(),
    updatedAt: world.now(),
    variants: [
      { id: variantId, title: "Default Title", priceMinor: toMinor(wish.price, store.currency), sku: "" },
    ],
  };
  world.changed();
  return { productId, variantId };
}

function categoryOf(world: World, store: Store, title: string): string {
  const known = Object.values(store.collections).find((one) => one.title === title);
  if (known !== undefined) return known.id;
  const id = world.newId();
  store.collections[id] = { id, handle: id, title };
  return id;
}

export function issueToken(world: World, store: Store, scopes: readonly Scope[] | undefined): Token {
  const token: Token = {
    token: `secret_${randomBytes(16).toString("hex")}`,
    storeId: store.id,
    scopes: [...(scopes ?? store.scopes)],
    createdAt: world.now(),
  };
  world.state.tokens[token.token] = token;
  world.changed();
  return token;
}

export function revokeTokens(world: World, storeId: string): void {
  for (const { token, storeId: of } of Object.values(world.state.tokens)) {
    if (of === storeId) Reflect.deleteProperty(world.state.tokens, token);
  }
  world.changed();
}

/** The merchant installs the app (again). The event carries no token: that comes with the code. */
export function installApp(fake: Fake, wish: ControlParsed<"installApp">): void {
  const store = fake.world.store(wish.store);
  store.installed = true;
  if (wish.scopes !== undefined) store.scopes = [...wish.scopes];
  const at = wish.at ?? fake.world.now();
  if (wish.deliver) announce(fake, store, { type: "application.installed", entityId: store.id, at });
  fake.world.changed();
}

/** Its tokens are dead at once. */
export function uninstallApp(fake: Fake, wish: ControlParsed<"uninstallApp">): void {
  const store = fake.world.store(wish.store);
  store.installed = false;
  revokeTokens(fake.world, store.id);
  const at = wish.at ?? fake.world.now();
  if (wish.deliver) announce(fake, store, { type: "application.uninstalled", entityId: store.id, at });
}
