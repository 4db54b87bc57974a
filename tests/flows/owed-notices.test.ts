import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepOwedNotices } from "#app/commands/journeys/keep-owed-notices.ts";
import { saveJourneys } from "#app/commands/journeys/save-journeys.ts";
import { switchJourney } from "#app/commands/journeys/switch-journey.ts";
import { shopsToGiveNotice } from "#app/db/journeys/owed-notices.ts";
import { readyMadeDocument } from "#app/domain/journeys/offered/ready-made.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { at, join, order } from "#tests/support/journey-story.ts";
import { JourneyShop } from "./journey-shop.ts";

const member = { id: "m1", email: "m1@example.com" };
const expiry = { kind: "perLot", months: 2 };
const tiers = {
  metric: "spend",
  window: { kind: "rolling", months: 1 },
  graceDays: 10,
  levels: [
    { id: "bronze", from: "0", name: "Bronze" },
    { id: "gold", from: "200.00", name: "Gold" },
  ],
};

describe.each(databaseKinds)("notices that the program owes, on the %s database", (kind) => {
  let opened: TestDatabase;
  let live: JourneyShop;
  beforeEach(async () => {
    opened = await openTestDatabase(kind);
  });
  afterEach(() => opened.drop());

  async function open(program: Record<string, unknown>): Promise<void> {
    live = await JourneyShop.open(opened, { program, segments: {}, journeys: [] });
  }
  const keep = (now: string) => keepOwedNotices(live.shop.database, live.shop.shopId, Date.parse(now));
  const wish = () => ({ shopId: live.shop.shopId, actor: "test", now: Date.parse(at("2026-01-06")) });

  it("come on by themselves: points that lapse are told of twice, a tier that ends twice", async () => {
    await open({ expiry, tiers });
    expect(await shopsToGiveNotice(live.shop.database)).toEqual([live.shop.shopId]);
    await keep(at("2026-01-05"));
    expect(await shopsToGiveNotice(live.shop.database)).toEqual([]);
    await live.tell(join(at("2026-01-06"), member));
    await live.tell(order("o1", at("2026-01-07"), { member, price: "250.00" }));
    await live.workUntil(Date.parse(at("2026-03-20")));
    expect(await live.messages()).toEqual([
      // 09:00 in Berlin, and 08:00 where the quiet hours end. The grace ends on 17 February.
      "2026-02-05T08:00:00.000Z m1 points-expiring-30 0 email points-expiring ",
      "2026-02-08T07:00:00.000Z m1 tier-in-grace 0 email tier-in-grace ",
      "2026-02-11T08:00:00.000Z m1 tier-in-grace 2 email tier-in-grace ",
      "2026-02-28T08:00:00.000Z m1 points-expiring-7 0 email points-expiring ",
    ]);
  });

  it("whose instant had passed when mails became possible come at the next 09:00, the nearest alone", async () => {
    await open({ expiry });
    await live.tell(join(at("2026-01-06"), member));
    await live.tell(order("o1", at("2026-01-07"), { member, price: "250.00" }));
    await live.tell(order("o2", at("2026-01-20"), { member, price: "40.00" }));
    // Five days before the first points lapse, eighteen before the second.
    await live.workUntil(Date.parse(at("2026-03-02", "12:00")));
    await keep(at("2026-03-02", "12:00"));
    await live.workUntil(Date.parse(at("2026-04-01")));
    expect(await live.messages()).toEqual([
      "2026-03-03T08:00:00.000Z m1 points-expiring-30 0 email points-expiring ",
      "2026-03-03T08:00:00.000Z m1 points-expiring-7 0 email points-expiring ",
      "2026-03-13T08:00:00.000Z m1 points-expiring-7 0 email points-expiring ",
    ]);
  });

  it("follow the program: nothing is told twice, and what it owes no more is off", async () => {
    await open({ expiry });
    await keep(at("2026-01-05"));
    await live.tell(join(at("2026-01-06"), member));
    await live.tell(order("o1", at("2026-01-07"), { member, price: "250.00" }));
    await live.workUntil(Date.parse(at("2026-02-06")));
    await live.shop.publish({ expiry, tiers }, Date.parse(at("2026-02-06")));
    await keep(at("2026-02-06"));
    await keep(at("2026-02-06"));
    await live.workUntil(Date.parse(at("2026-02-08")));
    await live.shop.publish({}, Date.parse(at("2026-02-08")));
    await keep(at("2026-02-08"));
    await live.workUntil(Date.parse(at("2026-03-20")));
    expect(await live.messages()).toEqual([
      "2026-02-05T08:00:00.000Z m1 points-expiring-30 0 email points-expiring ",
    ]);
  });

  it("are nobody's to switch, nor to replace by a file", async () => {
    await open({ expiry });
    await keep(at("2026-01-05"));
    const { database } = live.shop;
    expect(await switchJourney(database, { ...wish(), journeyId: "points-expiring-7", on: false })).toEqual({
      ok: false,
      refusal: "journey_owed",
    });
    const document = [readyMadeDocument("points-expiring-7")];
    expect(await saveJourneys(database, { ...wish(), document })).toMatchObject({
      ok: false,
      errors: [{ path: "[0].id" }],
    });
  });
});
