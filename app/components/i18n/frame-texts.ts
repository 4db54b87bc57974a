import { texts } from "./language.tsx";

export const frameTexts = texts(
  {
    home: "Home",
    program: "Program",
    members: "Members",
    rewards: "Rewards & codes",
    journeys: "Journeys",
    insight: "Insight",
    settings: "Settings",
    navigation: "Regulars",
    unsaved: "Unsaved changes",
    unsavedFirst: "Save or discard your changes first",
    sessionOverTitle: "Please open the app again",
    sessionOverBody:
      "This page has been open for a long time. Nothing was changed. Choose the app once more in your shop’s admin.",
    draft: "Draft",
    draftWaiting: "The program has changes that are not published yet.",
    draftOpen: "Open the draft",
    errorTitle: "Something went wrong",
    errorBody:
      "This page could not be shown. Nothing was changed. Reload it; if it happens again, please tell whoever runs this app for you.",
    notFoundTitle: "This page does not exist",
    notFoundBody:
      "There is nothing at this address. The page may have been removed, or the link is incomplete.",
    back: "Back to Home",
    pushTable: "Swipe sideways for more",
  },
  {
    home: "Start",
    program: "Programm",
    members: "Mitglieder",
    rewards: "Prämien & Codes",
    journeys: "Journeys",
    insight: "Auswertung",
    settings: "Einstellungen",
    navigation: "Regulars",
    unsaved: "Nicht gespeicherte Änderungen",
    unsavedFirst: "Speichere oder verwirf zuerst deine Änderungen",
    sessionOverTitle: "Bitte öffne die App noch einmal",
    sessionOverBody:
      "Diese Seite war lange offen. Geändert hat sich nichts. Wähle die App in der Verwaltung deines Shops noch einmal aus.",
    draft: "Entwurf",
    draftWaiting: "Am Programm gibt es Änderungen, die noch nicht veröffentlicht sind.",
    draftOpen: "Entwurf öffnen",
    errorTitle: "Etwas ist schiefgegangen",
    errorBody:
      "Die Seite konnte nicht angezeigt werden. Geändert hat sich nichts. Lade sie neu; passiert es wieder, melde dich bitte bei denen, die diese App für dich betreiben.",
    notFoundTitle: "Diese Seite gibt es nicht",
    notFoundBody:
      "Unter dieser Adresse ist nichts zu finden. Vielleicht wurde die Seite entfernt, oder der Link ist unvollständig.",
    back: "Zurück zum Start",
    pushTable: "Seitlich wischen für mehr",
  },
);
