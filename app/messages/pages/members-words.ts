import type { ShopperLanguage } from "#app/domain/shops/merchant-choices.ts";

/** What the page of a store's members says around the panel, which brings its own words. */
export interface MembersWords {
  readonly toShop: string;
  readonly languages: string;
  readonly signOut: string;
  /** For a code: it is copied, and the way leads to the shop's cart. */
  readonly toCart: string;
  readonly noScript: string;
  readonly missing: string;
}

/** None of it addresses anybody, so German needs it once. */
export const MEMBERS_WORDS: Readonly<Record<ShopperLanguage, MembersWords>> = {
  en: {
    toShop: "To the shop",
    languages: "Languages",
    signOut: "Sign out",
    toCart: "Copy code and go to cart",
    noScript: "This page needs JavaScript to show the program.",
    missing: "There is no program to show here at the moment.",
  },
  de: {
    toShop: "Zum Shop",
    languages: "Sprachen",
    signOut: "Abmelden",
    toCart: "Code kopieren und zum Warenkorb",
    noScript: "Diese Seite braucht JavaScript, um das Programm zu zeigen.",
    missing: "Hier gibt es zurzeit kein Programm zu sehen.",
  },
  fr: {
    toShop: "Vers la boutique",
    languages: "Langues",
    signOut: "Se déconnecter",
    toCart: "Copier le code et aller au panier",
    noScript: "Cette page a besoin de JavaScript pour afficher le programme.",
    missing: "Il n’y a pas de programme à afficher ici pour le moment.",
  },
  es: {
    toShop: "A la tienda",
    languages: "Idiomas",
    signOut: "Cerrar sesión",
    toCart: "Copiar el código e ir al carrito",
    noScript: "Esta página necesita JavaScript para mostrar el programa.",
    missing: "Por ahora no hay ningún programa que mostrar aquí.",
  },
  it: {
    toShop: "Al negozio",
    languages: "Lingue",
    signOut: "Esci",
    toCart: "Copia il codice e vai al carrello",
    noScript: "Questa pagina ha bisogno di JavaScript per mostrare il programma.",
    missing: "Al momento qui non c’è nessun programma da mostrare.",
  },
  nl: {
    toShop: "Naar de winkel",
    languages: "Talen",
    signOut: "Uitloggen",
    toCart: "Kopieer code en ga naar winkelwagen",
    noScript: "Deze pagina heeft JavaScript nodig om het programma te tonen.",
    missing: "Er is hier op dit moment geen programma te zien.",
  },
};

export const LANGUAGE_NAMES: Readonly<Record<ShopperLanguage, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  it: "Italiano",
  nl: "Nederlands",
};
