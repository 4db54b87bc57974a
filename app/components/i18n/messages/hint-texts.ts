import { PLAN_LACKS } from "#app/domain/shop-words.ts";

type Pair = readonly [english: string, german: string];

/** What a shop tells that only hints at changes: its events, and what it answers to our questions about them. */
export const HINT_TOPICS = {
  "event/order.created": ["New order reported", "Neue Bestellung gemeldet"],
  "event/order.updated": ["Change of an order reported", "Geänderte Bestellung gemeldet"],
  "event/order.deleted": ["Deletion of an order reported", "Gelöschte Bestellung gemeldet"],
  "event/customer.created": ["New customer reported", "Neue Kundin, neuer Kunde gemeldet"],
  "event/customer.updated": ["Change of a customer reported", "Geändertes Kundenkonto gemeldet"],
  "event/customer.deleted": ["Deletion of a customer reported", "Gelöschtes Kundenkonto gemeldet"],
  "event/customer.personaldataremovalrequest": [
    "A customer asks to be forgotten",
    "Jemand möchte vergessen werden",
  ],
  "event/customer.personaldataexportrequest": [
    "A customer asks for their data",
    "Jemand möchte die eigenen Daten",
  ],
  "event/profile.personaldataremovalrequest": [
    "The shop asks to be forgotten",
    "Der Shop möchte vergessen werden",
  ],
  "event/application.uninstalled": ["Removal of the app reported", "Entfernte App gemeldet"],
  event: ["Something else reported", "Etwas anderes gemeldet"],
  order: ["Order read", "Bestellung gelesen"],
  "order.gone": ["Order deleted", "Bestellung gelöscht"],
  customer: ["Customer read", "Kundenkonto gelesen"],
  "customer.gone": ["Customer deleted", "Kundenkonto gelöscht"],
  "customer.removed": ["Delete a customer's data", "Daten einer Kundin oder eines Kunden löschen"],
  "customer.kept": ["A customer asks to be forgotten", "Jemand möchte vergessen werden"],
  "shop.gone": ["App uninstalled", "App deinstalliert"],
  "shop.removed": ["Delete the shop's data", "Daten des Shops löschen"],
  "shop.kept": ["The shop asks to be forgotten", "Der Shop möchte vergessen werden"],
} as const satisfies Readonly<Record<string, Pair>>;

/** Why one of them, or what we asked of such a shop, came to nothing. */
export const HINT_REASONS = {
  "the shop itself is asked": [
    "The shop was asked what exactly has changed",
    "Der Shop wurde gefragt, was sich genau geändert hat",
  ],
  "of no concern to the program": ["Not of interest to the program", "Für das Programm ohne Belang"],
  "a customer asks to be forgotten, and the shop still has them": [
    "Somebody asks to be forgotten, and your shop still has their account: delete it there, then the app forgets them too",
    "Jemand möchte vergessen werden, und dein Shop hat das Konto noch: Lösche es dort, dann vergisst die App die Person auch",
  ],
  "the shop asks to be forgotten, and still has the app": [
    "The shop asks to be forgotten, and still has the app installed",
    "Der Shop möchte vergessen werden, hat die App aber noch",
  ],
  "too many requests": [
    "The shop was asked too often just now; we try again in a moment",
    "Der Shop wurde gerade zu oft gefragt; wir versuchen es gleich wieder",
  ],
  "the store asks for a pause": [
    "The shop was asked too often just now; we try again in a moment",
    "Der Shop wurde gerade zu oft gefragt; wir versuchen es gleich wieder",
  ],
  "this shop system has no such reward": [
    "Your shop system has no such reward; its points went back",
    "Dein Shopsystem kennt eine solche Prämie nicht; die Punkte gingen zurück",
  ],
  "the shop has none of the reward's products": [
    "The reward's products are no longer in the shop",
    "Die Produkte der Prämie gibt es im Shop nicht mehr",
  ],
  [PLAN_LACKS.access]: [
    "Your shop's plan does not let apps ask for anything: points are counted once it does",
    "Der Tarif deines Shops lässt Apps nichts abfragen: Punkte werden gezählt, sobald er es tut",
  ],
  [PLAN_LACKS.codes]: [
    "Your shop's plan has no discount codes; the points went back",
    "Der Tarif deines Shops hat keine Rabattcodes; die Punkte gingen zurück",
  ],
  [PLAN_LACKS.groups]: [
    "Your shop's plan has no customer groups: tiers cannot be shown there",
    "Der Tarif deines Shops hat keine Kundengruppen: Stufen lassen sich dort nicht zeigen",
  ],
  [PLAN_LACKS.other]: ["Your shop's plan does not allow it", "Der Tarif deines Shops lässt es nicht zu"],
} as const satisfies Readonly<Record<string, Pair>>;
