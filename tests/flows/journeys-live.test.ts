import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { switchJourney } from "#app/commands/journeys/switch-journey.ts";
import { assert } from "#app/domain/assert.ts";
import { adminJourneys } from "#app/queries/journeys/admin-journeys.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { answerTo, at, join, journey, mail, note, order, returned } from "#tests/support/journey-story.ts";
import { compiled, smallest } from "#tests/support/program-documents.ts";
import { JourneyShop } from "./journey-shop.ts";
import { DAY, START } from "./plain-shop.ts";

const DAYS = 45;
const HOUR = DAY / 24;
const ids = ["m1", "m2", "m3"];

const program = {
  earning: {
    maturity: { kind: "afterPaid", days: 3 },
    rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }],
  },
  expiry: { kind: "perLot", months: 2 },
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 1 },
    graceDays: 10,
    levels: [
      { id: "bronze", from: "0" },
      { id: "silver", from: "100.00" },
      { id: "gold", from: "200.00" },
    ],
  },
  rewards: [
    { id: "ten", kind: "amountOff", value: "10.00", cost: 100 },
    { id: "five", kind: "amountOff", value: "5.00", cost: 50, validDays: 10 },
  ],
};
const segments = { some: { fact: "purchases.count", within: { days: 20 }, atLeast: 2 } };

const points = { give: { points: 1 } };
/** Every trigger with a source live: passes that write at once, wait, give, stop, part and are held out. */
const journeys = [
  journey(
    "welcome",
    { on: "joined" },
    { steps: [note("w"), { wait: { days: 2, at: "22:30" } }, mail("w2")] },
  ),
  journey(
    "thanks",
    { on: "purchase", minSubtotal: "30.00" },
    {
      steps: [points, { wait: { hours: 30 } }, mail("t"), { wait: { days: 5 } }, note("t2")],
      stopWhen: ["trigger_undone"],
      holdout: 20,
    },
  ),
  journey(
    "second",
    { on: "purchase", nth: 2 },
    {
      steps: [
        {
          choose: [
            { share: 50, steps: [{ give: { reward: "five" } }, mail("s")] },
            { share: 50, steps: [] },
          ],
        },
        note("s2"),
      ],
      stopWhen: ["purchase"],
    },
  ),
  journey("earned", { on: "points_earned", batchHours: 5 }, { again: { afterDays: 10 } }),
  journey("reach", { on: "reward_in_reach" }, { stopWhen: ["trigger_undone"], steps: [mail("r")] }),
  journey("up", { on: "tier_reached" }),
  journey("down", { on: "tier_lost" }),
  journey("grace", { on: "tier_in_grace" }, { purpose: "service", steps: [mail("g")] }),
  journey("near", { on: "tier_near", missingShare: 0.5 }, { steps: [{ wait: { days: 1 } }, note("n")] }),
  journey("lapsing", { on: "points_expiring", daysBefore: 20 }, { purpose: "service", steps: [mail("l")] }),
  journey("birthday", { on: "birthday", daysBefore: 1 }, { where: { fact: "purchases.count", atLeast: 1 } }),
  journey("gone", { on: "lapsed", days: 20 }, { stopWhen: ["purchase"], steps: [mail("b"), points] }),
  journey("in", { on: "segment_entered", segment: "some" }),
  journey("out", { on: "segment_left", segment: "some" }),
  journey("off", { on: "unsubscribed" }),
  journey("spring", { on: "date", at: at("2026-02-05", "23:00") }, { steps: [mail("f")] }),
  journey("back", { on: "order_returned" }, { again: "once" }),
];

const person = fc.constantFrom(...ids);
const hour = fc.integer({ min: 24, max: DAYS * 24 });
const anyLine = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("order"),
      hour,
      person,
      order: fc.integer({ min: 1, max: 6 }),
      units: fc.integer({ min: 1, max: 12 }),
      back: fc.constantFrom(false, false, true),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("consent"), hour, person, consent: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("adjust"), hour, person, points: fc.constantFrom(60, -20) }),
  },
);
type Line = typeof anyLine extends fc.Arbitrary<infer Value> ? Value : never;
const histories = fc
  .array(anyLine, { minLength: 22, maxLength: 30 })
  .map((lines) => lines.toSorted((a, b) => a.hour - b.hour));

const instantOf = (hours: number) => START + hours * HOUR;
const iso = (instant: number) => new Date(instant).toISOString();
const joins = ids.map((id, index) => ({
  at: iso(instantOf(index)),
  type: "join",
  member: { id, email: `${id}@example.com`, birthday: `1990-02-0${String(index + 1)}` },
}));

