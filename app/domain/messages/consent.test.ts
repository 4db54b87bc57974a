import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type ConsentWord, standingConsent } from "./consent.ts";
import { newsletterDeed } from "./newsletter.ts";

const said = (at: number, granted: boolean): ConsentWord => ({ at, granted, recordOf: null });
const record = (at: number, granted: boolean, recordOf = "7"): ConsentWord => ({ at, granted, recordOf });

const word = fc.record({
  at: fc.integer({ min: 0, max: 6 }),
  granted: fc.boolean(),
  recordOf: fc.constantFrom(null, null, "7", "8"),
});
const words = fc.array(word, { maxLength: 8 });

describe("what somebody has decided last", () => {
  test.each<[string, ConsentWord[], boolean | null]>([
    ["is nothing where nothing was said", [], null],
    ["is what they said", [said(1, true)], true],
    ["is the newest word, told last or not", [said(3, false), said(1, true)], false],
    ["is a no where they said both at one instant", [said(1, false), said(1, true)], false],
    ["is what a record says, as long as nobody said anything", [record(5, true)], true],
    ["is what they said, whenever a record was first seen", [said(1, false), record(5, true)], false],
    [
      "stays a no, however often a record of before is told again",
      [record(1, true), said(2, false), record(3, true), record(9, true)],
      false,
    ],
    [
      "is a yes where the record changed to it since",
      [record(1, false), said(2, false), record(3, true)],
      true,
    ],
    [
      "is a no where the record changed to it since",
      [record(1, true), said(2, true), record(3, false)],
      false,
    ],
    [
      "is no change where two records of one person differ",
      [record(1, false, "8"), said(2, false), record(1, true), record(3, true)],
      false,
    ],
  ])("%s", (_, told, stands) => {
    expect(standingConsent(told)).toBe(stands);
  });

  it("depends neither on the order of the words nor on how often each is told", () => {
    const again = words.chain((told) =>
      fc.tuple(
        fc.constant(told),
        fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2, maxLength: told.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(again, ([told, shuffled]) => {
        expect(standingConsent(shuffled)).toBe(standingConsent(told));
      }),
    );
  });

  it("is not changed by a word from before it, nor by a record that says again what it said", () => {
    const isNo = words.filter((told) => told.some(({ recordOf }) => recordOf === null));
    fc.assert(
      fc.property(isNo, fc.boolean(), (told, granted) => {
        const stands = standingConsent(told);
        const withOld = [...told, said(-1, granted)];
        expect(standingConsent(withOld)).toBe(stands);
        const newest = told
          .filter(({ recordOf }) => recordOf === "7")
          .toSorted((a, b) => a.at - b.at || Number(b.granted) - Number(a.granted))
          .at(-1);
        if (newest !== undefined) expect(standingConsent([...told, record(9, newest.granted)])).toBe(stands);
      }),
    );
  });
});

describe("subscribing to the newsletter", () => {
  const DAY = 86_400_000;
  const now = 30 * DAY;
  test.each<[string, ConsentWord[], ConsentWord[], string | null]>([
    ["is to agree", [], [said(now, true)], "newsletter_subscribed"],
    ["is to agree again", [said(1, false)], [said(now, true)], "newsletter_subscribed"],
    ["is not to agree while one does", [said(1, true)], [said(now, true)], null],
    ["is ended by a no", [said(1, true)], [said(now, false)], "newsletter_unsubscribed"],
    ["is not ended where it never began", [], [said(now, false)], null],
    ["is nothing a record tells when it is first seen", [], [record(now, true)], null],
    ["is told by a record that changes", [record(1, false)], [record(now, true)], "newsletter_subscribed"],
    ["is no news after a week", [], [said(now - 8 * DAY, true)], null],
  ])("%s", (_, before, told, activity) => {
    expect(newsletterDeed(before, [...before, ...told], now)?.activity ?? null).toBe(activity);
  });
});
