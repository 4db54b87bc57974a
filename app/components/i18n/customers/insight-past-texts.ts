import { texts } from "../language.tsx";

export const insightPastTexts = texts(
  {
    cohorts: "Who came back, by month of first purchase",
    cohortsMeaning:
      "Each line is everybody who bought for the first time in that month. Of them, the share who bought on at least two days so far, and the share who bought in the first, second … month after. The last figure of a line belongs to the month that is still running.",
    revenueMeaning:
      "Each line is everybody who bought for the first time in that month: what one of them has brought on average until the end of that month (0), of the month after (1) and so on. The last figure of a line belongs to the month that is still running.",
    cohortsNone: "It takes a first purchase, and the night after it.",
    showRevenue: "Show revenue per customer",
    showBuying: "Show who bought again",
    month: "First purchase",
    customers: "Customers",
    repeating: "Repeat rate",
    later: (months: number) => `Month ${String(months)}`,
    tiers: "Members by tier at each month’s end",
    tiersMeaning:
      "Members by the level they held when the month ended; of the running month, now. Members are counted from joining until leaving.",
    tierMonth: "Month",
    noTier: "Without a tier",
    check: "Predictions, checked by your own past",
    checkMeaning: (customers: string, from: string, to: string) =>
      `The model was given only what ${customers} customers had bought before ${from}, and asked how often they would buy until ${to}. Purchases are days with a purchase.`,
    checkTotal: (expected: string, actual: string) =>
      `It expected ${expected} purchases; there were ${actual}.`,
    checkNone:
      "Not yet: the first three quarters of your shop’s days must hold 50 customers who bought on several days.",
    times: "Came back before",
    timesMore: (times: string) => `${times} or more`,
    expected: "Expected",
    actual: "Actual",
  },
  {
    cohorts: "Wer wiederkam, nach Monat des ersten Kaufs",
    cohortsMeaning:
      "Jede Zeile sind alle, die in diesem Monat zum ersten Mal gekauft haben. Von ihnen der Anteil, der bisher an mindestens zwei Tagen gekauft hat, und der Anteil, der im ersten, zweiten … Monat danach gekauft hat. Die letzte Zahl einer Zeile gehört zum laufenden Monat.",
    revenueMeaning:
      "Jede Zeile sind alle, die in diesem Monat zum ersten Mal gekauft haben: was einer von ihnen im Schnitt bis zum Ende dieses Monats (0), des Monats danach (1) und so weiter gebracht hat. Die letzte Zahl einer Zeile gehört zum laufenden Monat.",
    cohortsNone: "Dafür braucht es einen ersten Kauf und die Nacht danach.",
    showRevenue: "Umsatz je Kunde zeigen",
    showBuying: "Zeigen, wer wieder kaufte",
    month: "Erster Kauf",
    customers: "Kunden",
    repeating: "Wiederkaufsrate",
    later: (months: number) => `Monat ${String(months)}`,
    tiers: "Mitglieder nach Stufe am Ende jedes Monats",
    tiersMeaning:
      "Mitglieder nach der Stufe, die sie am Monatsende hatten; im laufenden Monat: jetzt. Mitglied ist man vom Beitritt bis zum Austritt.",
    tierMonth: "Monat",
    noTier: "Ohne Stufe",
    check: "Vorhersagen, an deiner eigenen Vergangenheit geprüft",
    checkMeaning: (customers: string, from: string, to: string) =>
      `Das Modell bekam nur, was ${customers} Kunden vor dem ${from} gekauft hatten, und sollte sagen, wie oft sie bis zum ${to} kaufen. Käufe sind Tage mit einem Kauf.`,
    checkTotal: (expected: string, actual: string) =>
      `Erwartet hat es ${expected} Käufe, es waren ${actual}.`,
    checkNone:
      "Noch nicht: In den ersten drei Vierteln der Tage deines Shops müssen 50 Kunden an mehreren Tagen gekauft haben.",
    times: "Vorher wiedergekommen",
    timesMore: (times: string) => `${times} oder öfter`,
    expected: "Erwartet",
    actual: "Eingetreten",
  },
);
