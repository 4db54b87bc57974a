import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectToProfiling } from "#app/commands/customers/object-to-profiling.ts";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import { assert } from "#app/domain/assert.ts";
import { asCustomer } from "#app/queries/customers/as-customer.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, DAY, guest, orderFact, orderLine, PlainShop, START } from "./plain-shop.ts";

const NOW = START + 90 * DAY;
const FEWEST = 5;

describe.each(databaseKinds)("one person as a customer, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** Five people bought a Sidamo and a mug; a guest has bought the Sidamo alone, every thirty days. */
  async function shopWithGuest() {
    const shop = await PlainShop.open(opened.database);
    const bought = (product: string, title: string) => ({ ...orderLine(product, 10), product, title });
    const sidamo = bought("1", "Sidamo");
    const at = (day: number) => START + day * DAY;
    const others = Array.from({ length: FEWEST }, (_, index) =>
      orderFact(`o${String(index)}`, customer(`c${String(index)}`), {
        ...{ euros: 20, paidAt: at(0), lines: [sidamo, bought("2", "Mug")] },
      }),
    );
    const own = [0, 30, 60].map((day) =>
      orderFact(`g${String(day)}`, guest("gast@example.com"), {
        ...{ euros: 10, placedAt: at(day), paidAt: at(day), lines: [sidamo] },
      }),
    );
    await shop.tell([...others, ...own], NOW);
    await scoreCustomers(opened.database, shop.shopId, () => NOW);
    const [found] = await rowsOf<{ memberId: string }>(
      opened.database,
      `SELECT member_id::text AS "memberId" FROM member WHERE shop_id = $1 AND customer_id IS NULL`,
      [shop.shopId],
    );
    assert(found !== undefined, "the guest has a number");
    const asked = () =>
      asCustomer(opened.database, { shopId: shop.shopId, zone: "Europe/Berlin" }, found.memberId, NOW);
    return { shop, memberId: found.memberId, asked };
  }

  it("a guest too, has a rhythm, recommendations with their reason, and figures with their ground", async () => {
    const { asked } = await shopWithGuest();
    const { figures, facts, rhythm, recommendations } = await asked();
    expect(figures).toMatchObject({ purchases: 3, spentMinor: 3_000 });
    expect(rhythm).toMatchObject({ medianDays: 30, nextOn: "2026-04-05", isOverdue: false });
    expect(rhythm.days.map(({ valueMinor }) => valueMinor)).toEqual([1_000, 1_000, 1_000]);
    expect(recommendations).toEqual([
      { product: "1", name: "Sidamo", why: "due", everyDays: 30, daysSince: 30 },
      { product: "2", name: "Mug", why: "others", own: "1", ownName: "Sidamo", customers: FEWEST },
    ]);
    const groundOf = (id: string) => facts.find((fact) => fact.id === id)?.ground;
    expect(groundOf("purchases.value")).toMatchObject({
      kind: "orders",
      all: 3,
      orders: [{ orderId: "g60", keptMinor: 1_000 }, { orderId: "g30" }, { orderId: "g0" }],
    });
    expect(groundOf("rhythm.medianDays")).toMatchObject({ kind: "gaps", gaps: [30, 30] });
    expect(groundOf("rfm.recency")).toEqual({ kind: "scored", customers: FEWEST + 1 });
    expect(groundOf("member.isMember")).toEqual({ kind: "person" });
  });

  it("who objects to profiling has nothing of it", async () => {
    const { shop, memberId, asked } = await shopWithGuest();
    await objectToProfiling(opened.database, {
      ...{ shopId: shop.shopId, memberId, objects: true, actor: "staff-1", now: NOW },
    });
    expect(await asked()).toMatchObject({
      objectsSince: NOW,
      figures: null,
      facts: [],
      recommendations: [],
      rhythm: { days: [] },
    });
  });
});
