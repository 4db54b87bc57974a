import { texts } from "../language.tsx";

/** What staff do on a member's page beyond points and tier: what follows from it, claims, notes, erasure. */
export const memberDeedTexts = texts(
  {
    qualifying: {
      spend: (currency: string) => `Counts towards the tier (${currency}, optional)`,
      points: "Counts towards the tier (points, optional)",
      orders: "Counts towards the tier (orders, optional)",
    },
    qualifyingHelp: "Apart from the points above, which alone never change the tier.",
    after: (points: string, tier: string | null) =>
      `After saving: ${points} to spend${tier === null ? "" : `, tier ${tier}`}.`,
    afterWithTier: (points: string, tier: string, until: string | null) =>
      `After saving: ${points} to spend, and the tier becomes ${tier}${until === null ? "" : ` until ${until}`}.`,
    afterDebt: (debt: string) => `${debt} stay owed.`,
    claim: "Claim a reward for them",
    claimBody: "The points are taken and the code is made at once, as if the member had claimed it.",
    reward: "Reward",
    rewardFor: (name: string, points: string) => `${name}, ${points}`,
    rewardNot: (name: string, reason: string) => `${name}: ${reason}`,
    noneClaimable: "There is no reward they could claim at the moment:",
    claimPoints: "How many points",
    claimPointsHelp: (min: string, step: string) => `At least ${min}, in steps of ${step}.`,
    claimAction: "Claim reward",
    claimed: "Reward claimed",
    claimWaits: "Claimed; the code is still being made and appears under Codes",
    madeCode: (code: string) => `The code is ${code}. The member sees it too.`,
    notes: "Notes",
    notesHelp:
      "Only your team sees notes. They go when the member is erased, and are part of the data you download.",
    note: "New note",
    addNote: "Add note",
    noNotes: "No notes yet.",
    noteBy: (who: string, moment: string) => `${who}, ${moment}`,
    dropNote: "Delete note",
    noteAdded: "Note added",
    noteDropped: "Note deleted",
    erase: "Erase member",
    eraseTitle: "Erase this member?",
    eraseBody: [
      "Name, email, tags, birthday, notes and everything written about them go for good, and open codes stop working.",
      "Points and sums stay in the books without a name, so your totals do not change. The customer in your shop is not touched.",
      "This cannot be undone. If they asked for their data, download it first.",
    ],
    eraseKeep: "Keep the member",
    erased: "Member erased",
  },
  {
    qualifying: {
      spend: (currency: string) => `Zählt für die Stufe (${currency}, optional)`,
      points: "Zählt für die Stufe (Punkte, optional)",
      orders: "Zählt für die Stufe (Bestellungen, optional)",
    },
    qualifyingHelp: "Getrennt von den Punkten oben, die allein die Stufe nie ändern.",
    after: (points: string, tier: string | null) =>
      `Nach dem Speichern: ${points} verfügbar${tier === null ? "" : `, Stufe ${tier}`}.`,
    afterWithTier: (points: string, tier: string, until: string | null) =>
      `Nach dem Speichern: ${points} verfügbar, und die Stufe wird ${tier}${until === null ? "" : ` bis ${until}`}.`,
    afterDebt: (debt: string) => `${debt} bleiben offen.`,
    claim: "Prämie für das Mitglied einlösen",
    claimBody:
      "Die Punkte gehen ab, und der Code entsteht sofort, so als hätte das Mitglied selbst eingelöst.",
    reward: "Prämie",
    rewardFor: (name: string, points: string) => `${name}, ${points}`,
    rewardNot: (name: string, reason: string) => `${name}: ${reason}`,
    noneClaimable: "Zurzeit gibt es keine Prämie, die das Mitglied einlösen könnte:",
    claimPoints: "Wie viele Punkte",
    claimPointsHelp: (min: string, step: string) => `Mindestens ${min}, in Schritten von ${step}.`,
    claimAction: "Prämie einlösen",
    claimed: "Prämie eingelöst",
    claimWaits: "Eingelöst; der Code entsteht noch und erscheint unter Codes",
    madeCode: (code: string) => `Der Code ist ${code}. Das Mitglied sieht ihn auch.`,
    notes: "Notizen",
    notesHelp:
      "Nur dein Team sieht Notizen. Sie verschwinden, wenn das Mitglied gelöscht wird, und gehören zu den Daten, die du herunterlädst.",
    note: "Neue Notiz",
    addNote: "Notiz hinzufügen",
    noNotes: "Noch keine Notizen.",
    noteBy: (who: string, moment: string) => `${who}, ${moment}`,
    dropNote: "Notiz löschen",
    noteAdded: "Notiz hinzugefügt",
    noteDropped: "Notiz gelöscht",
    erase: "Mitglied löschen",
    eraseTitle: "Dieses Mitglied löschen?",
    eraseBody: [
      "Name, E-Mail, Tags, Geburtstag, Notizen und alles, was über die Person geschrieben wurde, verschwinden für immer; offene Codes gelten nicht mehr.",
      "Punkte und Summen bleiben ohne Namen in den Büchern, deine Gesamtzahlen ändern sich also nicht. Der Kunde in deinem Shop bleibt unberührt.",
      "Das lässt sich nicht rückgängig machen. Wer seine Daten verlangt hat: vorher herunterladen.",
    ],
    eraseKeep: "Mitglied behalten",
    erased: "Mitglied gelöscht",
  },
);
