import { scopesUpdatedBody, shopBody } from "../bodies/shop-body.ts";
import type { ControlParsed } from "../control-commands.ts";
import { announce, type Stage } from "./announce.ts";

/** Tokens die with the installation; what the app stored in metafields and discounts stays. */
export function uninstallApp(stage: Stage, wish: ControlParsed<"uninstallApp">): void {
  const { world } = stage;
  const shop = world.shop(wish.shop);
  shop.installed = false;
  shop.scopes = [];
  revokeTokens(stage, shop.domain);
  for (const key of Object.keys(shop.subscriptions)) Reflect.deleteProperty(shop.subscriptions, key);
  announce(stage, shop, wish, [["app/uninstalled", shopBody(shop)]]);
}

export function installApp(stage: Stage, wish: ControlParsed<"installApp">): void {
  const { world } = stage;
  const shop = world.shop(wish.shop);
  shop.installed = true;
  shop.scopes = [...(wish.scopes ?? world.settings.config.scopes)];
  shop.installationId = world.newId();
  world.changed();
}

export function changeScopes(stage: Stage, wish: ControlParsed<"changeScopes">): void {
  const shop = stage.world.shop(wish.shop);
  const previous = shop.scopes;
  shop.scopes = [...wish.scopes];
  // Tokens that are out have what the shop grants now.
  for (const token of Object.values(stage.world.state.accessTokens)) {
    if (token.shop === shop.domain) token.scopes = [...wish.scopes];
  }
  const at = wish.at ?? stage.world.now();
  announce(stage, shop, wish, [["app/scopes_update", scopesUpdatedBody(shop, previous, at)]]);
}

export function redactShop(stage: Stage, wish: ControlParsed<"redactShop">): void {
  const shop = stage.world.shop(wish.shop);
  const body = { shop_id: BigInt(shop.id), shop_domain: shop.domain };
  announce(stage, shop, { ...wish, deliver: true }, [["shop/redact", body]]);
}

function revokeTokens(stage: Stage, domain: string): void {
  const { accessTokens, refreshTokens } = stage.world.state;
  for (const [key, token] of Object.entries(accessTokens))
    if (token.shop === domain) Reflect.deleteProperty(accessTokens, key);
  for (const [key, token] of Object.entries(refreshTokens))
    if (token.shop === domain) Reflect.deleteProperty(refreshTokens, key);
}
