import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepSegments } from "#app/commands/customers/keep-segments.ts";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { assert } from "#app/domain/assert.ts";
import { wholeDocument, type SegmentEntry } from "#app/domain/customers/segments/shop-segments.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { segmentLines } from "#app/queries/customers/admin-customers.ts";
import { keptSegments, segmentToEdit } from "#app/queries/customers/shop-segments.ts";
import { trySegment } from "#app/queries/customers/try-segment.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";

const TWICE: SegmentEntry = {
  id: "twice",
  name: { en: "Twice", de: "Zweimal" },
  where: { all: [{ fact: "purchases.count", atLeast: 2 }] },
};

describe.each(databaseKinds)("a shop's own segments, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const NOW = START + 2 * DAY;
  const keep = (shop: PlainShop, segments: readonly SegmentEntry[], revision: number) =>
    keepSegments(opened.database, {
      ...{ shopId: shop.shopId, revision, digits: 2, actor: "test", now: NOW },
      document: { format: "regulars.segments/1", segments },
    });

  it("are counted before they are kept, and hold the same customers once everybody was scored", async () => {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([
      orderFact("1", customer("anna"), { euros: 50 }),
      orderFact("2", customer("anna"), { euros: 20 }),
      orderFact("3", customer("bert"), { euros: 90 }),
    ]);
    const stored = await readShop(opened.database, shop.shopId);
    assert(stored !== null, "the shop is there");
    const document = wholeDocument({ format: "regulars.segments/1", segments: [TWICE] });
    const tried = await trySegment(opened.database, stored, { document, id: "twice" }, NOW);
    expect(tried).toMatchObject({
      customers: 1,
      of: 2,
      examples: [{ customerId: "anna", spentMinor: 7_000 }],
    });
    expect(tried?.overlaps.map(({ id }) => id)).toContain("new");
    expect(await keep(shop, [TWICE], 0)).toEqual({ ok: true });
    await scoreCustomers(opened.database, shop.shopId, () => NOW);
    const lines = await segmentLines(opened.database, shop.shopId, { digits: 2, now: NOW });
    expect(lines).toHaveLength(17);
    expect(lines.at(-1)).toMatchObject({
      id: "twice",
      customers: 1,
      spentMinor: 7_000,
      isOwn: true,
      means: { en: "Purchases at least 2", de: "Käufe mindestens 2" },
    });
  });

  it("that ask for consent hold who has agreed, by night and for a rule, without a journey", async () => {
    const shop = await PlainShop.open(opened.database);
    const agreed: SegmentEntry = { id: "agreed", where: { fact: "consent.email", is: true } };
    expect(await keep(shop, [agreed], 0)).toEqual({ ok: true });
    const rule = { id: "thanks", kind: "order", points: 40, member: { segments: ["agreed"] } };
    await shop.publish({ earning: { rules: [rule] } }, START);
    const says = (who: string, granted: boolean): ShopFact => ({
      type: "consent",
      at: NOW,
      customer: { id: who, email: null },
      consents: [{ channel: "email", granted, at: NOW, recordOf: null }],
    });
    const joined = (who: string): ShopFact => ({
      type: "customer",
      at: START,
      customer: customer(who),
      joined: true,
    });
    await shop.tell([joined("anna"), joined("bert")], START);
    await shop.tell([says("anna", true), says("bert", false)], NOW);
    const paidAt = NOW + DAY;
    await shop.tell(
      ["anna", "bert"].map((who) => orderFact(who, customer(who), { euros: 10, paidAt }, paidAt)),
      paidAt,
    );
    expect(await shop.member("anna")).toMatchObject({ earned: 40 });
    expect(await shop.member("bert")).toMatchObject({ earned: 0 });
    await scoreCustomers(opened.database, shop.shopId, () => paidAt);
    const lines = await segmentLines(opened.database, shop.shopId, { digits: 2, now: paidAt });
    expect(lines.at(-1)).toMatchObject({ id: "agreed", customers: 1 });
  });

  it("keep what they were in the audit, and of two people's changes the first", async () => {
    const shop = await PlainShop.open(opened.database);
    const changed = { ...TWICE, where: { fact: "purchases.count", atLeast: 3 } };
    expect(await keep(shop, [TWICE], 0)).toEqual({ ok: true });
    expect(await keep(shop, [], 0)).toEqual({ ok: false, refusal: "segments_changed" });
    expect(await keep(shop, [changed], 1)).toEqual({ ok: true });
    const audit = await rowsOf<{ details: unknown }>(
      opened.database,
      "SELECT details FROM audit WHERE shop_id = $1 AND action = 'keep_segments' ORDER BY audit_id",
      [shop.shopId],
    );
    expect(audit.map(({ details }) => details)).toEqual([
      { changes: [{ id: "twice", before: null, after: TWICE }] },
      { changes: [{ id: "twice", before: TWICE, after: changed }] },
    ]);
  });

  it("are refused with their place where they ask for what is not there or for themselves", async () => {
    const shop = await PlainShop.open(opened.database);
    const wrong = [
      { id: "a", where: { all: [{ segment: "b" }] } },
      { id: "b", where: { not: { segment: "a" } } },
    ];
    const answer = await keep(shop, wrong, 0);
    expect("errors" in answer ? answer.errors.map(({ path }) => path) : answer).toEqual([
      "segments[16].where.all[0].segment",
      "segments[17].where.not.segment",
    ]);
    const unknown = await keep(shop, [{ id: "c", where: { fact: "purchases.moon", atLeast: 1 } }], 0);
    expect(unknown).toMatchObject({ errors: [{ path: "segments[16].where.fact" }] });
  });

  it("adjust a ready-made one until it is as shipped again, and stay while the program asks for them", async () => {
    const shop = await PlainShop.open(opened.database);
    const active: SegmentEntry = { id: "active", where: { fact: "lapse.days", atMost: 30 } };
    await keep(shop, [active, TWICE], 0);
    const shown = await segmentToEdit(opened.database, shop.shopId, { id: "active", copyOf: null }, 2);
    expect(shown).toMatchObject({ isAdjusted: true, isOwn: false, revision: 1 });
    await shop.publish(
      { earning: { rules: [{ id: "b", kind: "order", points: 5, member: { segments: ["twice"] } }] } },
      NOW,
    );
    expect(await keep(shop, [], 1)).toEqual({ ok: false, refusal: "segment_in_use" });
    expect(await keep(shop, [TWICE], 1)).toEqual({ ok: true });
    expect(await keptSegments(opened.database, shop.shopId)).toMatchObject({
      document: { segments: [TWICE] },
      revision: 2,
    });
  });
});
