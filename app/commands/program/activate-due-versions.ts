import type { Database, Statements } from "#app/db/client.ts";
import { readDraft, writeDraft } from "#app/db/program/program-drafts.ts";
import { activateVersion, dueVersions } from "#app/db/program/programs.ts";
import { lockDueVersion, refuseVersion, type ScheduledVersion } from "#app/db/program/scheduled-versions.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { checkPublication, publishingShop } from "./check-publication.ts";

/**
 * Makes versions live whose instant has come: each once, whoever else does the same, and none that was called
 * off meanwhile. One that is not right any more is refused with its reasons and becomes the draft, if there is none.
 */
export async function activateDueVersions(database: Database, now: Instant): Promise<void> {
  for (const due of await dueVersions(database, now)) {
    await database.transaction((tx) => activateDue(tx, due.shop_id, due.version, now));
  }
}

async function activateDue(tx: Statements, shopId: number, version: number, now: Instant): Promise<void> {
  const due = await lockDueVersion(tx, shopId, version);
  if (due === null) return;
  const checked = checkPublication(due.document, await publishingShop(tx, shopId));
  if (checked.ok) return activateVersion(tx, shopId, version, now);
  await refuseVersion(tx, shopId, version, checked.errors);
  await keepAsDraft(tx, shopId, due, now);
}

/** What will not be published stays to be edited, unless there is a draft that would be lost. */
export async function keepAsDraft(
  tx: Statements,
  shopId: number,
  { document, published_by: actor }: ScheduledVersion,
  now: Instant,
): Promise<void> {
  if ((await readDraft(tx, shopId)) !== null) return;
  const shop = await readShop(tx, shopId);
  await writeDraft(tx, shopId, {
    text: JSON.stringify(document, null, 2),
    baseVersion: shop?.liveVersion ?? null,
    expectedRevision: null,
    actor,
    now,
  });
}
