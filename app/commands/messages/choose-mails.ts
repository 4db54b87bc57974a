import type { Database } from "#app/db/client.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { MessagePurpose } from "#app/domain/messages/message.ts";
import { noteConsent } from "./note-consent.ts";

export interface ChosenMails {
  readonly shopId: number;
  readonly memberId: MemberId;
  /** What they want of each purpose they spoke of. */
  readonly wanted: Partial<Readonly<Record<MessagePurpose, boolean>>>;
  readonly source: "one_click" | "preferences";
  /** What stood beside what they ticked. */
  readonly wording: string | null;
  readonly now: Instant;
}

/** A member says what they want to be written about; it counts from the next message on. */
export async function chooseMails(database: Database, chosen: ChosenMails): Promise<void> {
  const { shopId, memberId, wanted, source, wording, now } = chosen;
  await database.transaction(async (tx) => {
    for (const purpose of ["marketing", "service"] as const) {
      const granted = wanted[purpose];
      if (granted === undefined) continue;
      await noteConsent(tx, shopId, { memberId, channel: "email", purpose, granted, source, wording }, now);
    }
  });
  await database.notify("inbox", String(shopId));
}
