import { randomBytes } from "node:crypto";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { assert } from "#app/domain/assert.ts";
import type { Statements } from "#app/db/database.ts";
import { keepReferralCode } from "#app/db/referral/referral-links.ts";

/** Small letters and digits without those that look alike: it is read aloud, and typed from paper. */
const SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
/** Ten signs are 49 bits: whoever tries finds none, and who finds one has an invitation. */
const LENGTH = 10;
const BYTES = 256;
/** Of a byte's values only so many that each sign comes as often as any other. */
const FAIR = BYTES - (BYTES % SIGNS.length);

/** The code of the link by which a member brings friends along; it stays the same. */
export async function keepLink(
  statements: Statements,
  { shopId, memberId, now }: { readonly shopId: number; readonly memberId: MemberId; readonly now: Instant },
): Promise<string> {
  const code = await keepReferralCode(statements, shopId, { memberId, fresh: newReferralCode() }, now);
  assert(code !== null, "a member has a link once it was made");
  return code;
}

function newReferralCode(): string {
  let code = "";
  while (code.length < LENGTH) {
    for (const byte of randomBytes(LENGTH))
      if (byte < FAIR && code.length < LENGTH) code += SIGNS.charAt(byte % SIGNS.length);
  }
  return code;
}
