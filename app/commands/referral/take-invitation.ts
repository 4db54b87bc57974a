import type { Instant } from "#app/domain/calendar.ts";
import { mailboxOf } from "#app/domain/referral/same-mailbox.ts";
import type { Statements } from "#app/db/database.ts";
import { addressDigest } from "#app/db/messages/recipients.ts";
import { countInvitation } from "#app/db/referral/referral-links.ts";
import { writeProof } from "#app/db/shoppers/mailbox-proofs.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MAILS_PER_ADDRESS = 5;
const MAILS_PER_LINK = 30;
const ASKED_PER_SHOP = 1_000;

export interface InvitationWish {
  readonly shopId: number;
  /** The code of the advocate's link. */
  readonly code: string;
  readonly address: string;
  readonly now: Instant;
}

/**
 * Whether a mail may go to a friend. The same is done whether the address is anybody's or nobody's. `link_is_busy`
 * says nothing of the address; where the address has had its mails, whoever asks is not told.
 */
export async function takeInvitation(
  statements: Statements,
  { shopId, code, address, now }: InvitationWish,
): Promise<"send" | "had_enough" | "link_is_busy"> {
  const count = (what: string, most: number, restMs: number): Promise<boolean> =>
    writeProof(
      statements,
      {
        shopId,
        addressDigest: addressDigest(shopId, what),
        codeDigest: "",
        customerId: null,
      },
      {
        now,
        youngestAt: now - restMs,
        countedSince: now - HOUR_MS,
        codesPerAddress: most,
        codesPerShop: ASKED_PER_SHOP,
      },
    );
  if (!(await count(`friend link ${code}`, MAILS_PER_LINK, 0))) return "link_is_busy";
  // However it is written: one mailbox has so many.
  const mailbox = mailboxOf(address);
  if (!(await count(`friend address ${mailbox}`, MAILS_PER_ADDRESS, MINUTE_MS))) return "had_enough";
  await countInvitation(statements, shopId, code);
  return "send";
}
