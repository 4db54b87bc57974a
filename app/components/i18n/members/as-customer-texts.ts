import { texts } from "../language.tsx";

export const asCustomerTexts = texts(
  {
    title: "As a customer",
    notScored: "Not worked out yet: it is done every night.",
    objectsSince: (day: string) => `Objects to profiling since ${day}.`,
    object: "They object to profiling",
    objectHelp:
      "If they ask you to: no scores, predictions, segments or recommendations are kept of them. What they buy counts in sums only, and their points stay.",
    end: "They take the objection back",
    endHelp:
      "No scores, predictions, segments or recommendations are kept of them; what they buy counts in sums only.",
    saved: "Saved",
  },
  {
    title: "Als Kunde",
    notScored: "Noch nicht berechnet: Das geschieht jede Nacht.",
    objectsSince: (day: string) => `Widerspricht der Auswertung seit ${day}.`,
    object: "Widerspricht der Auswertung",
    objectHelp:
      "Wenn dich jemand darum bittet: Dann werden keine Werte, Vorhersagen, Segmente oder Empfehlungen zu dieser Person behalten. Ihre Einkäufe zählen nur in Summen, ihre Punkte bleiben.",
    end: "Widerspruch zurücknehmen",
    endHelp:
      "Zu dieser Person werden keine Werte, Vorhersagen, Segmente oder Empfehlungen behalten; ihre Einkäufe zählen nur in Summen.",
    saved: "Gespeichert",
  },
);
