import { texts } from "./language.tsx";

export const historyTexts = texts(
  {
    title: "Past orders",
    back: "Settings",
    startTitle: "Shall what customers bought before count?",
    startBody:
      "The app can read the orders from before it was installed and give points for them, as if your program had been there all along. You see what that gives before anything is booked.",
    steps: [
      "Reading: the shop gathers its orders and the app reads them. That takes minutes, for very many orders an hour.",
      "Preview: members, points, what they are worth, tiers. Nothing has been booked yet.",
      "You decide: book it, change the program and look again, or discard it.",
    ],
    start: "Read past orders",
    started: "Reading has begun",
    skip: "Start from zero",
    skipTitle: "Start from zero?",
    skipBody:
      "Past orders are not read and give nothing; from now on every order counts. You can still read them later, from the settings.",
    skippedDone: "The program starts from zero",
    keepDeciding: "Decide later",
    skippedTitle: "Your program started from zero",
    skippedBody: "Past orders give nothing. You can change your mind and look at what they would give.",
    sixtyDaysTitle: "The app sees the orders of the last 60 days",
    sixtyDaysBody:
      "Shopify shows an app older orders only where you allow it. Allow it here, then read the orders. Without it everything works; older orders just give nothing.",
    askForOlder: "Allow older orders",
    allOrders: "The app may read orders of any age.",
    declined: "Older orders were not allowed. Whoever runs this app may have to ask Shopify for that first.",
    reading: "Reading past orders",
    previewing: "Finding out what they would give",
    booking: "Booking past orders",
    gathering: (objects: string) => `The shop is gathering its orders: ${objects} lines so far`,
    ordersRead: (n: number, text: string) => (n === 1 ? "1 order read" : `${text} orders read`),
    peopleDone: (done: string, all: string) => `${done} of ${all} customers`,
    waiting: (reason: string) => `It did not work just now and is tried again by itself: ${reason}`,
    shopIsAsked:
      "Your program asks for more than the orders say, such as product tags or collections. The app is asking your shop, each product once. That can take a while.",
    goesOn: "You can leave this page; it goes on by itself, also after a restart.",
    bookingGoesOn:
      "You can leave this page; it goes on by itself, also after a restart. New orders are worked on meanwhile. Each customer gets everything at once.",
    discard: "Discard",
    discarded: "Discarded",
    discardTitle: "Discard what was read?",
    discardBody:
      "What was read is forgotten. Nothing of it has been booked, and you can read it again at any time.",
    keep: "Keep it",
    noProgramTitle: "The orders are read; now a program is missing",
    noProgramBody:
      "As long as no program gives points, there is nothing to show. Publish one or save a draft.",
    openProgram: "Open the program",
    readyTitle: "This is what past orders would give",
    previewOfLive: (moment: string) =>
      `Calculated on ${moment} with the published program, as if it had been there all along. Nothing has been booked.`,
    previewOfDraft: (moment: string) =>
      `Calculated on ${moment} with your draft, as if it had been there all along. Nothing has been booked.`,
    draftNotBooked: "A draft can be looked at, but not booked. Publish it and calculate again.",
    outdated: "The program has changed since. Calculate again, so that you see what you book.",
    previewLive: "Calculate with the published program",
    previewDraft: "Calculate with the draft",
    previewStarted: "Calculating",
    nameless: (n: number, text: string) =>
      n === 1
        ? "1 order names neither a customer nor an e-mail address and gives nothing."
        : `${text} orders name neither a customer nor an e-mail address and give nothing.`,
    unreadable: (n: number, text: string) =>
      n === 1
        ? "1 order could not be read and gives nothing; the log says why."
        : `${text} orders could not be read and give nothing; the log says why.`,
    book: "Book past orders",
    bookTitle: "Book past orders?",
    bookBody: [
      "Every customer in the preview gets what it says. This cannot be taken back as a whole; points of single members can be changed by hand.",
      "Customers are not written to about it, and presents for tiers reached in the past are not given. They see points and tier at their next visit.",
    ],
    bookingStarted: "Booking has begun",
    notYet: "Not yet",
    doneTitle: "Past orders are booked",
    doneBody: (moment: string) =>
      `Since ${moment}. From now on they count like every other order, refunds included.`,
    seeMembers: "See the members",
    readAgain: "Read again",
    failedTitle: "Past orders could not be read",
    failedBody: (reason: string) => `The reason: ${reason}.`,
    failedAdvice:
      "Nothing has been booked. Try again; if it happens again, check in the settings that the shop is connected and no permission is missing.",
    tryAgain: "Try again",
    setAsideTitle: (n: number, text: string) =>
      n === 1 ? "1 customer could not be booked" : `${text} customers could not be booked`,
    withheldTitle: (n: number, text: string) =>
      n === 1 ? "1 customer is set aside" : `${text} customers are set aside`,
    withheldBody:
      "Your shop refuses to say what the program asks about their orders, such as what a product is. All others go on without them. When the others are booked you can try these again. What the shop says:",
    setAsideBody: "All others are. These get nothing for past orders until it works:",
    bookAgain: "Try them again",
    figures: "What past orders would give",
    figuresBooked: "What they gave, as the preview had it",
    download: "Download CSV",
    figure: "Figure",
    value: "Value",
    meaning: "What it counts",
    orders: "Orders",
    ordersMeaning:
      "Orders that were read and name a customer, unpaid and cancelled ones included; those give nothing.",
    span: (from: string, to: string) => `${from} – ${to}`,
    people: "Customers",
    peopleMeaning: "Everyone these orders are of, guests known by their e-mail address included.",
    newMembers: (n: string) => `of these new: ${n}`,
    earned: "Points issued",
    earnedMeaning:
      "Points for the orders in their present state, what was sent back already taken off, and points for tiers entered.",
    expired: "Lapsed since",
    expiredMeaning:
      "Points that would have lapsed by now under the program's rules. They are booked as lapsed.",
    outstanding: "Points outstanding",
    outstandingMeaning: "What customers would have by it: spendable points and those still on the way.",
    worth: "Worth",
    worthMeaning:
      "What the outstanding points would cost if all were exchanged for the best money reward of the program.",
    revenue: "Revenue",
    revenueMeaning: "What was paid for goods that count in the program, less returns.",
    share: "Share of revenue",
    shareMeaning:
      "The worth of the outstanding points as a share of that revenue: what it costs if all is redeemed.",
    decimalMark: ".",
    tiers: "Customers by tier",
    tier: "Tier",
    tierMeaning: "The tier they would have today.",
    noTier: "No tier",
    gainers: "Who would gain most",
    gainersMeaning: "Resellers and staff show up here first: exclude them in the program before you book.",
    customer: "Customer",
    unnamed: "Customer without a name",
  },
  {
    title: "Frühere Bestellungen",
    back: "Einstellungen",
    startTitle: "Soll zählen, was früher gekauft wurde?",
    startBody:
      "Die App kann die Bestellungen von vor der Installation lesen und Punkte dafür geben, so als hätte es dein Programm immer gegeben. Du siehst vorher, was das ergibt; bis dahin wird nichts gebucht.",
    steps: [
      "Lesen: Der Shop stellt seine Bestellungen zusammen, die App liest sie. Das dauert Minuten, bei sehr vielen Bestellungen eine Stunde.",
      "Vorschau: Mitglieder, Punkte, ihr Gegenwert, Stufen. Noch ist nichts gebucht.",
      "Du entscheidest: buchen, das Programm ändern und neu ansehen, oder verwerfen.",
    ],
    start: "Frühere Bestellungen lesen",
    started: "Das Lesen hat begonnen",
    skip: "Bei null beginnen",
    skipTitle: "Bei null beginnen?",
    skipBody:
      "Frühere Bestellungen werden nicht gelesen und geben nichts; ab jetzt zählt jede Bestellung. Du kannst sie später immer noch lesen, über die Einstellungen.",
    skippedDone: "Das Programm beginnt bei null",
    keepDeciding: "Später entscheiden",
    skippedTitle: "Dein Programm hat bei null begonnen",
    skippedBody: "Frühere Bestellungen geben nichts. Du kannst dir trotzdem ansehen, was sie geben würden.",
    sixtyDaysTitle: "Die App sieht die Bestellungen der letzten 60 Tage",
    sixtyDaysBody:
      "Ältere Bestellungen zeigt Shopify einer App nur, wenn du es erlaubst. Erlaube es hier und lies dann die Bestellungen. Ohne das geht alles genauso; ältere Bestellungen geben nur nichts.",
    askForOlder: "Ältere Bestellungen erlauben",
    allOrders: "Die App darf Bestellungen jeden Alters lesen.",
    declined:
      "Ältere Bestellungen wurden nicht erlaubt. Vielleicht muss, wer diese App betreibt, das erst bei Shopify beantragen.",
    reading: "Frühere Bestellungen werden gelesen",
    previewing: "Es wird berechnet, was sie geben würden",
    booking: "Frühere Bestellungen werden gebucht",
    gathering: (objects: string) => `Der Shop stellt seine Bestellungen zusammen: bisher ${objects} Zeilen`,
    ordersRead: (n: number, text: string) =>
      n === 1 ? "1 Bestellung gelesen" : `${text} Bestellungen gelesen`,
    peopleDone: (done: string, all: string) => `${done} von ${all} Kundinnen und Kunden`,
    waiting: (reason: string) => `Es ging gerade nicht und wird von selbst wieder versucht: ${reason}`,
    shopIsAsked:
      "Dein Programm fragt nach mehr, als in den Bestellungen steht, etwa nach Tags oder Kollektionen der Produkte. Die App fragt deinen Shop danach, nach jedem Produkt einmal. Das kann eine Weile dauern.",
    goesOn: "Du kannst die Seite verlassen; es geht von selbst weiter, auch nach einem Neustart.",
    bookingGoesOn:
      "Du kannst die Seite verlassen; es geht von selbst weiter, auch nach einem Neustart. Neue Bestellungen werden währenddessen verarbeitet. Jede Person bekommt alles auf einmal.",
    discard: "Verwerfen",
    discarded: "Verworfen",
    discardTitle: "Das Gelesene verwerfen?",
    discardBody:
      "Das Gelesene wird vergessen. Davon ist nichts gebucht, und du kannst es jederzeit wieder lesen.",
    keep: "Behalten",
    noProgramTitle: "Die Bestellungen sind gelesen; jetzt fehlt ein Programm",
    noProgramBody:
      "Solange kein Programm Punkte gibt, ist nichts zu zeigen. Veröffentliche eines oder speichere einen Entwurf.",
    openProgram: "Programm öffnen",
    readyTitle: "Das würden frühere Bestellungen geben",
    previewOfLive: (moment: string) =>
      `Berechnet am ${moment} mit dem veröffentlichten Programm, so als hätte es das immer gegeben. Gebucht ist nichts.`,
    previewOfDraft: (moment: string) =>
      `Berechnet am ${moment} mit deinem Entwurf, so als hätte es ihn immer gegeben. Gebucht ist nichts.`,
    draftNotBooked:
      "Einen Entwurf kannst du ansehen, aber nicht buchen. Veröffentliche ihn und rechne noch einmal.",
    outdated: "Das Programm hat sich seitdem geändert. Rechne noch einmal, damit du siehst, was du buchst.",
    previewLive: "Mit dem veröffentlichten Programm rechnen",
    previewDraft: "Mit dem Entwurf rechnen",
    previewStarted: "Wird berechnet",
    nameless: (n: number, text: string) =>
      n === 1
        ? "1 Bestellung nennt weder Kundin oder Kunden noch E-Mail-Adresse und gibt nichts."
        : `${text} Bestellungen nennen weder Kundin oder Kunden noch E-Mail-Adresse und geben nichts.`,
    unreadable: (n: number, text: string) =>
      n === 1
        ? "1 Bestellung war nicht lesbar und gibt nichts; der Grund steht im Protokoll."
        : `${text} Bestellungen waren nicht lesbar und geben nichts; der Grund steht im Protokoll.`,
    book: "Frühere Bestellungen buchen",
    bookTitle: "Frühere Bestellungen buchen?",
    bookBody: [
      "Alle in der Vorschau bekommen, was dort steht. Im Ganzen lässt sich das nicht zurücknehmen; Punkte einzelner Mitglieder kannst du von Hand ändern.",
      "Die Kundschaft wird dazu nicht angeschrieben, und Geschenke für früher erreichte Stufen gibt es nicht. Punkte und Stufe sieht sie beim nächsten Besuch.",
    ],
    bookingStarted: "Das Buchen hat begonnen",
    notYet: "Noch nicht",
    doneTitle: "Frühere Bestellungen sind gebucht",
    doneBody: (moment: string) =>
      `Seit ${moment}. Ab jetzt zählen sie wie jede andere Bestellung, auch bei Erstattungen.`,
    seeMembers: "Mitglieder ansehen",
    readAgain: "Noch einmal lesen",
    failedTitle: "Frühere Bestellungen konnten nicht gelesen werden",
    failedBody: (reason: string) => `Der Grund: ${reason}.`,
    failedAdvice:
      "Gebucht ist nichts. Versuche es noch einmal; passiert es wieder, sieh in den Einstellungen nach, ob der Shop verbunden ist und keine Berechtigung fehlt.",
    tryAgain: "Noch einmal versuchen",
    setAsideTitle: (n: number, text: string) =>
      n === 1 ? "1 Person konnte nicht gebucht werden" : `${text} Personen konnten nicht gebucht werden`,
    withheldTitle: (n: number, text: string) =>
      n === 1 ? "1 Person ist zurückgestellt" : `${text} Personen sind zurückgestellt`,
    withheldBody:
      "Dein Shop verweigert die Auskunft, nach der das Programm bei ihren Bestellungen fragt, etwa was ein Produkt ist. Alle anderen warten nicht darauf. Sind die anderen gebucht, kannst du es mit diesen noch einmal versuchen. Das sagt der Shop:",
    setAsideBody: "Alle anderen sind es. Diese bekommen für frühere Bestellungen nichts, bis es gelingt:",
    bookAgain: "Noch einmal versuchen",
    figures: "Was frühere Bestellungen geben würden",
    figuresBooked: "Was sie gegeben haben, laut Vorschau",
    download: "CSV herunterladen",
    figure: "Zahl",
    value: "Wert",
    meaning: "Was sie zählt",
    orders: "Bestellungen",
    ordersMeaning:
      "Gelesene Bestellungen, die jemanden nennen, auch unbezahlte und stornierte; die geben nichts.",
    span: (from: string, to: string) => `${from} – ${to}`,
    people: "Kundschaft",
    peopleMeaning:
      "Alle, von denen diese Bestellungen sind, auch Gäste, die wir nur an ihrer E-Mail-Adresse kennen.",
    newMembers: (n: string) => `davon neu: ${n}`,
    earned: "Vergebene Punkte",
    earnedMeaning:
      "Punkte für die Bestellungen in ihrem heutigen Stand, Zurückgeschicktes schon abgezogen, und Punkte für erreichte Stufen.",
    expired: "Seither verfallen",
    expiredMeaning:
      "Punkte, die nach den Regeln des Programms heute schon verfallen wären. Sie werden als verfallen gebucht.",
    outstanding: "Offene Punkte",
    outstandingMeaning:
      "Was die Kundschaft dadurch hätte: verfügbare Punkte und solche, die noch unterwegs sind.",
    worth: "Gegenwert",
    worthMeaning:
      "Was die offenen Punkte kosten würden, wenn alle in die beste Geldprämie des Programms getauscht würden.",
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
      "Wiederverkäufer und Personal fallen hier zuerst auf: Nimm sie vor dem Buchen im Programm aus.",
    customer: "Kundin oder Kunde",
    unnamed: "Ohne Namen",
  },
);
