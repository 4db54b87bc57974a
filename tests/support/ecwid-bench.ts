import { createEcwidPlatform } from "#app/platforms/ecwid/ecwid-platform.ts";
import { createStoreFronts } from "#app/platforms/ecwid/store-fronts.ts";
import { createRestClient, type RestClient } from "#app/platforms/ecwid/rest-client.ts";
import type { Platform } from "#app/platforms/platform.ts";
import type { ControlInput } from "#simulator/ecwid/control-commands.ts";
import { startFakeEcwid, type FakeEcwid, type FakeEcwidOptions } from "#simulator/ecwid/start-fake-ecwid.ts";

export const STORE = "1003";
export const CLIENT_ID = "bench-client";
/** What the fake signs its events with. */
export const CLIENT_SECRET = "bench-client-secret-0123456789";
/** Ecwid's retries over a day pass in a moment. */
const WEBHOOK_SPEED = 100_000;
const LIMIT_MS = 5_000;

export interface EcwidBench {
  readonly fake: FakeEcwid;
  readonly platform: Platform;
  readonly client: RestClient;
  /** Tokens as the app holds them, by store. */
  readonly tokens: Map<string, string>;
  /** What the store asked us to wait is over. */
  waitOut(): void;
  close(): Promise<void>;
}

/** The Ecwid adapter with a fake Ecwid behind it. */
export async function openEcwidBench(
  stores: readonly ControlInput<"createStore">[] = [{ store: STORE, name: "Bench" }],
  more: Partial<FakeEcwidOptions> = {},
): Promise<EcwidBench> {
  const fake = await startFakeEcwid({
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    appUrl: "http://127.0.0.1:1",
    webhookSpeed: WEBHOOK_SPEED,
    stores,
    ...more,
  });
  let aheadMs = 0;
  const now = (): number => Date.now() + aheadMs;
  const tokens = new Map<string, string>();
  for (const { store } of stores) tokens.set(store, (await fake.control.issueToken({ store })).token);
  const client = createRestClient({
    apiBase: fake.apiBase,
    tokenOf: (shopKey) => Promise.resolve(tokens.get(shopKey) ?? null),
    now,
    limitMs: LIMIT_MS,
  });
  return {
    fake,
    client,
    tokens,
    platform: createEcwidPlatform({
      client,
      fronts: createStoreFronts(client, now),
      appUrl: "https://regulars.example.com",
      now,
    }),
    waitOut: () => {
      aheadMs += 60_000;
    },
    close: () => fake.close(),
  };
}
