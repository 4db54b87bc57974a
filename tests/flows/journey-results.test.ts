import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assert } from "#app/domain/assert.ts";
import { finishReplay } from "#app/domain/replay/run-replay.ts";
import { journeyMessages } from "#app/queries/journeys/journey-messages.ts";
import { journeyResults } from "#app/queries/journeys/journey-results.ts";
import { memberTimeline } from "#app/queries/members/timeline/member-timeline.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { at, join, journey, mail, order, returned, tell } from "#tests/support/journey-story.ts";
import { JourneyShop } from "./journey-shop.ts";

const iso = (instant: number) => new Date(instant).toISOString();

describe.each(databaseKinds)("what came of a journey, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("compares with who was held out as replay does, and tells what became of each message", async () => {
    const held = [
      journey("hello", { on: "joined" }, { holdout: 50, steps: [mail("h")] }),
      journey(
        "parted",
        { on: "joined" },
        { purpose: "service", steps: [{ choose: [50, 50].map((share) => ({ share, steps: [mail("p")] })) }] },
      ),
    ];
    const people = Array.from({ length: 12 }, (_, index) => `p${String(index)}`);
    const buys = (id: string, nth: number, day: string) => {
      const back = nth === 3 ? [returned(at(day, "20:00"), `r-${id}`)] : [];
      return order(`${id}-${String(nth)}`, at(day), {
        ...{ member: { id }, units: nth + id.length, more: { refunds: back } },
      });
    };
    const lines = [
      ...people.map((id, index) => {
        const minute = `10:${String(index + 10)}`;
        return join(at("2026-01-06", minute), { id, email: `${id}@example.com` });
      }),
      ...people.filter((_, index) => index % 3 > 0).map((id) => buys(id, 1, "2026-01-09")),
      ...people.filter((_, index) => index % 4 > 1).map((id) => buys(id, 2, "2026-02-02")),
      ...people.filter((_, index) => index % 5 > 2).map((id) => buys(id, 3, "2026-02-03")),
      // More than thirty days after.
      ...people.map((id) => buys(id, 4, "2026-02-08")),
    ];
    const end = Date.parse(at("2026-02-20"));
    const replay = tell({ journeys: held, lines, stopAt: iso(end) });
    finishReplay(replay);
    const live = await JourneyShop.open(opened, { program: {}, segments: {}, journeys: held });
    for (const line of lines) await live.tell(line);
    await live.workUntil(end);
    const { database, shopId } = live.shop;
    for (const journeyId of ["hello", "parted"]) {
      const asked = { journeyId, zone: "Europe/Berlin", now: end };
      const { comparisons, compareDays } = await journeyResults(database, shopId, asked);
      expect(compareDays).toBe(30);
      expect(comparisons).toEqual(replay.journeys?.run.compare(journeyId, end));
      expect(comparisons[0]?.purchases).not.toBeNull();
    }
    const asked = { journeyId: "hello", zone: "Europe/Berlin", now: Date.parse(at("2026-01-31")) };
    const { month, comparisons } = await journeyResults(database, shopId, asked);
    expect(comparisons).toEqual([]);
    expect(month.begun + month.heldOut).toBe(people.length);
    expect(month).toMatchObject({ sent: 0, clicked: 0, notSent: month.begun });
    const { messages, next } = await journeyMessages(database, shopId, { journeyId: "parted", after: null });
    expect(next).toBeNull();
    expect(messages.map(({ customerId }) => customerId)).toEqual(people.toReversed());
    expect(new Set(messages.map(({ state, reason }) => reason ?? state))).toEqual(new Set(["waiting"]));
    const { messages: unwanted } = await journeyMessages(database, shopId, {
      journeyId: "hello",
      after: null,
    });
    expect(unwanted).toHaveLength(month.begun);
    expect(new Set(unwanted.map(({ reason }) => reason))).toEqual(new Set(["no_consent"]));
    const behind = messages[3];
    assert(behind !== undefined, "there are twelve");
    const rest = await journeyMessages(database, shopId, { journeyId: "parted", after: behind });
    expect(rest.messages).toEqual(messages.slice(4));
    const timeline = await memberTimeline(database, shopId, behind.memberId, {
      kind: "message",
      after: null,
    });
    expect(timeline.lines).toContainEqual(
      expect.objectContaining({ is: "message", journeyId: "parted", channel: "email", state: "waiting" }),
    );
  });
});
