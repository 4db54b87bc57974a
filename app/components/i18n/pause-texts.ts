import { texts } from "./language.tsx";

/** What of a pause a sentence speaks of. */
export type PausedWhat = "earning" | "claiming" | "both";

const RUNNING = {
  en: {
    earning: "Earning is paused",
    claiming: "Claiming is paused",
    both: "Earning and claiming are paused",
  },
  de: { earning: "Das Sammeln macht", claiming: "Das Einlösen macht", both: "Sammeln und Einlösen machen" },
} as const;
const PLANNED = {
  en: {
    earning: "Earning will be paused",
    claiming: "Claiming will be paused",
    both: "Earning and claiming will be paused",
  },
  de: { earning: "Das Sammeln macht", claiming: "Das Einlösen macht", both: "Sammeln und Einlösen machen" },
} as const;

export const pauseTexts = texts(
  {
    title: "Pause",
    back: "Settings",
    intro:
      "Stop earning, claiming or both for a while. Your shop tells shoppers, and the program stays as it is.",
    running: (what: PausedWhat, until: string | null) =>
      until === null ? `${RUNNING.en[what]} until you end it.` : `${RUNNING.en[what]} until ${until}.`,
    planned: (what: PausedWhat, from: string, until: string | null) =>
      until === null
        ? `${PLANNED.en[what]} from ${from} until you end it.`
        : `${PLANNED.en[what]} from ${from} until ${until}.`,
    badge: "Paused",
    plannedBadge: "Pause planned",
    open: "Open the pause",
    what: "What to pause",
    choices: { earning: "Earning", claiming: "Claiming", both: "Both" },
    help: {
      earning:
        "Orders paid during the pause bring no points, not later either. They still count towards tiers.",
      claiming:
        "Nobody can claim a reward. Codes that exist still work, and no points expire until 14 days after the pause.",
    },
    begins: "Begins",
    now: "Now",
    later: "At a set time",
    ends: "Ends",
    byHand: "When I end it",
    beginDay: "First day",
    beginTime: "Time it begins",
    endDay: "Last day",
    endTime: "Time it ends",
    start: "Pause now",
    plan: "Plan the pause",
    saved: "Pause saved",
    endNow: "End the pause",
    endTitle: "End the pause now?",
    endBody:
      "From this moment on everything goes on as before. What the pause was about stays: orders paid during it earn nothing.",
    keep: "Leave it",
    ended: "Pause ended",
    callOff: "Call it off",
    callOffTitle: "Call off this pause?",
    callOffBody: "It does not begin. Nothing changes.",
    calledOff: "Pause called off",
    moveEnd: "Change when it ends",
    save: "Save",
  },
  {
    title: "Pause",
    back: "Einstellungen",
    intro:
      "Halte das Sammeln, das Einlösen oder beides eine Zeit lang an. Dein Shop sagt es der Kundschaft, und das Programm bleibt, wie es ist.",
    running: (what: PausedWhat, until: string | null) =>
      until === null
        ? `${RUNNING.de[what]} Pause, bis du sie beendest.`
        : `${RUNNING.de[what]} Pause bis ${until}.`,
    planned: (what: PausedWhat, from: string, until: string | null) =>
      until === null
        ? `${PLANNED.de[what]} Pause ab ${from}, bis du sie beendest.`
        : `${PLANNED.de[what]} Pause von ${from} bis ${until}.`,
    badge: "Pause",
    plannedBadge: "Pause geplant",
    open: "Pause öffnen",
    what: "Was Pause macht",
    choices: { earning: "Sammeln", claiming: "Einlösen", both: "Beides" },
    help: {
      earning:
        "Bestellungen, die in der Pause bezahlt werden, bringen keine Punkte, auch später nicht. Für Stufen zählen sie weiter.",
      claiming:
        "Niemand kann eine Prämie einlösen. Vorhandene Codes gelten weiter, und bis 14 Tage nach der Pause verfallen keine Punkte.",
    },
    begins: "Beginn",
    now: "Jetzt",
    later: "Zu einem festen Zeitpunkt",
    ends: "Ende",
    byHand: "Wenn ich sie beende",
    beginDay: "Erster Tag",
    beginTime: "Uhrzeit des Beginns",
    endDay: "Letzter Tag",
    endTime: "Uhrzeit des Endes",
    start: "Jetzt anhalten",
    plan: "Pause planen",
    saved: "Pause gespeichert",
    endNow: "Pause beenden",
    endTitle: "Die Pause jetzt beenden?",
    endBody:
      "Ab diesem Moment geht alles weiter wie zuvor. Was in der Pause war, bleibt: Bestellungen, die in ihr bezahlt wurden, bringen nichts.",
    keep: "Weiter pausieren",
    ended: "Pause beendet",
    callOff: "Absagen",
    callOffTitle: "Diese Pause absagen?",
    callOffBody: "Sie beginnt nicht. Es ändert sich nichts.",
    calledOff: "Pause abgesagt",
    moveEnd: "Ende ändern",
    save: "Speichern",
  },
);
