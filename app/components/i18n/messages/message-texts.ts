import type { Effect } from "#app/domain/effect.ts";
import { ANOTHER_PROGRAM } from "#app/domain/shop-words.ts";
import { HINT_REASONS, HINT_TOPICS } from "./hint-texts.ts";
import { texts } from "../language.tsx";

/** What the app asks of the shop, by its command. */
type Asked = Readonly<Record<Effect["type"], string>>;

/** What the shop tells the app, by Shopify's name for it. */
type Told = Readonly<
  Record<
    | "orders/create"
    | "orders/paid"
    | "orders/updated"
    | "orders/cancelled"
    | "orders/fulfilled"
    | "orders/edited"
    | "orders/delete"
    | "refunds/create"
    | "customers/create"
    | "customers/update"
    | "customers/delete"
    | "customers/merge"
    | "customers/email_marketing_consent_update"
    | "customers/marketing_consent_update"
    | "customers/data_request"
    | "customers/redact"
    | "shop/redact"
    | "app/uninstalled"
    | "app/scopes_update"
    | "discounts/delete"
    | "discounts/update"
    | "discounts/redeemcode_removed"
    | "bulk_operations/finish"
    // Told by our own pages, not by the shop.
    | "regulars:activity",
    string
  >
>;

const toldInEnglish: Told = {
  "orders/create": "New order",
  "orders/paid": "Order paid",
  "orders/updated": "Order changed",
  "orders/cancelled": "Order cancelled",
  "orders/fulfilled": "Order fulfilled",
  "orders/edited": "Order edited",
  "orders/delete": "Order deleted",
  "refunds/create": "Refund",
  "customers/create": "New customer",
  "customers/update": "Customer changed",
  "customers/delete": "Customer deleted",
  "customers/merge": "Customers merged",
  "customers/email_marketing_consent_update": "Consent to e-mail changed",
  "customers/marketing_consent_update": "Consent to text messages changed",
  "customers/data_request": "A customer asks for their data",
  "customers/redact": "Delete a customer's data",
  "shop/redact": "Delete the shop's data",
  "app/uninstalled": "App uninstalled",
  "app/scopes_update": "Permissions changed",
  "discounts/delete": "Discount deleted in the shop",
  "discounts/update": "Discount changed in the shop",
  "discounts/redeemcode_removed": "Discount code removed in the shop",
  "bulk_operations/finish": "Export of orders finished",
  "regulars:activity": "Something a member did",
};

const toldInGerman: Told = {
  "orders/create": "Neue Bestellung",
  "orders/paid": "Bestellung bezahlt",
  "orders/updated": "Bestellung geändert",
  "orders/cancelled": "Bestellung storniert",
  "orders/fulfilled": "Bestellung versandt",
  "orders/edited": "Bestellung bearbeitet",
  "orders/delete": "Bestellung gelöscht",
  "refunds/create": "Rückerstattung",
  "customers/create": "Neues Kundenkonto",
  "customers/update": "Kundenkonto geändert",
  "customers/delete": "Kundenkonto gelöscht",
  "customers/merge": "Kundenkonten zusammengeführt",
  "customers/email_marketing_consent_update": "Zustimmung zu E-Mails geändert",
  "customers/marketing_consent_update": "Zustimmung zu SMS geändert",
  "customers/data_request": "Auskunft über Kundendaten verlangt",
  "customers/redact": "Kundendaten löschen",
  "shop/redact": "Daten des Shops löschen",
  "app/uninstalled": "App deinstalliert",
  "app/scopes_update": "Berechtigungen geändert",
  "discounts/delete": "Rabatt im Shop gelöscht",
  "discounts/update": "Rabatt im Shop geändert",
  "discounts/redeemcode_removed": "Rabattcode im Shop entfernt",
  "bulk_operations/finish": "Export der Bestellungen fertig",
  "regulars:activity": "Etwas, das ein Mitglied getan hat",
};

const askedInEnglish: Asked = {
  issue_discount: "Create a discount code",
  withdraw_discount: "Withdraw a discount code",
  issue_store_credit: "Give store credit",
  issue_gift_card: "Create a gift card",
  request_experience: "Reward to hand over",
  publish_member_state: "Update points and tier in the shop",
  notify_points_expiring: "Tell a member that points expire",
  notify_tier_changed: "Tell a member about a new tier",
  notify_tier_grace: "Tell a member that a tier ends",
  notify_points_earned: "Tell a member about new points",
  notify_reward_claimed: "Tell a member about a reward",
  notify_segment_entered: "Tell that a customer is in a segment",
  tag_customer: "Change a customer's tags",
  send_message: "Send a member a message",
};

const askedInGerman: Asked = {
  issue_discount: "Rabattcode anlegen",
  withdraw_discount: "Rabattcode zurückziehen",
  issue_store_credit: "Guthaben geben",
  issue_gift_card: "Gutschein anlegen",
  request_experience: "Prämie zu übergeben",
  publish_member_state: "Punkte und Stufe im Shop aktualisieren",
  notify_points_expiring: "Mitglied auf verfallende Punkte hinweisen",
  notify_tier_changed: "Mitglied auf neue Stufe hinweisen",
  notify_tier_grace: "Mitglied auf endende Stufe hinweisen",
  notify_points_earned: "Mitglied auf neue Punkte hinweisen",
  notify_reward_claimed: "Mitglied auf eine Prämie hinweisen",
  notify_segment_entered: "Melden, dass ein Kunde in einem Segment ist",
  tag_customer: "Tags eines Kunden ändern",
  send_message: "Mitglied eine Nachricht senden",
};

