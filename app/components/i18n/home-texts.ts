import { texts } from "./language.tsx";

export const homeTexts = texts(
  {
    title: "Home",
    noProgramTitle: "No program is live yet",
    noProgramBody: "Customers earn nothing until a program is published. Start with a ready-made one.",
    noProgramAction: "Set up the program",
    noProgramEditor: "Open the editor",
    running: "Status",
    alive: "Running",
    silent: "Not running",
    runningWell: "Orders and refunds are counted as they come in.",
    workerSilent: (moment: string) =>
      `The background service has been silent since ${moment}. Orders wait safely until it runs again.`,
    workerNever: "The background service has never run. Orders wait safely until it does.",
    lastDelivery: "Last message",
    noDelivery: "None yet",
    workerSeen: "Last update",
    never: "Never",
    backlog: "In queue",
    backlogSince: (count: string, moment: string) => `${count}, the oldest since ${moment}`,
    todo: "To do",
    nothingTodo: "Nothing to do right now.",
    parked: (n: number) =>
      n === 1 ? "1 message from the shop failed" : `${String(n)} messages from the shop failed`,
    dataRequests: (n: number) =>
      n === 1
        ? "1 customer has asked for their data: download it on their page and pass it on within 30 days"
        : `${String(n)} customers have asked for their data: download it on their pages and pass it on within 30 days`,
    missedOrders: (n: number) =>
      n === 1
        ? "The shop did not report 1 order in the last 7 days; we fetched it, and it counts"
        : `The shop did not report ${String(n)} orders in the last 7 days; we fetched them, and they count`,
    failedCodes: (n: number) =>
      n === 1
        ? "The shop refused 1 code in the last 30 days; its points were returned"
        : `The shop refused ${String(n)} codes in the last 30 days; their points were returned`,
    monthReport: (month: string) => `Your report for ${month} is ready to read`,
    nearlyEmpty: (reward: string, left: string, stock: string) =>
      `${reward} is nearly empty: ${left} of ${stock} left`,
    requested: (n: number) =>
      n === 1
        ? "1 reward is waiting for you to hand it over"
        : `${String(n)} rewards are waiting for you to hand them over`,
    missingScopes: (says: string, scopes: string) => `${says}: a permission is missing (${scopes})`,
    planLacks: {
      access:
        "Your shop’s plan does not let apps ask for orders, so no points are counted. Nothing is lost: once the plan allows it, they are read",
      codes:
        "Your shop’s plan has no discount codes: rewards that are codes are refused, and their points go back. Switch them off, or change the plan",
      groups:
        "Your shop’s plan has no customer groups: tiers are not shown in the shop, and their standing perks do not apply. Points and tiers count all the same",
      other: "Your shop’s plan does not allow something the app has asked for: see there",
    },
    anotherProgram:
      "Another loyalty program of your shop gives points for the same orders. Switch one of them off, or every purchase is rewarded twice",
    outboxStopped: (reason: string) => `The app cannot reach the shop at the moment: ${reason}`,
    contradiction: (reason: string) => `The nightly check found a balance that does not add up: ${reason}`,
    draft: "Changes to the program are not published yet",
    history: {
      undecided: "Count past orders? Read them, or start from zero",
      ready: "Past orders have been read: see what they would earn, and decide",
      failed: "Past orders could not be read",
      set_aside: "Past orders of some customers could not be counted",
    },
    look: "Open",
    figures: (month: string) => `${month} so far`,
    days: (from: string, until: string) => `${from} to ${until}`,
    period: "Period",
    periods: {
      month: "This month",
      "7": "Last 7 days",
      "30": "Last 30 days",
      "90": "Last 90 days",
      custom: "Chosen days",
    },
    members: "Members",
    membersMeaning: "Everyone in the program today, including guests known by their email address.",
    joined: "New members",
    joinedMeaning:
      "Everyone who has joined in these days, compared with as many days before; a month with the same days of last month.",
    issued: "Points issued",
    issuedMeaning:
      "Points given in these days, minus what refunds took back, compared with as many days before; a month with the same days of last month.",
    redeemed: "Points redeemed",
    redeemedMeaning:
      "Points in rewards used in these days, compared with as many days before; a month with the same days of last month.",
    outstanding: "Points outstanding",
    outstandingMeaning: "All points that members hold today: those they can spend and those on the way.",
    worth: "Worth",
    worthMeaning:
      "What the outstanding points would cost you if all were exchanged for the money reward that gives the most.",
    beforeMonth: (value: string) => `Last month: ${value}`,
    before: (value: string) => `Before: ${value}`,
    chart: "Points issued and redeemed, day by day",
    chartSummary: (days: number, issued: string, redeemed: string) =>
      `${days === 1 ? "On this day" : `In these ${String(days)} days`}, ${issued} were issued and ${redeemed} redeemed.`,
    showTable: "Show as a table",
    hideTable: "Show as a chart",
    download: "Download CSV",
    day: "Day",
    tiers: "Members per tier",
    tier: "Tier",
    noTier: "No tier",
    noTiers: "The program has no tiers.",
    extension: "In the shop",
    extensionWhenOff: "Shoppers see their points once the app is switched on in the theme.",
    extensionWhenOn: "Shoppers see their points in your shop.",
    extensionOn: "Switched on in the theme",
    extensionOff: "Not switched on in the theme",
    extensionOpen: "Open the theme editor",
  },
  {
    title: "Start",
    noProgramTitle: "Noch ist kein Programm veröffentlicht",
    noProgramBody: "Bis ein Programm veröffentlicht ist, sammelt niemand Punkte. Beginne mit einem fertigen.",
    noProgramAction: "Programm einrichten",
    noProgramEditor: "Editor öffnen",
    running: "Status",
    alive: "Läuft",
    silent: "Läuft nicht",
    runningWell: "Bestellungen und Erstattungen werden verarbeitet, sobald sie kommen.",
    workerSilent: (moment: string) =>
      `Der Hintergrunddienst hat sich seit ${moment} nicht gemeldet. Bestellungen warten sicher, bis er wieder läuft.`,
    workerNever: "Der Hintergrunddienst ist noch nie gelaufen. Bestellungen warten sicher, bis er läuft.",
    lastDelivery: "Letzte Nachricht",
    noDelivery: "Noch keine",
    workerSeen: "Letzte Meldung",
    never: "Nie",
    backlog: "In der Warteschlange",
    backlogSince: (count: string, moment: string) => `${count}, die älteste seit ${moment}`,
    todo: "Zu erledigen",
    nothingTodo: "Zurzeit ist nichts zu erledigen.",
    parked: (n: number) =>
      n === 1
        ? "1 Nachricht aus dem Shop ist fehlgeschlagen"
        : `${String(n)} Nachrichten aus dem Shop sind fehlgeschlagen`,
    dataRequests: (n: number) =>
      n === 1
        ? "1 Kunde hat seine Daten verlangt: auf seiner Seite herunterladen und binnen 30 Tagen weitergeben"
        : `${String(n)} Kunden haben ihre Daten verlangt: auf ihren Seiten herunterladen und binnen 30 Tagen weitergeben`,
    missedOrders: (n: number) =>
      n === 1
        ? "1 Bestellung hat der Shop in den letzten 7 Tagen nicht gemeldet; wir haben sie nachgeholt, und sie zählt"
        : `${String(n)} Bestellungen hat der Shop in den letzten 7 Tagen nicht gemeldet; wir haben sie nachgeholt, und sie zählen`,
    failedCodes: (n: number) =>
      n === 1
        ? "1 Code wurde in den letzten 30 Tagen vom Shop abgelehnt; die Punkte sind zurück"
        : `${String(n)} Codes wurden in den letzten 30 Tagen vom Shop abgelehnt; die Punkte sind zurück`,
    monthReport: (month: string) => `Dein Bericht für ${month} steht bereit`,
    nearlyEmpty: (reward: string, left: string, stock: string) =>
      `${reward} ist fast vergriffen: noch ${left} von ${stock}`,
    requested: (n: number) =>
      n === 1
        ? "1 Prämie wartet darauf, dass du sie übergibst"
        : `${String(n)} Prämien warten darauf, dass du sie übergibst`,
    missingScopes: (says: string, scopes: string) => `${says}: Eine Berechtigung fehlt (${scopes})`,
    planLacks: {
      access:
        "Der Tarif deines Shops lässt Apps keine Bestellungen abfragen, deshalb werden keine Punkte gezählt. Verloren geht nichts: Sobald der Tarif es zulässt, werden sie gelesen",
      codes:
        "Der Tarif deines Shops hat keine Rabattcodes: Prämien, die Codes sind, werden abgelehnt und ihre Punkte zurückgegeben. Schalte sie ab oder wechsle den Tarif",
      groups:
        "Der Tarif deines Shops hat keine Kundengruppen: Stufen zeigt der Shop nicht, und ihre dauernden Vorteile gelten nicht. Punkte und Stufen zählen trotzdem",
      other: "Der Tarif deines Shops lässt etwas nicht zu, worum die App gebeten hat: Sieh dort nach",
    },
    anotherProgram:
      "Ein anderes Treueprogramm deines Shops gibt für dieselben Bestellungen Punkte. Schalte eines davon ab, sonst wird jeder Einkauf doppelt belohnt",
    outboxStopped: (reason: string) => `Die App erreicht den Shop zurzeit nicht: ${reason}`,
    contradiction: (reason: string) =>
      `Die nächtliche Prüfung hat einen Punktestand gefunden, der nicht aufgeht: ${reason}`,
    draft: "Änderungen am Programm sind noch nicht veröffentlicht",
    history: {
      undecided: "Frühere Bestellungen mitzählen? Lies sie ein, oder beginne bei null",
      ready: "Frühere Bestellungen sind eingelesen: Sieh dir an, was sie bringen würden, und entscheide",
      failed: "Frühere Bestellungen konnten nicht eingelesen werden",
      set_aside: "Frühere Bestellungen einiger Personen konnten nicht angerechnet werden",
    },
    look: "Öffnen",
    figures: (month: string) => `${month} bisher`,
    days: (from: string, until: string) => `${from} bis ${until}`,
    period: "Zeitraum",
    periods: {
      month: "Dieser Monat",
      "7": "Letzte 7 Tage",
      "30": "Letzte 30 Tage",
      "90": "Letzte 90 Tage",
      custom: "Gewählte Tage",
    },
    members: "Mitglieder",
    membersMeaning:
      "Alle, die heute im Programm sind, auch Gäste, von denen nur die E-Mail-Adresse bekannt ist.",
    joined: "Neue Mitglieder",
    joinedMeaning:
      "Alle, die in diesen Tagen dazugekommen sind, verglichen mit ebenso vielen davor; ein Monat mit denselben Tagen des Vormonats.",
    issued: "Vergebene Punkte",
    issuedMeaning:
      "In diesen Tagen vergebene Punkte, abzüglich der Punkte für Rückgaben, verglichen mit ebenso vielen Tagen davor; ein Monat mit denselben Tagen des Vormonats.",
    redeemed: "Eingelöste Punkte",
    redeemedMeaning:
      "Punkte in Prämien, die in diesen Tagen verwendet wurden, verglichen mit ebenso vielen Tagen davor; ein Monat mit denselben Tagen des Vormonats.",
    outstanding: "Offene Punkte",
    outstandingMeaning:
      "Alle Punkte, die Mitglieder heute haben: verfügbare und die, die noch unterwegs sind.",
    worth: "Gegenwert",
    worthMeaning:
      "Was dich die offenen Punkte kosten würden, wenn alle gegen die Geldprämie getauscht würden, die am meisten bringt.",
    beforeMonth: (value: string) => `Vormonat: ${value}`,
    before: (value: string) => `Davor: ${value}`,
    chart: "Vergebene und eingelöste Punkte je Tag",
    chartSummary: (days: number, issued: string, redeemed: string) =>
      `${days === 1 ? "An diesem Tag" : `In diesen ${String(days)} Tagen`} wurden ${issued} vergeben und ${redeemed} eingelöst.`,
    showTable: "Als Tabelle zeigen",
    hideTable: "Als Diagramm zeigen",
    download: "CSV herunterladen",
    day: "Tag",
    tiers: "Mitglieder je Stufe",
    tier: "Stufe",
    noTier: "Ohne Stufe",
    noTiers: "Das Programm hat keine Stufen.",
    extension: "Im Shop",
    extensionWhenOff: "Deine Kundschaft sieht ihre Punkte, sobald die App im Theme eingeschaltet ist.",
    extensionWhenOn: "Deine Kundschaft sieht ihre Punkte im Shop.",
    extensionOn: "Im Theme eingeschaltet",
    extensionOff: "Im Theme nicht eingeschaltet",
    extensionOpen: "Theme-Editor öffnen",
  },
);
