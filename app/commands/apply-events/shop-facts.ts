import { assertNever } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Statements } from "#app/db/client.ts";
import { writeAudit } from "#app/db/audit.ts";
import { wakeImport } from "#app/db/history-import.ts";
import { markShopRedacted, markShopUninstalled, writeScopes } from "#app/db/shop-states.ts";
import type { ShopWideFact } from "./plan.ts";

/** What a delivery says about the shop itself. */
export async function applyShopFact(
  tx: Statements,
  shopId: number,
  fact: ShopWideFact,
  now: Instant,
): Promise<void> {
  switch (fact.type) {
    case "app_uninstalled":
      await markShopUninstalled(tx, shopId, now);
      break;
    case "shop_redacted":
      await markShopRedacted(tx, shopId);
      break;
    case "scopes_changed":
      await writeScopes(tx, shopId, fact.scopes);
      break;
    case "bulk_operation_finished":
      await wakeImport(tx, shopId, fact.operationId, now);
      break;
    case "customer_data_requested":
      break;
    default:
      assertNever(fact);
  }
  await writeAudit(tx, shopId, {
    at: now,
    actor: "platform",
    action: fact.type,
    memberId: null,
    details: detailsOf(fact),
  });
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
      return {};
    default:
      return assertNever(fact);
  }
}