function write(line: Line): object {
  const when = iso(instantOf(line.hour));
  const member = { id: line.person };
  if ("consent" in line) return { at: when, type: "consent", member, email: line.consent };
  if ("points" in line) return { at: when, type: "adjust", member, points: line.points, reason: "kind" };
  const id = `${line.person}-${String(line.order)}`;
  const paidAt = iso(instantOf(line.order * 20));
  const refunds = line.back ? [returned(when, `r-${id}`)] : [];
  // Of an order that is told again something may have come back; it stays what it was.
  const units = 1 + ((line.order * 5) % 12);
  return order(id, paidAt, { member, units, told: when, more: { refunds, updatedAt: when } });
}

describe.each(databaseKinds)("journeys live, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("write, skip and hold out what replay does, told by two workers at once and twice over", async () => {
    const met = new Set<string>();
    for (const history of fc.sample(histories, { seed: 16, numRuns: 1 })) {
      const lines = [...joins, ...history.map(write)];
      const end = instantOf((DAYS + 5) * 24);
      const answer = answerTo({ program, segments, journeys, lines, stopAt: iso(end) });
      const live = await JourneyShop.open(opened, { program, segments, journeys });
      for (const line of lines) await live.tell(line);
      await live.workUntil(end);
      const { messages, skipped, heldOut } = answer;
      expect(await live.messages()).toEqual(messages.map(messageOf).sort());
      expect(await live.skipped()).toEqual(skipped.map(skipOf).sort());
      expect(await live.heldOut()).toEqual(heldOut.map(passOf).sort());
      expect(await live.shop.contradiction()).toBeNull();
      for (const { journey: id } of [...messages, ...skipped]) met.add(id);
    }
    expect([...met].sort()).toEqual(journeys.map(idOf).sort());
  });

  it("a ready-made one is switched on by its name, writes about what comes then, and is switched off", async () => {
    const live = await JourneyShop.open(opened, { program, segments, journeys: [] });
    const { database, shopId } = live.shop;
    const published = compiled({ ...smallest, ...program });
    const switchTo = (on: boolean, now: string) =>
      switchJourney(database, {
        ...{ shopId, journeyId: "points-earned", on, actor: "test", now: Date.parse(now) },
      });
    const standing = async (now: string) => {
      const asked = { program: published, now: Date.parse(now) };
      const { readyMade } = await adminJourneys(database, shopId, asked);
      return readyMade.find(({ id }) => id === "points-earned");
    };
    await live.tell(join(at("2026-01-06"), { id: "m7", email: "m7@example.com" }));
    expect(await standing(at("2026-01-07"))).toMatchObject({ isOn: false, begun: 0, sent: 0, lacks: null });
    expect(await switchTo(true, at("2026-01-07"))).toEqual({ ok: true });
    expect(await switchTo(true, at("2026-01-07"))).toEqual({ ok: true });
    await live.tell(order("o7", at("2026-01-08"), { member: { id: "m7" }, price: "40.00" }));
    await live.workUntil(Date.parse(at("2026-01-13")));
    expect(await live.messages()).toEqual([
      expect.stringContaining("m7 points-earned 0 email points-earned"),
    ]);
    expect(await standing(at("2026-01-13"))).toMatchObject({ isOn: true, begun: 1, sent: 0 });
    expect(await standing(at("2026-02-01"))).toMatchObject({ isOn: true, begun: 0 });
    expect(await switchTo(false, at("2026-01-14"))).toEqual({ ok: true });
    await live.tell(order("o8", at("2026-01-15"), { member: { id: "m7" }, price: "40.00" }));
    await live.workUntil(Date.parse(at("2026-01-22")));
    expect(await live.messages()).toHaveLength(1);
    expect(await standing(at("2026-01-22"))).toMatchObject({ isOn: false, begun: 1 });
    const unknown = {
      shopId,
      journeyId: "no-such",
      on: true,
      actor: "test",
      now: Date.parse(at("2026-01-22")),
    };
    expect(await switchJourney(database, unknown)).toEqual({ ok: false, refusal: "journey_unknown" });
  });
});

type Answer = ReturnType<typeof answerTo>;

function messageOf({
  at: when,
  member,
  journey: id,
  step,
  channel,
  template,
  code,
}: Answer["messages"][number]) {
  return [iso(Date.parse(when)), member, id, step, channel, template, code === undefined ? "" : "code"].join(
    " ",
  );
}

function skipOf({ at: when, member, journey: id, step, reason }: Answer["skipped"][number]) {
  return [iso(Date.parse(when)), member, id, step, reason].join(" ");
}

function passOf({ at: when, member, journey: id }: Answer["heldOut"][number]) {
  return [iso(Date.parse(when)), member, id].join(" ");
}

function idOf(document: object): string {
  assert("id" in document && typeof document.id === "string", "a journey has an id");
  return document.id;
}
