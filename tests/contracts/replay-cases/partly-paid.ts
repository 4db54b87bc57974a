import { day, program, type ReplayCase } from "./case.ts";
import { shopify, shopifyLine, shopifyOrder } from "./deliveries.ts";

/** The order of 50.00, after an edit that added goods for 30.00. */
const editedUpwards = (more: Parameters<typeof shopifyOrder>[0]) =>
  shopifyOrder({
    financial_status: "partially_paid",
    line_items: [shopifyLine(1, "50.00"), shopifyLine(2, "30.00")],
    ...more,
  });

/** An edit that adds to a paid order makes it partly paid. */
export const partlyPaidCases: readonly ReplayCase[] = [
  {
    title: "Shopify: a paid order edited upwards keeps what was paid until the rest is paid",
    program: program({}),
    events: [
      shopify(day("01-05"), "orders/paid", shopifyOrder({ line_items: [shopifyLine(1, "50.00")] })),
      shopify(day("01-06"), "orders/updated", editedUpwards({ updated_at: day("01-06") })),
    ],
    expect: { "77": { available: 50 } },
  },
  {
    title: "Shopify: a paid order edited upwards earns on all of it once the rest is paid",
    program: program({}),
    events: [
      shopify(day("01-05"), "orders/paid", shopifyOrder({ line_items: [shopifyLine(1, "50.00")] })),
      shopify(day("01-06"), "orders/updated", editedUpwards({ updated_at: day("01-06") })),
      shopify(
        day("01-07"),
        "orders/updated",
        editedUpwards({ financial_status: "paid", updated_at: day("01-07") }),
      ),
    ],
    expect: { "77": { available: 80 } },
  },
  {
    title: "Shopify: a paid order edited upwards and then cancelled earns nothing",
    program: program({}),
    events: [
      shopify(day("01-05"), "orders/paid", shopifyOrder({ line_items: [shopifyLine(1, "50.00")] })),
      shopify(day("01-06"), "orders/updated", editedUpwards({ updated_at: day("01-06") })),
      shopify(
        day("01-07"),
        "orders/cancelled",
        editedUpwards({ cancelled_at: day("01-07"), updated_at: day("01-07") }),
      ),
    ],
    expect: { "77": { available: 0 } },
  },
];
