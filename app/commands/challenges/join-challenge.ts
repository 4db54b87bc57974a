import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface ChallengeWish {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly challengeId: string;
  readonly now: Instant;
}

/** A member takes part in a challenge from now on. Done twice, the first time counts, so that no click needs a key. */
export function joinChallenge(
  database: Database,
  { shopId, memberId, challengeId, now }: ChallengeWish,
): Promise<{ readonly ok: true } | Refused> {
  return decide(
    database,
    {
      ...{ shopId, command: "join_challenge", memberIds: [memberId], now },
      ...{ key: null, input: null, accepted: done, by: null },
    },
    (books) => applyEvent(books, { type: "challenge_joined", at: now, memberId, challengeId }),
  );
}
