import { ApiDoor } from "./api/api-door.ts";
import { readAppConfig } from "./app-config.ts";
import { createControl } from "./control.ts";
import { controlInputs } from "./control-commands.ts";
import { createShop } from "./actions/catalog.ts";
import type { Fake } from "./fake.ts";
import type { ShopifyMisconduct } from "./misconduct.ts";
import type { FakeShopify, FakeShopifyOptions } from "./fake-shopify.ts";
import { Storefront } from "./storefront/storefront.ts";
import { answer } from "./web/answer.ts";
import { closeAppConnections } from "../shop/web/fetch-app.ts";
import { answerTunnel } from "./web/tunnel.ts";
import { WebhookPost } from "./webhooks/webhook-post.ts";
import { Misconduct } from "../shop/misconduct.ts";
import { closeServer, listen, serve } from "../shop/web/serve.ts";
import { World } from "./world.ts";

/** Real ids have thirteen digits today. */
const FIRST_ID = "7100000000001";
const APP_ID = "181818181";
const ASYNC_DELAY_MS = 40;

/** Starts a fake Shopify on loopback; it keeps nothing outside `stateFile` and talks to nobody but the app. */
export async function startFakeShopify(options: FakeShopifyOptions): Promise<FakeShopify> {
  const world = new World(
    {
      apiKey: options.apiKey,
      apiSecret: options.apiSecret,
      appHandle: options.appHandle ?? "regulars",
      appName: options.appName ?? "Regulars",
      appId: APP_ID,
      config: readAppConfig(options.appConfig),
      clock: options.clock ?? Date.now,
      asyncDelayMs: options.asyncDelayMs ?? ASYNC_DELAY_MS,
      firstId: options.firstId ?? FIRST_ID,
      stateFile: options.stateFile ?? null,
    },
    options.appUrl,
  );
  const post = new WebhookPost(world, options.webhookSpeed ?? 1);
  const misconduct: ShopifyMisconduct = new Misconduct();
  for (const wish of options.shops ?? []) {
    const parsed = controlInputs.createShop.parse(wish);
    if (world.state.shops[parsed.domain] === undefined) createShop(world, parsed);
  }
  const { server, url } = await listen(options.port ?? 0);
  const tunnel = options.tunnelPort === null ? null : await listen(options.tunnelPort ?? 0);
  const tunnelUrl = tunnel === null ? null : tunnel.url;
  const api = new ApiDoor({ world, post }, misconduct);
  const fake: Fake = {
    world,
    post,
    misconduct,
    api,
    addresses: { url, tunnelUrl },
    extension: options.extension ?? null,
  };
  const control = createControl(fake);
  const storefront = new Storefront(fake);
  serve(server, (ask) => answer(fake, control, storefront, ask), options.onRequest);
  if (tunnel !== null) serve(tunnel.server, (ask) => answerTunnel(fake, ask), options.onRequest);
  return {
    url,
    tunnelUrl,
    control,
    get shops() {
      return Object.keys(world.state.shops);
    },
    close: async () => {
      world.close();
      post.close();
      closeAppConnections();
      await Promise.all([closeServer(server), tunnel === null ? null : closeServer(tunnel.server)]);
    },
  };
}
