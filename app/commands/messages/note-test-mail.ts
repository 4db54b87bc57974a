import { z } from "zod";
import { writeAudit } from "#app/db/audit.ts";
import { timestamp } from "#app/db/column-values.ts";
import type { Database } from "#app/db/client.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";

const MOST_IN_AN_HOUR = 20;
const HOUR_MS = 3_600_000;
const countRow = z.object({ count: z.int() });

/** Notes that somebody sends themselves a mail to look at, without the address. False: there were too many in this hour. */
export function noteTestMail(
  database: Database,
  shopId: number,
  { template, actor, now }: { readonly template: string; readonly actor: string; readonly now: Instant },
): Promise<boolean> {
  return database.transaction(async (tx) => {
    // Two at once would both find room.
    await tx.query("SELECT 1 FROM shop WHERE shop_id = $1 FOR UPDATE", [shopId]);
    const [sent] = await readRows(
      tx,
      countRow,
      "SELECT count(*) AS count FROM audit WHERE shop_id = $1 AND action = $2 AND at > $3::timestamptz",
      [shopId, SEND, timestamp(now - HOUR_MS)],
    );
    if (sent !== undefined && sent.count >= MOST_IN_AN_HOUR) return false;
    await writeAudit(tx, shopId, {
      at: now,
      actor,
      action: "send_test_mail",
      memberId: null,
      details: { template },
    });
    return true;
  });
}

const SEND = "send_test_mail";
