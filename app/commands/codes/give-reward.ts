import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { unusedCode } from "#app/domain/redemption/code-book.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface RewardGift {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly rewardId: string;
  readonly reason: string;
  /** A staff member's id. */
  readonly actor: string;
  /** Of the click: pressing twice gives it once. */
  readonly key: string;
  readonly now: Instant;
}

const accepted = done.extend({ code: z.string() });

/** A reward is given by hand: a code that costs the member nothing, which the platform is asked for. */
export function giveReward(
  database: Database,
  { shopId, memberId, rewardId, reason, actor, key, now }: RewardGift,
): Promise<{ readonly ok: true; readonly code: string } | Refused> {
  const made = { rewardId, code: "", reason };
  const input = { memberId, rewardId, reason };
  const by = { actor, details: made };
  return decide<z.output<typeof accepted>>(
    database,
    { shopId, command: "give_reward", memberIds: [memberId], now, key, input, accepted, by },
    (books) => {
      const code = unusedCode(books, books.nextCode);
      made.code = code;
      const outcome = applyEvent(books, { type: "reward_given", at: now, memberId, rewardId, code });
      return outcome.ok ? { ok: true, code } : outcome;
    },
  );
}
