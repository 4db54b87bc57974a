import type { Database } from "#app/db/client.ts";
import { objectsSince } from "#app/db/customers/profiling-objections.ts";
import { type Consents, readConsents } from "#app/db/messages/consents.ts";
import { readMessage } from "#app/db/messages/message-rows.ts";
import { readRecipient } from "#app/db/messages/recipients.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { MessagePurpose } from "#app/domain/messages/message.ts";
import { languageOffered } from "#app/domain/shops/merchant-choices.ts";

/** What a page that a mail leads to says, and whose it is. */
export interface MailChoices {
  readonly shopId: number;
  readonly platform: string;
  readonly shopKey: string;
  readonly shopName: string;
  readonly language: string;
  readonly formal: boolean;
  readonly memberId: MemberId;
  readonly consents: Consents;
  /** To profiling. */
  readonly objects: boolean;
  /** What the mail was for; null where it is gone. */
  readonly purpose: MessagePurpose | null;
}

/** Null where the shop or the member is gone. */
export async function mailChoices(
  database: Database,
  link: { readonly shopId: number; readonly memberId: MemberId; readonly messageId: string },
): Promise<MailChoices | null> {
  const { shopId } = link;
  const shop = await readShop(database, shopId);
  const recipient = await readRecipient(database, shopId, link.memberId);
  if (shop === null || shop.status === "redacted" || recipient === null || recipient.isErased) return null;
  const { memberId } = recipient;
  const message = await readMessage(database, shopId, link.messageId);
  const { languages, address } = shop.settings;
  return {
    shopId,
    platform: shop.platform,
    shopKey: shop.shopKey,
    shopName: shop.name ?? shop.shopKey,
    language: languageOffered(languages, shop.locale) ?? languages.fallback,
    formal: address === "Sie",
    memberId,
    consents: await readConsents(database, shopId, memberId, "email"),
    objects: (await objectsSince(database, shopId, memberId)) !== null,
    purpose: message?.purpose ?? null,
  };
}
