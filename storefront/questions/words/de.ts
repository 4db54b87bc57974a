import type { QuestionWords } from "../question-words.ts";

const de: QuestionWords = {
  ask: {
    earn: "Wie sammle ich {name}?",
    counts: "Was zählt von einer Bestellung?",
    excluded: "Können alle sammeln?",
    spend: "Wann kann ich meine {name} einlösen?",
    rewards: "Was bekomme ich für meine {name}?",
    use: "Wie nutze ich eine Prämie?",
    expire: "Verfallen meine {name}?",
    levels: "Welche Stufen gibt es, und was bringen sie?",
    keep: "Wie erreiche ich eine Stufe, und wie behalte ich sie?",
    challenges: "Was bringen Herausforderungen?",
    memberships: "Was bringt eine bezahlte Mitgliedschaft?",
    returned: "Was ist, wenn ich etwas zurückgebe?",
    fewer: "Warum habe ich weniger {name} als vorher?",
    kept: "Was weiß der Shop über mich?",
    leave: "Wie verlasse ich das Programm?",
    since: "Seit wann gelten diese Regeln?",
  },
  line: "{what}: {gives}",
  useCode: "Löse sie im Fenster des Programms ein. Du bekommst einen Code für die Kasse.",
  useGiveBack: "Einen ungenutzten Code kannst du zurückgeben. Was er gekostet hat, bekommst du dann wieder.",
  useAsked: "Bei {list} meldet sich der Shop bei dir. Bis dahin ist der Preis zurückgelegt.",
  notice: "{days} vorher steht es im Fenster des Programms.",
  climb: {
    spend: "Die Stufe richtet sich danach, wie viel du einkaufst.",
    points: "Die Stufe richtet sich danach, wie viele {name} du sammelst, sobald sie einlösbar sind.",
    orders: "Die Stufe richtet sich danach, wie oft du bestellst.",
  },
  keep: {
    lifetime: "Alles zählt, von Anfang an. Eine erreichte Stufe hat kein Enddatum.",
    rolling: "Eine Stufe gilt {months}. Sie verlängert sich, wenn du sie dann noch erreichst.",
    calendarYear:
      "Eine Stufe gilt bis zum Ende des nächsten Jahres. Sie verlängert sich, wenn du sie dann noch erreichst.",
  },
  levelReturned: "Was du zurückgibst, zählt nicht mehr für deine Stufe.",
  challengeReturned:
    "Ist eine Herausforderung dadurch nicht mehr geschafft, geht zurück, was sie gebracht hat.",
  membershipBuy: "Du kaufst sie wie jedes andere Produkt im Shop.",
  fewerClaimed: "Eine Prämie zieht ab, was sie kostet, sobald du sie einlöst.",
  fewerReasons: "Der Verlauf im Fenster des Programms nennt zu jeder Änderung den Grund.",
  leaveHow: "Mit „{leave}“ am Ende des Fensters.",
  leaveEnds:
    "Dann sammelst du nicht mehr, offene Codes enden, und dein Guthaben lässt sich nicht mehr einlösen.",
};

export default de;
