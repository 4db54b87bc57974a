import { texts } from "../language.tsx";

/** What the program answers, to be put on a page of the shop. */
export const questionTexts = texts(
  {
    title: "Questions and answers",
    ofVersion: (version: string) =>
      `Shoppers read this in the panel. It is written from version ${version} of the program. Copy it to a page of your shop, and again whenever you publish a new version.`,
    ofDraft:
      "Shoppers read this in the panel once the program is published. It is written from the draft and follows every change.",
    language: "Language of the answers",
    waiting: "Being written …",
    copy: "Copy",
    copied: (language: string) => `Copied: ${language}.`,
    selected: "Selected. Copy it with your keyboard.",
    failed: "The questions could not be written just now. Load the page again.",
  },
  {
    title: "Fragen und Antworten",
    ofVersion: (version: string) =>
      `Das liest die Kundschaft im Fenster des Programms. Es entsteht aus Version ${version} des Programms. Kopiere es auf eine Seite deines Shops, und wieder, wenn du eine neue Version veröffentlichst.`,
    ofDraft:
      "Das liest die Kundschaft im Fenster des Programms, sobald es veröffentlicht ist. Es entsteht aus dem Entwurf und folgt jeder Änderung.",
    language: "Sprache der Antworten",
    waiting: "Wird geschrieben …",
    copy: "Kopieren",
    copied: (language: string) => `Kopiert: ${language}.`,
    selected: "Ausgewählt. Kopiere den Text mit der Tastatur.",
    failed: "Die Fragen ließen sich gerade nicht schreiben. Lade die Seite neu.",
  },
);
