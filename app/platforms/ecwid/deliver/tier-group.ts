import { z } from "zod";
import type { DeliverOutcome, MemberState, PlatformAnswer } from "../../platform.ts";
import { id } from "../fields.ts";
import { type RestClient, withoutMissing } from "../rest-client.ts";
import { readStored, writeStored } from "./storage.ts";

/** Which groups are ours is kept in the store's own app storage: tier → number of its group. */
const KEY = "tier_groups";
/** Everybody is in a group; who is in none of their own is in this one. */
const GENERAL = "0";

const ours = z.record(z.string(), z.string());
const customer = z.object({ customerGroupId: id.nullish() });
const updated = z.object({ updateCount: z.int() });
const groups = z.object({ items: z.array(z.object({ id, name: z.string() })) });
const made = z.object({ id });

/**
 * A customer's tier as their group, where the merchant wishes it. A customer has one group: whoever is in
 * one of the merchant's own stays there.
 */
export async function publishTierGroup(
  client: RestClient,
  shopKey: string,
  state: MemberState,
): Promise<DeliverOutcome> {
  if (state.tierTag === "leave") return { kind: "done", reference: null };
  const stored = await readStored(client, shopKey, KEY, ours);
  if (stored.kind !== "data") return stored;
  const known = stored.data ?? {};
  const read = withoutMissing(
    await client.ask(shopKey, { path: `customers/${state.customerId}`, answer: customer }),
  );
  if (read.kind !== "data") return read;
  const present = read.data.customerGroupId ?? GENERAL;
  const isOurs = present === GENERAL || Object.values(known).includes(present);
  if (!isOurs) return { kind: "done", reference: null };
  const wanted = await wantedGroup(client, shopKey, state, known);
  if (wanted.kind !== "data") return wanted;
  if (wanted.data === present) return { kind: "done", reference: present };
  const answer = withoutMissing(
    await client.ask(shopKey, {
      method: "PUT",
      path: `customers/${state.customerId}`,
      body: { kind: "json", value: { customerGroupId: Number(wanted.data) } },
      answer: updated,
    }),
  );
  return answer.kind === "data" ? { kind: "done", reference: wanted.data } : answer;
}

/** The tier's group, made where there is none. */
async function wantedGroup(
  client: RestClient,
  shopKey: string,
  state: MemberState,
  known: Readonly<Record<string, string>>,
): Promise<PlatformAnswer<string>> {
  const { tierId, tierName, tierTag } = state;
  if (tierTag === "remove" || tierId === null || tierName === null) return { kind: "data", data: GENERAL };
  return groupAmong(client, shopKey, { id: tierId, name: tierName }, known);
}

/** A tier as the shop names it. */
interface NamedTier {
  readonly id: string;
  readonly name: string;
}

/** The number of a tier's group, which is made where there is none. */
export async function groupOfTier(
  client: RestClient,
  shopKey: string,
  tier: NamedTier,
): Promise<PlatformAnswer<string>> {
  const stored = await readStored(client, shopKey, KEY, ours);
  if (stored.kind !== "data") return stored;
  return groupAmong(client, shopKey, tier, stored.data === null ? {} : stored.data);
}

async function groupAmong(
  client: RestClient,
  shopKey: string,
  tier: NamedTier,
  known: Readonly<Record<string, string>>,
): Promise<PlatformAnswer<string>> {
  const group = known[tier.id];
  const listed = withoutMissing(await client.ask(shopKey, { path: "customer_groups", answer: groups }));
  if (listed.kind !== "data") return listed;
  if (group !== undefined && listed.data.items.some((one) => one.id === group)) {
    return { kind: "data", data: group };
  }
  const asked = withoutMissing(
    await client.ask(shopKey, {
      method: "POST",
      path: "customer_groups",
      body: { kind: "json", value: { name: freeName(tier.name, listed.data.items) } },
      answer: made,
    }),
  );
  if (asked.kind !== "data") return asked;
  const written = await writeStored(client, shopKey, KEY, { ...known, [tier.id]: asked.data.id });
  return written.kind === "done" ? { kind: "data", data: asked.data.id } : written;
}

/** The merchant may have a group of the tier's name, and that one is theirs. */
function freeName(name: string, taken: readonly { readonly name: string }[]): string {
  return taken.some((group) => group.name === name) ? `${name} (Regulars)` : name;
}
