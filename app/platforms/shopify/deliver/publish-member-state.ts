import type { DeliverOutcome, MemberState } from "../../platform.ts";
import type { AdminClient } from "../admin-client.ts";
import { ADD_TAGS, READ_TAGS, REMOVE_TAGS, SET_MEMBER_STATE } from "../documents/members.ts";
import { gid } from "../gid.ts";
import { refusalOf } from "./refusal.ts";
import { TAG_PREFIX, tierTag } from "./tier-tag.ts";

/** Resolved by Shopify to a namespace only this app can write. */
const NAMESPACE = "$app";

/**
 * Writes what Liquid and the extensions show: `points` (integer) and `member_state` (JSON, everything
 * together, null where there is nothing). Writing the same again changes nothing.
 */
export async function publishMemberState(
  client: AdminClient,
  shopKey: string,
  state: MemberState,
): Promise<DeliverOutcome> {
  const ownerId = gid("Customer", state.customerId);
  const metafields = metafieldsOf(state).map((field) => ({ ownerId, namespace: NAMESPACE, ...field }));
  const asked = await client.ask(shopKey, SET_MEMBER_STATE, { metafields });
  if (asked.kind !== "data") return asked;
  const errors = asked.data.metafieldsSet?.userErrors ?? [];
  if (errors.length > 0) return refusalOf(errors);
  if (state.tierTag === "leave") return { kind: "done", reference: null };
  const { tierId } = state;
  return tagTier(
    client,
    shopKey,
    ownerId,
    state.tierTag === "write" && tierId !== null ? tierTag(tierId) : null,
  );
}

function metafieldsOf(state: MemberState) {
  const whole = {
    points: state.available,
    pending: state.pending,
    tier: state.tierId,
    tier_name: state.tierName,
    next_tier: state.nextTierId,
    next_tier_name: state.nextTierName,
    progress_percent: state.progressPercent,
    missing: state.missing,
    tier_until: state.tierUntil === null ? null : new Date(state.tierUntil).toISOString(),
  };
  return [
    { key: "points", type: "number_integer", value: String(state.available) },
    { key: "member_state", type: "json", value: JSON.stringify(whole) },
  ];
}

/** Of our tags the customer has the wanted one and no other. */
async function tagTier(
  client: AdminClient,
  shopKey: string,
  id: string,
  wanted: string | null,
): Promise<DeliverOutcome> {
  const read = await client.ask(shopKey, READ_TAGS, { id });
  if (read.kind !== "data") return read;
  if (read.data.customer === null)
    return { kind: "refused", reason: "the customer is not in the shop any more" };
  const { tags } = read.data.customer;
  const stale = tags.filter((tag) => tag.toLowerCase().startsWith(TAG_PREFIX) && tag !== wanted);
  if (stale.length > 0) {
    const removed = await client.ask(shopKey, REMOVE_TAGS, { id, tags: stale });
    if (removed.kind !== "data") return removed;
    const errors = removed.data.tagsRemove?.userErrors ?? [];
    if (errors.length > 0) return refusalOf(errors);
  }
  if (wanted === null || tags.includes(wanted)) return { kind: "done", reference: null };
  const added = await client.ask(shopKey, ADD_TAGS, { id, tags: [wanted] });
  if (added.kind !== "data") return added;
  const errors = added.data.tagsAdd?.userErrors ?? [];
  return errors.length > 0 ? refusalOf(errors) : { kind: "done", reference: null };
}
