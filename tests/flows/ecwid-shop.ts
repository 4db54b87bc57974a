import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { applyEvents } from "#app/commands/inbox/apply-events.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import type { MerchantChoices } from "#app/domain/shops/merchant-choices.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { createFront } from "#app/doors/front.ts";
import { createWebhookDoor } from "#app/doors/webhook-door.ts";
import { inboxRounds, translateWith } from "#app/jobs/inbox/process-inbox.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { answerQuestions, questionRounds } from "#app/jobs/questions/answer-questions.ts";
import { reconcileOrders } from "#app/jobs/shops/reconcile-orders.ts";
import { verifyEcwidWebhook } from "#app/platforms/ecwid/auth/verify-webhook.ts";
import { openTestDatabase, type databaseKinds, type TestDatabase } from "#tests/support/database.ts";
import { CLIENT_SECRET, type EcwidBench, openEcwidBench, STORE } from "#tests/support/ecwid-bench.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { LEFT_TO_DO } from "./left-to-do.ts";

const HOUR = 3_600_000;

/** A store at the fake Ecwid whose events come through the real door and whose worker really asks it. */
export class EcwidShop {
  private constructor(
    private readonly test: TestDatabase,
    private readonly bench: EcwidBench,
    private readonly server: ReturnType<typeof createFront>,
    readonly address: string,
    readonly shopId: number,
  ) {}

  static async open(
    kind: (typeof databaseKinds)[number],
    program: Record<string, unknown> = {},
    currency = "EUR",
  ): Promise<EcwidShop> {
    const test = await openTestDatabase(kind);
    const bench = await openEcwidBench([{ store: STORE, name: "Bench", currency }]);
    const { server, address } = await openDoor(test);
    await bench.fake.control.setAppUrl({ appUrl: address });
    const now = Date.now();
    const described = await bench.platform.describeShop(STORE);
    if (described.kind !== "data") throw new Error(described.reason);
    const { shopId } = await installShop(test.database, {
      ...described.data,
      platform: "ecwid",
      shopKey: STORE,
      now: now - 48 * HOUR,
    });
    const document = {
      format: "regulars.program/1",
      name: "Club",
      currency,
      timezone: "Europe/Berlin",
      earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
      ...program,
    };
    const wish = { shopId, document, effectiveAt: null, actor: "test", now: now - 47 * HOUR };
    expect(await publishProgram(test.database, wish)).toMatchObject({ ok: true });
    return new EcwidShop(test, bench, server, address, shopId);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.bench.close();
    await this.test.drop();
  }

  get database() {
    return this.test.database;
  }

  /** The database with what a worker of its own needs to open it. */
  get opened() {
    return this.test;
  }

  get apiBase() {
    return this.bench.fake.apiBase;
  }

  get platform() {
    return this.bench.platform;
  }

  get control() {
    return this.bench.fake.control;
  }

  get tokens() {
    return this.bench.tokens;
  }

  private readonly findPlatform = () => this.bench.platform;

  /** Waits for Ecwid's events, asks the store about them, and applies what it says. */
  async hear(): Promise<void> {
    await this.control.settle({});
    while ((await this.apply()) > 0) await this.askShop();
  }

  async apply(): Promise<number> {
    const batch = { translate: translateWith(this.findPlatform), now: Date.now(), batchSize: 50 };
    let settled = 0;
    for (;;) {
      const applied = await applyEvents(this.database, this.shopId, batch);
      settled += applied.settled;
      if (applied.settled === 0) return settled;
    }
  }

  askShop(): Promise<"rested"> {
    const { database, findPlatform } = this;
    return answerQuestions({ database, findPlatform, now: Date.now }, this.shopId);
  }

  async reconcile(aheadMs = 0): Promise<void> {
    const { database, findPlatform } = this;
    const now = () => Date.now() + aheadMs;
    await reconcileOrders({ database, findPlatform, now }, createInboxWriter(database), this.shopId);
    await this.apply();
  }

