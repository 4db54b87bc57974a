import { describe, expect, it } from "vitest";
import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { applyEvent } from "../engine.ts";
import { createBooks } from "../books/create-books.ts";
import { ensureMember } from "../members/enrol.ts";
import type { OrderState } from "../event.ts";
import { parseProgram } from "../program/document/parse-program.ts";
import type { Program } from "../program/program.ts";
import { isQuiet, judgePastBy, openPast } from "./history-books.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-06-01T12:00:00+02:00");

function program(more: Record<string, unknown>): Program {
  const head = { format: "regulars.program/1", name: "Club", currency: "EUR", timezone: "Europe/Berlin" };
  const parsed = parseProgram({ ...head, earning: { rules: [] }, ...more });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.program;
}

const quiet = program({});
const giving = program({
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  tiers: {
    levels: [
      { id: "base", name: "Base", from: "0" },
      { id: "gold", name: "Gold", from: "100.00", entryPoints: 50, entryRewards: ["mug"] },
    ],
  },
  rewards: [{ id: "mug", kind: "experience", name: "A mug", cost: 500 }],
});

function order(daysAgo: number): OrderState {
  const at = NOW - daysAgo * DAY;
  const line = {
    id: "1",
    product: "p",
    variant: null,
    quantity: 1,
    unitPriceMinor: 12_000,
    discountMinor: 0,
  };
  const bare = { taxMinor: 0, giftCard: false, tags: [], collections: [], vendor: "", kind: "" };
  const moments = { placedAt: at, paidAt: at, fulfilledAt: null, cancelledAt: null, updatedAt: at };
  const money = { orderDiscountMinor: 0, shippingMinor: 0, shippingTaxMinor: 0, paidByGiftCardMinor: 0 };
  const lists = { paymentMethods: [], discountCodes: [], refunds: [] };
  const head = { id: "o1", name: null, currency: "EUR", test: false, taxesIncluded: true, channel: "web" };
  return { ...head, ...moments, ...money, ...lists, lines: [{ ...line, ...bare }] };
}

/** Version 1 gave nothing, version 2 is live since yesterday; Anna is known since two days. */
function booksWithAnna(): { books: Books; anna: MemberBook } {
  const versions = [
    { version: 1, effectiveAt: NOW - 3 * DAY, program: quiet },
    { version: 2, effectiveAt: NOW - DAY, program: giving },
  ];
  const options = { codesIssuedAtOnce: true, effectsWanted: true, nextCode: () => "CODE" };
  const books = createBooks(versions, 2, options);
  const person = { email: null, tags: [], birthday: null, status: "active" as const };
  return { books, anna: ensureMember(books, "anna", NOW - 2 * DAY, person) };
}

const tell = (books: Books, daysAgo: number): void => {
  const at = NOW - daysAgo * DAY;
  applyEvent(books, { type: "order_changed", at, memberId: "anna", order: order(daysAgo) });
};
const earnedIn = (books: Books) => books.members.get("anna")?.balance.earned;

describe("books that are told of the past", () => {
  it("are judged by one version, however early the order was", () => {
    const { books } = booksWithAnna();
    judgePastBy(books, 2);
    tell(books, 400);
    expect(earnedIn(books)).toBe(120 + 50);
  });

  it("give the points of a level, and no presents", () => {
    const { books } = booksWithAnna();
    judgePastBy(books, 2);
    tell(books, 400);
    const anna = books.members.get("anna");
    expect(anna?.tier.levelId).toBe("gold");
    expect(anna?.tier.entered).toEqual(["base", "gold"]);
    expect([...(anna?.codes.keys() ?? [])]).toEqual([]);
  });

  it("judge again what was seen while nobody could earn", () => {
    const { books, anna } = booksWithAnna();
    tell(books, 400);
    expect(anna.awards.get("o1")?.programVersion).toBe(1);
    judgePastBy(books, 2);
    openPast(books, anna, ["o1"], NOW - 400 * DAY);
    tell(books, 400);
    expect(books.members.get("anna")?.awards.get("o1")).toMatchObject({ programVersion: 2, standing: 120 });
  });

  it("begin a member who has earned nothing with the first order", () => {
    const { books, anna } = booksWithAnna();
    const begun = openPast(books, anna, ["o1"], NOW - 400 * DAY);
    expect(begun.enrolledAt).toBe(NOW - 400 * DAY);
    expect(begun.tier).toMatchObject({ levelId: "base", since: NOW - 400 * DAY });
  });

  it("leave a member who has earned already as they are", () => {
    const { books, anna } = booksWithAnna();
    tell(books, 0);
    const { enrolledAt } = anna;
    const earned = earnedIn(books);
    expect(openPast(books, anna, ["o1"], NOW - 400 * DAY)).toBe(anna);
    expect(anna.enrolledAt).toBe(enrolledAt);
    tell(books, 0);
    expect(earnedIn(books)).toBe(earned);
  });

  it("call a program quiet that gives nothing", () => {
    expect([isQuiet(quiet), isQuiet(giving)]).toEqual([true, false]);
  });
});
