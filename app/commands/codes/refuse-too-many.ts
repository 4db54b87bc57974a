import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Statements } from "#app/db/client.ts";
import { countLately, type Deed } from "#app/db/codes/count-lately.ts";
import type { Refused } from "../decide.ts";

/** Far more than a person wants, and little enough that a script makes no heap of discounts in a shop. */
const IN_AN_HOUR = 20;
const HOUR_MS = 60 * 60_000;

/** What members do to codes themselves is limited by what the database knows they have done, in any process. */
export async function refuseTooMany(
  tx: Statements,
  deed: Deed,
  { shopId, memberId, now }: { readonly shopId: number; readonly memberId: MemberId; readonly now: Instant },
): Promise<Refused | null> {
  const count = await countLately(tx, shopId, { deed, memberId, since: now - HOUR_MS });
  if (count < IN_AN_HOUR) return null;
  return {
    ok: false,
    refusal: "too_many_in_an_hour",
    message: `${String(count)} ${deed} within an hour: more are not taken`,
  };
}
