import { texts } from "./language.tsx";

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
    facts.graceUntil === null ? "" : ` The tier ends on ${facts.graceUntil} unless it is reached again.`;
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
  const debt = facts.debt === null ? "" : ` ${facts.debt} sind nach einer Rückgabe noch offen.`;
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
}

/** What points come from: `order:1001` by the order's name, `tier_entry:gold` by the level's, an activity by its own. */
function causeName(words: CauseWords): (cause: string, names: ReadonlyMap<string, string>) => string {
  return (cause, names) => {
    const [kind, name, ...rest] = cause.split(":");
    const known = names.get(cause);
    switch (kind) {
      case "order":
        return `${words.order} ${known ?? [name, ...rest].join(":")}`;
      case "tier_entry":
        return `${words.tier} ${known ?? [name, ...rest].join(":")}`;
      case "adjust":
        return words.byHand;
      case "merged":
        return words.merged;
      default:
        return (name ?? cause).replaceAll("_", " ");
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
    available: "Spendable",
    pending: "On the way",
    held: "In rewards",
    debt: "Owed",
    earned: "Earned in all",
    spent: "Spent",
    expired: "Expired",
    lots: "Where the points come from",
    noLots: "No points at present.",
    causeName: causeName({
      order: "Order",
      tier: "Reaching",
      byHand: "Given by hand",
      merged: "Another account",
    }),
    lotOf: (remaining: string, points: string) => `${remaining} of ${points}`,
    availableFrom: (day: string) => `spendable from ${day}`,
    waitsForFulfilment: "waits until the order is fulfilled",
    expires: (day: string) => `expires on ${day}`,
    never: "never expires",
    codes: "Codes",
    noCodes: "No codes yet.",
    cancel: "Cancel code",
    cancelTitle: "Cancel this code?",
    cancelBody: (code: string, points: string) =>
      `${code} stops working in the shop and ${points} go back to the member. This cannot be undone.`,
    keep: "Keep it",
    usedIn: (order: string) => `used in ${order}`,
    validUntil: (day: string) => `valid until ${day}`,
    orders: "Orders",
    noOrders: "No orders known.",
    notPaid: "Not paid yet, so nothing was earned",
    notJudged: "Not judged: it came before the program or is still being worked on",
    refused: (reason: string) => `Could not be judged: ${reason}`,
    entries: "Everything that happened",
    noEntries: "Nothing yet.",
    calculation: "Calculation",
    spendable: (points: string) => `${points} spendable`,
    onTheWay: (points: string) => `${points} on the way`,
    owed: (points: string) => `${points} owed`,
    older: "Older entries",
    newest: "Newest entries",
    adjust: "Give or take points",
    adjustPoints: "Points",
    adjustHelp: "With a minus sign to take points away.",
    reason: "Reason",
    reasonHelp: "The member reads it in their history.",
    adjustAction: "Post",
    tier: "Change the tier",
    level: "Tier",
    lockUntil: "Hold until (may stay empty)",
    lockHelp: "Until then nothing changes the tier by itself, except an order that lifts it further.",
    tierReasonHelp: "Kept for your colleagues.",
    tierAction: "Change",
    exclude: "Exclude from earning",
    include: "Let earn again",
    excludeHelp: "Orders paid while excluded earn nothing, also later.",
    reinstate: "Expired lately",
    reinstateAction: "Give back",
    reinstateTitle: "Give these points back?",
    reinstateKeep: "Leave them",
    expiredOn: (points: string, day: string) => `${points}, expired on ${day}`,
    mergedInto: "This member was merged into another one.",
    toMerged: "Open that member",
    done: {
      adjust: "Points posted",
      tier: "Tier changed",
      cancel: "Code cancelled",
      reinstate: "Points given back",
      exclude: "Saved",
      fulfil: "Marked as given",
      decline: "Declined; the points went back",
    },
    problems: {
      missing: "Please fill this in.",
      points: "Please enter a whole number other than 0.",
      date: "Please enter a day in the future.",
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
    held: "In Prämien",
    debt: "Schuld",
    earned: "Insgesamt gesammelt",
    spent: "Ausgegeben",
    expired: "Verfallen",
    lots: "Woher die Punkte stammen",
    noLots: "Zurzeit keine Punkte.",
    causeName: causeName({
      order: "Bestellung",
      tier: "Aufstieg:",
      byHand: "Von Hand gegeben",
      merged: "Anderes Konto",
    }),
    lotOf: (remaining: string, points: string) => `${remaining} von ${points}`,
    availableFrom: (day: string) => `verfügbar ab ${day}`,
    waitsForFulfilment: "wartet auf den Versand der Bestellung",
    expires: (day: string) => `verfällt am ${day}`,
    never: "verfällt nie",
    codes: "Codes",
    noCodes: "Noch keine Codes.",
    cancel: "Code zurückziehen",
    cancelTitle: "Diesen Code zurückziehen?",
    cancelBody: (code: string, points: string) =>
      `${code} gilt dann im Shop nicht mehr, und ${points} gehen an das Mitglied zurück. Das lässt sich nicht rückgängig machen.`,
    keep: "Behalten",
    usedIn: (order: string) => `benutzt in ${order}`,
    validUntil: (day: string) => `gültig bis ${day}`,
    orders: "Bestellungen",
    noOrders: "Keine Bestellungen bekannt.",
    notPaid: "Noch nicht bezahlt, darum noch nichts gesammelt",
    notJudged: "Nicht bewertet: Sie kam vor dem Programm oder wird gerade verarbeitet",
    refused: (reason: string) => `Konnte nicht bewertet werden: ${reason}`,
    entries: "Alles, was geschah",
    noEntries: "Noch nichts.",
    calculation: "Rechnung",
    spendable: (points: string) => `${points} verfügbar`,
    onTheWay: (points: string) => `${points} unterwegs`,
    owed: (points: string) => `${points} Schuld`,
    older: "Ältere Einträge",
    newest: "Neueste Einträge",
    adjust: "Punkte geben oder nehmen",
    adjustPoints: "Punkte",
    adjustHelp: "Mit Minuszeichen, um Punkte zu nehmen.",
    reason: "Grund",
    reasonHelp: "Das Mitglied liest ihn in seinem Verlauf.",
    adjustAction: "Buchen",
    tier: "Stufe ändern",
    level: "Stufe",
    lockUntil: "Festhalten bis (kann leer bleiben)",
    lockHelp: "Bis dahin ändert sich die Stufe nicht von selbst, außer eine Bestellung hebt sie weiter.",
    tierReasonHelp: "Bleibt für deine Kolleginnen und Kollegen stehen.",
    tierAction: "Ändern",
    exclude: "Vom Sammeln ausschließen",
    include: "Wieder sammeln lassen",
    excludeHelp: "Bestellungen, die in dieser Zeit bezahlt werden, sammeln nichts, auch später nicht.",
    reinstate: "Kürzlich verfallen",
    reinstateAction: "Zurückgeben",
    reinstateTitle: "Diese Punkte zurückgeben?",
    reinstateKeep: "So lassen",
    expiredOn: (points: string, day: string) => `${points}, verfallen am ${day}`,
    mergedInto: "Dieses Mitglied wurde mit einem anderen zusammengeführt.",
    toMerged: "Zu diesem Mitglied",
    done: {
      adjust: "Punkte gebucht",
      tier: "Stufe geändert",
      cancel: "Code zurückgezogen",
      reinstate: "Punkte zurückgegeben",
      exclude: "Gespeichert",
      fulfil: "Als vergeben vermerkt",
      decline: "Abgelehnt; die Punkte sind zurück",
    },
    problems: {
      missing: "Bitte ausfüllen.",
      points: "Bitte eine ganze Zahl außer 0 eingeben.",
      date: "Bitte einen Tag in der Zukunft angeben.",
    },
  },
);