/** The reasons that are written down by the app itself; what the shop says in its own words is not among them. */
const REASONS = {
  "told with a newer state": [
    "Not needed any more: a newer update followed",
    "Nicht mehr nötig: Es folgte ein neuerer Stand",
  ],
  "told with a later delivery of the same order": [
    "Not needed any more: a newer update followed",
    "Nicht mehr nötig: Es folgte ein neuerer Stand",
  ],
  "nobody listens": ["No workflow wanted to know", "Kein Workflow wollte es wissen"],
  "the shop has no currency": ["The shop has no currency yet", "Der Shop hat noch keine Währung"],
  "the code is not wanted any more": [
    "The code was not needed any more",
    "Der Code wurde nicht mehr gebraucht",
  ],
  "the order is partly refunded and does not say how much: points were left as they are": [
    "The order is partly refunded, and the shop does not say how much: points were left as they are. Please take a look",
    "Die Bestellung ist teilweise erstattet, und der Shop sagt nicht, wie viel: Die Punkte blieben, wie sie sind. Bitte sieh nach",
  ],
  [ANOTHER_PROGRAM]: [
    "Another loyalty program of your shop gives points for this order as well. Two programs reward the same purchase twice: switch one of them off",
    "Ein anderes Treueprogramm deines Shops gibt für diese Bestellung ebenfalls Punkte. Zwei Programme belohnen denselben Einkauf doppelt: Schalte eines davon ab",
  ],
  "the shop has no such customer": [
    "The member has no customer account in the shop",
    "Das Mitglied hat kein Kundenkonto im Shop",
  ],
  "the customer is not in the shop any more": [
    "The customer is no longer in the shop",
    "Das Kundenkonto gibt es im Shop nicht mehr",
  ],
  "there is no such member": ["The member no longer exists", "Das Mitglied gibt es nicht mehr"],
  "the customer that ended was no member": [
    "The customer was not a member",
    "Das Kundenkonto war kein Mitglied",
  ],
  "the customer is no member": ["The customer is not a member", "Das Kundenkonto ist kein Mitglied"],
  "the body is not JSON": [
    "The message from the shop could not be read",
    "Die Nachricht aus dem Shop war nicht lesbar",
  ],
  throttled: [
    "The shop asked us to slow down; we try again",
    "Der Shop bat um eine Pause; wir versuchen es wieder",
  ],
  "the shop's points are spent": [
    "The shop asked us to slow down; we try again",
    "Der Shop bat um eine Pause; wir versuchen es wieder",
  ],
  "Shopify reports an internal error": [
    "Shopify had a problem; we try again",
    "Bei Shopify gab es ein Problem; wir versuchen es wieder",
  ],
  "Shopify made no discount": [
    "Shopify did not create the discount; we try again",
    "Shopify hat den Rabatt nicht angelegt; wir versuchen es wieder",
  ],
  "the code belongs to a discount that is not ours": [
    "Another discount in the shop already uses this code",
    "Ein anderer Rabatt im Shop verwendet diesen Code schon",
  ],
  "TAKEN: the code belongs to a discount that is not ours": [
    "Another discount in the shop already uses this code",
    "Ein anderer Rabatt im Shop verwendet diesen Code schon",
  ],
  "the code has been used": ["The code has already been used", "Der Code wurde schon verwendet"],
  "the free product is not in the shop any more": [
    "The free product is no longer in the shop",
    "Das Gratisprodukt gibt es im Shop nicht mehr",
  ],
  "store credit needs a customer of the shop": [
    "Store credit needs a customer account",
    "Für Guthaben braucht es ein Kundenkonto",
  ],
  "paid in another currency: the order's next state has it": [
    "Paid in another currency; the order itself follows",
    "In einer anderen Währung bezahlt; die Bestellung selbst folgt",
  ],
  "another bulk operation is running": [
    "The shop is busy with another export",
    "Der Shop ist mit einem anderen Export beschäftigt",
  ],
  "Shopify keeps a result for seven days": [
    "The export is too old: Shopify keeps it for seven days",
    "Der Export ist zu alt: Shopify bewahrt ihn sieben Tage auf",
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

function reasonsIn(language: 0 | 1): ReadonlyMap<string, string> {
  const all = Object.entries({ ...REASONS, ...HINT_REASONS });
  return new Map(all.map(([reason, words]) => [reason, words[language]]));
}

function topicsIn(language: 0 | 1, named: Told & Asked): ReadonlyMap<string, string> {
  const hints = Object.entries(HINT_TOPICS).map(([topic, words]) => [topic, words[language]] as const);
  return new Map([...Object.entries(named), ...hints]);
}

/** The messages between shop and app, and why one came to nothing. */
export const messageTexts = texts(
  {
    topics: topicsIn(0, { ...toldInEnglish, ...askedInEnglish }),
    reasons: reasonsIn(0),
    otherTopic: "Another message",
    otherReason: "See the technical reason",
    technical: "For developers",
    technicalTopic: "Technical name",
    technicalReason: "Technical reason",
  },
  {
    topics: topicsIn(1, { ...toldInGerman, ...askedInGerman }),
    reasons: reasonsIn(1),
    otherTopic: "Eine andere Nachricht",
    otherReason: "Siehe den technischen Grund",
    technical: "Für die Entwicklung",
    technicalTopic: "Technischer Name",
    technicalReason: "Technischer Grund",
  },
);
