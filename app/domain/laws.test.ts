import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { price, programs, refundsOf, steps, toldLines } from "#tests/support/histories.ts";
import { Player } from "#tests/support/player.ts";
import { proveBooks } from "#tests/support/prove-books.ts";
import { Story } from "#tests/support/story.ts";
import type { PlainProgram, ToldOrder, ToldRefund } from "#tests/support/story.ts";

const RUNS = { numRuns: 150 };

/** Property tests share a busy machine with everything else: they get time, not patience with what hangs. */
const TIMEOUT_MS = 60_000;

/** Programs without what depends on other orders or on time, to look at one order alone. */
const plainPrograms = programs.map((program) => ({
  ...program,
  expiry: { kind: "never" },
  earning: { ...program.earning, maturity: { kind: "immediate" } },
}));

const orderWithRefunds = toldLines.chain((lines) =>
  fc.record({ lines: fc.constant(lines), refunds: refundsOf(lines) }),
);

/** Without tiers: entering one is for good, so its gifts depend on whether it was ever seen reached. */
const programsWithoutTiers = programs.map((program) =>
  Object.fromEntries(Object.entries(program).filter(([key]) => key !== "tiers")),
);

function pointsAfter(program: PlainProgram, order: ToldOrder, refunds: readonly ToldRefund[]): number {
  const story = new Story(program);
  story.order("1", order);
  story.order("1", { ...order, refunds });
  return story.award("1").target;
}

