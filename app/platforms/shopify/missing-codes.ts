import type { CodeInShop, PlatformAnswer } from "../platform.ts";
import type { AdminClient } from "./admin-client.ts";
import { CODES_LOOKED_FOR, FIND_CODES } from "./documents/find-codes.ts";

const DISCOUNT = "gid://shopify/DiscountCodeNode/";

/** Looks for codes by their text: one that nobody has, or whose discount has ended, does not work any more. */
export async function missingCodes(
  client: AdminClient,
  shopKey: string,
  codes: readonly CodeInShop[],
): Promise<PlatformAnswer<string[]>> {
  const wanted = codes.filter(({ reference }) => reference.startsWith(DISCOUNT)).map(({ code }) => code);
  const missing: string[] = [];
  for (let start = 0; start < wanted.length; start += CODES_LOOKED_FOR) {
    const some = wanted.slice(start, start + CODES_LOOKED_FOR);
    const last = some.at(-1);
    // A document has as many places as it has: those left over ask for the last code again.
    const variables: Record<string, unknown> = {};
    for (let place = 0; place < CODES_LOOKED_FOR; place += 1) {
      variables[`c${String(place)}`] = some[place] ?? last;
    }
    const asked = await client.ask(shopKey, FIND_CODES, variables);
    if (asked.kind !== "data") return asked;
    for (const [place, code] of some.entries()) {
      const found = asked.data[`c${String(place)}`];
      if (found == null || found.codeDiscount.status === "EXPIRED") missing.push(code);
    }
  }
  return { kind: "data", data: missing };
}
