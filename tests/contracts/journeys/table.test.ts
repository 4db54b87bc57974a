import { expect, it } from "vitest";
import { finishReplay } from "#app/domain/replay/run-replay.ts";
import { replayTable } from "#app/domain/replay/results/table.ts";
import { at, join, journey, note, order, tell } from "#tests/support/journey-story.ts";

/** Of m1 to m5 a holdout of 32 % holds out m2 (31.56), m3 (8.16) and m4 (31.19). */
it("the table tells what each journey sent, and compares it with those it was held back from", () => {
  const members = ["m1", "m2", "m3", "m4", "m5"];
  const journeys = [
    journey(
      "j",
      { on: "joined" },
      { holdout: 32, steps: [note("n"), { send: { channel: "sms", template: "s" } }] },
    ),
    journey("k", { on: "purchase" }),
  ];
  const lines = [
    ...members.map((id) => join(at("2026-01-05"), { id, phone: null })),
    order("1", at("2026-01-10"), { member: { id: "m1" }, price: "50.00" }),
    order("2", at("2026-01-10"), { member: { id: "m5" }, price: "50.00" }),
    order("3", at("2026-01-10"), { member: { id: "m2" }, price: "10.00" }),
    order("4", at("2026-01-10"), { member: { id: "m3" }, price: "10.00" }),
    order("5", at("2026-01-10"), { member: { id: "m4" }, price: "10.00" }),
    // After the thirty days it is no matter of the journey.
    order("6", at("2026-02-10"), { member: { id: "m4" }, price: "500.00" }),
  ];
  const replay = tell({ journeys, lines, stopAt: at("2026-03-01") });
  const table = [...replayTable(replay, finishReplay(replay))].join("");
  expect(table).toMatch(/journey +sent +not sent +held out\n +j +2 +2 +3\n +k +6 +0 +0\n/);
  expect(table).toContain(
    "j, 2 members with it, 3 without: €40.00 more bought by member (95 % interval €40.00 to €40.00)",
  );
});

/** By SHA-256 of "j:<member>:<member>:0" m2 and m5 are drawn below 50, m1, m3 and m4 above. */
it("and compares the arms of a choice", () => {
  const arm = (template: string) => ({ share: 50, steps: [note(template)] });
  const lines = ["m1", "m2", "m3", "m4", "m5"].flatMap((id) => [
    join(at("2026-01-05"), { id }),
    order(id, at("2026-01-10"), { member: { id }, price: id === "m2" || id === "m5" ? "30.00" : "10.00" }),
  ]);
  const journeys = [journey("j", { on: "joined" }, { steps: [{ choose: [arm("a"), arm("b")] }] })];
  const replay = tell({ journeys, lines, stopAt: at("2026-03-01") });
  expect([...replayTable(replay, finishReplay(replay))].join("")).toContain(
    "j, choice 0: 3 members in arm 1, 2 in the first: €20.00 less bought by member (95 % interval -€20.00 to -€20.00)",
  );
});
