import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiDoor } from "./api/api-door.ts";
import { Misconduct } from "./api/misconduct.ts";
import { readAppConfig } from "./app-config.ts";
import { createControl } from "./control.ts";
import { controlInputs } from "./control-commands.ts";
import { createShop } from "./actions/catalog.ts";
import type { Fake } from "./fake.ts";
import type { FakeShopify, FakeShopifyOptions } from "./fake-shopify.ts";
import { Storefront } from "./storefront/storefront.ts";
import { answer } from "./web/answer.ts";
import { closeAppConnections } from "./web/fetch-app.ts";
import { give, html, json, readAsk, type Answer, type Ask } from "./web/http.ts";
import { escapeHtml } from "./web/escape-html.ts";
import { answerTunnel } from "./web/tunnel.ts";
import { WebhookPost } from "./webhooks/webhook-post.ts";
import { Refusal, World } from "./world/world.ts";

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
  const misconduct = new Misconduct();
  for (const wish of options.shops ?? []) {
    const parsed = controlInputs.createShop.parse(wish);
    if (world.state.shops[parsed.domain] === undefined) createShop(world, parsed);
  }
  const server = createServer();
  const url = await listen(server, options.port ?? 0);
  const tunnel = options.tunnelPort === null ? null : createServer();
  const tunnelUrl = tunnel === null ? null : await listen(tunnel, options.tunnelPort ?? 0);
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
  if (tunnel !== null) serve(tunnel, (ask) => answerTunnel(fake, ask), options.onRequest);
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
      await Promise.all([close(server), tunnel === null ? null : close(tunnel)]);
    },
  };
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  // A listening TCP server has an address of this kind.
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

function serve(
  server: Server,
  answerTo: (ask: Ask) => Promise<Answer>,
  onRequest: ((line: string) => void) | undefined,
): void {
  server.on("request", (request, response) => {
    void (async () => {
      try {
        const ask = await readAsk(request);
        const given = await answerTo(ask);
        onRequest?.(`${ask.method} ${ask.host}${ask.url.pathname} ${given.status}`);
        await give(response, given);
      } catch (error) {
        if (error instanceof Refusal)
          return give(response, html(422, `<h1>That did not work</h1><p>${escapeHtml(error.message)}</p>`));
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return give(response, json(500, { errors: "The fake Shopify broke", message }));
      }
    })();
  });
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
