import { describe, expect, test } from "vitest";
import { parseLine } from "./parse-line.ts";

const AT = "2026-01-05T10:00:00+01:00";
const parse = (line: object) => parseLine(JSON.stringify({ at: AT, ...line }), "EUR");
const order = (fields: object = {}) => ({
  type: "order",
  order: { id: "1", member: { id: "m1" }, lines: [{ id: "1", quantity: 1, unitPrice: "5.00" }], ...fields },
});

describe("a line of the history", () => {
  test("optional fields of an order take their empty value", () => {
    expect(parse(order())).toMatchObject({
      type: "fact",
      fact: {
        type: "order",
        order: {
          currency: "EUR",
          placedAt: Date.UTC(2026, 0, 5, 9),
          paidAt: null,
          fulfilledAt: null,
          cancelledAt: null,
          taxesIncluded: false,
          paymentMethods: [],
          orderDiscountMinor: 0,
          shippingMinor: 0,
          paidByGiftCardMinor: 0,
          discountCodes: [],
          refunds: [],
          lines: [
            {
              product: null,
              variant: null,
              discountMinor: 0,
              taxMinor: 0,
              giftCard: false,
              tags: [],
              collections: [],
              vendor: "",
              kind: "",
            },
          ],
        },
      },
    });
  });

  test("a refund line without an amount is left to be pro rata, and the refund's amount may be missing then", () => {
    expect(
      parse(order({ refunds: [{ id: "r", lines: [{ line: "1", quantity: 1 }], shipping: "1.00" }] })),
    ).toMatchObject({
      fact: {
        order: { refunds: [{ amountMinor: 100, shippingMinor: 100, lines: [{ amountMinor: null }] }] },
      },
    });
  });

  test.each(["JPY", "ZZZ"])(
    "a foreign order in %s is read whatever its decimals, to be refused later",
    (currency) => {
      const foreign = order({ currency, lines: [{ id: "1", quantity: 1, unitPrice: "49.95" }] });
      expect(parse(foreign)).toMatchObject({ fact: { order: { currency } } });
    },
  );

  test("an order line's own instant is its version", () => {
    expect(parse(order({}))).toMatchObject({ fact: { order: { updatedAt: Date.parse(AT) } } });
  });

  test("an address beside an id is proven, one alone is a guest's", () => {
    expect(parse({ type: "join", member: { id: "m", email: "a@b.c" } })).toMatchObject({
      fact: { customer: { emailProven: true } },
    });
    expect(parse(order({ member: { email: "a@b.c" } }))).toMatchObject({
      fact: { customer: { id: null, emailProven: false } },
    });
  });

  test("an order of nobody is read", () => {
    expect(parse(order({ member: null }))).toMatchObject({ fact: { customer: null } });
  });

  test("a raw delivery keeps every digit of its ids", () => {
    const line = `{"at":"${AT}","type":"shopify","topic":"orders/paid","payload":{"id":820982911946154508}}`;
    expect(parseLine(line, "EUR")).toMatchObject({ topic: "orders/paid", body: '{"id":820982911946154508}' });
  });

  test.each([
    ["what is not JSON", "{", "this is not valid JSON"],
    ["what is no object", "[]", "a JSON object is expected"],
    ["an unknown type", '{"type":"sale"}', "type: one of join, order"],
    ["an inherited name as type", '{"type":"constructor"}', "type: one of join, order"],
    ["an unknown field", `{"at":"${AT}","type":"join","membr":{}}`, 'there is no field "membr"'],
    [
      "an instant without offset",
      '{"at":"2026-01-05T10:00:00","type":"join","member":{"id":"m"}}',
      "line.at: an instant",
    ],
    ["a missing instant", '{"type":"join","member":{"id":"m"}}', "line.at: an instant is expected"],
    [
      "a member without id and email",
      JSON.stringify({ at: AT, type: "join", member: {} }),
      "member: an id or an email",
    ],
    [
      "a misspelt field of an order",
      JSON.stringify({ at: AT, ...order({ linse: [] }) }),
      'order: there is no field "linse"',
    ],
    [
      "an amount that is a number",
      JSON.stringify({ at: AT, ...order({ shipping: 4.9 }) }),
      "order.shipping: an amount in quotes",
    ],
    [
      "more decimals than the currency has",
      JSON.stringify({ at: AT, ...order({ shipping: "4.905" }) }),
      "order.shipping: an amount",
    ],
    [
      "half a unit",
      JSON.stringify({ at: AT, ...order({ lines: [{ id: "1", quantity: 0.5, unitPrice: "1.00" }] }) }),
      "order.lines[0].quantity: a whole number",
    ],
    [
      "a line without a price",
      JSON.stringify({ at: AT, ...order({ lines: [{ id: "1", quantity: 1 }] }) }),
      "order.lines[0].unitPrice: an amount",
    ],
    [
      "a refund that says nothing",
      JSON.stringify({ at: AT, ...order({ refunds: [{ id: "r" }] }) }),
      "order.refunds[0].amount",
    ],
    [
      "points in quotes",
      JSON.stringify({ at: AT, type: "adjust", member: { id: "m" }, points: "5" }),
      "line.points: a whole number",
    ],
    [
      "a qualifying figure that is none",
      JSON.stringify({ at: AT, type: "adjust", member: { id: "m" }, points: 5, qualifying: "x" }),
      "line.qualifying",
    ],
    [
      "a payload that is a text",
      JSON.stringify({ at: AT, type: "shopify", topic: "orders/paid", payload: "x" }),
      "line.payload: an object",
    ],
  ])("%s stops the run and says where", (_, line, problem) => {
    expect(() => parseLine(line, "EUR")).toThrow(problem);
  });
});
