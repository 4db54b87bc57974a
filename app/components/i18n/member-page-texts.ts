import { activityWords } from "#app/domain/ledger/explanations/activity-words.ts";
import { readCause } from "#app/domain/ledger/explanations/explained-parts.ts";
import { texts, type Language } from "./language.tsx";

/** What the first sentence of a member's page is made of, already formatted; null = there is no such thing. */
export interface SupportFacts {
  readonly name: string;
  readonly tier: string | null;
  readonly until: string | null;
  readonly graceUntil: string | null;
  readonly points: string;
  readonly worth: string | null;
  readonly expiring: { readonly points: string; readonly day: string } | null;
  readonly pending: string | null;
  readonly debt: string | null;
}

function inEnglish(facts: SupportFacts): string {
  const until = facts.graceUntil === null ? facts.until : null;
  const tier =
    facts.tier === null ? "has" : `is ${facts.tier}${until === null ? "" : ` until ${until}`} with`;
  const worth = facts.worth === null ? "" : ` worth ${facts.worth}`;
  const expiring =
    facts.expiring === null ? "" : `; ${facts.expiring.points} expire on ${facts.expiring.day}`;
  const pending = facts.pending === null ? "" : ` ${facts.pending} more are on the way.`;
  const debt = facts.debt === null ? "" : ` ${facts.debt} are owed after a return.`;
  const grace =
    facts.graceUntil === null ? "" : ` The tier ends on ${facts.graceUntil} unless it is earned again.`;
  return `${facts.name} ${tier} ${facts.points}${worth}${expiring}.${pending}${debt}${grace}`;
}

function inGerman(facts: SupportFacts): string {
  const until = facts.graceUntil === null ? facts.until : null;
  const tier =
    facts.tier === null ? "hat" : `ist ${facts.tier}${until === null ? "" : ` bis ${until}`} und hat`;
  const worth = facts.worth === null ? "" : ` im Wert von ${facts.worth}`;
  const expiring =
    facts.expiring === null ? "" : `; ${facts.expiring.points} verfallen am ${facts.expiring.day}`;
  const pending = facts.pending === null ? "" : ` ${facts.pending} sind unterwegs.`;
  const debt = facts.debt === null ? "" : ` ${facts.debt} fehlen noch nach einer Rückgabe.`;
  const grace =
    facts.graceUntil === null
      ? ""
      : ` Die Stufe endet am ${facts.graceUntil}, wenn sie nicht wieder erreicht wird.`;
  return `${facts.name} ${tier} ${facts.points}${worth}${expiring}.${pending}${debt}${grace}`;
}

interface CauseWords {
  readonly order: string;
  readonly tier: string;
  readonly byHand: string;
  readonly merged: string;
  readonly someOrder: string;
  readonly someTier: string;
  readonly returned: string;
  readonly earlier: string;
}

/** What points come from: an order by its name, a level by its own, an activity in words; never a number of ours. */
function causeName(
  language: Language,
  words: CauseWords,
): (cause: string, names: ReadonlyMap<string, string>) => string {
  return (cause, names) => {
    const read = readCause(cause);
    const known = names.get(cause);
    switch (read.kind) {
      case "order":
        return known === undefined ? words.someOrder : `${words.order} ${known}`;
      case "level":
        return known === undefined ? words.someTier : `${words.tier} ${known}`;
      case "activity":
        return activityWords(read.activity, language);
      case "by_hand":
        return words.byHand;
      case "reward":
        return words.returned;
      case "other":
        return cause.startsWith("merged:") ? words.merged : words.earlier;
    }
  };
}

