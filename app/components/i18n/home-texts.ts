import { texts } from "./language.tsx";

export const homeTexts = texts(
  {
    title: "Home",
    noProgramTitle: "No program is live yet",
    noProgramBody: "Customers earn nothing until a program is published. Begin with one that is ready made.",
    noProgramAction: "Set up the program",
    running: "Operation",
    alive: "Running",
    silent: "Not running",
    runningWell: "Orders and refunds are worked on as they come.",
    workerSilent: (moment: string) =>
      `The worker has not been heard of since ${moment}. Orders wait safely until it runs again.`,
    workerNever: "The worker has never run. Orders wait safely until it does.",
    lastDelivery: "Last message from the shop",
    noDelivery: "None yet",
    workerSeen: "Worker last heard of",
    never: "Never",
    backlog: "Waiting to be worked on",
    backlogSince: (count: string, moment: string) => `${count}, the oldest since ${moment}`,
    todo: "Needs you",
    nothingTodo: "Nothing needs you at present.",
    parked: (n: number) =>
      n === 1 ? "1 message could not be worked on" : `${String(n)} messages could not be worked on`,
    dataRequests: (n: number) =>
      n === 1
        ? "1 customer has asked for their data: download it on their page and pass it on within 30 days"
        : `${String(n)} customers have asked for their data: download it on their pages and pass it on within 30 days`,
    missedOrders: (n: number) =>
      n === 1
        ? "The shop did not tell us of 1 order in the last 7 days; it was read afterwards and counts"
        : `The shop did not tell us of ${String(n)} orders in the last 7 days; they were read afterwards and count`,
    failedCodes: (n: number) =>
      n === 1
        ? "1 code was refused by the shop in the last 30 days; its points went back"
        : `${String(n)} codes were refused by the shop in the last 30 days; their points went back`,
    requested: (n: number) =>
      n === 1
        ? "1 reward is waiting for you to give it"
        : `${String(n)} rewards are waiting for you to give them`,
    missingScopes: (scopes: string) => `The app lacks permissions in the shop: ${scopes}`,
    outboxStopped: (reason: string) => `The shop is not told anything at present: ${reason}`,
    contradiction: (reason: string) => `The nightly proof of the ledger found a contradiction: ${reason}`,
    draft: "Changes to the program are not published yet",
    history: {
      undecided: "Shall orders from before the app count? Read them, or start from zero",
      ready: "Past orders are read; look at what they would give and decide",
      failed: "Past orders could not be read",
      set_aside: "Past orders of some customers could not be booked",
    },
    look: "Look",
    figures: (month: string) => `${month} so far`,
    compared: (span: string) => `Compared with ${span}`,
    members: "Members",
    membersMeaning: "Everyone in the program today, guests known by their e-mail address included.",
    joined: "New members",
    joinedMeaning: "Who joined this month so far, next to the same days of the month before.",
    issued: "Points issued",
    issuedMeaning:
      "Points given this month so far, less what refunds took back, next to the same days of the month before.",
    redeemed: "Points redeemed",
    redeemedMeaning:
      "Points in rewards that were used this month so far, next to the same days of the month before.",
    outstanding: "Points outstanding",
    outstandingMeaning: "All points that members hold today: spendable ones and those still on the way.",
    worth: "Worth",
    worthMeaning:
      "What the outstanding points would cost if all were exchanged for the best money reward of the program.",
    before: (value: string) => `Month before: ${value}`,
    chart: "Points issued and redeemed, last 30 days",
    chartSummary: (issued: string, redeemed: string) =>
      `In 30 days ${issued} were issued and ${redeemed} redeemed.`,
    showTable: "Show as a table",
    hideTable: "Show as a chart",
    download: "Download CSV",
    day: "Day",
    tiers: "Members per tier",
    tier: "Tier",
    noTier: "No tier",
    noTiers: "The program has no tiers.",
    extension: "In the shop",
    extensionBody: "Shoppers see their points once the app is switched on in the theme.",
    extensionOn: "Switched on in the theme",
    extensionOff: "Not switched on in the theme",
    extensionOpen: "Open the theme editor",
  },
  {
    title: "Start",
    noProgramTitle: "Noch ist kein Programm veröffentlicht",
    noProgramBody: "Bis ein Programm veröffentlicht ist, sammelt niemand Punkte. Beginne mit einem fertigen.",
    noProgramAction: "Programm einrichten",
    running: "Betrieb",
    alive: "Läuft",
    silent: "Läuft nicht",
    runningWell: "Bestellungen und Erstattungen werden verarbeitet, sobald sie kommen.",
    workerSilent: (moment: string) =>
      `Der Hintergrunddienst hat sich seit ${moment} nicht gemeldet. Bestellungen warten sicher, bis er wieder läuft.`,
    workerNever: "Der Hintergrunddienst ist noch nie gelaufen. Bestellungen warten sicher, bis er läuft.",
    lastDelivery: "Letzte Nachricht aus dem Shop",
    noDelivery: "Noch keine",
    workerSeen: "Hintergrunddienst zuletzt gemeldet",
    never: "Nie",
    backlog: "Noch zu verarbeiten",
    backlogSince: (count: string, moment: string) => `${count}, die älteste seit ${moment}`,
    todo: "Das braucht dich",
    nothingTodo: "Zurzeit braucht dich nichts.",
    parked: (n: number) =>
      n === 1
        ? "1 Nachricht konnte nicht verarbeitet werden"
        : `${String(n)} Nachrichten konnten nicht verarbeitet werden`,
    dataRequests: (n: number) =>
      n === 1
        ? "1 Kunde hat seine Daten verlangt: auf seiner Seite herunterladen und binnen 30 Tagen weitergeben"
        : `${String(n)} Kunden haben ihre Daten verlangt: auf ihren Seiten herunterladen und binnen 30 Tagen weitergeben`,
    missedOrders: (n: number) =>
      n === 1
        ? "Von 1 Bestellung hat uns der Shop in den letzten 7 Tagen nichts gesagt; sie ist nachgelesen und zählt"
        : `Von ${String(n)} Bestellungen hat uns der Shop in den letzten 7 Tagen nichts gesagt; sie sind nachgelesen und zählen`,
    failedCodes: (n: number) =>
      n === 1
        ? "1 Code wurde in den letzten 30 Tagen vom Shop abgelehnt; die Punkte sind zurück"
        : `${String(n)} Codes wurden in den letzten 30 Tagen vom Shop abgelehnt; die Punkte sind zurück`,
    requested: (n: number) =>
      n === 1
        ? "1 Prämie wartet darauf, dass du sie vergibst"
        : `${String(n)} Prämien warten darauf, dass du sie vergibst`,
    missingScopes: (scopes: string) => `Der App fehlen Berechtigungen im Shop: ${scopes}`,
    outboxStopped: (reason: string) => `Der Shop wird zurzeit nicht benachrichtigt: ${reason}`,
    contradiction: (reason: string) =>
      `Die nächtliche Prüfung des Punktebuchs hat einen Widerspruch gefunden: ${reason}`,
    draft: "Änderungen am Programm sind noch nicht veröffentlicht",
    history: {
      undecided: "Sollen Bestellungen von vor der App zählen? Lies sie, oder beginne bei null",
      ready: "Frühere Bestellungen sind gelesen; sieh an, was sie geben würden, und entscheide",
      failed: "Frühere Bestellungen konnten nicht gelesen werden",
      set_aside: "Frühere Bestellungen einiger Personen konnten nicht gebucht werden",
    },
    look: "Ansehen",
    figures: (month: string) => `${month} bisher`,
    compared: (span: string) => `Verglichen mit ${span}`,
    members: "Mitglieder",
    membersMeaning:
      "Alle, die heute im Programm sind, auch Gäste, die wir nur an ihrer E-Mail-Adresse kennen.",
    joined: "Neue Mitglieder",
    joinedMeaning: "Wer in diesem Monat bisher dazukam, daneben dieselben Tage des Vormonats.",
    issued: "Vergebene Punkte",
    issuedMeaning:
      "In diesem Monat bisher vergeben, abzüglich dessen, was Erstattungen zurückgenommen haben, daneben dieselben Tage des Vormonats.",
    redeemed: "Eingelöste Punkte",
    redeemedMeaning:
      "Punkte in Prämien, die in diesem Monat bisher benutzt wurden, daneben dieselben Tage des Vormonats.",
    outstanding: "Offene Punkte",
    outstandingMeaning:
      "Alle Punkte, die Mitglieder heute haben: verfügbare und solche, die noch unterwegs sind.",
    worth: "Gegenwert",
    worthMeaning:
      "Was die offenen Punkte kosten würden, wenn alle in die beste Geldprämie des Programms getauscht würden.",
    before: (value: string) => `Vormonat: ${value}`,
    chart: "Vergebene und eingelöste Punkte, letzte 30 Tage",
    chartSummary: (issued: string, redeemed: string) =>
      `In 30 Tagen wurden ${issued} vergeben und ${redeemed} eingelöst.`,
    showTable: "Als Tabelle zeigen",
    hideTable: "Als Diagramm zeigen",
    download: "CSV herunterladen",
    day: "Tag",
    tiers: "Mitglieder je Stufe",
    tier: "Stufe",
    noTier: "Ohne Stufe",
    noTiers: "Das Programm hat keine Stufen.",
    extension: "Im Shop",
    extensionBody: "Kundinnen und Kunden sehen ihre Punkte, sobald die App im Theme eingeschaltet ist.",
    extensionOn: "Im Theme eingeschaltet",
    extensionOff: "Im Theme nicht eingeschaltet",
    extensionOpen: "Theme-Editor öffnen",
  },
);
