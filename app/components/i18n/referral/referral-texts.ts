import { texts } from "../language.tsx";

/** The page of friends brought along: its form, its figures, and those somebody has to look at. */
export const referralTexts = texts(
  {
    none: "Members do not bring friends along yet. With it, each has a link of their own: friends get something for joining, members for a friend's first order.",
    begin: "Let members bring friends",
    who: "Bringing friends",
    whoHelp:
      "A friend opens a member's link, names an e-mail address and confirms it by a mailed link. Whoever has ordered before does not count, nor does the member's own mailbox.",
    gains: "What it brings",
    friendGets: "The friend gets, on joining",
    qualifies: "Which order counts",
    qualifiesHelp:
      "The friend's first order that keeps enough goods. What the member gets for it is pending first, and goes back if the goods do.",
    ambassador: "Several friends",
    ambassadorHelp: "What a member gets besides, once so many friends have bought and kept.",
    stepNumber: (place: number) => `step ${String(place)}`,
    addStep: "Add a step",
    remove: "Take it out of the program",
  },
  {
    none: "Mitglieder bringen noch keine Freunde mit. Damit hat jedes einen eigenen Link: Freunde bekommen etwas fürs Mitmachen, Mitglieder für deren erste Bestellung.",
    begin: "Freunde mitbringen lassen",
    who: "Freunde mitbringen",
    whoHelp:
      "Ein Freund öffnet den Link eines Mitglieds, nennt eine E-Mail-Adresse und bestätigt sie mit einem Link aus einer Mail. Wer schon bestellt hat, zählt nicht, das eigene Postfach des Mitglieds auch nicht.",
    gains: "Was es bringt",
    friendGets: "Der Freund bekommt beim Mitmachen",
    qualifies: "Welche Bestellung zählt",
    qualifiesHelp:
      "Die erste Bestellung des Freundes, von der genug behalten wird. Was das Mitglied dafür bekommt, steht zuerst aus und geht zurück, wenn die Ware zurückgeht.",
    ambassador: "Mehrere Freunde",
    ambassadorHelp: "Was ein Mitglied außerdem bekommt, sobald so viele Freunde gekauft und behalten haben.",
    stepNumber: (place: number) => `Schritt ${String(place)}`,
    addStep: "Schritt hinzufügen",
    remove: "Aus dem Programm nehmen",
  },
);