  /** The worker's rounds, until nothing is due, nor soon: what did not work just now is tried again in seconds. */
  async deliver(aheadMs = 0): Promise<void> {
    const { findPlatform } = this;
    const now = () => Date.now() + aheadMs;
    const rounds = outboxRounds({ database: this.database, findPlatform, now });
    const due = () =>
      this.database.query(
        `SELECT 1 FROM outbox WHERE shop_id = $1 AND state IN ('waiting', 'delivering')
         AND (state = 'delivering' OR next_attempt_at <= $2::timestamptz)`,
        [this.shopId, new Date(now() + HOUR).toISOString()],
      );
    rounds.start();
    try {
      await expect.poll(due, { interval: 50 }).toEqual([]);
    } finally {
      await rounds.stop();
    }
  }

  /** So many workers at once, each with all of its rounds, while this happens and until nothing is left to do. */
  async work(workers: number, meanwhile: () => Promise<void>): Promise<void> {
    const { database, findPlatform } = this;
    const parts = { database, findPlatform, now: Date.now };
    const rounds = Array.from({ length: workers }, () => [
      inboxRounds(parts),
      questionRounds(parts),
      outboxRounds(parts),
    ]).flat();
    for (const round of rounds) round.start();
    try {
      await meanwhile();
      const left = () => database.query(LEFT_TO_DO, [this.shopId]);
      await expect.poll(left, { interval: 50 }).toEqual([]);
    } finally {
      await Promise.all(rounds.map((round) => round.stop()));
    }
  }

  async claim(memberId: string, rewardId: string): Promise<string> {
    const { shopId } = this;
    const wish = {
      shopId,
      memberId,
      rewardId,
      points: null,
      key: randomUUID(),
      actor: null,
      now: Date.now(),
    };
    const claimed = await claimReward(this.database, wish);
    if (!claimed.ok) throw new Error(claimed.message);
    return claimed.code;
  }

  async member(customerId: string): Promise<{ member_id: string; available: number; spent: number }> {
    const [row] = await rowsOf<{ member_id: number; available: number; spent: number }>(
      this.database,
      "SELECT member_id, available, spent FROM member WHERE shop_id = $1 AND customer_id = $2",
      [this.shopId, customerId],
    );
    if (row === undefined) throw new Error(`${customerId} is not a member`);
    return { ...row, member_id: String(row.member_id) };
  }

  async codeState(code: string): Promise<{ state: string; used_by_order_id: string | null } | undefined> {
    const [row] = await rowsOf<{ state: string; used_by_order_id: string | null }>(
      this.database,
      "SELECT state, used_by_order_id FROM reward_code WHERE shop_id = $1 AND code = $2",
      [this.shopId, code],
    );
    return row;
  }

  /** What the merchant decides in the settings. */
  async choose(choices: Partial<MerchantChoices>): Promise<void> {
    const settings = { ...shopSettings.parse({}), ...choices };
    await changeSettings(this.test.database, {
      shopId: this.shopId,
      settings,
      actor: "test",
      now: Date.now(),
    });
  }

  async status() {
    return (await readShop(this.database, this.shopId))?.status;
  }

  inbox(): Promise<{ topic: string; state: string; reason: string | null; body: string }[]> {
    return rowsOf(
      this.database,
      "SELECT topic, state, reason, body FROM inbox WHERE shop_id = $1 ORDER BY inbox_id",
      [this.shopId],
    );
  }

  async contradiction(): Promise<string | null> {
    return (await verifyLedger(this.database, this.shopId)).contradiction;
  }
}

async function openDoor(test: TestDatabase) {
  const door = createWebhookDoor({
    verify: (readHeader, body) => verifyEcwidWebhook(readHeader, body, CLIENT_SECRET, Date.now()),
    inbox: createInboxWriter(test.database),
    now: Date.now,
  });
  const server = createFront({
    webhooks: new Map([["/webhooks/ecwid", door]]),
    seen: (_, response) => void response.end(),
    shoppers: (_wish, _request, response) => void response.end(),
    shopAskedFor: () => null,
    isStorefrontOrigin: () => Promise.resolve(false),
    health: { live: (response) => response.end(), ready: () => Promise.resolve() },
    storefront: (_, response) => {
      response.end();
      return Promise.resolve();
    },
    pages: { answer: (_, response) => response.end() },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${String(port)}` };
}
