import { z } from "zod";
import type { Refused } from "#app/commands/decide.ts";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { claimAndAsk } from "../shopper/claim-and-ask.server.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";
import { adjustmentFields, qualifyingOf } from "./read-adjustment.server.ts";

/** Who does it, for which shop. */
export type Doer = Pick<AdminVisitor, "database" | "shop" | "actor">;

const key = z.uuid();

export const adjustDeed = z.object({
  intent: z.literal("adjust"),
  key,
  ...adjustmentFields,
  reason: z.string().trim().min(1, "missing").max(200),
});

export const claimDeed = z.object({
  intent: z.literal("claim"),
  key,
  reward: z.string().min(1).max(100),
  points: z
    .string()
    .trim()
    .regex(/^\d{0,9}$/, "points")
    .transform((text) => (text === "" ? null : Number(text))),
});

/** A reward for a member who asks for it: the code where the shop has made it, or that it is still being made. */
export async function claimForMember(
  { database, shop, actor }: Doer,
  memberId: string,
  { key, reward, points }: z.output<typeof claimDeed>,
  now: Instant,
): Promise<DeedAnswer> {
  const wish = { shopId: shop.shopId, memberId, rewardId: reward, points, actor, key, now };
  const asked = await claimAndAsk(database, wish);
  if (!asked.ok) return { kind: "refused", refusal: asked.refusal };
  if (asked.made === "refused") return { kind: "refused", refusal: "shop_refused" };
  return asked.made === "made"
    ? { kind: "done", deed: "claim", made: asked.code }
    : { kind: "done", deed: "claim_waits" };
}

/** One of both numbers is asked for: points, or what counts towards the tier. */
export async function adjustMember(
  { database, shop, actor }: Doer,
  memberId: string,
  { key, points, qualifying: towardsTier, reason: why, debt }: z.output<typeof adjustDeed>,
  now: Instant,
): Promise<DeedAnswer> {
  const qualifying = qualifyingOf(towardsTier, shop);
  if (qualifying === null) return { kind: "wrong", field: "qualifying", problem: "number" };
  if (points === 0 && qualifying === 0) return { kind: "wrong", field: "points", problem: "points" };
  const by = { shopId: shop.shopId, memberId, actor, now, key };
  const wish = { ...by, points, qualifying, reason: why, sparesDebt: debt === "spare" };
  return answerTo("adjust", await adjustPoints(database, wish));
}

/** How a command's answer is told to the form it came from. */
export function answerTo(intent: string, answer: { readonly ok: true } | Refused): DeedAnswer {
  return answer.ok ? { kind: "done", deed: intent } : { kind: "refused", refusal: answer.refusal };
}
