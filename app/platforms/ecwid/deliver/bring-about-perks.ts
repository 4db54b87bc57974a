import { z } from "zod";
import { currencyDigits, formatMoney } from "#app/domain/money.ts";
import type { StandingPerk } from "#app/domain/program/standing-perks.ts";
import type { DeliverOutcome, PerksWanted } from "../../platform.ts";
import { id } from "../fields.ts";
import { type RestClient, withoutMissing } from "../rest-client.ts";
import { groupOfTier } from "./tier-group.ts";

/** Every promotion of ours bears this in front of its level and perk; nothing else of the merchant's is touched. */
const OURS = "regulars:";
const AT_ONCE = 100;

const triggers = z.object({
  customerGroups: z.array(z.int()).default([]),
  subtotal: z.number().nullish(),
});
const promotions = z.object({
  total: z.int(),
  items: z.array(
    z.object({
      id,
      name: z.string().nullish(),
      enabled: z.boolean().default(false),
      discountBase: z.string().nullish(),
      discountType: z.string().nullish(),
      amount: z.number().nullish(),
      triggers: triggers.nullish(),
      externalReferenceId: z.string().nullish(),
    }),
  ),
});
const anything = z.unknown();

type Standing = z.output<typeof promotions>["items"][number];

/**
 * Perks of levels as promotions for the customer groups that levels are at Ecwid. What is there already stays
 * as it is, what is no longer wanted goes, and a promotion a merchant made stands where it stood.
 */
export async function bringAboutPerks(
  client: RestClient,
  shopKey: string,
  { perks, currency }: PerksWanted,
): Promise<DeliverOutcome> {
  const listed = await standing(client, shopKey);
  if (listed.kind !== "data") return listed;
  const left = new Map(listed.data.map((one) => [one.externalReferenceId, one]));
  for (const perk of perks) {
    const reference = `${OURS}${perk.levelId}:${perk.perkId}`;
    const group = await groupOfTier(client, shopKey, { id: perk.levelId, name: perk.levelName });
    if (group.kind !== "data") return group;
    const body = promotionBody(perk, reference, Number(group.data), currency);
    const known = left.get(reference);
    left.delete(reference);
    if (known !== undefined && says(known, body)) continue;
    const written = withoutMissing(
      await client.ask(shopKey, {
        method: known === undefined ? "POST" : "PUT",
        path: known === undefined ? "promotions" : `promotions/${known.id}`,
        body: { kind: "json", value: body },
        answer: anything,
      }),
    );
    if (written.kind !== "data") return written;
  }
  for (const { id: promotionId } of left.values()) {
    const gone = await client.ask(shopKey, {
      method: "DELETE",
      path: `promotions/${promotionId}`,
      answer: anything,
    });
    if (gone.kind !== "data" && gone.kind !== "missing") return gone;
  }
  return { kind: "done", reference: null };
}

/** All of ours, whatever page they are on. */
async function standing(client: RestClient, shopKey: string) {
  const ours: Standing[] = [];
  for (let offset = 0; ; offset += AT_ONCE) {
    const query = { offset: String(offset), limit: String(AT_ONCE) };
    const asked = withoutMissing(
      await client.ask(shopKey, { path: "promotions", query, answer: promotions }),
    );
    if (asked.kind !== "data") return asked;
    ours.push(
      ...asked.data.items.filter(({ externalReferenceId }) => externalReferenceId?.startsWith(OURS) === true),
    );
    if (offset + AT_ONCE >= asked.data.total) return { kind: "data", data: ours } as const;
  }
}

function promotionBody(perk: StandingPerk, reference: string, group: number, currency: string) {
  const { terms, minSubtotalMinor, title } = perk;
  const ships = terms.kind === "freeShipping";
  const digits = currencyDigits(currency);
  if (digits === null) throw new Error("A program names a currency there is not.");
  return {
    name: title,
    enabled: true,
    discountBase: ships ? "SHIPPING" : "SUBTOTAL",
    discountType: "PERCENT",
    amount: ships ? 100 : Number(terms.percent),
    triggers: {
      customerGroups: [group],
      ...(minSubtotalMinor === null ? {} : { subtotal: Number(formatMoney(minSubtotalMinor, digits)) }),
    },
    externalReferenceId: reference,
  };
}

/** Ecwid answers with more than was written: what we wrote must stand in it. */
function says(known: Standing, body: ReturnType<typeof promotionBody>): boolean {
  const groups = known.triggers?.customerGroups;
  return (
    known.name === body.name &&
    known.enabled &&
    known.discountBase === body.discountBase &&
    known.discountType === body.discountType &&
    known.amount === body.amount &&
    (known.triggers?.subtotal ?? undefined) === body.triggers.subtotal &&
    groups?.length === 1 &&
    groups[0] === body.triggers.customerGroups[0]
  );
}
