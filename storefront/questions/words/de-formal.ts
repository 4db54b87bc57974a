import type { QuestionWords } from "../question-words.ts";
import de from "./de.ts";

/** German with Sie: only the sentences that address somebody differ. */
const deFormal: QuestionWords = {
  ...de,
  useCode: "Lösen Sie sie im Fenster des Programms ein. Sie bekommen einen Code für die Kasse.",
  useGiveBack:
    "Einen ungenutzten Code können Sie zurückgeben. Was er gekostet hat, bekommen Sie dann wieder.",
  useAsked: "Bei {list} meldet sich der Shop bei Ihnen. Bis dahin ist der Preis zurückgelegt.",
  climb: {
    spend: "Die Stufe richtet sich danach, wie viel Sie einkaufen.",
    points: "Die Stufe richtet sich danach, wie viele {name} Sie sammeln, sobald sie einlösbar sind.",
    orders: "Die Stufe richtet sich danach, wie oft Sie bestellen.",
  },
  keep: {
    ...de.keep,
    rolling: "Eine Stufe gilt {months}. Sie verlängert sich, wenn Sie sie dann noch erreichen.",
    calendarYear:
      "Eine Stufe gilt bis zum Ende des nächsten Jahres. Sie verlängert sich, wenn Sie sie dann noch erreichen.",
  },
  levelReturned: "Was Sie zurückgeben, zählt nicht mehr für Ihre Stufe.",
  membershipBuy: "Sie kaufen sie wie jedes andere Produkt im Shop.",
  fewerClaimed: "Eine Prämie zieht ab, was sie kostet, sobald Sie sie einlösen.",
  leaveEnds:
    "Dann sammeln Sie nicht mehr, offene Codes enden, und Ihr Guthaben lässt sich nicht mehr einlösen.",
};

export default deFormal;