export const memberPageTexts = texts(
  {
    sentence: inEnglish,
    back: "Members",
    record: "Download data",
    recordFetched: "Data downloaded",
    balance: "Balance",
    available: "To spend",
    pending: "On the way",
    held: "Reserved for rewards",
    debt: "Owed",
    earned: "Earned in total",
    spent: "Spent",
    expired: "Expired",
    lots: "Where the points come from",
    noLots: "No points at the moment.",
    causeName: causeName("en", {
      order: "Order",
      someOrder: "An order",
      someTier: "A new tier",
      returned: "Returned from a reward",
      earlier: "From earlier",
      tier: "Welcome to",
      byHand: "Given by you",
      merged: "Another account",
    }),
    lotOf: (remaining: string, points: string) => `${remaining} of ${points}`,
    availableFrom: (day: string) => `available from ${day}`,
    waitsForFulfilment: "available once the order has been fulfilled",
    expires: (day: string) => `expires on ${day}`,
    never: "never expires",
    codes: "Codes",
    noCodes: "No codes yet.",
    cancel: "Withdraw code",
    cancelTitle: "Withdraw this code?",
    cancelBodyFree: (code: string) => `${code} stops working in the shop. This cannot be undone.`,
    cancelBody: (code: string, points: string) =>
      `${code} stops working in the shop and the member gets ${points} back. This cannot be undone.`,
    keep: "Keep it",
    usedIn: (order: string) => `used in order ${order}`,
    validUntil: (day: string) => `valid until ${day}`,
    orders: "Orders",
    noOrders: "No orders yet.",
    unnamedOrder: "Order",
    notPaid: "Not paid yet, so nothing earned yet",
    notJudged: "Not counted: it is older than the program, or is still being processed",
    refused: (reason: string) => `Could not be counted: ${reason}`,
    entries: "History",
    noEntries: "Nothing yet.",
    calculation: "Calculation",
    spendable: (points: string) => `Balance ${points}`,
    onTheWay: (points: string) => `On the way ${points}`,
    owed: (points: string) => `Owed ${points}`,
    older: "Older entries",
    newest: "Newest entries",
    adjust: "Give or take points",
    adjustPoints: "Points",
    adjustHelp: "With a minus sign to take points away.",
    reason: "Reason",
    reasonHelp: "The member sees it in their history.",
    adjustAction: "Save points",
    owesNow: (debt: string) => `${debt} are still owed after a return`,
    payDebt: "Pay what is owed",
    payDebtHelp: (paid: string, left: string, rest: string) =>
      `${paid} go towards it: ${left} stay owed, and ${rest} are added to the balance.`,
    spareDebt: "Give points to spend",
    spareDebtHelp: (given: string, debt: string) => `${given} can be spent at once; ${debt} stay owed.`,
    tier: "Change the tier",
    level: "Tier",
    lockUntil: "Keep until (optional)",
    lockHelp: "Until then the tier does not change by itself, unless an order lifts the member higher.",
    tierReasonHelp: "Only your team sees it.",
    tierAction: "Change tier",
    giveEntry: (gifts: string) => `Also give what comes with it: ${gifts}`,
    giveEntryHelp: "Without it only the tier changes.",
    exclude: "Pause earning",
    include: "Resume earning",
    excludeHelp: "Orders paid during the pause earn nothing, not even later.",
    reinstate: "Recently expired",
    reinstateAction: "Give back",
    reinstateTitle: "Give these points back?",
    reinstateKeep: "Keep as it is",
    expiredOn: (points: string, day: string) => `${points}, expired on ${day}`,
    mergedInto: "This member was merged into another one.",
    toMerged: "Open that member",
    done: {
      adjust: "Points saved",
      tier: "Tier changed",
      cancel: "Code withdrawn",
      reinstate: "Points given back",
      exclude: "Saved",
      fulfil: "Marked as handed over",
      decline: "Declined; the points were returned",
      declineFree: "Declined",
    },
    problems: {
      missing: "Please fill this in.",
      points: "Please enter a whole number other than 0.",
      number: "Please enter a number.",
      date: "Please choose a day in the future.",
    },
  },
  {
    sentence: inGerman,
    back: "Mitglieder",
    record: "Daten herunterladen",
    recordFetched: "Daten heruntergeladen",
    balance: "Guthaben",
    available: "Verfügbar",
    pending: "Unterwegs",
    held: "Für Prämien reserviert",
    debt: "Im Minus",
    earned: "Insgesamt gesammelt",
    spent: "Ausgegeben",
    expired: "Verfallen",
    lots: "Woher die Punkte stammen",
    noLots: "Zurzeit keine Punkte.",
    causeName: causeName("de", {
      order: "Bestellung",
      someOrder: "Eine Bestellung",
      someTier: "Eine neue Stufe",
      returned: "Zurück aus einer Prämie",
      earlier: "Von früher",
      tier: "Willkommen in",
      byHand: "Von dir gegeben",
      merged: "Anderes Konto",
    }),
    lotOf: (remaining: string, points: string) => `${remaining} von ${points}`,
    availableFrom: (day: string) => `verfügbar ab ${day}`,
    waitsForFulfilment: "verfügbar, sobald die Bestellung versandt ist",
    expires: (day: string) => `verfällt am ${day}`,
    never: "verfällt nie",
    codes: "Codes",
    noCodes: "Noch keine Codes.",
    cancel: "Code zurückziehen",
    cancelTitle: "Diesen Code zurückziehen?",
    cancelBodyFree: (code: string) =>
      `${code} gilt dann im Shop nicht mehr. Das lässt sich nicht rückgängig machen.`,
    cancelBody: (code: string, points: string) =>
      `${code} gilt dann im Shop nicht mehr, und das Mitglied bekommt ${points} zurück. Das lässt sich nicht rückgängig machen.`,
    keep: "Behalten",
    usedIn: (order: string) => `verwendet in Bestellung ${order}`,
    validUntil: (day: string) => `gültig bis ${day}`,
    orders: "Bestellungen",
    noOrders: "Noch keine Bestellungen.",
    unnamedOrder: "Bestellung",
    notPaid: "Noch nicht bezahlt, also noch nichts gesammelt",
    notJudged: "Nicht gezählt: Sie ist älter als das Programm oder wird noch verarbeitet",
    refused: (reason: string) => `Konnte nicht gezählt werden: ${reason}`,
    entries: "Verlauf",
    noEntries: "Noch nichts.",
    calculation: "Berechnung",
    spendable: (points: string) => `Guthaben ${points}`,
    onTheWay: (points: string) => `Unterwegs ${points}`,
    owed: (points: string) => `Im Minus ${points}`,
    older: "Ältere Einträge",
    newest: "Neueste Einträge",
    adjust: "Punkte geben oder nehmen",
    adjustPoints: "Punkte",
    adjustHelp: "Mit Minuszeichen, um Punkte zu nehmen.",
    reason: "Grund",
    reasonHelp: "Das Mitglied sieht ihn in seinem Verlauf.",
    adjustAction: "Punkte speichern",
    owesNow: (debt: string) => `Nach einer Rückgabe sind noch ${debt} offen`,
    payDebt: "Offenes ausgleichen",
    payDebtHelp: (paid: string, left: string, rest: string) =>
      `${paid} gehen dafür ab: ${left} bleiben offen, ${rest} kommen zum Guthaben.`,
    spareDebt: "Zum Ausgeben schenken",
    spareDebtHelp: (given: string, debt: string) => `${given} sind sofort verfügbar; ${debt} bleiben offen.`,
    tier: "Stufe ändern",
    level: "Stufe",
    lockUntil: "Behalten bis (optional)",
    lockHelp:
      "Bis dahin ändert sich die Stufe nicht von selbst, außer eine Bestellung bringt das Mitglied höher.",
    tierReasonHelp: "Sieht nur dein Team.",
    tierAction: "Stufe ändern",
    giveEntry: (gifts: string) => `Auch geben, was zur Stufe gehört: ${gifts}`,
    giveEntryHelp: "Ohne Haken ändert sich nur die Stufe.",
    exclude: "Sammeln anhalten",
    include: "Sammeln fortsetzen",
    excludeHelp: "Bestellungen, die währenddessen bezahlt werden, bringen keine Punkte, auch später nicht.",
    reinstate: "Kürzlich verfallen",
    reinstateAction: "Zurückgeben",
    reinstateTitle: "Diese Punkte zurückgeben?",
    reinstateKeep: "So lassen",
    expiredOn: (points: string, day: string) => `${points}, verfallen am ${day}`,
    mergedInto: "Dieses Mitglied wurde mit einem anderen zusammengeführt.",
    toMerged: "Zu diesem Mitglied",
    done: {
      adjust: "Punkte gespeichert",
      tier: "Stufe geändert",
      cancel: "Code zurückgezogen",
      reinstate: "Punkte zurückgegeben",
      exclude: "Gespeichert",
      fulfil: "Als übergeben markiert",
      decline: "Abgelehnt; die Punkte sind zurückgegeben",
      declineFree: "Abgelehnt",
    },
    problems: {
      missing: "Bitte ausfüllen.",
      points: "Bitte eine ganze Zahl außer 0 eingeben.",
      number: "Bitte eine Zahl eingeben.",
      date: "Bitte einen Tag in der Zukunft wählen.",
    },
  },
);
