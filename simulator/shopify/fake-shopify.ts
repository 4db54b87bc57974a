import type { Control } from "./control-answers.ts";
import type { ControlInput } from "./control-commands.ts";

/** How a fake Shopify is set up; `startFakeShopify(options)` in ./start-fake-shopify.ts starts one. */
export interface FakeShopifyOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Where the app itself listens, e.g. http://127.0.0.1:3000. Can be set later with `control.setAppUrl`. */
  readonly appUrl: string;
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** Port of the public front of the app for a person's browser; null: none. Left out: any free port. */
  readonly tunnelPort?: number | null;
  /** The app's place in the admin's address: /store/<shop>/apps/<handle>. */
  readonly appHandle?: string;
  readonly appName?: string;
  /** Path of shopify.app.toml: scopes, webhook subscriptions, compliance topics, proxy, metafield definitions. */
  readonly appConfig?: string;
  /** Path of the theme app extension the storefront renders. */
  readonly extension?: string;
  readonly shops?: readonly ControlInput<"createShop">[];
  /** Epoch milliseconds; the system's clock when left out. */
  readonly clock?: () => number;
  /** 1 retries webhooks as documented (8 times in 4 hours); 3600 makes an hour a second. */
  readonly webhookSpeed?: number;
  /** How long asynchronous work of the API (bulk codes, bulk operations) takes. */
  readonly asyncDelayMs?: number;
  /** Ids count up from here; above 2^53 by wish. */
  readonly firstId?: string;
  /** Keep the state in this file across restarts. */
  readonly stateFile?: string;
  /** Said once per request, for a log; nothing is printed otherwise. */
  readonly onRequest?: (line: string) => void;
}

export interface FakeShopify {
  /** The shops' and the admin's address on loopback, without a slash at the end. */
  readonly url: string;
  /** The app's public address behind the reverse proxy: what SHOPIFY_APP_URL is for a person's browser. Null without one. */
  readonly tunnelUrl: string | null;
  /** Domains of the shops there are. */
  readonly shops: readonly string[];
  readonly control: Control;
  close(): Promise<void>;
}
