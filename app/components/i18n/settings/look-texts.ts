import { texts } from "../language.tsx";

/** How the widget looks, and which languages it speaks. */
export const lookTexts = texts(
  {
    title: "Look of the widget",
    body: {
      editor:
        "For the launcher and its panel. What is empty here is as in the theme editor, and as in the theme where nothing is chosen there either.",
      none: "For the launcher and its panel. What is empty here is as on the shop’s own pages.",
    },
    accent: "Accent color",
    surface: "Background color",
    pick: (label: string) => `Pick: ${label}`,
    colorWrong: "A color has a # and six digits or letters A to F, such as #7a4b2a.",
    corrected:
      "Text in this accent color would be hard to read on this background. Links are drawn in this color:",
    radius: "Corner radius",
    pixels: "pixels",
    radiusHelp: {
      editor: "0 to 24; empty is 16 or what the theme editor says.",
      none: "0 to 24; empty is 16.",
    },
    radiusWrong: "A whole number from 0 to 24.",
    offset: "Distance from the lower edge",
    offsetHelp: "8 to 120; empty is 16. More where the shop has something of its own in the corner.",
    offsetWrong: "A whole number from 8 to 120.",
    side: "Side",
    sides: { editor: "As in the theme editor", left: "Left", right: "Right" },
    shownOn: "The launcher is shown on",
    shownOnHelp: "Pages that are switched off in the theme editor stay without it.",
    pages: {
      home: "Home page",
      product: "Products",
      collection: "Collections and search",
      cart: "Cart",
      other: "All other pages",
    },
    offered: "Languages of the widget",
    offeredHelp: {
      editor:
        "For the widget and for customer accounts. Blocks in the theme follow the language of the page as everything else in it.",
      none: "The language of the page counts.",
    },
    fallback: "For everybody else",
    fallbackHelp: "Whoever visits the shop in another language reads this one.",
    languages: {
      en: "English",
      de: "German",
      fr: "French",
      es: "Spanish",
      it: "Italian",
      nl: "Dutch",
    },
    names: "Names",
    program: "Program",
    points: "Points",
    namesBody: "The names of the program, its points, tiers and rewards are part of the program.",
    namesOpen: "Open “Name & language”",
  },
  {
    title: "Aussehen des Widgets",
    body: {
      editor:
        "Für die Schaltfläche und ihr Fenster. Was hier leer ist, ist wie im Theme-Editor, und wie im Theme, wo auch dort nichts gewählt ist.",
      none: "Für die Schaltfläche und ihr Fenster. Was hier leer ist, ist wie auf den Seiten des Shops.",
    },
    accent: "Akzentfarbe",
    surface: "Hintergrundfarbe",
    pick: (label: string) => `Aussuchen: ${label}`,
    colorWrong: "Eine Farbe hat ein # und sechs Ziffern oder Buchstaben A bis F, etwa #7a4b2a.",
    corrected:
      "Text in dieser Akzentfarbe wäre auf diesem Hintergrund schlecht zu lesen. Links werden in dieser Farbe gezeichnet:",
    radius: "Runde Ecken",
    pixels: "Pixel",
    radiusHelp: {
      editor: "0 bis 24; leer heißt 16 oder was der Theme-Editor sagt.",
      none: "0 bis 24; leer heißt 16.",
    },
    radiusWrong: "Eine ganze Zahl von 0 bis 24.",
    offset: "Abstand vom unteren Rand",
    offsetHelp: "8 bis 120; leer heißt 16. Mehr, wo der Shop in der Ecke schon etwas Eigenes hat.",
    offsetWrong: "Eine ganze Zahl von 8 bis 120.",
    side: "Seite",
    sides: { editor: "Wie im Theme-Editor", left: "Links", right: "Rechts" },
    shownOn: "Die Schaltfläche erscheint auf",
    shownOnHelp: "Seiten, die im Theme-Editor ausgeschaltet sind, bleiben ohne sie.",
    pages: {
      home: "Startseite",
      product: "Produkten",
      collection: "Kategorien und Suche",
      cart: "Warenkorb",
      other: "Allen anderen Seiten",
    },
    offered: "Sprachen des Widgets",
    offeredHelp: {
      editor:
        "Für Widget und Kundenkonten. Blöcke im Theme folgen wie alles andere dort der Sprache der Seite.",
      none: "Es zählt die Sprache der Seite.",
    },
    fallback: "Für alle anderen",
    fallbackHelp: "Wer den Shop in einer anderen Sprache besucht, liest diese.",
    languages: {
      en: "Englisch",
      de: "Deutsch",
      fr: "Französisch",
      es: "Spanisch",
      it: "Italienisch",
      nl: "Niederländisch",
    },
    names: "Namen",
    program: "Programm",
    points: "Punkte",
    namesBody: "Die Namen des Programms, seiner Punkte, Stufen und Prämien gehören zum Programm.",
    namesOpen: "„Name & Sprache“ öffnen",
  },
);
