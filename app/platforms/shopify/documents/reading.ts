import { z } from "zod";
import { defineDocument } from "./define-document.ts";

/*
 * What is read rather than sent. Orders are asked for under the names the webhooks use (aliases), so
 * that one reader (order-body.ts) understands both and they come out as the same fact.
 */

const SET = "{ shop_money: shopMoney { amount } }";
const PAID_IN = "{ shop_money: shopMoney { amount currency: currencyCode } }";
const TAX_LINES = `tax_lines: taxLines { price_set: priceSet ${SET} }`;
const ALLOCATIONS = `discount_allocations: discountAllocations { amount_set: allocatedAmountSet ${SET} }`;

const ORDER_FIELDS = `
  id
  name
  currency: currencyCode
  created_at: createdAt
  processed_at: processedAt
  updated_at: updatedAt
  cancelled_at: cancelledAt
  financial_status: displayFinancialStatus
  fulfillment_status: displayFulfillmentStatus
  fulfillments(first: 20) { created_at: createdAt status }
  test
  taxes_included: taxesIncluded
  source_name: sourceName
  payment_gateway_names: paymentGatewayNames
  transactions(first: 20) { kind status gateway amount_set: amountSet ${PAID_IN} }
  discount_codes: discountCodes
  subtotal_price_set: subtotalPriceSet ${SET}
  total_discounts_set: totalDiscountsSet ${SET}
  total_price_set: totalPriceSet {
    shop_money: shopMoney { amount }
    presentment_money: presentmentMoney { amount currency_code: currencyCode }
  }
  total_tip_received_set: totalTipReceivedSet ${SET}
  email
  customer {
    id
    address: defaultEmailAddress { email: emailAddress }
    verified_email: verifiedEmail
    first_name: firstName
    last_name: lastName
    tags
  }
  refunds(first: 50) { id }`;

const LINE_FIELDS = `
  id
  name
  title
  quantity
  current_quantity: currentQuantity
  price_set: originalUnitPriceSet ${SET}
  product { id }
  variant { id }
  vendor
  gift_card: isGiftCard
  requires_shipping: requiresShipping
  ${TAX_LINES}
  ${ALLOCATIONS}`;

const SHIPPING_FIELDS = `
  is_removed: isRemoved
  price_set: originalPriceSet ${SET}
  ${TAX_LINES}
  ${ALLOCATIONS}`;

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const record = z.record(z.string(), z.unknown());

export const READ_SHOP = defineDocument({
  points: 5,
  text: `#graphql
    query ReadShop {
      shop { name currencyCode ianaTimezone primaryDomain { localization { defaultLocale } } }
      currentAppInstallation { accessScopes { handle } }
    }`,
  answer: z.object({
    shop: z.object({
      name: z.string(),
      currencyCode: z.string(),
      ianaTimezone: z.string(),
      primaryDomain: z.object({ localization: z.object({ defaultLocale: z.string() }).nullable() }),
    }),
    currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
  }),
});

export const LIST_UPDATED_ORDERS = defineDocument({
  points: 252,
  text: `#graphql
    query ListUpdatedOrders($query: String!, $after: String) {
      orders(first: 250, after: $after, query: $query, sortKey: UPDATED_AT) {
        nodes { id updatedAt }
        pageInfo { hasNextPage endCursor }
      }
    }`,
  answer: z.object({
    orders: z.object({ nodes: z.array(z.object({ id: z.string(), updatedAt: z.string() })), pageInfo }),
  }),
});

export const READ_ORDER = defineDocument({
  points: 600,
  partial: true,
  text: `#graphql
    query ReadOrder($id: ID!, $after: String) {
      order(id: $id) {
        ${ORDER_FIELDS}
        line_items: lineItems(first: 25, after: $after) {
          nodes { ${LINE_FIELDS} }
          pageInfo { hasNextPage endCursor }
        }
        shipping_lines: shippingLines(first: 5) { nodes { ${SHIPPING_FIELDS} } }
      }
    }`,
  answer: z.object({
    order: record.and(z.object({ line_items: z.object({ nodes: z.array(record), pageInfo }) })).nullable(),
  }),
});

