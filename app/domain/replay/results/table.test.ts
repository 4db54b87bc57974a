import { describe, expect, test } from "vitest";
import { adjust, day, join, order, program, redeem, run } from "#tests/support/replay-story.ts";
import type { Transaction } from "../../books/transaction.ts";
import { explainMember } from "./explain-member.ts";
import { finishReplay } from "../run-replay.ts";
import { replayTable } from "./table.ts";

describe("what a person reads of a replay", () => {
  const story = [
    join("m1"),
    adjust("m1", 1000),
    redeem("m1", "CODE1"),
    order("1001", { id: "m1" }, "10.00", day("01-05"), { orderDiscount: "5.00", discountCodes: ["CODE1"] }),
  ];

  test("the table tells points, their worth, rewards and their share of the revenue", () => {
    const replay = run(story);
    const table = [...replayTable(replay, finishReplay(replay))].join("");
    expect(table).toMatch(/issued +1,015 +€10\.15/);
    expect(table).toMatch(/redeemed +500 +€5\.00/);
    expect(table).toMatch(/€5 off +1 +1 +0 +500 +€5\.00/);
    expect(table).toContain(
      "Revenue that earned, after returns: €15.00. Used rewards cost €5.00, 33.3% of it.",
    );
    expect(table).toMatch(/m1 +m1@example\.com +1,015/);
  });

  test("the table counts members by tier at the end of each month", () => {
    const tiers = {
      levels: [
        { id: "bronze", from: "0" },
        { id: "silver", from: "20.00" },
      ],
    };
    const later = order("2", { id: "m1" }, "10.00", day("02-20"), { paidAt: day("02-20") });
    const replay = run([join("m1"), join("m2"), later, adjust("m2", 1, day("03-10"))], { ...program, tiers });
    const table = [...replayTable(replay, finishReplay(replay))].join("");
    expect(
      table.split("\n").flatMap((line) => /2026-\d\d  .*/.exec(line)?.[0].split(/ +/).join(" ") ?? []),
    ).toEqual(expect.arrayContaining(["2026-01 0 2 0", "2026-02 0 1 1", "2026-03 0 1 1"]));
  });

  test("a member's ledger has an entry a line, with the balance and the reason", () => {
    const entries: Transaction[] = [];
    const replay = run(story, program, { onTransaction: (transaction) => entries.push(transaction) });
    const member = replay.books.members.get("m1")!;
    const lines = [
      ...explainMember(replay.books, member, entries, { end: finishReplay(replay), language: "en" }),
    ];
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(
      /^2026-01-02T10:00:00\+01:00 +adjusted +\+1000 +1000 +The shop gave 1,000 points: test\n$/,
    );
    expect(lines[3]).toMatch(
      /earned +\+15 +515 +Order 1001: 15 points; Purchase: 15 points for €15\.00 \(1 per €1\.00\)/,
    );
  });

  test("orders without points and the tier are told below the entries", () => {
    const document = {
      ...program,
      earning: { ...program.earning, exclude: { emailDomains: ["example.com"] } },
      tiers: { levels: [{ id: "gold", name: "Gold", from: "100.00" }] },
    };
    const replay = run([join("m1"), order("7", { id: "m1" }, "10.00")], document);
    const member = replay.books.members.get("m1")!;
    expect([
      ...explainMember(replay.books, member, [], { end: finishReplay(replay), language: "de" }),
    ]).toEqual([
      "# Bestellung 7 bringt keine Punkte: Adressen dieser Domain nehmen nicht teil\n",
      "# Noch keine Stufe\n",
      expect.stringMatching(/^# Gezählt insgesamt: 0,00\s€\n$/),
      expect.stringMatching(/^# Noch 100,00\s€ bis Gold\n$/),
    ]);
  });
});
