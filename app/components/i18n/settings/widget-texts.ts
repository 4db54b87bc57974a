import { texts } from "../language.tsx";

/** The switch of the widget, in shops without an editor of themes. */
export const widgetTexts = texts(
  {
    title: "Widget in the shop",
    show: "Show the widget in the shop",
    showHelp:
      "The launcher with its panel, and the points beside products and in the cart. Switched off, points count all the same, and the page for members stays.",
    states: {
      on: "On",
      off: "Off",
      untold: "Not there yet",
      unknown: "Unknown",
    },
    says: {
      on: "Your shop shows it.",
      off: "Your shop does not show it.",
      untold: "Your shop has been told nothing yet. It shows the widget once a program is published.",
      unknown: "Your shop did not answer just now. What is chosen here reaches it as soon as it does.",
    },
    changing: "Your choice is on its way to the shop.",
  },
  {
    title: "Widget im Shop",
    show: "Das Widget im Shop zeigen",
    showHelp:
      "Die Schaltfläche mit ihrem Fenster und die Punkte neben Produkten und im Warenkorb. Ausgeschaltet zählen Punkte trotzdem, und die Seite für Mitglieder bleibt.",
    states: {
      on: "An",
      off: "Aus",
      untold: "Noch nicht da",
      unknown: "Unbekannt",
    },
    says: {
      on: "Dein Shop zeigt es.",
      off: "Dein Shop zeigt es nicht.",
      untold: "Dein Shop weiß noch von nichts. Er zeigt das Widget, sobald ein Programm veröffentlicht ist.",
      unknown:
        "Dein Shop hat gerade nicht geantwortet. Was du hier wählst, erreicht ihn, sobald er es wieder tut.",
    },
    changing: "Deine Wahl ist auf dem Weg in den Shop.",
  },
);
