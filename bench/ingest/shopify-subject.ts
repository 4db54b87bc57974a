import type { Database } from "#app/db/client.ts";
import { customerNumber, prepareShops } from "./prepare-shops.ts";
import { SECRET } from "./production-server.ts";
import { createDeliveryMaker, type OrderToTell, pointsOf, requestOf } from "./shop-deliveries.ts";
import { arrange, type Size, spread, type Subject } from "./subject.ts";

/** Orders told whole by three signed deliveries of Shopify's documented form. */
export async function shopifySubject(database: Database, size: Size, now: number): Promise<Subject> {
  const shopKeys = await prepareShops(database, size.shops, size.members, now);
  const orders = Array.from({ length: size.orders }, (_, index): OrderToTell => {
    const { shop, member, priceCents, afterMs } = spread(size, index);
    const shopKey = shopKeys[shop];
    if (shopKey === undefined) throw new Error("There is a shop for every order.");
    return {
      ...{ shopKey, priceCents, orderNumber: index + 1, createdAt: now + afterMs },
      customerId: customerNumber(shop, member),
    };
  });
  const tell = createDeliveryMaker();
  return {
    env: {},
    orders: orders.length,
    deliveries: arrange(orders.map(tell)).map((delivery) => (host) => requestOf(delivery, SECRET, host)),
    expectedPoints: orders.reduce((sum, order) => sum + pointsOf(order), 0),
    figures: () => Promise.resolve({}),
    stop: () => Promise.resolve(),
  };
}
