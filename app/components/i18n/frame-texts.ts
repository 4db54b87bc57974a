import { texts } from "./language.tsx";

export const frameTexts = texts(
  {
    home: "Home",
    program: "Program",
    members: "Members",
    rewards: "Rewards & codes",
    settings: "Settings",
    draft: "Draft",
    draftWaiting: "The program has changes that are not published yet.",
    draftOpen: "Look at the draft",
    errorTitle: "Something went wrong",
    errorBody:
      "The page could not be shown. Nothing was changed by this. Reload it; if it happens again, the log of the app says why.",
    notFoundTitle: "Not here",
    notFoundBody: "There is nothing at this address. It may have been removed, or the link is incomplete.",
    back: "Back to Home",
  },
  {
    home: "Start",
    program: "Programm",
    members: "Mitglieder",
    rewards: "Prämien & Codes",
    settings: "Einstellungen",
    draft: "Entwurf",
    draftWaiting: "Am Programm gibt es Änderungen, die noch nicht veröffentlicht sind.",
    draftOpen: "Entwurf ansehen",
    errorTitle: "Etwas ist schiefgegangen",
    errorBody:
      "Die Seite konnte nicht angezeigt werden. Dabei wurde nichts verändert. Lade sie neu; passiert es wieder, steht der Grund im Protokoll der App.",
    notFoundTitle: "Hier ist nichts",
    notFoundBody:
      "Unter dieser Adresse gibt es nichts. Vielleicht wurde es entfernt, oder der Link ist unvollständig.",
    back: "Zurück zum Start",
  },
);