describe("laws of the ledger", () => {
  it(
    "kept balances equal the replayed transfers after any history",
    () => {
      fc.assert(
        fc.property(programs, steps, (program, told) => {
          const story = new Story(program);
          const player = new Player(story);
          for (const step of told) {
            player.play(step);
            proveBooks(story.books);
          }
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "the same history ends in the same books",
    () => {
      const ended = (program: PlainProgram, told: Parameters<Player["play"]>[0][]) => {
        const story = new Story(program);
        const player = new Player(story);
        told.forEach((step) => {
          player.play(step);
        });
        return story.member();
      };
      fc.assert(
        fc.property(programs, steps, (program, told) => {
          expect(ended(program, told)).toEqual(ended(program, told));
        }),
        { numRuns: 50 },
      );
    },
    TIMEOUT_MS,
  );
});

describe("laws of deliveries", () => {
  const states = orderWithRefunds.chain(({ lines, refunds }) => {
    const base: ToldOrder = { lines, paidAt: "2026-01-01", shipping: "4.90" };
    const all: ToldOrder[] = [
      { ...base, paidAt: null },
      ...refunds.map((_, index) => ({ ...base, refunds: refunds.slice(0, index) })),
      { ...base, refunds, cancelledAt: "2026-01-03" },
      { ...base, refunds },
    ];
    const dated = all.map((state, index) => ({
      ...state,
      updatedAt: `2026-01-0${String(Math.floor(index / 10) + 2)}T10:00:0${String(index % 10)}Z`,
    }));
    return fc.record({
      inOrder: fc.constant(dated),
      mixed: fc
        .array(fc.constantFrom(...dated), { maxLength: 8 })
        .map((more) => [...dated, ...more])
        .chain((list) => fc.shuffledSubarray(list, { minLength: list.length })),
    });
  });

  it(
    "any duplication and any order of deliveries of an order end in the same balances",
    () => {
      fc.assert(
        fc.property(programsWithoutTiers, states, (program, { inOrder, mixed }) => {
          const one = new Story(program);
          const other = new Story(program);
          for (const story of [one, other]) story.on("2026-01-05").adjust(10);
          inOrder.forEach((state) => one.order("1", state));
          mixed.forEach((state) => other.order("1", state));
          const { available, pending, debt, earned, spent } = one.member().balance;
          expect(other.member().balance).toMatchObject({ available, pending, debt, earned, spent });
          expect(other.award("1").target).toBe(one.award("1").target);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "an order that grows by an edit comes to the same as if only its last state had been seen",
    () => {
      fc.assert(
        fc.property(plainPrograms, toldLines, (program, lines) => {
          const whole = new Story(program);
          const grown = new Story(program);
          const order: ToldOrder = { lines, paidAt: "2026-01-01" };
          lines.forEach((_, index) => grown.order("1", { ...order, lines: lines.slice(0, index + 1) }));
          whole.order("1", order);
          expect(grown.award("1").target).toBe(whole.award("1").target);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});

describe("laws of refunds", () => {
  it(
    "points after refunds lie between nothing and what was earned, and more refunded is never more kept",
    () => {
      fc.assert(
        fc.property(plainPrograms, orderWithRefunds, (program, { lines, refunds }) => {
          const order: ToldOrder = { lines, paidAt: "2026-01-01", shipping: "4.90" };
          let before = pointsAfter(program, order, []);
          refunds.forEach((_, index) => {
            const after = pointsAfter(program, order, refunds.slice(0, index + 1));
            expect(after).toBeGreaterThanOrEqual(0);
            expect(after).toBeLessThanOrEqual(before);
            before = after;
          });
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "the order of the refunds does not matter",
    () => {
      fc.assert(
        fc.property(plainPrograms, orderWithRefunds, (program, { lines, refunds }) => {
          const order: ToldOrder = { lines, paidAt: "2026-01-01" };
          const turned = [...refunds].reverse();
          expect(pointsAfter(program, order, turned)).toBe(pointsAfter(program, order, refunds));
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "two partial refunds equal one of their sum, by amounts and by units",
    () => {
      const cents = (text: string) => Math.round(Number(text) * 100);
      fc.assert(
        fc.property(plainPrograms, toldLines, price, price, (program, lines, one, two) => {
          const order: ToldOrder = { lines, paidAt: "2026-01-01" };
          const both = ((cents(one) + cents(two)) / 100).toFixed(2);
          expect(pointsAfter(program, order, [{ amount: one }, { amount: two }])).toBe(
            pointsAfter(program, order, [{ amount: both }]),
          );
          const ofLine = (quantity: number) => ({ lines: [{ line: "1", quantity }] });
          expect(pointsAfter(program, order, [ofLine(1), ofLine(1)])).toBe(
            pointsAfter(program, order, [ofLine(2)]),
          );
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "earning and then a full refund leaves a member as before",
    () => {
      fc.assert(
        fc.property(plainPrograms, toldLines, fc.boolean(), (program, lines, byCancelling) => {
          const story = new Story({ ...program, tiers: undefined });
          story.adjust(37);
          const before = { ...story.points(), earned: story.member().balance.earned };
          const order: ToldOrder = { lines, paidAt: "2026-01-01" };
          story.order("1", order);
          const all = lines.map((line, index) => ({ line: String(index + 1), quantity: line.quantity ?? 1 }));
          story.order(
            "1",
            byCancelling ? { ...order, cancelledAt: "2026-01-01" } : { ...order, refunds: [{ lines: all }] },
          );
          expect({ ...story.points(), earned: story.member().balance.earned }).toEqual(before);
          expect(story.member().limits.get("rule:mugs:week:2026-W01")?.count ?? 0).toBe(0);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "a later program never changes what a refund takes",
    () => {
      fc.assert(
        fc.property(plainPrograms, plainPrograms, orderWithRefunds, (program, later, { lines, refunds }) => {
          const story = new Story(program);
          const order: ToldOrder = { lines, paidAt: "2026-01-01" };
          story.order("1", order);
          story.on("2026-01-02").publish(later);
          story.order("1", { ...order, refunds });
          expect(story.award("1").target).toBe(pointsAfter(program, order, refunds));
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});

describe("laws of tiers", () => {
  it(
    "a lower tier never follows from redeeming",
    () => {
      fc.assert(
        fc.property(programs, steps, (program, told) => {
          const story = new Story(program);
          const player = new Player(story);
          for (const step of told) player.play(step);
          story.adjust(100);
          const before = { ...story.member().tier };
          story.redeem("five", "LAST");
          expect(story.member().tier).toEqual(before);
        }),
        { numRuns: 100 },
      );
    },
    TIMEOUT_MS,
  );
});
