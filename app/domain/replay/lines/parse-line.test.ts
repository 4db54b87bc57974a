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

  test("what a person is beyond the engine's questions is read beside the fact", () => {
    const member = {
      id: "m1",
      country: "DE",
      region: "BE",
      language: "de",
      phone: "+49",
      zone: "Europe/Berlin",
    };
    expect(parse(order({ member: { ...member, consent: { email: true } } }))).toMatchObject({
      person: { country: "DE", region: "BE", language: "de", consentEmail: true, consentSms: null },
    });
    expect(parse(order())).toMatchObject({ person: null });
  });

  test("an order's line may say its cost, an order its cart, an activity what it looked at", () => {
    const line = { id: "1", quantity: 1, unitPrice: "5.00", cost: "2.50" };
    expect(parse(order({ cart: "c1", lines: [line] }))).toMatchObject({
      fact: { order: { lines: [{ costMinor: 250 }] } },
    });
    const look = { type: "activity", member: { id: "m1" }, activity: "product_view" };
    expect(parse({ ...look, line: { product: "p1", kind: "Coffee", tags: ["new"] } })).toMatchObject({
      seen: { product: "p1", kind: "Coffee", tags: ["new"], collections: [] },
    });
    expect(parse(look)).toMatchObject({ seen: null });
  });

  test.each([
    [
      { type: "cart", member: { id: "m1" }, cart: { id: "c1" } },
      { type: "cart", member: { id: "m1" }, cart: { id: "c1", isEmpty: false } },
    ],
    [
      { type: "consent", member: { id: "m1" }, email: false },
      { type: "consent", email: false, sms: null },
    ],
    [
      { type: "survey", member: { id: "m1" }, survey: "s1", score: 9 },
      { type: "survey", survey: "s1", score: 9 },
    ],
    [
      { type: "survey", member: { id: "m1" }, survey: "s1" },
      { type: "survey", score: null },
    ],
    [
      { type: "journey", journey: { id: "j" } },
      { type: "journey", document: { id: "j" } },
    ],
    [
      { type: "suppress", member: { id: "m1" }, channel: "email" },
      { type: "suppress", member: { id: "m1" }, channel: "email" },
    ],
    [
      { type: "refer", advocate: "m1", friend: { id: "m9", email: "f@b.c", proven: true } },
      { type: "refer", advocate: { id: "m1" }, friend: { id: "m9", email: "f@b.c" }, proven: true },
    ],
    [
      { type: "review", friend: "m9", approve: true },
      { type: "review", friendId: "m9", approve: true },
    ],
    [
      { type: "optIn", member: { id: "m1" }, challenge: "weekly" },
      { type: "optIn", member: { id: "m1" }, challengeId: "weekly" },
    ],
    [
      { type: "till", member: { id: "m1" }, activity: "recycling" },
      { type: "till", activity: "recycling", purchase: null },
    ],
    [
      { type: "till", member: { id: "m1" }, purchase: { receipt: "r1", amount: "12.00" } },
      { type: "till", activity: null, purchase: { receipt: "r1", amount: "12.00" } },
    ],
  ])("a line of another contract is accepted: %j", (line, expected) => {
    expect(parse(line)).toMatchObject(expected);
  });

  test("without a program an order is read in its own currency, and must name it", () => {
    const inYen = order({ currency: "JPY", lines: [{ id: "1", quantity: 1, unitPrice: "500" }] });
    expect(parseLine(JSON.stringify({ at: AT, ...inYen }), null)).toMatchObject({
      fact: { order: { currency: "JPY", lines: [{ unitPriceMinor: 500 }] } },
    });
    expect(() => parseLine(JSON.stringify({ at: AT, ...order() }), null)).toThrow("order.currency");
  });
});
