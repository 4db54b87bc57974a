import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estimateOfJourney } from "#app/queries/journeys/estimate-of-journey.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { at, join, journey, order } from "#tests/support/journey-story.ts";
import { JourneyShop } from "./journey-shop.ts";

const program = {
  tiers: {
    metric: "spend",
    levels: [
      { id: "base", from: "0" },
      { id: "gold", from: "100.00" },
    ],
  },
};
const NOW = Date.parse(at("2026-04-05"));

describe.each(databaseKinds)(
  "a journey is estimated from the shop's own past, on the %s database",
  (kind) => {
    let opened: TestDatabase;
    let live: JourneyShop;
    const estimate = (trigger: object, more: object = {}) =>
      estimateOfJourney(live.shop.database, live.shop.shopId, journey("j", trigger, more), NOW);

    beforeAll(async () => {
      opened = await openTestDatabase(kind);
      live = await JourneyShop.open(opened, { program, segments: {}, journeys: [] });
      for (const number of [1, 2, 3]) {
        const member = { id: `m${String(number)}`, email: `m${String(number)}@example.com` };
        await live.tell(join(at("2026-01-06", `1${String(number)}:00`), member));
        for (const day of ["2026-01-10", "2026-01-20", "2026-02-10"])
          await live.tell(
            order(`${day}-${String(number)}`, at(day, `1${String(number)}:00`), { member, price: "40.00" }),
          );
      }
    });
    afterAll(() => opened.drop());

    it("counts what would have begun within three months, a month of it, for all members", async () => {
      expect(await estimate({ on: "purchase" })).toEqual({
        ...{ begun: 3, heldOut: 0, points: 0, rewards: 0 },
        ...{ tried: 3, members: 3, months: 3 },
      });
      expect(await estimate({ on: "tier_reached" })).toMatchObject({ begun: 1 });
      expect(await estimate({ on: "lapsed", days: 30 })).toMatchObject({ begun: 1 });
      expect(await estimate({ on: "purchase", nth: 2 }, { steps: [{ give: { points: 20 } }] })).toMatchObject(
        {
          ...{ begun: 1, points: 20 },
        },
      );
    });

    it("asks its conditions, and says nothing of one that is wrong", async () => {
      const where = { fact: "purchases.count", atLeast: 3 };
      expect(await estimate({ on: "purchase" }, { where })).toMatchObject({ begun: 1 });
      expect(await estimate({ on: "nothing" })).toBeNull();
    });
  },
);
