import { createHmac } from "node:crypto";

export interface ProxyAsk {
  readonly shop: string;
  /** Null: nobody is logged in. */
  readonly customerId: string | null;
  /** What the shopper's browser sent. */
  readonly sent?: string;
  readonly at: number;
  readonly secret: string;
}

/** The query of a visit as Shopify's app proxy signs it; repeated names are joined by commas. */
export function proxyQuery({ shop, customerId, sent = "", at, secret }: ProxyAsk): string {
  const query = new URLSearchParams(sent);
  query.append("logged_in_customer_id", customerId ?? "");
  query.append("path_prefix", "/apps/regulars");
  query.append("shop", shop);
  query.append("timestamp", String(Math.floor(at / 1000)));
  const names = [...new Set(query.keys())];
  const pairs = names.map((name) => `${name}=${query.getAll(name).join(",")}`);
  query.append("signature", createHmac("sha256", secret).update(pairs.sort().join("")).digest("hex"));
  return query.toString();
}
