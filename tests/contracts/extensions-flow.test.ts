import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { adminDeeds } from "#app/queries/activity/admin-deeds.ts";
import { ask, signed, SurfaceShop, viewerOf, withSurfaces } from "./extensions-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const surfaces = withSurfaces();
let shop: SurfaceShop;

beforeEach(async () => {
  shop = await SurfaceShop.open(surfaces.database());
});

describe("an action of Shopify Flow", () => {
  const wish = (properties: object, runId: string = randomUUID()) =>
    JSON.stringify({ shopify_domain: shop.key, action_run_id: runId, properties });
  const balance = async (): Promise<number | undefined> =>
    viewerOf(await ask("customer.state", { token: shop.shopper("7001") })).available;

  it("gives and takes points, each run once however often Flow sends it", async () => {
    await shop.enrol("7001", 100);
    const give = wish({ customer_id: "gid://shopify/Customer/7001", points: 50, reason: "Birthday" });
    for (const _time of ["first", "again"]) {
      expect((await ask("flow.give-points", signed(give))).status).toBe(200);
    }
    expect(await balance()).toBe(150);
    const take = wish({ customer_id: "7001", points: 30, reason: "Mistake" });
    expect((await ask("flow.take-points", signed(take))).status).toBe(200);
    expect(await balance()).toBe(120);
  });

  it("issues a reward, or says to the merchant why it cannot", async () => {
    await shop.enrol("7001", 320);
    const properties = { customer_id: "7001", reward: "five" };
    expect((await ask("flow.issue-reward", signed(wish(properties)))).status).toBe(200);
    expect(await balance()).toBe(20);
    const poor = await ask("flow.issue-reward", signed(wish(properties)));
    expect(poor.status).toBe(422);
    expect(poor.body).toMatchObject({ message: expect.stringContaining("not enough points") as string });
  });

  it("is on record as Flow's: what it gave, took and redeemed, and for whom", async () => {
    const memberId = await shop.enrol("7001", 320);
    const asked = [
      ["give-points", { customer_id: "7001", points: 50, reason: "Birthday" }],
      ["take-points", { customer_id: "7001", points: 30, reason: "Mistake" }],
      ["issue-reward", { customer_id: "7001", reward: "five" }],
    ] as const;
    for (const [action, properties] of asked) {
      expect((await ask(`flow.${action}`, signed(wish(properties)))).status).toBe(200);
    }
    const { deeds } = await adminDeeds(shop.database, shop.id, null);
    const byFlow = deeds.filter(({ actor }) => actor === "shopify:flow");
    expect(byFlow.every(({ member }) => member?.memberId === memberId)).toBe(true);
    expect(
      byFlow.map(({ action, points, reason, rewardId }) => [action, points, reason ?? rewardId]),
    ).toEqual([
      ["claim_reward", 300, "five"],
      ["adjust_points", -30, "Mistake"],
      ["adjust_points", 50, "Birthday"],
    ]);
  });

  it("is refused for people who are not in the program, without being tried again", async () => {
    const body = wish({ customer_id: "7009", points: 5, reason: "Hello" });
    expect((await ask("flow.give-points", signed(body))).status).toBe(422);
  });

  it.each([
    ["401 with a wrong signature", 401, (body: string) => signed(body, "their-secret")],
    ["400 without a signature", 400, (body: string) => ({ body })],
    ["401 when the body was changed", 401, (body: string) => ({ ...signed(body), body: `${body} ` })],
  ])("answers %s, and does nothing", async (_what, status, asked) => {
    await shop.enrol("7001", 100);
    const body = wish({ customer_id: "7001", points: 50, reason: "Birthday" });
    expect((await ask("flow.give-points", asked(body))).status).toBe(status);
    expect(await balance()).toBe(100);
  });

  it("answers 400 to a signed body that is no wish, and 404 to an action there is not", async () => {
    expect((await ask("flow.give-points", signed("{}"))).status).toBe(400);
    expect((await ask("flow.print-money", signed(wish({})))).status).toBe(404);
  });
});

describe("a trigger of Shopify Flow", () => {
  const said = (listening: boolean, timestamp: string, trigger = "reward-redeemed") =>
    JSON.stringify({
      flow_trigger_definition_id: trigger,
      has_enabled_flow: listening,
      shop_id: 690933842,
      shopify_domain: shop.key,
      timestamp,
    });
  const hear = (...word: Parameters<typeof said>) => ask("flow.listening", signed(said(...word)));

  /** Redeems a reward, and says what became of the notice that it happened. */
  async function notice(): Promise<{ state: string; reason: string | null } | undefined> {
    const body = { rewardId: "five", points: null, key: randomUUID() };
    await shop.claim("customer.claim", { token: shop.shopper("7001"), body });
    const [newest] = await rowsOf<{ state: string; reason: string | null }>(
      shop.database,
      "SELECT state, reason FROM outbox WHERE shop_id = $1 AND topic = $2 ORDER BY outbox_id DESC LIMIT 1",
      [shop.id, "notify_reward_claimed"],
    );
    return newest;
  }

  beforeEach(() => shop.enrol("7001", 900));

  it("is not sent while no workflow begins with it", async () => {
    expect(await notice()).toEqual({ state: "done", reason: "nobody listens" });
  });

  it("is sent from the moment a workflow with it is switched on, until the last is switched off", async () => {
    expect((await hear(true, "2026-05-12T10:00:00Z")).status).toBe(200);
    expect(await notice()).toEqual({ state: "waiting", reason: null });
    await hear(false, "2026-05-12T11:00:00Z");
    expect(await notice()).toEqual({ state: "done", reason: "nobody listens" });
  });

  it("goes by the newest word, also when an older one arrives later", async () => {
    await hear(false, "2026-05-12T11:00:00Z");
    await hear(true, "2026-05-12T10:00:00Z");
    expect(await notice()).toMatchObject({ state: "done" });
  });

  it("is not sent because a workflow begins with another one", async () => {
    await hear(true, "2026-05-12T10:00:00Z", "points-earned");
    expect(await notice()).toMatchObject({ state: "done" });
  });

  it("believes only what Flow has signed, and knows its own triggers", async () => {
    const word = said(true, "2026-05-12T10:00:00Z");
    expect((await ask("flow.listening", signed(word, "their-secret"))).status).toBe(401);
    expect((await hear(true, "2026-05-12T10:00:00Z", "order-created")).status).toBe(400);
    expect((await hear(true, "yesterday")).status).toBe(400);
    expect(await notice()).toMatchObject({ state: "done" });
  });
});
