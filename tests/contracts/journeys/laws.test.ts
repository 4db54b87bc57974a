import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerTo, gifts, journey, mail, note, returned } from "#tests/support/journey-story.ts";
import type { JourneyStory } from "#tests/support/journey-story.ts";

const HOUR_MS = 3_600_000;
const START = Date.parse("2026-01-05T00:00:00+01:00");
const DAYS = 60;

const ids = ["m1", "m2", "m3"] as const;
const anyMember = fc.constantFrom(...ids);
const hour = fc.integer({ min: 0, max: DAYS * 24 });
const iso = (hours: number) => new Date(START + hours * HOUR_MS).toISOString();

const person = (id: string, consent: boolean, zone: string | null) => ({
  ...{ id, email: `${id}@example.com`, consent: { email: consent } },
  ...(zone === null ? {} : { zone }),
});

/** What may be told twice without being two things: every line names what it is about. */
const anyLine = fc.oneof(
  fc.record({
    ...{ kind: fc.constant("join"), hours: hour, id: anyMember, consent: fc.boolean() },
    zone: fc.constantFrom(null, "America/New_York", "Asia/Tokyo"),
  }),
  fc.record({
    kind: fc.constant("order"),
    hours: hour,
    id: anyMember,
    order: fc.integer({ min: 1, max: 12 }),
    units: fc.integer({ min: 1, max: 3 }),
    back: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("consent"), hours: hour, id: anyMember, consent: fc.boolean() }),
  fc.record({ kind: fc.constant("cart"), hours: hour, id: anyMember, cart: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("look"), hours: hour, id: anyMember, key: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant("survey"), hours: hour, id: anyMember, answered: fc.boolean() }),
  fc.record({ kind: fc.constant("suppress"), hours: hour, id: anyMember }),
);
type Line = typeof anyLine extends fc.Arbitrary<infer Value> ? Value : never;

function write(line: Line): object {
  const at = iso(line.hours);
  const member = { id: line.id };
  if ("zone" in line) return { at, type: "join", member: person(line.id, line.consent, line.zone) };
  if ("consent" in line) return { at, type: "consent", member, email: line.consent };
  if ("cart" in line)
    return {
      at,
      type: "cart",
      member,
      cart: { id: `c${String(line.cart)}`, at, lines: [{}], subtotal: "4.00" },
    };
  if ("key" in line)
    return { at, type: "activity", member, activity: "product_view", key: `k${String(line.key)}` };
  if ("answered" in line)
    return { at, type: "survey", member, survey: "s1", ...(line.answered ? { score: 9 } : {}) };
  if (!("order" in line)) return { at, type: "suppress", member, channel: "sms" };
  const { order, units, back } = line;
  return {
    ...{ at, type: "order" },
    order: {
      ...{ id: `${line.id}-${String(order)}`, member, currency: "EUR", placedAt: at, paidAt: at, cart: "c1" },
      lines: [{ id: "1", product: "p1", quantity: units, unitPrice: "10.00" }],
      refunds: back ? [returned(at, `r-${line.id}-${String(order)}`)] : [],
    },
  };
}

const history = fc
  .array(anyLine, { minLength: 5, maxLength: 40 })
  .map((lines) => lines.toSorted((a, b) => a.hours - b.hours));

const steps = [{ give: { points: 1 } }, mail("a"), { wait: { days: 1, at: "22:30" } }, mail("b"), note("c")];
const segments = { some: { fact: "purchases.count", atLeast: 1 } };
const triggers = [
  { on: "joined" },
  { on: "purchase" },
  { on: "points_earned" },
  { on: "order_returned" },
  { on: "unsubscribed" },
  { on: "lapsed", days: 5 },
  { on: "cart_abandoned", hours: 5 },
  { on: "replenishment" },
  { on: "browsed", activity: "product_view", times: 2, withinDays: 5 },
  { on: "survey_open", survey: "s1", days: 1 },
  { on: "segment_entered", segment: "some" },
  { on: "segment_left", segment: "some" },
];
const journeys = triggers.map((trigger) =>
  journey(trigger.on, trigger, {
    steps,
    stopWhen: [trigger.on === "purchase" ? "purchase" : "trigger_undone"],
    holdout: trigger.on === "joined" ? 20 : 0,
  }),
);
const story = (lines: readonly Line[]): JourneyStory => ({
  ...{ segments, journeys, lines: lines.map(write), stopAt: iso((DAYS + 5) * 24) },
});
const runs = { numRuns: 25 };

describe("laws", () => {
  it("telling every line twice changes nothing", () => {
    fc.assert(
      fc.property(history, (lines) => {
        const once = story(lines);
        const twice = story(lines.flatMap((line) => [line, line]));
        expect(answerTo(twice)).toEqual(answerTo(once));
      }),
      runs,
    );
  });

  it("no key passes twice", () => {
    fc.assert(
      fc.property(history, (lines) => {
        // All of it is told once more, later.
        const again = lines.map((line) => ({ ...line, hours: DAYS * 24 }));
        const given = gifts(story([...lines, ...again]));
        expect(new Set(given).size).toBe(given.length);
      }),
      runs,
    );
  });

  it("nothing is sent in quiet hours, above the frequency, or without consent", () => {
    fc.assert(
      fc.property(history, (lines) => {
        const { messages } = answerTo(story(lines));
        for (const id of ids) {
          const own = messages.filter(({ member }) => member === id);
          const mails = own.filter(({ channel }) => channel === "email").map(({ at }) => Date.parse(at));
          for (const { at } of own)
            expect(
              zonesAround(lines, id, Date.parse(at)).every((zone) => isQuiet(Date.parse(at), zone)),
            ).toBe(false);
          for (const sentAt of mails) {
            expect(mayHaveConsented(lines, id, sentAt)).toBe(true);
            const week = mails.filter((other) => other <= sentAt && sentAt - other < 168 * HOUR_MS);
            expect(week.length).toBeLessThanOrEqual(3);
          }
        }
      }),
      runs,
    );
  });
});

/** What holds just before an instant, and whatever lines of that very instant tell: a message of it may go between them. */
function heldAround<Value>(
  lines: readonly Line[],
  at: number,
  valueOf: (line: Line) => Value | null,
  atFirst: Value,
): Value[] {
  let before = atFirst;
  const within: Value[] = [];
  for (const line of lines) {
    const value = valueOf(line);
    const toldAt = START + line.hours * HOUR_MS;
    if (value === null || toldAt > at) continue;
    if (toldAt < at) before = value;
    else within.push(value);
  }
  return [before, ...within];
}

function mayHaveConsented(lines: readonly Line[], id: string, at: number): boolean {
  const told = (line: Line) => ("consent" in line && line.id === id ? line.consent : null);
  return heldAround(lines, at, told, false).includes(true);
}

function zonesAround(lines: readonly Line[], id: string, at: number): string[] {
  const told = (line: Line) => ("zone" in line && line.id === id ? line.zone : null);
  return heldAround(lines, at, told, "Europe/Berlin");
}

function isQuiet(at: number, zone: string): boolean {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });
  const hours = Number(format.format(at));
  return hours >= 21 || hours < 8;
}
