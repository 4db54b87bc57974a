import { day, program, type ReplayCase } from "./case.ts";
import { ecwid } from "./deliveries.ts";

/** Raw orders as Ecwid tells them. */
export const ecwidLinesCases: readonly ReplayCase[] = [
  {
    title: "Ecwid: paid",
    program: program({}),
    events: [ecwid(day("01-05"))],
    expect: { "9": { available: 50 } },
  },
  {
    title: "Ecwid: awaiting",
    program: program({}),
    events: [ecwid(day("01-05"), { paymentStatus: "AWAITING_PAYMENT" })],
    expect: { "9": { available: 0 } },
  },
  {
    title: "Ecwid: partial refund is an amount over the lines",
    program: program({}),
    events: [
      ecwid(day("01-05")),
      ecwid(day("01-06"), {
        paymentStatus: "PARTIALLY_REFUNDED",
        updateDate: "2026-01-06 09:00:00 +0000",
        refundedAmount: 25,
        refunds: [{ date: "2026-01-06 09:00:00 +0000", amount: 25 }],
      }),
    ],
    expect: { "9": { available: 25 } },
  },
  {
    title: "Ecwid: refunded",
    program: program({}),
    events: [
      ecwid(day("01-05")),
      ecwid(day("01-06"), {
        paymentStatus: "REFUNDED",
        updateDate: "2026-01-06 09:00:00 +0000",
        refundedAmount: 50,
      }),
    ],
    expect: { "9": { available: 0 } },
  },
  {
    title: "Ecwid: coupon over the lines",
    program: program({ rules: [{ id: "spend", kind: "spend", points: 100, per: "1.00" }] }),
    events: [ecwid(day("01-05"), { total: 40, couponDiscount: 10 })],
    expect: { "9": { available: 4000 } },
  },
  {
    title: "Ecwid: float prices exact: 0.1 + 0.2",
    program: program({ rules: [{ id: "spend", kind: "spend", points: 100, per: "1.00" }] }),
    events: [
      ecwid(day("01-05"), {
        total: 0.3,
        items: [
          { id: 1, productId: 1, price: 0.1, quantity: 1, tax: 0 },
          { id: 2, productId: 1, price: 0.2, quantity: 1, tax: 0 },
        ],
      }),
    ],
    expect: { "9": { available: 30 } },
  },
  {
    title: "Ecwid: cancelled and back",
    program: program({}),
    events: [
      ecwid(day("01-05")),
      ecwid(day("01-06"), { paymentStatus: "CANCELLED", updateDate: "2026-01-06 09:00:00 +0000" }),
      ecwid(day("01-07"), { updateDate: "2026-01-07 09:00:00 +0000" }),
    ],
    expect: { "9": { available: 50 } },
  },
];
