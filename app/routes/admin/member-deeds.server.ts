import { z } from "zod";
import { objectToProfiling } from "#app/commands/customers/object-to-profiling.ts";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { decideTier } from "#app/commands/members/decide-tier.ts";
import { declineExperience } from "#app/commands/codes/decline-experience.ts";
import { fulfilExperience } from "#app/commands/codes/fulfil-experience.ts";
import { giveReward } from "#app/commands/codes/give-reward.ts";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { noteMember, takeNoteAway } from "#app/commands/members/note-member.ts";
import { reinstatePoints } from "#app/commands/members/reinstate-points.ts";
import { setExclusion } from "#app/commands/members/set-exclusion.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { assertNever } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { mergeInto, partFrom } from "./merge-deed.server.ts";
import { lockEnd } from "./lock-end.server.ts";
import {
  adjustDeed,
  adjustMember,
  answerTo,
  claimDeed,
  claimForMember,
  type Doer,
} from "./points-deeds.server.ts";

const key = z.uuid();
const reason = z.string().trim().min(1, "missing").max(200);
const code = z.string().min(1).max(100);

/** A day as a date field sends it; empty = none. */
const day = z.union([z.literal("").transform(() => null), z.iso.date("date")]);

const yesNo = z.enum(["yes", "no"]);

const deed = z.discriminatedUnion("intent", [
  adjustDeed,
  z.object({
    intent: z.literal("tier"),
    key,
    level: z.string().min(1),
    lockUntil: day,
    reason,
    entry: yesNo,
  }),
  z.object({ intent: z.literal("exclude"), key, excluded: yesNo, reason }),
  z.object({ intent: z.literal("cancel"), key, code, reason }),
  z.object({ intent: z.literal("reinstate"), key, lotId: z.string().min(1), reason }),
  z.object({ intent: z.literal("note"), key, text: z.string().trim().min(1, "missing").max(2_000) }),
  z.object({ intent: z.literal("drop_note"), key, noteId: z.string().regex(/^\d{1,18}$/) }),
  z.object({ intent: z.literal("object"), key, objects: yesNo }),
  z.object({ intent: z.literal("erase"), key }),
  z.object({ intent: z.literal("merge"), key, other: z.string().regex(/^\d{1,18}$/) }),
  z.object({ intent: z.literal("undo_merge"), key, other: z.string().regex(/^\d{1,18}$/) }),
  claimDeed,
  z.object({ intent: z.literal("give"), key, reward: z.string().min(1).max(100), reason }),
  z.object({
    intent: z.literal("fulfil"),
    key,
    code,
    note: z
      .string()
      .trim()
      .max(200)
      .transform((text) => (text === "" ? null : text)),
  }),
  z.object({ intent: z.literal("decline"), key, code, reason }),
]);

type Deed = z.output<typeof deed>;
type Answer = Awaited<ReturnType<typeof decideTier>>;

/** What staff do to one member by hand: parsed, done by its command, answered to the form it came from. */
export async function doMemberDeed(
  visitor: Doer,
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
  if (parsed.data.intent === "merge") return mergeInto(visitor, memberId, parsed.data.other, now);
  if (parsed.data.intent === "undo_merge") return partFrom(visitor, memberId, parsed.data.other, now);
  if (parsed.data.intent === "claim") return claimForMember(visitor, memberId, parsed.data, now);
  if (parsed.data.intent === "adjust") return adjustMember(visitor, memberId, parsed.data, now);
  return answerTo(parsed.data.intent, await command(visitor, memberId, parsed.data, now));
}

function command(
  visitor: Doer,
  memberId: string,
  wish: Exclude<Deed, { intent: "claim" | "adjust" | "merge" | "undo_merge" }>,
  now: Instant,
): Promise<Answer> {
  const { database, shop, actor } = visitor;
  const by = { shopId: shop.shopId, memberId, actor, now, key: wish.key };
  switch (wish.intent) {
    case "tier":
      return decideTier(database, {
        ...by,
        levelId: wish.level,
        lockedUntil: lockEnd(wish.lockUntil, visitor),
        reason: wish.reason,
        withoutEntry: wish.entry === "no",
      });
    case "exclude":
      return setExclusion(database, { ...by, excluded: wish.excluded === "yes", reason: wish.reason });
    case "cancel":
      return cancelCode(database, { ...by, code: wish.code, reason: wish.reason });
    case "reinstate":
      return reinstatePoints(database, { ...by, lotId: wish.lotId, reason: wish.reason });
    case "note":
      return noteMember(database, by, { text: wish.text, now });
    case "drop_note":
      return takeNoteAway(database, by, wish.noteId);
    case "object":
      return objectToProfiling(database, { ...by, objects: wish.objects === "yes" });
    case "erase":
      return eraseMember(database, by);
    case "give":
      return giveReward(database, { ...by, rewardId: wish.reward, reason: wish.reason });
    case "fulfil":
      return fulfilExperience(database, { ...by, code: wish.code, note: wish.note });
    case "decline":
      return declineExperience(database, { ...by, code: wish.code, reason: wish.reason });
    default:
      return assertNever(wish);
  }
}

/** The first field that is wrong: the form shows it there. */
function wrong({ issues: [issue] }: z.ZodError): DeedAnswer {
  const field = issue?.path[0];
  if (issue === undefined || typeof field !== "string") throw new Response(null, { status: 400 });
  return { kind: "wrong", field, problem: issue.message };
}
