import type { Instant } from "#app/domain/calendar.ts";
import { forgetUnbookedFiles } from "../member-files/member-file-rows.ts";
import { timestamp } from "../column-values.ts";
import { ENGAGEMENT_TABLES } from "../books/engagement-books.ts";
import { deleteSecrets } from "../credentials.ts";
import type { Database, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { clearStaging } from "../history/history-staging.ts";
import { forgetReasons } from "../ledger.ts";
import { MESSAGE_TABLES } from "../messages/write-messages.ts";
import { readRows } from "../read-rows.ts";

const presentRow = tables.shop.pick({ present_at: true });

export interface InstalledShop {
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly locale: string;
  readonly scopes: readonly string[];
}

export async function markShopInstalled(
  tx: Statements,
  shopId: number,
  shop: InstalledShop,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE shop SET status = 'installed', name = $2, currency = $3, timezone = $4, locale = $5, scopes = $6::text[],
       installed_at = CASE WHEN status = 'installed' THEN installed_at ELSE $7::timestamptz END,
       storefront_version = CASE WHEN status = 'installed' THEN storefront_version END,
       uninstalled_at = NULL, outbox_stopped = NULL WHERE shop_id = $1`,
    [shopId, shop.name, shop.currency, shop.timezone, shop.locale, shop.scopes, timestamp(now)],
  );
}

/** The app is there at this moment: staff have opened it. Later words of an earlier end do not count. */
export async function markShopPresent({ prisma }: Database, shopId: number, instant: Instant): Promise<void> {
  const presentAt = new Date(instant);
  await prisma.shop.updateMany({
    where: { shopId, OR: [{ presentAt: null }, { presentAt: { lt: presentAt } }] },
    data: { presentAt },
  });
}

/** When the app was last known to be in the shop; null = never. */
export async function readPresence(statements: Statements, shopId: number): Promise<Instant | null> {
  const [row] = await readRows(
    statements,
    presentRow,
    "SELECT greatest(present_at, installed_at) AS present_at FROM shop WHERE shop_id = $1",
    [shopId],
  );
  return row?.present_at ?? null;
}

/** The shop is gone and may come back: its secrets go at once, its ledger stays. */
export async function markShopUninstalled(tx: Statements, shopId: number, now: Instant): Promise<void> {
  await tx.query(
    "UPDATE shop SET status = 'uninstalled', uninstalled_at = $2::timestamptz WHERE shop_id = $1 AND status = 'installed'",
    [shopId, timestamp(now)],
  );
  await deleteSecrets(tx, shopId);
  await forgetUnbookedHistory(tx, shopId);
}

/**
 * Past orders that were read and not decided about: they are people's, nobody can decide about them now,
 * and they are old when the shop comes back and is asked again. What is being booked waits for that.
 */
async function forgetUnbookedHistory(tx: Statements, shopId: number): Promise<void> {
  const forgotten = await tx.query(
    "DELETE FROM history_import WHERE shop_id = $1 AND state NOT IN ('booking', 'done', 'skipped') RETURNING 1",
    [shopId],
  );
  if (forgotten.length > 0) await clearStaging(tx, shopId);
  await forgetUnbookedFiles(tx, shopId);
}

/** What is kept of a shop beside its ledger, and is of no use without the shop. */
const GONE_WITH_THE_SHOP = [
  "outbox",
  "shop_question",
  "mailbox_proof",
  "admin_opening",
  "product_fact",
  "gift_card_payment",
  "customer_tags",
  "ended_customer",
  "history_order",
  "history_person",
  "history_import",
  "member_file_part",
  "member_file_row",
  "member_file",
  "waiting_refund",
  "program_draft",
  "program_review",
  "first_run",
  "command_key",
  "activity_key",
  "notice_listener",
  "reconciliation",
  "erased_name",
  "customer_figure",
  "segment_member",
  "segment_change",
  "customer_scoring",
  "insight_answer",
  "product_neighbour",
  "member_view",
  "member_note",
  "profiling_objection",
  "member_merge",
  ...ENGAGEMENT_TABLES,
  "referral_link",
  ...MESSAGE_TABLES,
] as const;

/** Words people wrote, and what orders are called, in what stays for the sums. */
const WORDS_THAT_GO = [
  "UPDATE audit SET details = (details::jsonb - 'reason')::json WHERE shop_id = $1 AND details->'reason' IS NOT NULL",
  "UPDATE reward_code SET state_reason = NULL WHERE shop_id = $1 AND state_reason IS NOT NULL",
  "UPDATE award SET order_name = NULL WHERE shop_id = $1",
  "UPDATE shop_order SET name = NULL, refusal = NULL WHERE shop_id = $1",
] as const;

/** Everything that names a person or the merchant goes; the ledger stays, without anybody in it. */
export async function markShopRedacted(tx: Statements, shopId: number): Promise<void> {
  await deleteSecrets(tx, shopId);
  const values = [shopId];
  await tx.query(
    `UPDATE member SET status = 'erased', customer_id = NULL, email = NULL, email_proven = false, first_name = NULL,
       last_name = NULL, birthday = NULL, tags = '{}', segments = '{}', next_due_at = NULL WHERE shop_id = $1`,
    values,
  );
  await tx.query("UPDATE inbox SET body = '', reason = NULL WHERE shop_id = $1", values);
  await forgetReasons(tx, shopId, null);
  for (const words of WORDS_THAT_GO) await tx.query(words, values);
  for (const table of GONE_WITH_THE_SHOP) {
    await tx.query(`DELETE FROM ${table} WHERE shop_id = $1`, values);
  }
  await tx.query(
    "UPDATE shop SET status = 'redacted', name = NULL, settings = '{}' WHERE shop_id = $1",
    values,
  );
}

export async function writeScopes(tx: Statements, shopId: number, scopes: readonly string[]): Promise<void> {
  await tx.query("UPDATE shop SET scopes = $2::text[] WHERE shop_id = $1", [shopId, scopes]);
}

/**
 * The shop cannot be reached: nothing is told or asked until a member of staff opens the app. Its tokens
 * are dead and go, so that opening the app gets a new one.
 */
export async function stopSpeakingTo(database: Database, shopId: number, reason: string): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query("UPDATE shop SET outbox_stopped = $2 WHERE shop_id = $1", [shopId, reason]);
    await deleteSecrets(tx, shopId);
  });
}