export const READ_REFUND = defineDocument({
  points: 400,
  text: `#graphql
    query ReadRefund($id: ID!, $after: String) {
      refund(id: $id) {
          id
          created_at: createdAt
          processed_at: processedAt
          refunded_duties: duties { amount_set: amountSet ${SET} }
          refund_line_items: refundLineItems(first: 50, after: $after) {
            nodes {
              quantity
              line_item: lineItem { id }
              subtotal_set: subtotalSet ${SET}
              total_tax_set: totalTaxSet ${SET}
            }
            pageInfo { hasNextPage endCursor }
          }
          refund_shipping_lines: refundShippingLines(first: 5) {
            nodes { subtotal_amount_set: subtotalAmountSet ${SET} tax_amount_set: taxAmountSet ${SET} }
          }
          order_adjustments: orderAdjustments(first: 10) {
            nodes { amount_set: amountSet ${SET} tax_amount_set: taxAmountSet ${SET} }
          }
          transactions(first: 10) { nodes { kind status gateway amount_set: amountSet ${PAID_IN} } }
      }
    }`,
  answer: z.object({
    refund: record
      .and(z.object({ refund_line_items: z.object({ nodes: z.array(record), pageInfo }) }))
      .nullable(),
  }),
});

const collectionPage = z.object({
  nodes: z.array(z.object({ id: z.string(), handle: z.string() })),
  pageInfo,
});

export const DESCRIBE_PRODUCTS = defineDocument({
  points: 775,
  text: `#graphql
    query DescribeProducts($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Product {
          id
          vendor
          productType
          tags
          collections(first: 30) { nodes { id handle } pageInfo { hasNextPage endCursor } }
        }
      }
    }`,
  answer: z.object({
    nodes: z.array(
      z
        .object({
          id: z.string(),
          vendor: z.string(),
          productType: z.string(),
          tags: z.array(z.string()),
          collections: collectionPage,
        })
        .nullable(),
    ),
  }),
});

/** The rest of the collections of a product that is in many. */
export const LIST_COLLECTIONS = defineDocument({
  points: 251,
  text: `#graphql
    query ListCollections($id: ID!, $after: String) {
      product(id: $id) {
        collections(first: 250, after: $after) { nodes { id handle } pageInfo { hasNextPage endCursor } }
      }
    }`,
  answer: z.object({ product: z.object({ collections: collectionPage }).nullable() }),
});

/**
 * All orders, for Shopify to run in its own time. A connection within a list is not allowed there, so
 * of refunds only the ids come; orders that have any are read again one by one.
 */
export function ordersInBulk(search: string | null): string {
  const filter = search === null ? "" : `(query: ${JSON.stringify(search)})`;
  return `{
    orders${filter} {
      edges {
        node {
          ${ORDER_FIELDS}
          line_items: lineItems { edges { node { ${LINE_FIELDS} } } }
          shipping_lines: shippingLines { edges { node { id ${SHIPPING_FIELDS} } } }
        }
      }
    }
  }`;
}

export const START_BULK = defineDocument({
  points: 10,
  text: `#graphql
    mutation StartBulk($query: String!) {
      bulkOperationRunQuery(query: $query, groupObjects: true) {
        bulkOperation { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({
    bulkOperationRunQuery: z
      .object({
        bulkOperation: z.object({ id: z.string() }).nullable(),
        userErrors: z.array(z.object({ code: z.string().nullish(), message: z.string() })),
      })
      .nullable(),
  }),
});

export const READ_BULK = defineDocument({
  points: 2,
  text: `#graphql
    query ReadBulk($id: ID!) {
      bulkOperation(id: $id) { id status errorCode objectCount url partialDataUrl }
    }`,
  answer: z.object({
    bulkOperation: z
      .object({
        id: z.string(),
        status: z.string(),
        errorCode: z.string().nullable(),
        objectCount: z.union([z.string(), z.number()]).transform(Number),
        url: z.string().nullable(),
        partialDataUrl: z.string().nullable(),
      })
      .nullable(),
  }),
});

export const STOP_BULK = defineDocument({
  points: 10,
  text: `#graphql
    mutation StopBulk($id: ID!) {
      bulkOperationCancel(id: $id) {
        bulkOperation { id }
        userErrors { field message }
      }
    }`,
  answer: z.object({
    bulkOperationCancel: z.object({ userErrors: z.array(z.object({ message: z.string() })) }).nullable(),
  }),
});
