import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { pointsMissing } from "#app/domain/redemption/claim-reward.ts";
import { unusedCode } from "#app/domain/redemption/code-book.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { takeEffectOfCode, type TakenEffect } from "#app/db/outbox/outbox-batch.ts";
import { decide, done, type Refused } from "../decide.ts";
import { refuseTooMany } from "./refuse-too-many.ts";

export interface RewardWish {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly rewardId: string;
  /** How many points, for rewards where the member chooses. */
  readonly points: number | null;
  /** Who claims it for the member, for the record: staff at the till, a workflow; null: the member. */
  readonly actor: string | null;
  /** Of the click: pressing twice claims once. */
  readonly key: string;
  readonly now: Instant;
  /** Who claims tells the shop themselves, and has until then: no worker takes it from them. */
  readonly tellsUntil?: Instant;
}

export interface ClaimedReward {
  readonly ok: true;
  readonly code: string;
  /** What the shop is to be told, taken with the claim; null where it was claimed before, or nobody wished so. */
  readonly toTell: TakenEffect | null;
}

const accepted = done.extend({ code: z.string() });

/** A member claims a reward: points are set aside, the code is written down, the platform is asked for it. */
export async function claimReward(database: Database, wish: RewardWish): Promise<ClaimedReward | Refused> {
  const { shopId, memberId, rewardId, points, actor, key, now, tellsUntil } = wish;
  // Made within the transaction: where its text is taken, that is done again with another.
  const made = { rewardId, code: "" };
  const by = actor === null ? null : { actor, details: made };
  const input = { memberId, rewardId, points };
  let toTell: TakenEffect | null = null;
  const tell = async (tx: Statements): Promise<void> => {
    if (tellsUntil === undefined) return;
    toTell = await takeEffectOfCode(
      tx,
      shopId,
      { memberId, code: made.code },
      { now, leasedUntil: tellsUntil },
    );
  };
  const answer = await decide<z.output<typeof accepted>>(
    database,
    { shopId, command: "claim_reward", memberIds: [memberId], now, key, input, accepted, by },
    (books) => {
      const code = unusedCode(books, books.nextCode);
      made.code = code;
      const outcome = applyEvent(books, {
        type: "reward_claimed",
        at: now,
        memberId,
        rewardId,
        points,
        code,
      });
      if (outcome.ok) return { ok: true, code };
      const member = books.members.get(memberId);
      if (outcome.refusal !== "points_insufficient" || member === undefined) return outcome;
      return { ...outcome, missing: pointsMissing(books, member, { rewardId, points }) };
    },
    {
      afterRecord: tell,
      // Whoever acts for the member is known by name and answers for it.
      ...(actor === null && { refuse: (tx) => refuseTooMany(tx, "claims", { shopId, memberId, now }) }),
    },
  );
  return answer.ok ? { ...answer, toTell } : answer;
}
