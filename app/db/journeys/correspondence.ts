import { z } from "zod";
import type { Books } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { MemberAsker } from "#app/domain/customers/segments/member-asker.ts";
import type { Heard } from "#app/domain/journeys/heard.ts";
import { oneOf } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { addressDigest } from "../messages/recipients.ts";
import { readRows } from "../read-rows.ts";

const channel = oneOf<"email" | "sms" | "push" | "inbox">({
  email: true,
  sms: true,
  push: true,
  inbox: true,
});
const suppressionRow = tables.message_suppression
  .pick({ member_id: true, address_digest: true })
  .extend({ channel });
const mailRow = tables.message.pick({ member_id: true }).extend({ at: z.int() });

/** What is known of being written to beside consents: addresses that are written to no more, and mails that went. */
export async function loadCorrespondence(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  { books, asker, heard }: { readonly books: Books; readonly asker: MemberAsker; readonly heard: Heard },
): Promise<void> {
  const values = [shopId, memberIds] as const;
  const suppressed = await readRows(
    tx,
    suppressionRow,
    "SELECT member_id, channel, address_digest FROM message_suppression WHERE shop_id = $1 AND member_id = ANY($2::bigint[])",
    values,
  );
  for (const row of suppressed) {
    const memberId = String(row.member_id);
    // A member's new address is another one; of a phone number none is known.
    const address = row.channel === "email" ? (books.members.get(memberId)?.email ?? null) : null;
    if (address !== null && addressDigest(shopId, address) === row.address_digest)
      heard.suppress(memberId, row.channel);
  }
  const mails = await readRows(
    tx,
    mailRow,
    `SELECT member_id, written_at AS at FROM message WHERE shop_id = $1 AND member_id = ANY($2::bigint[])
       AND channel = 'email' AND state IN ('waiting', 'sent') ORDER BY written_at`,
    values,
  );
  for (const { member_id, at } of mails) asker.keepMail(String(member_id), at);
}
