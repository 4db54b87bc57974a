/** What stands on the shop's own pages, before anybody opens the panel. */
export interface PageWords {
  readonly product: string;
  readonly cart: string;
  /** Instead of either, as the panel says it, while the shop has paused earning. */
  readonly paused: string;
  readonly ends: string;
  /** After a code was claimed: it is copied, and the way leads to the cart. */
  readonly toCart: string;
  readonly failed: string;
}

const de: PageWords = {
  product: "Dafür gibt es etwa {points}",
  cart: "Für diesen Warenkorb gibt es etwa {points}",
  paused: "Der Shop macht beim Sammeln Pause: Bestellungen bringen gerade keine {name}.",
  ends: "Weiter geht es voraussichtlich am {day}.",
  toCart: "Code kopieren und zum Warenkorb",
  failed: "Das ließ sich nicht laden. Noch einmal versuchen.",
};

/** By language. Whoever asks for another is answered in English. */
export const PAGE_WORDS: Readonly<Record<string, PageWords>> = {
  en: {
    product: "Earn about {points}",
    cart: "This cart earns about {points}",
    paused: "The shop has paused collecting: orders bring no {name} for now.",
    ends: "It is planned to go on from {day}.",
    toCart: "Copy code and go to cart",
    failed: "This could not be loaded. Try again.",
  },
  de,
  fr: {
    product: "Environ {points} avec cet article",
    cart: "Environ {points} avec ce panier",
    paused: "La boutique a mis le cumul en pause : les commandes ne rapportent pas de {name} pour le moment.",
    ends: "La reprise est prévue le {day}.",
    toCart: "Copier le code et aller au panier",
    failed: "Le chargement a échoué. Réessayez.",
  },
  es: {
    product: "Unas {points} con este producto",
    cart: "Unas {points} con este carrito",
    paused: "La tienda ha puesto en pausa la acumulación: por ahora los pedidos no dan {name}.",
    ends: "Está previsto que continúe el {day}.",
    toCart: "Copiar el código e ir al carrito",
    failed: "No se pudo cargar. Inténtalo de nuevo.",
  },
  it: {
    product: "Circa {points} con questo prodotto",
    cart: "Circa {points} con questo carrello",
    paused: "Il negozio ha messo in pausa la raccolta: per ora gli ordini non portano {name}.",
    ends: "La ripresa è prevista per il {day}.",
    toCart: "Copia il codice e vai al carrello",
    failed: "Non è stato possibile caricare. Riprova.",
  },
  nl: {
    product: "Goed voor ongeveer {points}",
    cart: "Deze winkelwagen is goed voor ongeveer {points}",
    paused: "De winkel heeft sparen gepauzeerd: bestellingen leveren nu geen {name} op.",
    ends: "Het gaat naar verwachting verder op {day}.",
    toCart: "Kopieer code en ga naar winkelwagen",
    failed: "Laden is niet gelukt. Probeer het opnieuw.",
  },
};
