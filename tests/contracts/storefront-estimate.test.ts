import { beforeAll, describe, expect, it } from "vitest";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { action } from "#app/routes/storefront.estimate.tsx";
import { keptOfShop } from "#tests/support/kept-of-shop.ts";
import { proxyQuery } from "#tests/support/proxy-query.ts";
import { SurfaceShop, withSurfaces } from "./extensions-shop.ts";

const surfaces = withSurfaces();
let shop: SurfaceShop;

beforeAll(async () => {
  shop = await SurfaceShop.open(surfaces.database());
  await shop.enrol("7001", 0);
  const rules = [{ id: "fresh", kind: "item", points: 20, lines: { tags: ["new"] } }];
  const document = {
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning: { rules },
  };
  const about = { shopId: shop.id, document, effectiveAt: null, actor: "test", now: Date.now() };
  const published = await publishProgram(surfaces.database(), about);
  expect(published).toMatchObject({ ok: true });
});

async function estimate(line: object, customerId: string | null): Promise<number> {
  const query = proxyQuery({ shop: shop.key, customerId, sent: "", at: Date.now(), secret: "our-secret" });
  const plain = { product: "4711", variant: "1", quantity: 1, totalHundredths: 1_000, giftCard: false };
  const request = new Request(`https://app.example/storefront/estimate?${query}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ lines: [{ ...plain, ...line }] }),
  });
  try {
    return (await action({ request, params: {}, context: {} })).status;
  } catch (refused) {
    if (refused instanceof Response) return refused.status;
    throw refused;
  }
}

describe("an estimate", () => {
  it.each([
    "",
    "p1",
    "gid://shopify/Product/1",
    "47.11",
    "-1",
    "1e5",
    "4711\0x",
    "anna@example.com",
    "1".repeat(20),
  ])("is refused for what is no product's number: %j", async (product) => {
    expect(await estimate({ product }, "7001")).toBe(400);
    expect(await estimate({ product }, null)).toBe(400);
  });

  it("of a visitor leaves nothing behind", async () => {
    const before = await keptOfShop(surfaces.database(), shop.id);
    for (const product of ["1", "22", "333"]) expect(await estimate({ product }, null)).toBe(200);
    expect(await estimate({ product: "4444" }, "424242")).toBe(200);
    expect(await keptOfShop(surfaces.database(), shop.id)).toEqual(before);
  });

  it("of a member has the shop asked about what is not known", async () => {
    expect(await estimate({ product: "55555" }, "7001")).toBe(200);
    const kept = await keptOfShop(surfaces.database(), shop.id);
    expect(kept.get("shop_question")).toContain("55555");
  });
});
