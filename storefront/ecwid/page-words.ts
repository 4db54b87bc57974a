/** What stands on the shop's own pages, before anybody opens the panel. */
export interface PageWords {
  readonly product: string;
  readonly cart: string;
  /** After a code was claimed: it is copied, and the way leads to the cart. */
  readonly toCart: string;
  readonly failed: string;
}

const de: PageWords = {
  product: "Dafür gibt es etwa {points}",
  cart: "Für diesen Warenkorb gibt es etwa {points}",
  toCart: "Code kopieren und zum Warenkorb",
  failed: "Das ließ sich nicht laden. Noch einmal versuchen.",
};

/** By language. Whoever asks for another is answered in English. */
export const PAGE_WORDS: Readonly<Record<string, PageWords>> = {
  en: {
    product: "Earn about {points}",
    cart: "This cart earns about {points}",
    toCart: "Copy code and go to cart",
    failed: "This could not be loaded. Try again.",
  },
  de,
  fr: {
    product: "Environ {points} avec cet article",
    cart: "Environ {points} avec ce panier",
    toCart: "Copier le code et aller au panier",
    failed: "Le chargement a échoué. Réessayez.",
  },
  es: {
    product: "Unas {points} con este producto",
    cart: "Unas {points} con este carrito",
    toCart: "Copiar el código e ir al carrito",
    failed: "No se pudo cargar. Inténtalo de nuevo.",
  },
  it: {
    product: "Circa {points} con questo prodotto",
    cart: "Circa {points} con questo carrello",
    toCart: "Copia il codice e vai al carrello",
    failed: "Non è stato possibile caricare. Riprova.",
  },
  nl: {
    product: "Goed voor ongeveer {points}",
    cart: "Deze winkelwagen is goed voor ongeveer {points}",
    toCart: "Kopieer code en ga naar winkelwagen",
    failed: "Laden is niet gelukt. Probeer het opnieuw.",
  },
};
