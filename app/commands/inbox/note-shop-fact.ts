import { assertNever } from "#app/domain/assert.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Statements } from "#app/db/client.ts";
import { writeAudit } from "#app/db/audit.ts";
import { wakeImport } from "#app/db/history/history-import.ts";
import { askRefusedAgain } from "#app/db/questions/shop-questions.ts";
import { hastenEffects } from "#app/db/outbox/outbox-batch.ts";
import {
  markShopRedacted,
  markShopUninstalled,
  readPresence,
  writeScopes,
} from "#app/db/shops/shop-states.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { ShopWideFact } from "#app/domain/people/plan-batch.ts";
import { withdrawGoneCodes } from "../codes/withdraw-gone-codes.ts";

/** What a delivery says about the shop itself. A text says why nothing came of it. */
export async function noteShopFact(
  tx: Statements,
  shopId: number,
  { fact, memberId }: { readonly fact: ShopWideFact; readonly memberId: MemberId | null },
  now: Instant,
): Promise<string | null> {
  const audit = { at: now, actor: "platform", action: fact.type, memberId };
  if (await isOfEarlierInstallation(tx, shopId, fact)) {
    await writeAudit(tx, shopId, { ...audit, details: { ...detailsOf(fact), ignored: IS_BACK } });
    return IS_BACK;
  }
  switch (fact.type) {
    case "app_uninstalled":
      await markShopUninstalled(tx, shopId, now);
      break;
    case "shop_redacted":
      await markShopRedacted(tx, shopId);
      break;
    case "scopes_changed":
      await writeScopes(tx, shopId, fact.scopes);
      await hastenEffects(tx, shopId, now);
      await askRefusedAgain(tx, shopId, now);
      break;
    case "bulk_operation_finished":
      await wakeImport(tx, shopId, fact.operationId, now);
      break;
    case "customer_data_requested":
      break;
    case "discount_gone":
      return withdrawGoneCodes(tx, shopId, fact, now);
    default:
      assertNever(fact);
  }
  await writeAudit(tx, shopId, { ...audit, details: detailsOf(fact) });
  return fact.type === "customer_data_requested" && memberId === null ? NOBODY : null;
}

const NOBODY = "nothing is kept of this customer";
const IS_BACK = "it speaks of an earlier installation: the shop has the app";

/**
 * Deliveries may be a day late, and a shop may be back by then. An uninstallation counts unless the app
 * was seen in the shop after it. A shop's data is erased 48 hours after it has uninstalled, whatever it
 * did since; who has the app and can be reached has come back, and nothing of theirs is erased. A shop
 * whose uninstallation got lost cannot be reached: asking for changed orders finds that out every hour.
 */
async function isOfEarlierInstallation(tx: Statements, shopId: number, fact: ShopWideFact): Promise<boolean> {
  if (fact.type !== "app_uninstalled" && fact.type !== "shop_redacted") return false;
  // Read anew: the same batch may have brought the uninstallation.
  const shop = await readShop(tx, shopId);
  if (shop?.status !== "installed") return false;
  if (fact.type === "shop_redacted" && shop.outboxStopped === null) return true;
  const presentAt = await readPresence(tx, shopId);
  return presentAt !== null && fact.at < presentAt;
}

/** Only what names no person: the record of what happened outlives people. */
function detailsOf(fact: ShopWideFact): Readonly<Record<string, unknown>> {
  switch (fact.type) {
    case "scopes_changed":
      return { scopes: fact.scopes };
    case "customer_data_requested":
      return { requestId: fact.requestId };
    case "bulk_operation_finished":
      return { operationId: fact.operationId, status: fact.status };
    case "shop_redacted":
    case "app_uninstalled":
    case "discount_gone":
      return {};
    default:
      return assertNever(fact);
  }
}
