import type { Setback } from "../../platform.ts";
import type { AdminClient, Asked } from "../admin-client.ts";
import { CREATE_SEGMENT, DELETE_SEGMENT, FIND_SEGMENTS, UPDATE_SEGMENT } from "../documents/perks.ts";
import { refusalOf } from "./refusal.ts";
import { tierTag } from "./tier-tag.ts";

interface FoundSegment {
  readonly id: string;
  readonly query: string;
}

/** The segment of a level's members, made where there is none and set right where somebody changed it. */
export async function segmentOfLevel(
  client: AdminClient,
  shopKey: string,
  levelId: string,
): Promise<Asked<string>> {
  const query = `customer_tags CONTAINS '${tierTag(levelId)}'`;
  const found = await findSegment(client, shopKey, levelId);
  if (found.kind !== "data") return found;
  if (found.data === null) {
    const asked = await client.ask(shopKey, CREATE_SEGMENT, { name: nameOf(levelId), query });
    if (asked.kind !== "data") return asked;
    const made = asked.data.segmentCreate;
    if (made === null) return { kind: "retry", reason: "Shopify made no segment", afterMs: null };
    const { segment, userErrors } = made;
    return segment === null ? refusalOf(userErrors) : { kind: "data", data: segment.id };
  }
  const { id } = found.data;
  if (found.data.query !== query) {
    const asked = await client.ask(shopKey, UPDATE_SEGMENT, { id, query });
    if (asked.kind !== "data") return asked;
    const errors = asked.data.segmentUpdate?.userErrors ?? [];
    if (errors.length > 0) return refusalOf(errors);
  }
  return { kind: "data", data: id };
}

/** Null: there is none (any more). */
export async function deleteSegmentOfLevel(
  client: AdminClient,
  shopKey: string,
  levelId: string,
): Promise<Setback | null> {
  const found = await findSegment(client, shopKey, levelId);
  if (found.kind !== "data") return found;
  if (found.data === null) return null;
  const asked = await client.ask(shopKey, DELETE_SEGMENT, { id: found.data.id });
  if (asked.kind !== "data") return asked;
  const errors = asked.data.segmentDelete?.userErrors ?? [];
  return errors.length > 0 ? refusalOf(errors) : null;
}

/** Names are unique in a shop. The level's id is in it, because its name may change. */
function nameOf(levelId: string): string {
  return `Regulars · ${levelId}`;
}

async function findSegment(
  client: AdminClient,
  shopKey: string,
  levelId: string,
): Promise<Asked<FoundSegment | null>> {
  const name = nameOf(levelId);
  const asked = await client.ask(shopKey, FIND_SEGMENTS, { query: `name:${JSON.stringify(name)}` });
  if (asked.kind !== "data") return asked;
  // Shopify's search is generous; the name must be this one to the letter.
  const found = asked.data.segments.nodes.find((one) => one.name === name);
  return { kind: "data", data: found === undefined ? null : found };
}
