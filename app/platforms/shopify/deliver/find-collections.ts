import type { Instant } from "#app/domain/calendar.ts";
import type { AdminClient, Asked } from "../admin-client.ts";
import { FIND_COLLECTION } from "../documents/discounts.ts";
import { numericId } from "../orders/fields.ts";

/** A handle may be given to another collection: what was found is believed for so long. */
const BELIEVED_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

/**
 * The numbers of collections that a program names by number or by handle, as it may in conditions on
 * lines. A name of digits alone is a number. What the shop does not have (any more) holds no products,
 * so it is left out; where nothing is left, nothing could be bought, and that is a refusal.
 */
export type FindCollections = (shopKey: string, names: readonly string[]) => Promise<Asked<string[]>>;

export function createCollectionFinder(client: AdminClient, now: () => Instant): FindCollections {
  const remembered = new Map<string, { readonly id: string; readonly until: Instant }>();

  const find = async (shopKey: string, handle: string): Promise<Asked<string | null>> => {
    const key = `${shopKey} ${handle}`;
    const known = remembered.get(key);
    if (known !== undefined && known.until > now()) return { kind: "data", data: known.id };
    const asked = await client.ask(shopKey, FIND_COLLECTION, { handle });
    if (asked.kind !== "data") return asked;
    const { collectionByIdentifier: found } = asked.data;
    if (found === null) return { kind: "data", data: null };
    const id = numericId(found.id);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, { id, until: now() + BELIEVED_MS });
    return { kind: "data", data: id };
  };

  return async (shopKey, names) => {
    const ids: string[] = [];
    for (const name of names) {
      if (isNumber(name)) {
        ids.push(name);
        continue;
      }
      const found = await find(shopKey, name);
      if (found.kind !== "data") return found;
      if (found.data !== null) ids.push(found.data);
    }
    if (names.length > 0 && ids.length === 0) {
      const named = names.map((name) => JSON.stringify(name)).join(", ");
      return { kind: "refused", reason: `the shop has no collection ${named}, which the reward is for` };
    }
    return { kind: "data", data: ids };
  };
}

function isNumber(name: string): boolean {
  return /^(?:gid:\/\/shopify\/Collection\/)?\d+$/u.test(name);
}
