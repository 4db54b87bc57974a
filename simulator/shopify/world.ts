import { KeptWorld, type KeptSettings } from "../shop/kept-world.ts";
import type { Shop, WorldState } from "../shop/records.ts";
import { Refusal } from "../shop/refusal.ts";
import type { AppConfig } from "./app-config.ts";

export interface WorldSettings extends KeptSettings {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly appHandle: string;
  readonly appName: string;
  readonly appId: string;
  readonly config: AppConfig;
  readonly asyncDelayMs: number;
  readonly firstId: string;
}

/** The shops of one fake Shopify, and who holds which token. */
export class World extends KeptWorld<WorldState, WorldSettings> {
  constructor(settings: WorldSettings, appUrl: string) {
    const fresh = { clockAheadMs: 0, shops: {}, accessTokens: {}, refreshTokens: {} };
    super(settings, appUrl, { ...fresh, nextId: settings.firstId });
  }

  shop(domain: string): Shop {
    const shop = this.state.shops[domain];
    if (shop === undefined) throw new Refusal(`There is no shop ${domain}`);
    return shop;
  }
}

export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** "gid://shopify/Customer/5" → "5"; null when it is another type or no gid. */
export function idOf(type: string, value: string): string | null {
  const match = /^gid:\/\/shopify\/(\w+)\/(\d+)(?:\?.*)?$/.exec(value);
  return match !== null && match[1] === type ? (match[2] ?? null) : null;
}
