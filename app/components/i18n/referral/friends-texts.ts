import { texts } from "../language.tsx";

/** The page of friends brought along: how it has gone, and those somebody has to decide about. */
export const friendsTexts = texts(
  {
    title: "Friends",
    subtitle: "Whom members have brought along, since the beginning.",
    form: "Rules",
    noMails:
      "This installation sends no mails, so no friend can confirm an address, and members are shown no link.",
    invited: {
      label: "Invited",
      meaning: "Mails with a link to confirm an address that friends have asked for.",
    },
    joined: { label: "Joined", meaning: "Friends who have confirmed their address and count." },
    bought: { label: "Bought", meaning: "Friends who have an order that counts." },
    kept: {
      label: "Kept",
      meaning: "Of those, friends whose order has come through the time until it counts.",
    },
    cost: {
      label: "Given",
      meaning: "Points that stand for friends and their members, and codes given to friends.",
    },
    costBoth: (points: string, codes: string) => `${points}, ${codes} codes`,
    sales: {
      label: "Bought by friends",
      meaning: "Goods that friends have bought since they came, and kept.",
    },
    toDecide: "To decide",
    toDecideBody:
      "These friends do not count until you decide. The reason you give is written into the record.",
    nothingToDecide: "Nobody waits for a decision.",
    broughtBy: "Brought along by",
    doubts: {
      shared_contact: "has the same telephone number or delivery address as the member",
      many_in_a_day: "more than 5 friends of the same member in a day",
    },
    approve: "Approve",
    decline: "Decline",
    keep: "Not yet",
    reasonHelp: "For your record. Neither of the two reads it.",
    approveTitle: (name: string) => `Let ${name} count?`,
    approveBody:
      "The friend gets what the program has for friends, and an order of theirs counts for the member.",
    approved: "Approved",
    declineTitle: (name: string) => `Not count ${name}?`,
    declineBody: "Neither the friend nor the member gets anything. The friend stays a member.",
    declined: "Declined",
    waiting: (n: number) =>
      n === 1
        ? "1 friend whom a member brought along waits for your decision."
        : `${String(n)} friends whom members brought along wait for your decision.`,
  },
  {
    title: "Freunde",
    subtitle: "Wen Mitglieder mitgebracht haben, von Anfang an.",
    form: "Regeln",
    noMails:
      "Diese Installation verschickt keine Mails. Darum kann kein Freund eine Adresse bestätigen, und Mitglieder sehen keinen Link.",
    invited: {
      label: "Eingeladen",
      meaning: "Mails mit einem Link zum Bestätigen, um die Freunde gebeten haben.",
    },
    joined: { label: "Dabei", meaning: "Freunde, die ihre Adresse bestätigt haben und zählen." },
    bought: { label: "Gekauft", meaning: "Freunde mit einer Bestellung, die zählt." },
    kept: { label: "Behalten", meaning: "Davon die, deren Bestellung die Frist hinter sich hat." },
    cost: {
      label: "Gegeben",
      meaning: "Punkte, die für Freunde und ihre Mitglieder stehen, und Codes für Freunde.",
    },
    costBoth: (points: string, codes: string) => `${points}, ${codes} Codes`,
    sales: {
      label: "Von Freunden gekauft",
      meaning: "Ware, die Freunde seither gekauft und behalten haben.",
    },
    toDecide: "Zu entscheiden",
    toDecideBody:
      "Diese Freunde zählen erst, wenn du entscheidest. Der Grund, den du angibst, wird im Protokoll festgehalten.",
    nothingToDecide: "Niemand wartet auf eine Entscheidung.",
    broughtBy: "Mitgebracht von",
    doubts: {
      shared_contact: "hat dieselbe Telefonnummer oder Lieferadresse wie das Mitglied",
      many_in_a_day: "mehr als 5 Freunde desselben Mitglieds an einem Tag",
    },
    approve: "Zählen lassen",
    decline: "Ablehnen",
    keep: "Noch nicht",
    reasonHelp: "Für dein Protokoll. Keiner der beiden liest es.",
    approveTitle: (name: string) => `${name} zählen lassen?`,
    approveBody:
      "Der Freund bekommt, was das Programm für Freunde vorsieht, und eine Bestellung von ihm zählt für das Mitglied.",
    approved: "Zählt jetzt",
    declineTitle: (name: string) => `${name} ablehnen?`,
    declineBody: "Weder der Freund noch das Mitglied bekommt etwas. Der Freund bleibt Mitglied.",
    declined: "Abgelehnt",
    waiting: (n: number) =>
      n === 1
        ? "1 Freund, den ein Mitglied mitgebracht hat, wartet auf deine Entscheidung."
        : `${String(n)} Freunde, die Mitglieder mitgebracht haben, warten auf deine Entscheidung.`,
  },
);
