import type { Language } from "./language.tsx";

/** What does not work without a permission, and who is meant by it: one sentence may need several. */
const WITHOUT: readonly { readonly scopes: readonly string[]; readonly says: Record<Language, string> }[] = [
  {
    scopes: ["read_orders"],
    says: {
      en: "Orders do not reach the app, so nobody earns points",
      de: "Bestellungen kommen nicht in der App an, darum sammelt niemand Punkte",
    },
  },
  {
    scopes: ["write_discounts"],
    says: {
      en: "Codes and tier discounts cannot be made in the shop",
      de: "Im Shop können keine Codes und keine Rabatte für Stufen angelegt werden",
    },
  },
  {
    scopes: ["write_customers"],
    says: {
      en: "Points and tiers are not kept up to date in the shop front",
      de: "Punkte und Stufen werden im Shop nicht mehr aktualisiert",
    },
  },
  {
    scopes: ["read_products"],
    says: {
      en: "Orders wait wherever a rule is about certain products",
      de: "Wo eine Regel bestimmte Produkte meint, bleiben Bestellungen liegen",
    },
  },
  {
    scopes: ["write_gift_cards"],
    says: {
      en: "Rewards given as a gift card cannot be claimed",
      de: "Prämien als Gutschein lassen sich nicht einlösen",
    },
  },
  {
    scopes: ["read_store_credit_accounts", "write_store_credit_account_transactions"],
    says: {
      en: "Rewards given as store credit cannot be claimed",
      de: "Prämien als Guthaben lassen sich nicht einlösen",
    },
  },
  {
    scopes: ["read_customer_merge"],
    says: {
      en: "Customers merged in the shop stay two members here",
      de: "Kundenkonten, die im Shop zusammengeführt werden, bleiben hier zwei Mitglieder",
    },
  },
];

const UNKNOWN: Record<Language, string> = {
  en: "Part of the app does not work",
  de: "Ein Teil der App funktioniert nicht",
};

/** A sentence for all that missing permissions bring about, each with the platform's names for them. */
export function withoutPermissions(
  missing: readonly string[],
  language: Language,
): readonly { readonly says: string; readonly scopes: string }[] {
  const known = WITHOUT.flatMap(({ scopes, says }) => {
    const of = scopes.filter((scope) => missing.includes(scope));
    return of.length === 0 ? [] : [{ says: says[language], scopes: of.join(", ") }];
  });
  const told = new Set(WITHOUT.flatMap(({ scopes }) => scopes));
  const other = missing.filter((scope) => !told.has(scope));
  return other.length === 0 ? known : [...known, { says: UNKNOWN[language], scopes: other.join(", ") }];
}
