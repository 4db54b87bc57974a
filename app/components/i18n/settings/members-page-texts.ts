import { texts } from "../language.tsx";

/** The page that the app itself shows a shop's members. */
export const membersPageTexts = texts(
  {
    title: "Page for members",
    body: "Put this link into your shop’s menu, your mails or on a parcel slip. The page shows your program to everybody, and members their points, codes and history once they have confirmed their mailbox.",
    notLive: "It shows your program as soon as one is published.",
    address: "Link to the page",
    copy: "Copy link",
    copied: "Link copied",
    selected: "Your browser does not let us copy. The link is selected: copy it with your keyboard.",
    open: "Open page",
  },
  {
    title: "Seite für Mitglieder",
    body: "Setz diesen Link ins Menü deines Shops, in deine Mails oder auf einen Paketzettel. Die Seite zeigt allen dein Programm und Mitgliedern ihre Punkte, Codes und ihren Verlauf, sobald sie ihr Postfach bestätigt haben.",
    notLive: "Sie zeigt dein Programm, sobald eins veröffentlicht ist.",
    address: "Link zur Seite",
    copy: "Link kopieren",
    copied: "Link kopiert",
    selected:
      "Dein Browser lässt uns nicht kopieren. Der Link ist ausgewählt: Kopiere ihn mit deiner Tastatur.",
    open: "Seite öffnen",
  },
);
