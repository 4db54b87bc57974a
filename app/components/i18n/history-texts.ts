import type { GoodsGroup } from "#app/domain/program/shop-abilities.ts";
import { texts } from "./language.tsx";

export const historyTexts = texts(
  {
    title: "Past orders",
    back: "Settings",
    startTitle: "Count past orders?",
    startBody:
      "The app can read the orders from before you installed it and give points for them, as if your program had always been there. You see the result before anything is given.",
    steps: [
      "Reading: the shop collects its orders and the app reads them. This takes a few minutes, or up to an hour for very many orders.",
      "Preview: members, points, what they are worth, tiers. Nothing has been given yet.",
      "You decide: give the points, change the program and look again, or discard.",
    ],
    start: "Read past orders",
    started: "Reading has started",
    skip: "Start from zero",
    skipTitle: "Start from zero?",
    skipBody:
      "Past orders are not read and earn nothing; from now on every order counts. You can still read them later, from the settings.",
    skippedDone: "The program starts from zero",
    keepDeciding: "Decide later",
    skippedTitle: "Your program started from zero",
    skippedBody: "Past orders earn nothing. You can still see what they would earn.",
    sixtyDaysTitle: "The app sees the orders of the last 60 days",
    sixtyDaysBody:
      "Shopify shows older orders to an app only if you allow it. Allow it here, then read the orders. Everything works without it; older orders just earn nothing.",
    askForOlder: "Allow older orders",
    allOrders: "The app may read orders of any age.",
    declined: "Older orders were not allowed. Whoever runs this app for you may have to ask Shopify first.",
    reading: "Reading past orders",
    previewing: "Working out what they would earn",
    booking: "Giving points for past orders",
    gathering: (objects: string) => `The shop is collecting its orders: ${objects} lines so far`,
    ordersRead: (n: number, text: string) => (n === 1 ? "1 order read" : `${text} orders read`),
    peopleDone: (done: string, all: string) => `${done} of ${all} customers`,
    waiting: (reason: string) => `That did not work just now; we keep trying. Reason: ${reason}`,
    shopIsAsked: {
      collection:
        "Your program asks for more than the orders say, such as product tags or collections. The app is asking your shop, each product once. That can take a while.",
      category:
        "Your program asks for more than the orders say, such as the categories of products. The app is asking your shop, each product once. That can take a while.",
    },
    goesOn: "You can leave this page; it carries on by itself, even after a restart.",
    bookingGoesOn:
      "You can leave this page; it carries on by itself, even after a restart. New orders are counted meanwhile. Each customer gets everything at once.",
    discard: "Discard",
    discarded: "Discarded",
    discardTitle: "Discard what was read?",
    discardBody:
      "What was read is deleted. No points have been given, and you can read the orders again at any time.",
    keep: "Keep it",
    noProgramTitle: "The orders have been read; now you need a program",
    noProgramBody: "Until a program gives points, there is nothing to show. Publish one or save a draft.",
    openProgram: "Open the program",
    readyTitle: "This is what past orders would earn",
    previewOfLive: (moment: string) =>
      `Calculated on ${moment} with the published program, as if it had always been there. Nothing has been given yet.`,
    previewOfDraft: (moment: string) =>
      `Calculated on ${moment} with your draft, as if it had always been there. Nothing has been given yet.`,
    draftNotBooked: "This is only a draft. To give the points, publish it and calculate again.",
    outdated: "The program has changed since. Calculate again, so that you see what you give.",
    previewLive: "Calculate with the published program",
    previewDraft: "Calculate with the draft",
    previewStarted: "Calculating",
    nameless: (n: number, text: string) =>
      n === 1
        ? "1 order has neither a customer nor an email address and earns nothing."
        : `${text} orders have neither a customer nor an email address and earn nothing.`,
    unreadable: (n: number, text: string) =>
      n === 1
        ? "1 order could not be read and earns nothing."
        : `${text} orders could not be read and earn nothing.`,
    book: "Give the points",
    bookTitle: "Give points for past orders?",
    bookBody: [
      "Every customer in the preview gets what it shows. This cannot be undone as a whole; you can change the points of single members.",
      "Customers are not notified, and gifts for tiers reached in the past are not given. They see their points and tier on their next visit.",
    ],
    bookingStarted: "Points are being given",
    notYet: "Not yet",
    doneTitle: "Past orders count",
    doneBody: (moment: string) => `Since ${moment}. They now count like any other order, refunds included.`,
    seeMembers: "See the members",
    readAgain: "Read again",
    failedTitle: "Past orders could not be read",
    failedBody: (reason: string) => `The reason: ${reason}.`,
    failedAdvice:
      "No points have been given. Try again; if it happens again, check in the settings that the shop is connected and no permission is missing.",
    tryAgain: "Try again",
    setAsideTitle: (n: number, text: string) =>
      n === 1 ? "1 customer could not be given points" : `${text} customers could not be given points`,
    withheldTitle: (n: number, text: string) =>
      n === 1 ? "1 customer is set aside" : `${text} customers are set aside`,
    withheldBody: (groups: GoodsGroup) =>
      `Your shop does not answer what the program needs to know about their orders, such as a product’s ${groups === "collection" ? "collections" : "categories"}. Everyone else carries on without them, and you can try these again afterwards. What the shop says:`,
    setAsideBody: "Everyone else has their points. These get none for past orders until it works:",
    bookAgain: "Try them again",
    figures: "What past orders would earn",
    figuresBooked: "What they earned, according to the preview",
    download: "Download CSV",
    figure: "Figure",
    value: "Value",
    meaning: "What it means",
    orders: "Orders",
    ordersMeaning:
      "Orders that were read and have a customer, including unpaid and cancelled ones, which earn nothing.",
    span: (from: string, to: string) => `${from} – ${to}`,
    people: "Customers",
    peopleMeaning: "Everyone who placed these orders, including guests known by their email address.",
    newMembers: (n: string) => `${n} of them new`,
    earned: "Points issued",
    earnedMeaning:
      "Points for the orders as they are today, with returns already deducted, and points for tiers reached.",
    expired: "Expired since",
    expiredMeaning: "Points that would have expired by now under the program’s rules.",
    outstanding: "Points outstanding",
    outstandingMeaning: "What customers would have: points to spend and points on the way.",
    worth: "Worth",
    worthMeaning:
      "What the outstanding points would cost you if all were exchanged for the money reward that gives the most.",
    revenue: "Revenue",
    revenueMeaning: "What was paid for goods that count in the program, minus returns.",
    share: "Share of revenue",
    shareMeaning:
      "The worth of the outstanding points as a share of that revenue: what it costs if everything is redeemed.",
    decimalMark: ".",
    tiers: "Customers by tier",
    tier: "Tier",
    tierMeaning: "The tier they would have today.",
    noTier: "No tier",
    gainers: "Who would gain most",
    gainersMeaning:
      "Resellers and staff show up here first: exclude them in the program before you give the points.",
    customer: "Customer",
    unnamed: "Customer without a name",
  },
  {
    title: "Frühere Bestellungen",
    back: "Einstellungen",
    startTitle: "Frühere Bestellungen mitzählen?",
    startBody:
      "Die App kann die Bestellungen von vor der Installation einlesen und Punkte dafür geben, so als hätte es dein Programm schon immer gegeben. Du siehst das Ergebnis, bevor jemand Punkte bekommt.",
    steps: [
      "Einlesen: Der Shop stellt seine Bestellungen zusammen, die App liest sie ein. Das dauert einige Minuten, bei sehr vielen Bestellungen bis zu einer Stunde.",
      "Vorschau: Mitglieder, Punkte, ihr Gegenwert, Stufen. Noch bekommt niemand etwas.",
      "Du entscheidest: Punkte geben, das Programm ändern und neu ansehen, oder verwerfen.",
    ],
    start: "Frühere Bestellungen einlesen",
    started: "Das Einlesen hat begonnen",
    skip: "Bei null beginnen",
    skipTitle: "Bei null beginnen?",
    skipBody:
      "Frühere Bestellungen werden nicht eingelesen und bringen keine Punkte; ab jetzt zählt jede Bestellung. Über die Einstellungen kannst du sie auch später noch einlesen.",
    skippedDone: "Das Programm beginnt bei null",
    keepDeciding: "Später entscheiden",
    skippedTitle: "Dein Programm hat bei null begonnen",
    skippedBody:
      "Frühere Bestellungen bringen keine Punkte. Du kannst dir trotzdem ansehen, was sie bringen würden.",
    sixtyDaysTitle: "Die App sieht die Bestellungen der letzten 60 Tage",
    sixtyDaysBody:
      "Ältere Bestellungen zeigt Shopify einer App nur, wenn du es erlaubst. Erlaube es hier und lies die Bestellungen dann ein. Ohne das funktioniert alles genauso; ältere Bestellungen bringen nur keine Punkte.",
    askForOlder: "Ältere Bestellungen erlauben",
    allOrders: "Die App darf auch ältere Bestellungen lesen.",
    declined:
      "Ältere Bestellungen wurden nicht erlaubt. Wer diese App für dich betreibt, muss das vielleicht erst bei Shopify beantragen.",
    reading: "Frühere Bestellungen werden eingelesen",
    previewing: "Es wird berechnet, was sie bringen würden",
    booking: "Punkte für frühere Bestellungen werden vergeben",
    gathering: (objects: string) => `Der Shop stellt seine Bestellungen zusammen: bisher ${objects} Zeilen`,
    ordersRead: (n: number, text: string) =>
      n === 1 ? "1 Bestellung eingelesen" : `${text} Bestellungen eingelesen`,
    peopleDone: (done: string, all: string) => `${done} von ${all} Kundinnen und Kunden`,
    waiting: (reason: string) =>
      `Das hat gerade nicht geklappt; wir versuchen es weiter. Der Grund: ${reason}`,
    shopIsAsked: {
      collection:
        "Dein Programm braucht mehr, als in den Bestellungen steht, etwa Tags oder Kollektionen der Produkte. Die App fragt deinen Shop einmal nach jedem Produkt. Das kann eine Weile dauern.",
      category:
        "Dein Programm braucht mehr, als in den Bestellungen steht, etwa die Kategorien der Produkte. Die App fragt deinen Shop einmal nach jedem Produkt. Das kann eine Weile dauern.",
    },
    goesOn: "Du kannst die Seite verlassen; es geht von selbst weiter, auch nach einem Neustart.",
    bookingGoesOn:
      "Du kannst die Seite verlassen; es geht von selbst weiter, auch nach einem Neustart. Neue Bestellungen werden währenddessen verarbeitet. Jede Person bekommt alles auf einmal.",
    discard: "Verwerfen",
    discarded: "Verworfen",
    discardTitle: "Eingelesene Bestellungen verwerfen?",
    discardBody:
      "Das Eingelesene wird gelöscht. Punkte wurden noch nicht vergeben, und du kannst die Bestellungen jederzeit neu einlesen.",
    keep: "Behalten",
    noProgramTitle: "Die Bestellungen sind eingelesen; jetzt fehlt ein Programm",
    noProgramBody:
      "Solange kein Programm Punkte gibt, gibt es nichts zu zeigen. Veröffentliche eines oder speichere einen Entwurf.",
    openProgram: "Programm öffnen",
    readyTitle: "Das würden frühere Bestellungen bringen",
    previewOfLive: (moment: string) =>
      `Berechnet am ${moment} mit dem veröffentlichten Programm, so als hätte es das schon immer gegeben. Vergeben ist noch nichts.`,
    previewOfDraft: (moment: string) =>
      `Berechnet am ${moment} mit deinem Entwurf, so als hätte es ihn schon immer gegeben. Vergeben ist noch nichts.`,
    draftNotBooked:
      "Das ist nur ein Entwurf. Um die Punkte zu vergeben, veröffentliche ihn und rechne noch einmal.",
    outdated: "Das Programm hat sich seitdem geändert. Rechne noch einmal, damit du siehst, was du vergibst.",
    previewLive: "Mit dem veröffentlichten Programm rechnen",
    previewDraft: "Mit dem Entwurf rechnen",
    previewStarted: "Wird berechnet",
    nameless: (n: number, text: string) =>
      n === 1
        ? "1 Bestellung hat weder Kundenkonto noch E-Mail-Adresse und bringt keine Punkte."
        : `${text} Bestellungen haben weder Kundenkonto noch E-Mail-Adresse und bringen keine Punkte.`,
    unreadable: (n: number, text: string) =>
      n === 1
        ? "1 Bestellung war nicht lesbar und bringt keine Punkte."
        : `${text} Bestellungen waren nicht lesbar und bringen keine Punkte.`,
    book: "Punkte vergeben",
    bookTitle: "Punkte für frühere Bestellungen vergeben?",
    bookBody: [
      "Alle in der Vorschau bekommen, was dort steht. Im Ganzen lässt sich das nicht rückgängig machen; die Punkte einzelner Mitglieder kannst du ändern.",
      "Die Kundschaft wird nicht benachrichtigt, und Geschenke für früher erreichte Stufen gibt es nicht. Punkte und Stufe sieht sie beim nächsten Besuch.",
    ],
    bookingStarted: "Die Punkte werden vergeben",
    notYet: "Noch nicht",
    doneTitle: "Frühere Bestellungen zählen",
    doneBody: (moment: string) =>
      `Seit ${moment}. Sie zählen jetzt wie jede andere Bestellung, auch bei Rückgaben.`,
    seeMembers: "Mitglieder ansehen",
    readAgain: "Neu einlesen",
    failedTitle: "Frühere Bestellungen konnten nicht eingelesen werden",
    failedBody: (reason: string) => `Der Grund: ${reason}.`,
    failedAdvice:
      "Punkte wurden nicht vergeben. Versuche es noch einmal; passiert es wieder, sieh in den Einstellungen nach, ob der Shop verbunden ist und keine Berechtigung fehlt.",
    tryAgain: "Noch einmal versuchen",
    setAsideTitle: (n: number, text: string) =>
      n === 1 ? "1 Person konnte keine Punkte bekommen" : `${text} Personen konnten keine Punkte bekommen`,
    withheldTitle: (n: number, text: string) =>
      n === 1 ? "1 Person ist zurückgestellt" : `${text} Personen sind zurückgestellt`,
    withheldBody: (groups: GoodsGroup) =>
      `Dein Shop sagt nicht, was das Programm zu ihren Bestellungen wissen muss, etwa die ${groups === "collection" ? "Kollektionen" : "Kategorien"} eines Produkts. Alle anderen warten nicht darauf, und mit diesen kannst du es danach noch einmal versuchen. Das sagt der Shop:`,
    setAsideBody:
      "Alle anderen haben ihre Punkte. Diese bekommen für frühere Bestellungen keine, bis es klappt:",
    bookAgain: "Noch einmal versuchen",
    figures: "Was frühere Bestellungen bringen würden",
    figuresBooked: "Was sie gebracht haben, laut Vorschau",
    download: "CSV herunterladen",
    figure: "Kennzahl",
    value: "Wert",
    meaning: "Was sie bedeutet",
    orders: "Bestellungen",
    ordersMeaning:
      "Eingelesene Bestellungen mit Kundin oder Kunde, auch unbezahlte und stornierte, die nichts bringen.",
    span: (from: string, to: string) => `${from} – ${to}`,
    people: "Kundschaft",
    peopleMeaning:
      "Alle, von denen diese Bestellungen sind, auch Gäste, von denen nur die E-Mail-Adresse bekannt ist.",
    newMembers: (n: string) => `davon neu: ${n}`,
    earned: "Vergebene Punkte",
    earnedMeaning:
      "Punkte für die Bestellungen in ihrem heutigen Stand, Rückgaben schon abgezogen, und Punkte für erreichte Stufen.",
    expired: "Seither verfallen",
    expiredMeaning: "Punkte, die nach den Regeln des Programms heute schon verfallen wären.",
    outstanding: "Offene Punkte",
    outstandingMeaning: "Was die Kundschaft hätte: verfügbare Punkte und die, die noch unterwegs sind.",
    worth: "Gegenwert",
    worthMeaning:
      "Was dich die offenen Punkte kosten würden, wenn alle gegen die Geldprämie getauscht würden, die am meisten bringt.",
    revenue: "Umsatz",
    revenueMeaning: "Was für Waren bezahlt wurde, die im Programm zählen, abzüglich Rückgaben.",
    share: "Anteil am Umsatz",
    shareMeaning:
      "Der Gegenwert der offenen Punkte als Anteil an diesem Umsatz: was es kostet, wenn alles eingelöst wird.",
    decimalMark: ",",
    tiers: "Kundschaft nach Stufe",
    tier: "Stufe",
    tierMeaning: "Die Stufe, die sie heute hätten.",
    noTier: "Keine Stufe",
    gainers: "Wer am meisten bekäme",
    gainersMeaning:
      "Wiederverkäufer und Personal fallen hier zuerst auf: Schließe sie im Programm aus, bevor du Punkte vergibst.",
    customer: "Kundin oder Kunde",
    unnamed: "Ohne Namen",
  },
);
