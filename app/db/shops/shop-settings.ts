import { z } from "zod";
import {
  combinedWith,
  FIRST_CHOICES,
  merchantChoices,
  spokenLanguages,
  widgetLook,
  type MerchantChoices,
} from "#app/domain/shops/merchant-choices.ts";
import type { Statements } from "../database.ts";
import { readRows } from "../read-rows.ts";

const { shape } = merchantChoices;

/**
 * What the merchant chose; kept as JSON, so that a new choice needs no new column. One that is missing, or no
 * choice any more, is as it was at first; the others stand.
 */
const choices = z.object({
  address: shape.address.catch(FIRST_CHOICES.address),
  languages: spokenLanguages.catch(FIRST_CHOICES.languages),
  look: widgetLook.catch(FIRST_CHOICES.look),
  tagTier: shape.tagTier.catch(FIRST_CHOICES.tagTier),
  taggedSegments: shape.taggedSegments.catch(FIRST_CHOICES.taggedSegments),
  membership: shape.membership.catch(FIRST_CHOICES.membership),
  codesMayBePassedOn: shape.codesMayBePassedOn.catch(FIRST_CHOICES.codesMayBePassedOn),
  codePrefix: shape.codePrefix.catch(FIRST_CHOICES.codePrefix),
  combinesWith: combinedWith.catch(FIRST_CHOICES.combinesWith),
  tillMayAdjust: shape.tillMayAdjust.catch(FIRST_CHOICES.tillMayAdjust),
  paidStatuses: shape.paidStatuses.catch(FIRST_CHOICES.paidStatuses),
  handedOverStatuses: shape.handedOverStatuses.catch(FIRST_CHOICES.handedOverStatuses),
  noticeDays: shape.noticeDays.catch(FIRST_CHOICES.noticeDays),
  reinstateDays: shape.reinstateDays.catch(FIRST_CHOICES.reinstateDays),
  retentionMonths: shape.retentionMonths.catch(FIRST_CHOICES.retentionMonths),
  /** No choice: tags may be in the shop from a time when they were wished. */
  tierTagsLeft: z.boolean().catch(false),
});

/** What is stored and cannot be read at all is as if nothing had been chosen: no page dies of it. */
export const shopSettings = choices.catch(() => choices.parse({}));

const settingsRow = z.object({ settings: shopSettings });

export type ShopSettings = z.output<typeof shopSettings>;

/** The choices in force, to be read along with what they decide. */
export async function readShopSettings(statements: Statements, shopId: number): Promise<ShopSettings> {
  const [row] = await readRows(statements, settingsRow, "SELECT settings FROM shop WHERE shop_id = $1", [
    shopId,
  ]);
  return row === undefined ? shopSettings.parse({}) : row.settings;
}

const settingsOfBooksRow = settingsRow.extend({ journeysOn: z.boolean() });

/** The same, and whether the shop has a journey that is on, in one statement. */
export async function readSettingsOfBooks(
  tx: Statements,
  shopId: number,
): Promise<{ readonly settings: ShopSettings; readonly journeysOn: boolean }> {
  const [row] = await readRows(
    tx,
    settingsOfBooksRow,
    `SELECT settings, EXISTS (SELECT 1 FROM journey j WHERE j.shop_id = shop.shop_id AND j.on_since IS NOT NULL)
       AS "journeysOn" FROM shop WHERE shop_id = $1`,
    [shopId],
  );
  return row ?? { settings: shopSettings.parse({}), journeysOn: false };
}

/** As they are, and nobody changes them until this transaction ends. */
export function lockShopSettings(tx: Statements, shopId: number): Promise<ShopSettings> {
  return lockedSettings(tx, shopId, "FOR UPDATE");
}

/** As they are, and nobody changes them until this transaction ends; others may rely on them too. */
export function shareShopSettings(tx: Statements, shopId: number): Promise<ShopSettings> {
  return lockedSettings(tx, shopId, "FOR SHARE");
}

async function lockedSettings(
  tx: Statements,
  shopId: number,
  lock: "FOR UPDATE" | "FOR SHARE",
): Promise<ShopSettings> {
  const query = `SELECT settings FROM shop WHERE shop_id = $1 ${lock}`;
  const [row] = await readRows(tx, settingsRow, query, [shopId]);
  return row === undefined ? shopSettings.parse({}) : row.settings;
}

export async function writeShopSettings(
  tx: Statements,
  shopId: number,
  settings: MerchantChoices & Pick<ShopSettings, "tierTagsLeft">,
): Promise<void> {
  await tx.query("UPDATE shop SET settings = $2::json WHERE shop_id = $1", [
    shopId,
    JSON.stringify(settings),
  ]);
}
