import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activateDueVersions } from "#app/commands/program/activate-due-versions.ts";
import { cancelPublication } from "#app/commands/program/cancel-publication.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { adminProgram } from "#app/queries/program/admin-program.ts";
import { comingVersion } from "#app/queries/program/coming-version.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";

const NOW = START;
const THEN = START + DAY;
const MERCHANT = "shopify:user:1";

function program(points: number) {
  return {
    ...{ format: "regulars.program/1", name: "Club", currency: "EUR", timezone: "Europe/Berlin" },
    earning: { rules: [{ id: "spend", kind: "spend", points, per: "1.00" }] },
  };
}

describe.each(databaseKinds)("publishing at an instant, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** One point per euro now, two from tomorrow on. */
  async function openShop(): Promise<PlainShop> {
    const shop = await PlainShop.open(opened.database, program(1));
    await plan(shop, program(2));
    return shop;
  }

  const plan = ({ database, shopId }: PlainShop, document: unknown) =>
    publishProgram(database, { shopId, document, effectiveAt: THEN, actor: MERCHANT, now: NOW });
  const live = async ({ database, shopId }: PlainShop) => (await readShop(database, shopId))?.liveVersion;
  const callOff = ({ database, shopId }: PlainShop) =>
    cancelPublication(database, { shopId, actor: MERCHANT, now: NOW });
  const page = async ({ database, shopId }: PlainShop) => {
    const shop = await readShop(database, shopId);
    return adminProgram(database, shopId, shop?.liveVersion ?? null);
  };

  it("stays as it is until then, and happens once, also where two workers come to it together", async () => {
    const shop = await openShop();
    const { database, shopId } = shop;
    await activateDueVersions(database, THEN - 1);
    expect(await live(shop)).toBe(2);
    expect(await comingVersion(database, shopId)).toEqual({
      version: 3,
      effectiveAt: THEN,
      isRefused: false,
    });
    await Promise.all([activateDueVersions(database, THEN), activateDueVersions(database, THEN + 5)]);
    expect(await live(shop)).toBe(3);
    expect(await comingVersion(database, shopId)).toBeNull();
    await shop.tell([orderFact("1", customer("anna"), { euros: 10, paidAt: THEN + 1 })]);
    expect(await shop.member("anna")).toMatchObject({ available: 20 });
  });

  it("is called off: the version is gone, and what it said is the draft", async () => {
    const shop = await openShop();
    expect(await callOff(shop)).toEqual({ ok: true });
    await activateDueVersions(shop.database, THEN);
    expect(await live(shop)).toBe(2);
    expect(JSON.parse((await page(shop)).draft?.text ?? "")).toMatchObject(program(2));
    expect(await callOff(shop)).toEqual({ ok: false, refusal: "publication_over" });
  });

  it("is replaced by whatever is published before", async () => {
    const shop = await openShop();
    await shop.publish(program(5), NOW);
    await activateDueVersions(shop.database, THEN);
    const { versions } = await page(shop);
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [3, "live"],
      [2, "past"],
      [1, "past"],
    ]);
  });

  it("is refused where the program is not right any more, with the reason, and is the draft then", async () => {
    const shop = await openShop();
    const { database, shopId } = shop;
    await database.query("UPDATE shop SET currency = 'CHF' WHERE shop_id = $1", [shopId]);
    await activateDueVersions(database, THEN);
    await activateDueVersions(database, THEN + DAY);
    expect(await live(shop)).toBe(2);
    expect(await comingVersion(database, shopId)).toMatchObject({ isRefused: true });
    const { versions, draft } = await page(shop);
    expect(versions[0]).toMatchObject({
      ...{ version: 3, state: "refused" },
      refusal: [{ path: "currency", allowed: "the shop's currency, CHF" }],
    });
    expect(draft).not.toBeNull();
  });
});
