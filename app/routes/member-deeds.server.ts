import { z } from "zod";
import { adjustPoints } from "#app/commands/adjust-points.ts";
import { cancelCode } from "#app/commands/cancel-code.ts";
import { decideTier } from "#app/commands/decide-tier.ts";
import { declineExperience } from "#app/commands/decline-experience.ts";
import { fulfilExperience } from "#app/commands/fulfil-experience.ts";
import { reinstatePoints } from "#app/commands/reinstate-points.ts";
import { setExclusion } from "#app/commands/set-exclusion.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { assertNever } from "#app/domain/assert.ts";
import { endOfDay, type Instant } from "#app/domain/calendar.ts";
import { instantOfLocal } from "#app/domain/time-zone.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

const key = z.uuid();
const reason = z.string().trim().min(1, "missing").max(200);
const code = z.string().min(1).max(100);

/** A day as a date field sends it; empty = none. */
const day = z.union([z.literal("").transform(() => null), z.iso.date("date")]);

const deed = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("adjust"),
    key,
    points: z
      .string()
      .trim()
      .regex(/^[+-−]?\d{1,9}$/u, "points")
      .transform((text) => Number(text.replace("−", "-")))
      .refine((points) => points !== 0, "points"),
    reason,
  }),
  z.object({ intent: z.literal("tier"), key, level: z.string().min(1), lockUntil: day, reason }),
  z.object({ intent: z.literal("exclude"), key, excluded: z.enum(["yes", "no"]), reason }),
  z.object({ intent: z.literal("cancel"), key, code, reason }),
  z.object({ intent: z.literal("reinstate"), key, lotId: z.string().min(1), reason }),
  z.object({ intent: z.literal("fulfil"), key, code }),
  z.object({ intent: z.literal("decline"), key, code, reason }),
]);

type Deed = z.output<typeof deed>;
type Answer = Awaited<ReturnType<typeof adjustPoints>>;

/** What staff do to one member by hand: parsed, done by its command, answered to the form it came from. */
export async function doMemberDeed(
  visitor: AdminVisitor,
  memberId: string,
  form: FormData,
  now: Instant,
): Promise<DeedAnswer> {
  if (!/^\d{1,18}$/.test(memberId)) throw new Response(null, { status: 404 });
  const parsed = deed.safeParse(Object.fromEntries(form));
  if (!parsed.success) return wrong(parsed.error);
  if (parsed.data.intent === "tier") {
    const lockedUntil = lockEnd(parsed.data.lockUntil, visitor);
    if (lockedUntil !== null && lockedUntil <= now) {
      return { kind: "wrong", field: "lockUntil", problem: "date" };
    }
  }
  const answer = await command(visitor, memberId, parsed.data, now);
  return answer.ok
    ? { kind: "done", deed: parsed.data.intent }
    : { kind: "refused", refusal: answer.refusal };
}

function command(visitor: AdminVisitor, memberId: string, wish: Deed, now: Instant): Promise<Answer> {
  const { database, shop, actor } = visitor;
  const by = { shopId: shop.shopId, memberId, actor, now, key: wish.key };
  switch (wish.intent) {
    case "adjust":
      return adjustPoints(database, { ...by, points: wish.points, qualifying: 0, reason: wish.reason });
    case "tier":
      return decideTier(database, {
        ...by,
        levelId: wish.level,
        lockedUntil: lockEnd(wish.lockUntil, visitor),
        reason: wish.reason,
      });
    case "exclude":
      return setExclusion(database, { ...by, excluded: wish.excluded === "yes", reason: wish.reason });
    case "cancel":
      return cancelCode(database, { ...by, code: wish.code, reason: wish.reason });
    case "reinstate":
      return reinstatePoints(database, { ...by, lotId: wish.lotId, reason: wish.reason });
    case "fulfil":
      return fulfilExperience(database, { ...by, code: wish.code });
    case "decline":
      return declineExperience(database, { ...by, code: wish.code, reason: wish.reason });
    default:
      return assertNever(wish);
  }
}

/** The lock lasts through the day that was chosen, in the shop's time zone. */
function lockEnd(day: string | null, { shop }: AdminVisitor): Instant | null {
  if (day === null) return null;
  const zone = shop.live?.program.timezone ?? shop.timezone ?? "UTC";
  return endOfDay(instantOfLocal(Date.parse(`${day}T12:00:00Z`), zone), zone);
}

/** The first field that is wrong: the form shows it there. */
function wrong({ issues: [issue] }: z.ZodError): DeedAnswer {
  const field = issue?.path[0];
  if (issue === undefined || typeof field !== "string") throw new Response(null, { status: 400 });
  return { kind: "wrong", field, problem: issue.message };
}
