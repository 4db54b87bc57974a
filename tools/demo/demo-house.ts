import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Mailbox } from "#simulator/mail/mailbox.ts";
import { type MailServer, startMailServer } from "#simulator/mail/start-mail-server.ts";
import { startFakeEcwid, type FakeEcwid } from "#simulator/ecwid/start-fake-ecwid.ts";
import type { FakeShopify } from "#simulator/shopify/fake-shopify.ts";
import { installReroute } from "#simulator/shopify/reroute-fetch.mjs";
import { startFakeShopify } from "#simulator/shopify/start-fake-shopify.ts";
import { freePort } from "../free-port.ts";
import type { DemoPorts } from "./demo-ports.ts";
import { startApp, type AppProcess } from "./app-process.ts";
import { demoSecrets } from "./secrets.ts";

const ECWID_CLIENT = "regulars-demo";
const PANEL_COMES_WITHIN_MS = 120_000;

export interface DemoHouseOptions {
  /** Where everything is kept: the app's database, the fake shop, the keys. */
  readonly directory: string;
  /** Ports wanted for the shop and admin, the app's public address, the app; another is taken when one is busy. */
  readonly ports: DemoPorts;
  readonly withHistory: boolean;
  readonly development: boolean;
  readonly onProgress: (done: number, all: number) => void;
  /** A PostgreSQL instead of the embedded database in the directory. */
  readonly databaseUrl?: string;
}

export interface DemoHouse {
  readonly fake: FakeShopify;
  readonly ecwid: FakeEcwid;
  readonly app: AppProcess;
  readonly appUrl: string;
  /** The environment the app runs with, for its commands. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Starts the fake Shopify, seeds both sides when they are new, and starts the app with its worker. */
export async function openDemoHouse(options: DemoHouseOptions): Promise<DemoHouse> {
  const { directory } = options;
  const seededMark = join(directory, "seeded");
  const stateFile = join(directory, "fake-shopify.json");
  const ecwidStateFile = join(directory, "fake-ecwid.json");
  const isNew = !existsSync(seededMark);
  if (isNew) beginAgain([join(directory, "database"), stateFile, ecwidStateFile]);
  mkdirSync(directory, { recursive: true });
  const secrets = demoSecrets(join(directory, "secrets.json"));
  const [shop, tunnel, app, beside] = options.ports;
  const [shopPort, tunnelPort, appPort] = [await freePort(shop), await freePort(tunnel), await freePort(app)];
  const appUrl = `http://127.0.0.1:${String(appPort)}`;
  const fake = await startFakeShopify({
    apiKey: secrets.apiKey,
    apiSecret: secrets.apiSecret,
    appUrl,
    port: shopPort,
    tunnelPort,
    appConfig: "shopify.app.toml",
    extension: "extensions/regulars-theme",
    stateFile,
    webhookSpeed: 60,
  });
  const mailbox = new Mailbox();
  const mailServer = await startMailServer(mailbox);
  const ecwid = await startFakeEcwid({
    mailbox,
    clientId: ECWID_CLIENT,
    clientSecret: secrets.ecwidSecret,
    appUrl,
    port: await freePort(beside),
    stateFile: ecwidStateFile,
    webhookSpeed: 60,
  });
  const env = {
    NODE_ENV: options.development ? "development" : "production",
    HOST: "127.0.0.1",
    PORT: String(appPort),
    DATA_DIR: directory,
    DATABASE_URL: options.databaseUrl ?? "",
    WORKER: "inline",
    SHOPIFY_API_KEY: secrets.apiKey,
    SHOPIFY_API_SECRET: secrets.apiSecret,
    SHOPIFY_APP_URL: fake.tunnelUrl ?? appUrl,
    REGULARS_ENCRYPTION_KEYS: secrets.encryptionKey,
    FAKE_SHOPIFY_URL: fake.url,
    SHOPIFY_SHOP_URL: fake.url,
    ...mailEnvironment(mailServer),
    ...ecwidEnvironment(ecwid, secrets.ecwidSecret, appUrl),
  };
  if (isNew) {
    await seed({ fake, ecwid }, env, options);
    writeFileSync(seededMark, new Date().toISOString());
  }
  const started = await startApp(env);
  if (isNew) await untilPanelIsOnShop(fake.url);
  return {
    fake,
    ecwid,
    app: started,
    appUrl,
    env,
    stop: async () => {
      await started.stop();
      await fake.close();
      await ecwid.close();
      await mailServer.close();
    },
  };
}

/** A start that was broken off in the middle leaves no mark, but some of what it made. */
function beginAgain(left: readonly string[]): void {
  for (const path of left) rmSync(path, { recursive: true, force: true });
}

/** What the worker tells a shop first is what its pages show: whoever opens them before sees no panel. */
async function untilPanelIsOnShop(shopUrl: string): Promise<void> {
  const giveUpAt = Date.now() + PANEL_COMES_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    const page = await fetch(shopUrl).then((response) => response.text());
    if (page.includes("<regulars-launcher")) return;
    await pause(100);
  }
  throw new Error(`The shop's first page at ${shopUrl} shows no panel, and the app is running.`);
}

function mailEnvironment({ url }: MailServer) {
  return { SMTP_URL: url, SMTP_PLAIN: "1", MAIL_FROM: "club@regulars.example" };
}

function ecwidEnvironment(ecwid: FakeEcwid, clientSecret: string, appUrl: string) {
  return {
    ECWID_CLIENT_ID: ECWID_CLIENT,
    ECWID_CLIENT_SECRET: clientSecret,
    ECWID_APP_URL: appUrl,
    ECWID_FRAME_ANCESTORS: ecwid.url,
    ECWID_API_BASE: ecwid.apiBase,
    ECWID_OAUTH_BASE: ecwid.oauthBase,
    ECWID_MAILBOX_URL: ecwid.mailboxUrl,
  };
}

/** The past is told in this process, with the app's own commands; then the app starts and takes over. */
async function seed(
  { fake, ecwid }: Pick<DemoHouse, "fake" | "ecwid">,
  env: Record<string, string>,
  options: DemoHouseOptions,
): Promise<void> {
  Object.assign(process.env, env);
  // Only who tells it needs the app's commands: a house that is opened again is there sooner without them.
  const [{ database }, { seedDemo }, { seedStore }] = await Promise.all([
    import("#app/db/client.ts"),
    import("./seed.ts"),
    import("./seed-store.ts"),
  ]);
  const restoreFetch = installReroute(fake.url);
  const opened = await database();
  try {
    const { withHistory, onProgress } = options;
    const now = Date.now();
    await seedDemo({ database: opened, control: fake.control, now, withHistory, onProgress });
    await seedStore(opened, ecwid.control, now);
  } finally {
    await opened.close();
    // The process's one database is this one no longer: a test opens several houses in a process.
    globalThis.regularsDatabase = undefined;
    restoreFetch();
  }
}
