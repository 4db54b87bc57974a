import type { CodeInShop, PlatformAnswer } from "../platform.ts";
import { findCoupon } from "./deliver/find-coupon.ts";
import type { RestClient } from "./rest-client.ts";

/** Looks for coupons by their code, one by one: the API finds no more at once. */
export async function missingCodes(
  client: RestClient,
  shopKey: string,
  codes: readonly CodeInShop[],
): Promise<PlatformAnswer<string[]>> {
  const missing: string[] = [];
  for (const { code } of codes) {
    const found = await findCoupon(client, shopKey, code);
    if (found.kind === "missing") return { kind: "refused", reason: found.reason };
    if (found.kind !== "data") return found;
    if (found.data === null) missing.push(code);
  }
  return { kind: "data", data: missing };
}
