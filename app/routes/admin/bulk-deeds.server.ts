import { z } from "zod";
import { planDeed } from "#app/commands/members/bulk/plan-deed.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { BulkDeed } from "#app/domain/members/bulk/bulk-deed.ts";
import { readChosen, readMemberFilter } from "#app/queries/members/read-members-asked.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";
import { lockEnd } from "./lock-end.server.ts";
import { unitsOf } from "./shop-units.server.ts";

const common = {
  intent: z.literal("plan_bulk"),
  key: z.uuid(),
  /** The list's address, where everybody it finds is meant; else the members that were chosen. */
  query: z.string().max(2_000),
  members: z.string().max(2_000),
  reason: z.string().trim().min(1, "missing").max(200),
};

/** A comma parts tags in a shop; those that name tiers are written by themselves. */
const ownTag = z
  .string()
  .trim()
  .min(1, "missing")
  .max(255)
  .refine((tag) => !tag.includes(",") && !tag.toLowerCase().startsWith("regulars-"), "tag");

const wish = z.discriminatedUnion("kind", [
  z.object({
    ...common,
    kind: z.enum(["give", "take"]),
    points: z
      .string()
      .trim()
      .regex(/^0*[1-9]\d{0,8}$/, "points")
      .transform(Number),
  }),
  z.object({
    ...common,
    kind: z.literal("tier"),
    level: z.string().min(1),
    lockUntil: z.union([z.literal("").transform(() => null), z.iso.date("date")]),
  }),
  z.object({ ...common, kind: z.enum(["tag", "untag"]), tag: ownTag }),
  z.object({ ...common, kind: z.literal("reward"), reward: z.string().min(1).max(100) }),
  z.object({ ...common, kind: z.enum(["exclude", "include"]) }),
]);

type BulkDoer = Pick<AdminVisitor, "database" | "shop" | "actor" | "abilities">;

/** Something for many members is planned; the answer names the page on which it is looked at. */
export async function planForMany(visitor: BulkDoer, form: FormData, now: Instant): Promise<DeedAnswer> {
  const { database, shop, actor } = visitor;
  const parsed = wish.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path[0];
    if (issue === undefined || typeof field !== "string") throw new Response(null, { status: 400 });
    return { kind: "wrong", field, problem: issue.message };
  }
  const { key, query, members } = parsed.data;
  const isTag = parsed.data.kind === "tag" || parsed.data.kind === "untag";
  if (isTag && !visitor.abilities.tags) throw new Response(null, { status: 400 });
  const deed = deedOf(parsed.data, visitor, now);
  if (deed === null) return { kind: "wrong", field: "lockUntil", problem: "date" };
  const units = unitsOf(shop);
  const whom =
    members === "" ? readMemberFilter(new URLSearchParams(query), units) : readChosen(members, units);
  if (whom === null) throw new Response(null, { status: 400 });
  const planned = await planDeed(database, { shopId: shop.shopId, deed, whom, actor, key, now });
  return planned.ok
    ? { kind: "done", deed: "plan_bulk", made: String(planned.fileId) }
    : { kind: "refused", refusal: planned.refusal };
}

/** Null: the day is over. */
function deedOf(asked: z.output<typeof wish>, visitor: BulkDoer, now: Instant): BulkDeed | null {
  const { reason } = asked;
  switch (asked.kind) {
    case "give":
      return { kind: "points", points: asked.points, reason };
    case "take":
      return { kind: "points", points: -asked.points, reason };
    case "tier": {
      const lockedUntil = lockEnd(asked.lockUntil, visitor);
      if (lockedUntil !== null && lockedUntil <= now) return null;
      return { kind: "tier", levelId: asked.level, lockedUntil, reason };
    }
    case "reward":
      return { kind: "reward", rewardId: asked.reward, reason };
    case "tag":
    case "untag":
      return { kind: "tag", tag: asked.tag, isTagged: asked.kind === "tag", reason };
    case "exclude":
    case "include":
      return { kind: "exclusion", excluded: asked.kind === "exclude", reason };
  }
}
