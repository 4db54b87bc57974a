import { texts } from "../language.tsx";

/** The shopper's panel beside the program. */
export const previewTexts = texts(
  {
    title: "What shoppers see",
    as: "Seen by",
    language: "Language",
    shopPage: "Page of the shop",
    light: "Light",
    dark: "Dark",
    guest: "A guest",
    newcomer: "A new member",
    onLevel: (level: string) => `A member on ${level}`,
    unknown: "Shown once the errors are fixed.",
    failed: "The preview could not be drawn just now.",
  },
  {
    title: "Was die Kundschaft sieht",
    as: "Gesehen von",
    language: "Sprache",
    shopPage: "Seite des Shops",
    light: "Hell",
    dark: "Dunkel",
    guest: "Gast",
    newcomer: "Neues Mitglied",
    onLevel: (level: string) => `Mitglied auf ${level}`,
    unknown: "Erscheint, sobald die Fehler behoben sind.",
    failed: "Die Vorschau ließ sich gerade nicht zeichnen.",
  },
);
