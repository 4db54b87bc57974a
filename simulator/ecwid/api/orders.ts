import { orderView, totalsOf } from "../order-view.ts";
import type { Order } from "../records.ts";
import { dateText } from "../wire.ts";
import type { Endpoint } from "./endpoint.ts";
import { ApiRefusal } from "./errors.ts";
import { Question } from "./question.ts";

const FILTERS = [
  "ids",
  "email",
  "customerId",
  "couponCode",
  "createdFrom",
  "createdTo",
  "updatedFrom",
  "updatedTo",
  "paymentStatus",
  "fulfillmentStatus",
];

export const orderEndpoints: readonly Endpoint[] = [
  {
    name: "searchOrders",
    method: "GET",
    path: "orders",
    scope: "read_orders",
    answer: ({ ask, store }) => {
      const question = new Question(ask, FILTERS);
      // The latest comes first; more that is placed meanwhile moves everything on.
      const found = Object.values(store.orders)
        .filter(matching(question))
        .sort((a, b) => b.createdAt - a.createdAt || Number(b.internalId) - Number(a.internalId));
      return question.page(found.map((order) => orderView(order, store)));
    },
  },
  {
    name: "deletedOrders",
    method: "GET",
    path: "orders/deleted",
    scope: "read_orders",
    answer: ({ ask, store }) =>
      new Question(ask, []).page(store.deletedOrders.map(({ id, at }) => ({ id, date: dateText(at) }))),
  },
  {
    name: "readOrder",
    method: "GET",
    path: "orders/:id",
    scope: "read_orders",
    answer: ({ ask, store, id }) => {
      const order =
        store.orders[id] ?? Object.values(store.orders).find(({ internalId }) => internalId === id);
      if (order === undefined)
        throw new ApiRefusal(404, "ORDER_NOT_FOUND", `Order with id = ${id} not found`);
      return new Question(ask, []).trimmed(orderView(order, store));
    },
  },
];

function matching(question: Question): (order: Order) => boolean {
  const ids = question.list("ids");
  const email = question.text("email")?.toLowerCase() ?? null;
  const customerId = question.text("customerId");
  const couponCode = question.text("couponCode")?.toLowerCase() ?? null;
  const paymentStatus = question.list("paymentStatus");
  const fulfillmentStatus = question.list("fulfillmentStatus");
  const [createdFrom, createdTo] = [question.date("createdFrom"), question.date("createdTo")];
  const [updatedFrom, updatedTo] = [question.date("updatedFrom"), question.date("updatedTo")];
  return (order) =>
    (ids === null || ids.includes(order.id)) &&
    (email === null || order.email.toLowerCase().includes(email)) &&
    (customerId === null || order.customerId === customerId) &&
    (couponCode === null || order.coupon?.code.toLowerCase() === couponCode) &&
    (paymentStatus === null || paymentStatus.includes(order.paymentStatus)) &&
    (fulfillmentStatus === null || fulfillmentStatus.includes(order.fulfillmentStatus)) &&
    isWithin(order.createdAt, createdFrom, createdTo) &&
    isWithin(order.updatedAt, updatedFrom, updatedTo) &&
    totalsOf(order).total >= 0;
}

/** Ecwid's clock counts seconds. */
function isWithin(at: number, from: number | null, to: number | null): boolean {
  const second = Math.floor(at / 1000) * 1000;
  return (from === null || second >= from) && (to === null || second <= to);
}
