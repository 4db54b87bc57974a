import { currencyDigits, parseMoney } from "#app/domain/money.ts";

/**
 * An order or refund as the Admin API tells it, brought into the form of a webhook's body. The
 * documents (documents/reading.ts) ask under the webhooks' names already; what is left are
 * connections, upper-case statuses and a few things that lie elsewhere.
 */
export type Node = Readonly<Record<string, unknown>>;

export function orderBodyOf(order: Node, lines: readonly unknown[], refunds: readonly Node[]): Node {
  const all = lines.filter(isNode);
  const tip = tipLineOf(order, all);
  return {
    ...order,
    financial_status: lowerCase(order.financial_status),
    fulfillment_status: lowerCase(order.fulfillment_status),
    fulfillments: listIn(order.fulfillments).map(withLowerCase("status")),
    transactions: listIn(order.transactions).map(transactionBody),
    discount_codes: Array.isArray(order.discount_codes)
      ? order.discount_codes.map((code: unknown) => ({ code }))
      : [],
    line_items: all.map((line) => lineBody(line, line === tip)),
    shipping_lines: listIn(order.shipping_lines).map(priced),
    refunds,
    customer: isNode(order.customer) ? customerBody(order.customer) : null,
  };
}

export function refundBodyOf(refund: Node, lines: readonly unknown[]): Node {
  return {
    ...refund,
    refund_line_items: lines.filter(isNode).map((line) => ({
      ...line,
      line_item_id: isNode(line.line_item) ? line.line_item.id : undefined,
      line_item: null,
      subtotal: shopAmount(line.subtotal_set),
    })),
    refund_shipping_lines: listIn(refund.refund_shipping_lines),
    // The API knows differences only; shipping has had lines of its own since 2024-10.
    order_adjustments: listIn(refund.order_adjustments).map((adjustment) => ({
      ...adjustment,
      kind: "refund_discrepancy",
      amount: shopAmount(adjustment.amount_set),
    })),
    transactions: listIn(refund.transactions).map(transactionBody),
  };
}

function lineBody(line: Node, isTip: boolean): Node {
  return {
    ...priced(line),
    product_id: isNode(line.product) ? line.product.id : null,
    variant_id: isNode(line.variant) ? line.variant.id : null,
    tip: isTip ? {} : null,
  };
}

/**
 * The API does not mark the line that a tip may become: it is one without a product, for exactly the tip. A
 * custom sale may look the same, so the order's subtotal, which leaves tips out, says whether there is such a
 * line at all; of several that look alike it is the last, as a tip is given at the end.
 */
function tipLineOf(order: Node, lines: readonly Node[]): Node | null {
  const tip = shopAmount(order.total_tip_received_set);
  if (!(Number(tip) > 0)) return null;
  const alike = lines.filter(
    (line) =>
      line.product === null &&
      line.requires_shipping === false &&
      line.quantity === 1 &&
      shopAmount(line.price_set) === tip,
  );
  return isWithoutTip(order, lines) ? null : (alike.at(-1) ?? null);
}

/** Whether the lines alone, after their discounts, come to the subtotal. */
function isWithoutTip(order: Node, lines: readonly Node[]): boolean {
  const digits = typeof order.currency === "string" ? currencyDigits(order.currency) : null;
  const minor = (set: unknown): number | null => {
    const amount = shopAmount(set);
    return digits === null || typeof amount !== "string" ? null : parseMoney(amount, digits);
  };
  const subtotal = minor(order.subtotal_price_set);
  if (subtotal === null) return false;
  let sum = 0;
  for (const line of lines) {
    const price = minor(line.price_set);
    if (price === null || typeof line.quantity !== "number") return false;
    sum += price * line.quantity;
    for (const allocation of listIn(line.discount_allocations)) {
      const off = minor(allocation.amount_set);
      if (off === null) return false;
      sum -= off;
    }
  }
  return sum === subtotal;
}

function customerBody(customer: Node): Node {
  return {
    ...customer,
    email: isNode(customer.address) ? customer.address.email : null,
    tags: Array.isArray(customer.tags) ? customer.tags.join(",") : null,
  };
}

function transactionBody(transaction: Node): Node {
  const set = isNode(transaction.amount_set) ? transaction.amount_set.shop_money : undefined;
  return {
    kind: lowerCase(transaction.kind),
    status: lowerCase(transaction.status),
    gateway: transaction.gateway,
    ...(isNode(set) ? { amount: set.amount, currency: set.currency } : {}),
  };
}

function priced(line: Node): Node {
  return { ...line, price: shopAmount(line.price_set) };
}

function shopAmount(set: unknown): unknown {
  return isNode(set) && isNode(set.shop_money) ? set.shop_money.amount : undefined;
}

function withLowerCase(name: string): (node: Node) => Node {
  return (node) => ({ ...node, [name]: lowerCase(node[name]) });
}

function lowerCase(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** The nodes of a list or a connection. */
export function listIn(value: unknown): Node[] {
  const list = isNode(value) ? value.nodes : value;
  return Array.isArray(list) ? list.filter(isNode) : [];
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
