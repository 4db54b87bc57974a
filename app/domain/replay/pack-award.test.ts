import fc from "fast-check";
import { expect, test } from "vitest";
import type { Award } from "../books.ts";
import { standingOf } from "../earning/awards.ts";
import { ByteReader, ByteWriter } from "./byte-record.ts";
import { packAward, readStanding, unpackAward } from "./pack-award.ts";
import { SharedParts } from "./shared-parts.ts";

const name = fc.constantFrom("spend", "new-in", "cap:month:2026-01", "1", "5", "4", "gold", "Größe");
const figure = fc.maxSafeInteger();
const count = fc.maxSafeNat();
const maybe = fc.option(figure);
const rate = fc.record({ ruleId: name, points: figure, perMinor: figure });
const use = fc.record({ key: name, count: figure, points: figure });

const line = fc.record({
  id: fc.oneof(name, fc.bigInt({ min: 1n, max: 10n ** 20n }).map(String)),
  basisMinor: figure,
  quantity: figure,
  spend: fc.array(rate, { maxLength: 3 }),
  steps: fc.array(name, { maxLength: 2 }),
  items: fc.array(fc.record({ ruleId: name, points: figure }), { maxLength: 2 }),
  multiplierNum: name,
  multiplierDen: name,
});

const award: fc.Arbitrary<Award> = fc.record({
  orderId: fc.constant("1001"),
  memberId: fc.constant("m1"),
  orderName: fc.option(fc.string({ unit: "grapheme" })),
  programVersion: count,
  paidAt: maybe,
  target: figure,
  standing: figure,
  writtenOff: figure,
  cancelled: fc.boolean(),
  lotIds: fc.array(fc.constantFrom("order:1001", "order:1001:2", "merged:m2:order:1001")),
  postings: count,
  orderUpdatedAt: maybe,
  frozen: fc.record({
    excluded: fc.option(fc.constantFrom("not_paid", "cancelled", "test_order", "member_left")),
    tierId: fc.option(name),
    nth: count,
    lines: fc.array(line, { maxLength: 4 }),
    stepRules: fc.array(rate, { maxLength: 2 }),
    orderRules: fc.array(
      fc.record({ ruleId: name, points: figure, once: fc.option(fc.constantFrom("first", "nth:3")) }),
      { maxLength: 3 },
    ),
    ruleRoom: fc.dictionary(name, fc.record({ points: maybe, count: maybe }), { noNullPrototype: true }),
    capRoom: maybe,
    basisNum: name,
    basisDen: name,
    uses: fc.array(use, { maxLength: 3 }),
    parts: fc.option(fc.array(fc.record({ ruleId: name, count: figure, points: figure }), { maxLength: 3 })),
  }),
});

test("an award comes back from its packed form as it was, and says in passing what other orders ask", () => {
  const shared = new SharedParts();
  const writer = new ByteWriter();
  const reader = new ByteReader();
  fc.assert(
    fc.property(award, (packed) => {
      writer.open(new Uint8Array(16), 3);
      packAward(writer, shared, packed);
      reader.open(writer.bytes, writer.position - writer.length);
      expect(unpackAward(reader, shared, { orderId: "1001", memberId: "m1" })).toEqual(packed);
      reader.open(writer.bytes, writer.position - writer.length);
      expect(readStanding(reader, shared, "1001")).toEqual(standingOf(packed));
    }),
  );
});
