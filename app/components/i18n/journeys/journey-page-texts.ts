import { texts } from "../language.tsx";

/** One journey: what it did, what it brings, and what became of its messages. */
export const journeyPageTexts = texts(
  {
    month: "This month",
    figures: {
      begun: "Begun",
      heldOut: "Held out",
      sent: "Mails sent",
      clicked: "Mails with a link followed",
      notSent: "Mails not sent",
    },
    brings: "What it brings",
    bringsHelp: (days: number) =>
      `What members bought within ${String(days)} days, against members who got nothing of it. Each member counts once; the latest 5,000 are compared.`,
    toEverybody:
      "This is a statement of what somebody has. It goes to everybody it concerns, so that nobody is held out to compare with.",
    nobodyHeldOut: "Nobody is held out yet, so that nothing can be compared.",
    notYet: "There is nothing to compare yet: the days have to pass first.",
    holdOut: "Hold out",
    holdOutHelp: "These members get nothing of this journey. Chance picks them, always the same ones.",
    nobody: "Nobody",
    saved: "Saved",
    against: (members: string, others: string) => `Got it: ${members}. Held out: ${others}.`,
    arms: (arm: number, members: string, others: string) =>
      `Way ${String(arm)}: ${members}. Way 1: ${others}.`,
    purchases: "Purchases per member",
    value: "Spent per member",
    tooFew: (what: string) => `${what}: too few members yet to say anything.`,
    shown: (what: string, by: string, low: string, high: string) =>
      `${what}: ${by}, with 95% certainty between ${low} and ${high}.`,
    notShown: (what: string, low: string, high: string) =>
      `${what}: no difference shown. It lies between ${low} and ${high}.`,
    called: { singular: "mail", plural: "mails" },
    none: {
      title: "No mail yet",
      body: "Once this journey writes to somebody, you see here what became of it.",
    },
    member: "Member",
    when: "When",
    became: "What became of it",
    waiting: "Waits",
    sent: "Sent",
    clicked: "Sent, link followed",
    notSent: (why: string) => `Not sent: ${why}`,
    reasons: {
      left: "no longer a member",
      condition: "the journey’s condition did not hold",
      no_address: "no address is known",
      suppressed: "the address is not written to any more",
      no_consent: "no consent",
      code_used: "its code had been used",
      frequency: "the member had enough mails already",
      no_server: "no mail server was named",
      no_answer: "the mail server did not say whether it took it",
      too_late: "it was three days late",
      no_template: "its text is missing",
      refused: "the mail server refused it",
      bounced: "the address does not exist",
    },
  },
  {
    month: "Diesen Monat",
    figures: {
      begun: "Begonnen",
      heldOut: "Ausgelassen",
      sent: "E-Mails verschickt",
      clicked: "E-Mails, in denen ein Link geöffnet wurde",
      notSent: "E-Mails nicht verschickt",
    },
    brings: "Was es bringt",
    bringsHelp: (days: number) =>
      `Was Mitglieder innerhalb von ${String(days)} Tagen kauften, verglichen mit Mitgliedern, die nichts davon bekamen. Jedes Mitglied zählt einmal; verglichen werden die letzten 5.000.`,
    toEverybody:
      "Dies ist eine Auskunft über das, was jemand hat. Sie geht an alle, die sie betrifft; niemand wird zum Vergleich ausgelassen.",
    nobodyHeldOut: "Noch wird niemand ausgelassen. Deshalb lässt sich nichts vergleichen.",
    notYet: "Noch gibt es nichts zu vergleichen: Erst müssen die Tage vergehen.",
    holdOut: "Auslassen",
    holdOutHelp:
      "Diese Mitglieder bekommen nichts von dieser Journey. Der Zufall wählt sie, immer dieselben.",
    nobody: "Niemanden",
    saved: "Gespeichert",
    against: (members: string, others: string) => `Bekamen es: ${members}. Ausgelassen: ${others}.`,
    arms: (arm: number, members: string, others: string) =>
      `Weg ${String(arm)}: ${members}. Weg 1: ${others}.`,
    purchases: "Käufe je Mitglied",
    value: "Ausgaben je Mitglied",
    tooFew: (what: string) => `${what}: noch zu wenige Mitglieder, um etwas zu sagen.`,
    shown: (what: string, by: string, low: string, high: string) =>
      `${what}: ${by}, mit 95 % Sicherheit zwischen ${low} und ${high}.`,
    notShown: (what: string, low: string, high: string) =>
      `${what}: kein Unterschied zu erkennen. Er liegt zwischen ${low} und ${high}.`,
    called: { singular: "E-Mail", plural: "E-Mails" },
    none: {
      title: "Noch keine E-Mail",
      body: "Sobald diese Journey jemandem schreibt, siehst du hier, was daraus wurde.",
    },
    member: "Mitglied",
    when: "Wann",
    became: "Was daraus wurde",
    waiting: "Wartet",
    sent: "Verschickt",
    clicked: "Verschickt, Link geöffnet",
    notSent: (why: string) => `Nicht verschickt: ${why}`,
    reasons: {
      left: "nicht mehr Mitglied",
      condition: "die Bedingung der Journey traf nicht zu",
      no_address: "keine Adresse bekannt",
      suppressed: "an diese Adresse wird nicht mehr geschrieben",
      no_consent: "keine Zustimmung",
      code_used: "der Code darin war schon benutzt",
      frequency: "das Mitglied hatte schon genug E-Mails",
      no_server: "es war kein Mailserver genannt",
      no_answer: "der Mailserver sagte nicht, ob er sie annahm",
      too_late: "sie war drei Tage zu spät",
      no_template: "ihr Text fehlt",
      refused: "der Mailserver nahm sie nicht an",
      bounced: "die Adresse gibt es nicht",
    },
  },
);
