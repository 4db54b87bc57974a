import type { Instant } from "#app/domain/calendar.ts";
import type { StandingPerk } from "#app/domain/program/standing-perks.ts";
import type { DeliverOutcome, PerksWanted, Setback } from "../../platform.ts";
import type { AdminClient, Asked } from "../admin-client.ts";
import { DELETE_STANDING, FIND_PERKS } from "../documents/perks.ts";
import { gid } from "../gid.ts";
import { numericId } from "../orders/fields.ts";
import { deleteSegmentOfLevel, segmentOfLevel } from "./level-segment.ts";
import { PERK_TAG, perkDiscount, perkTag } from "./perk-discount.ts";
import { refusalOf } from "./refusal.ts";

interface FoundPerk {
  readonly id: string;
  readonly tags: readonly string[];
  readonly active: boolean;
}

interface Reconciling {
  readonly client: AdminClient;
  readonly shopKey: string;
  readonly wanted: PerksWanted;
  readonly now: Instant;
}

/**
 * Gives the shop one automatic discount for each perk of a level, for the segment of the level's members,
 * and no others of ours: what is missing is made, what differs is set right, what is no longer wanted goes.
 * It looks before it writes, so doing it again changes nothing, and an answer that got lost makes nothing
 * twice.
 */
export async function bringAboutPerks(
  client: AdminClient,
  shopKey: string,
  wanted: PerksWanted,
  now: Instant,
): Promise<DeliverOutcome> {
  const round = { client, shopKey, wanted, now };
  const found = await findPerks(round);
  if (found.kind !== "data") return found;
  const kept = new Set<string>();
  for (const perk of wanted.perks) {
    const made = await bringAbout(round, perk, found.data);
    if (made.kind !== "data") return made;
    kept.add(made.data);
  }
  for (const { id } of found.data.filter((one) => !kept.has(one.id))) {
    const setback = await deletePerk(round, id);
    if (setback !== null) return setback;
  }
  const levels = new Set(wanted.perks.map(({ levelId }) => levelId));
  for (const levelId of wanted.levelsOnce.filter((one) => !levels.has(one))) {
    const setback = await deleteSegmentOfLevel(client, shopKey, levelId);
    if (setback !== null) return setback;
  }
  return { kind: "done", reference: null };
}

async function findPerks({ client, shopKey }: Reconciling): Promise<Asked<FoundPerk[]>> {
  const query = `method:automatic AND tag:${PERK_TAG}`;
  const found: FoundPerk[] = [];
  let after: string | null = null;
  for (;;) {
    const asked: Asked<Found> = await client.ask(shopKey, FIND_PERKS, { query, after });
    if (asked.kind !== "data") return asked;
    const page: Found["discountNodes"] = asked.data.discountNodes;
    for (const { id, discount } of page.nodes) {
      const { tags, status } = discount;
      // Shopify's search is generous; the tag must be this one to the letter.
      if (tags?.includes(PERK_TAG) !== true) continue;
      found.push({ id: gid("DiscountAutomaticNode", numericId(id)), tags, active: status === "ACTIVE" });
    }
    if (!page.pageInfo.hasNextPage) return { kind: "data", data: found };
    after = page.pageInfo.endCursor;
  }
}

type Found = ReturnType<(typeof FIND_PERKS)["answer"]["parse"]>;

/** The id of the discount that makes the perk true. */
async function bringAbout(
  { client, shopKey, wanted, now }: Reconciling,
  perk: StandingPerk,
  found: readonly FoundPerk[],
): Promise<Asked<string>> {
  const segment = await segmentOfLevel(client, shopKey, perk.levelId);
  if (segment.kind !== "data") return segment;
  const { input, create, update } = perkDiscount(perk, segment.data, wanted.currency);
  const existing = found.find(({ tags }) => tags.includes(perkTag(perk)));
  if (existing?.active === true && input.tags.every((tag) => existing.tags.includes(tag))) {
    return { kind: "data", data: existing.id };
  }
  const asked =
    existing === undefined
      ? await client.ask(shopKey, create, { input: { ...input, startsAt: new Date(now).toISOString() } })
      : await client.ask(shopKey, update, { id: existing.id, input });
  if (asked.kind !== "data") return asked;
  const { made } = asked.data;
  if (made === null) return { kind: "retry", reason: "Shopify made no discount", afterMs: null };
  const { automaticDiscountNode: node, userErrors } = made;
  return node === null ? refusalOf(userErrors) : { kind: "data", data: node.id };
}

async function deletePerk({ client, shopKey }: Reconciling, id: string): Promise<Setback | null> {
  const asked = await client.ask(shopKey, DELETE_STANDING, { id });
  if (asked.kind !== "data") return asked;
  const errors = asked.data.discountAutomaticDelete?.userErrors ?? [];
  return errors.length > 0 ? refusalOf(errors) : null;
}
