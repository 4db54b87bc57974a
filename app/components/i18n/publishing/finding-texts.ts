import { texts } from "../language.tsx";

/** How many of how many customers came so far, as people read it. */
export interface Reached {
  readonly reached: string;
  readonly people: string;
  readonly share: string;
}

/** What a dry run finds: what is so, what it rests on, and what would cure it. */
export const findingTexts = texts(
  {
    level_out_of_reach: {
      said: (level: string) => `Hardly anybody can reach ${level}`,
      ground: ({ reached, people, share }: Reached, from: string, window: string) =>
        `${reached} of ${people} customers (${share}) came to ${from} ${window}.`,
      groundSoFar: ({ reached, people, share }: Reached, part: string, days: string) =>
        `${reached} of ${people} customers (${share}) came to ${part} in the ${days} days that are known: the part of the threshold that falls to them.`,
      window: {
        lifetime: "in these 12 months",
        rolling: (months: number) => `within ${String(months)} months`,
        calendarYear: "in a calendar year",
      },
      cure: (from: string) => `From ${from}, about one in ten would reach it.`,
      cureUnknown: "Lower the threshold.",
    },
    expiry_before_next_purchase: {
      said: "Points expire before most customers buy again",
      ground: (median: string, expiry: string) =>
        `Half of the times, ${median} days or more pass until somebody buys again; points can expire after ${expiry} days.`,
      cure: (months: string) => `Let points last at least ${months} months.`,
    },
    goods_untold: {
      said: "Shoppers are not told which products count",
      ground: (orders: string, all: string) =>
        `They only read “on selected products”. It held for ${orders} of ${all} orders.`,
      groundReward: "They only read “on selected products”, and learn at the cart whether theirs is one.",
      cure: "Give it a name that says which, such as “On all coffee beans”.",
    },
    people_untold: {
      said: "Shoppers are not told for whom this holds",
      ground: (orders: string, all: string) =>
        `They only read “for selected customers”. It held for ${orders} of ${all} orders.`,
      cure: "Give it a name that says for whom, such as “For founding members”.",
    },
    reward_overpriced: {
      said: "This reward costs more than it is worth",
      ground: {
        value: (points: string, price: string, worth: string) =>
          `${points} buy ${price} elsewhere in your program, and ${worth} here.`,
        average_order: (points: string, price: string, worth: string, average: string) =>
          `${points} buy ${price} off elsewhere in your program. On an order of ${average}, your average, this saves ${worth}.`,
        smallest_order: (points: string, price: string, worth: string, smallest: string) =>
          `${points} buy ${price} off elsewhere in your program. On ${smallest}, the smallest order it is for and more than your average, this saves ${worth}.`,
        average_shipping: (points: string, price: string, worth: string) =>
          `${points} buy ${price} off elsewhere in your program. Shipping costs ${worth} on average.`,
      },
      cure: (points: string) => `At ${points} it would be an even trade.`,
    },
    exclusion_hidden: {
      said: "An exception inside this rule keeps part of your goods from earning",
      ground: (share: string, money: string) =>
        `${share} of what was sold (${money}) earned nothing because of it.`,
      cure: "Say so in the rule's name, or remove the exception.",
    },
    people_excluded: {
      said: "Some customers earn nothing at all",
      ground: (excluded: string, people: string) =>
        `${excluded} of ${people} customers with orders are excluded by their tag, their e-mail address or by hand.`,
      cure: "Make sure they know, or shorten the list under “Who takes part”.",
    },
    without_source: {
      said: "This rule earns nothing yet",
      ground: (activity: string) =>
        `Nothing in your shop reports “${activity}” so far, so shoppers are not shown it.`,
      cure: "Switch it off for now.",
    },
    over: {
      said: "This is over",
      ground: (day: string) => `It ended on ${day}.`,
      cure: "Set a new end, or delete it.",
    },
    never_applied: {
      said: "This rule did not hold for a single order",
      ground: (orders: string) => `None of ${orders} orders met its conditions.`,
      cure: "Check its conditions, for instance for typing errors in tags or codes.",
    },
    always_behind: {
      said: "This rule never gets its turn",
      ground: (lines: string, other: string) =>
        `On all ${lines} order lines it fits, another goes before it: “${other}”`,
      cure: "Give it a higher priority, narrow the other one down, or let it count on top.",
    },
    often_behind: {
      said: "Two rules fit the same products, and only one of them counts",
      ground: (lines: string, other: string) => `On ${lines} order lines this one went before it: “${other}”`,
      cure: "If both should count, let one of them count on top; else say by priority which comes first.",
    },
    add_up: {
      said: "Two rules on top add up",
      ground: (lines: string, other: string) => `On ${lines} order lines this one counts as well: “${other}”`,
      cure: "If that is not meant, narrow one of them down.",
    },
  },
  {
    level_out_of_reach: {
      said: (level: string) => `${level} erreicht kaum jemand`,
      ground: ({ reached, people, share }: Reached, from: string, window: string) =>
        `${reached} von ${people} Personen (${share}) kamen ${window} auf ${from}.`,
      groundSoFar: ({ reached, people, share }: Reached, part: string, days: string) =>
        `${reached} von ${people} Personen (${share}) kamen in den ${days} bekannten Tagen auf ${part}: den Teil der Schwelle, der auf diese Zeit entfällt.`,
      window: {
        lifetime: "in diesen 12 Monaten",
        rolling: (months: number) => `binnen ${String(months)} Monaten`,
        calendarYear: "in einem Kalenderjahr",
      },
      cure: (from: string) => `Ab ${from} käme ungefähr jede zehnte Person dorthin.`,
      cureUnknown: "Senke die Schwelle.",
    },
    expiry_before_next_purchase: {
      said: "Punkte verfallen, bevor die meisten wieder einkaufen",
      ground: (median: string, expiry: string) =>
        `In der Hälfte der Fälle vergehen ${median} Tage oder mehr bis zum nächsten Einkauf; Punkte können nach ${expiry} Tagen verfallen.`,
      cure: (months: string) => `Lass Punkte mindestens ${months} Monate gelten.`,
    },
    goods_untold: {
      said: "Die Kundschaft erfährt nicht, welche Artikel zählen",
      ground: (orders: string, all: string) =>
        `Sie liest nur „auf ausgewählte Produkte“. Es galt für ${orders} von ${all} Bestellungen.`,
      groundReward:
        "Sie liest nur „auf ausgewählte Produkte“ und merkt erst im Warenkorb, ob der eigene dazugehört.",
      cure: "Gib einen Namen, der es sagt, etwa „Auf alle Kaffeebohnen“.",
    },
    people_untold: {
      said: "Die Kundschaft erfährt nicht, für wen das gilt",
      ground: (orders: string, all: string) =>
        `Sie liest nur „für ausgewählte Kundinnen und Kunden“. Es galt für ${orders} von ${all} Bestellungen.`,
      cure: "Gib einen Namen, der es sagt, etwa „Für Mitglieder der ersten Stunde“.",
    },
    reward_overpriced: {
      said: "Diese Prämie kostet mehr, als sie wert ist",
      ground: {
        value: (points: string, price: string, worth: string) =>
          `Für ${points} gibt es anderswo in deinem Programm ${price}, hier ${worth}.`,
        average_order: (points: string, price: string, worth: string, average: string) =>
          `Für ${points} gibt es anderswo in deinem Programm ${price} Rabatt. Bei ${average}, deiner mittleren Bestellung, spart man hier ${worth}.`,
        smallest_order: (points: string, price: string, worth: string, smallest: string) =>
          `Für ${points} gibt es anderswo in deinem Programm ${price} Rabatt. Bei ${smallest}, der kleinsten Bestellung, für die sie gilt, und mehr als deiner mittleren, spart man hier ${worth}.`,
        average_shipping: (points: string, price: string, worth: string) =>
          `Für ${points} gibt es anderswo in deinem Programm ${price} Rabatt. Der Versand kostet im Mittel ${worth}.`,
      },
      cure: (points: string) => `Bei ${points} wäre es ein gleicher Tausch.`,
    },
    exclusion_hidden: {
      said: "Eine Ausnahme in dieser Regel lässt einen Teil deiner Artikel nichts bringen",
      ground: (share: string, money: string) =>
        `${share} des Verkauften (${money}) brachten deswegen nichts.`,
      cure: "Sage es im Namen der Regel, oder nimm die Ausnahme heraus.",
    },
    people_excluded: {
      said: "Manche sammeln gar nichts",
      ground: (excluded: string, people: string) =>
        `${excluded} von ${people} Personen mit Bestellungen sind durch ihren Tag, ihre E-Mail-Adresse oder von Hand ausgenommen.`,
      cure: "Sorge dafür, dass sie es wissen, oder kürze die Liste unter „Wer mitmacht“.",
    },
    without_source: {
      said: "Diese Regel bringt noch nichts",
      ground: (activity: string) =>
        `Nichts in deinem Shop meldet bisher „${activity}“; die Kundschaft bekommt sie nicht zu sehen.`,
      cure: "Schalte sie vorerst ab.",
    },
    over: {
      said: "Das ist vorbei",
      ground: (day: string) => `Es endete am ${day}.`,
      cure: "Setze ein neues Ende, oder lösche es.",
    },
    never_applied: {
      said: "Diese Regel galt für keine einzige Bestellung",
      ground: (orders: string) => `Keine von ${orders} Bestellungen erfüllte ihre Bedingungen.`,
      cure: "Prüfe ihre Bedingungen, etwa auf Tippfehler in Tags oder Codes.",
    },
    always_behind: {
      said: "Diese Regel kommt nie zum Zug",
      ground: (lines: string, other: string) =>
        `Auf allen ${lines} Bestellpositionen, zu denen sie passt, geht ihr eine andere vor: „${other}“`,
      cure: "Gib ihr eine höhere Priorität, grenze die andere ein, oder lass sie zusätzlich zählen.",
    },
    often_behind: {
      said: "Zwei Regeln passen auf dieselben Artikel, und nur eine zählt",
      ground: (lines: string, other: string) => `Auf ${lines} Bestellpositionen ging diese vor: „${other}“`,
      cure: "Sollen beide zählen, lass eine zusätzlich zählen; sonst sage mit der Priorität, welche vorgeht.",
    },
    add_up: {
      said: "Zwei zusätzliche Regeln zählen zusammen",
      ground: (lines: string, other: string) => `Auf ${lines} Bestellpositionen zählt auch diese: „${other}“`,
      cure: "Ist das nicht gewollt, grenze eine von beiden ein.",
    },
  },
);
