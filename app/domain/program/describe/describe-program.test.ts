import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseProgram } from "../document/parse-program.ts";
import type { Program } from "../program.ts";
import { describeProgram, type ProgramPart } from "./describe-program.ts";

const BASE = {
  format: "regulars.program/1",
  name: "Kiezcafé Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  pointsName: { one: "Bohne", other: "Bohnen" },
  earning: { rules: [] },
};

function compiled(document: object): Program {
  const parsed = parseProgram({ ...BASE, ...document });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.program;
}

function sentences(document: object, part: ProgramPart, language: "en" | "de"): readonly string[] {
  return (
    describeProgram(compiled(document), language, "collection").find((described) => described.part === part)
      ?.sentences ?? []
  );
}

const spend = { id: "spend", kind: "spend", points: 1, per: "1.00" };

describe("a rule reads as one sentence", () => {
  test.each([
    [
      "spend",
      spend,
      "Customers earn **1 Bohne** per **€1.00**.",
      "Mitglieder sammeln **1 Bohne** je **1,00\u00a0€**.",
    ],
    [
      "bonus on some goods",
      { ...spend, stack: "bonus", points: 2, lines: { tags: ["new"], not: { products: ["p1"] } } },
      "Customers earn **2 Bohnen** more per **€1.00** on goods tagged “new”, but not on one selected product.",
      "Mitglieder sammeln **2 Bohnen** zusätzlich je **1,00\u00a0€** auf Artikel mit dem Tag „new“, außer auf ein ausgewähltes Produkt.",
    ],
    [
      "steps",
      { ...spend, stack: "bonus", points: 10, per: "50.00", step: true, enabled: false },
      "Switched off: Customers earn **10 Bohnen** more per full **€50.00**.",
      "Abgeschaltet: Mitglieder sammeln **10 Bohnen** zusätzlich je volle **50,00\u00a0€**.",
    ],
    [
      "the first order",
      { id: "first", kind: "order", points: 50, order: { first: true, minSubtotal: "20.00" } },
      "Customers earn **50 Bohnen** with the first order of **€20.00** or more.",
      "Mitglieder sammeln **50 Bohnen** mit der ersten Bestellung ab **20,00\u00a0€** Warenwert.",
    ],
    [
      "an activity with a limit",
      { id: "click", kind: "activity", activity: "link_click", points: 5, limit: { count: 3, per: "day" } },
      "Customers earn **5 Bohnen** for “Following a link in a mail”, at most **3 times** a day.",
      "Mitglieder sammeln **5 Bohnen** für „Einem Link in einer Mail folgen“, höchstens **3-mal** am Tag.",
    ],
    [
      "an activity that takes",
      { id: "unsub", kind: "activity", activity: "newsletter_unsubscribed", points: -20 },
      "Customers lose **20 Bohnen** for “Leaving the newsletter”.",
      "Mitglieder verlieren **20 Bohnen** für „Newsletter abbestellen“.",
    ],
    [
      "for some members only",
      { ...spend, points: 3, member: { tags: ["vip"], segments: ["regular"] } },
      "Customers tagged “vip” in the segment “regular” earn **3 Bohnen** per **€1.00**.",
      "Mitglieder mit dem Kundentag „vip“ im Segment „regular“ sammeln **3 Bohnen** je **1,00\u00a0€**.",
    ],
    [
      "a weekday within a window",
      {
        id: "thursday",
        kind: "order",
        points: 5,
        when: { from: "2026-01-01T00:00:00+01:00", to: "2026-07-01T00:00:00+02:00", weekdays: [4] },
      },
      "Customers earn **5 Bohnen** per order on Thursday from 1 January 2026 until 30 June 2026.",
      "Mitglieder sammeln **5 Bohnen** je Bestellung am Donnerstag ab dem 1. Januar 2026 bis zum 30. Juni 2026.",
    ],
  ])("%s", (_, rule, english, german) => {
    const document = { earning: { rules: [rule] } };
    expect(sentences(document, "earning", "en")).toEqual([english]);
    expect(sentences(document, "earning", "de")).toEqual([german]);
  });

  test("points that mature later say so; an activity's are there at once", () => {
    const document = {
      earning: {
        maturity: { kind: "afterPaid", days: 14 },
        rules: [spend, { id: "join", kind: "activity", activity: "join", points: 100 }],
      },
    };
    expect(sentences(document, "earning", "en")).toEqual([
      "Customers earn **1 Bohne** per **€1.00**, after **14 days**.",
      "Customers earn **100 Bohnen** for “Joining”.",
    ]);
    expect(sentences(document, "earning", "de")[0]).toBe(
      "Mitglieder sammeln **1 Bohne** je **1,00\u00a0€**, nach **14 Tagen**.",
    );
  });
});

test.each([
  ["collection", ["7"], "one selected collection", "einer ausgewählten Kollektion"],
  ["collection", ["tea"], "the collection “tea”", "der Kollektion „tea“"],
  ["category", ["7"], "one selected category", "einer ausgewählten Kategorie"],
  ["category", ["tea"], "the category “tea”", "der Kategorie „tea“"],
] as const)(
  "a group of goods is called as the shop system calls it: a %s, %s",
  (group, ids, english, german) => {
    const rule = { id: "some", kind: "item", points: 5, lines: { collections: [...ids] } };
    const program = compiled({ earning: { rules: [rule] } });
    expect(describeProgram(program, "en", group)[0]?.sentences[0]).toContain(`goods of ${english}`);
    expect(describeProgram(program, "de", group)[0]?.sentences[0]).toContain(`Artikel ${german}`);
  },
);

test("campaigns and caps stand with the rules", () => {
  const document = {
    earning: {
      rules: [spend],
      campaigns: [
        { id: "may", factor: 2.5, from: "2026-05-01T00:00:00+02:00", to: "2026-06-01T00:00:00+02:00" },
      ],
      caps: [{ points: 2000, per: "month" }],
    },
  };
  expect(sentences(document, "earning", "en").slice(1)).toEqual([
    "Campaign: purchases from 1 May 2026 until 31 May 2026 earn **2.5×** Bohnen.",
    "All rules together give at most **2,000 Bohnen** a month.",
  ]);
});

test("tiers say how long they last, where they begin and what they bring", () => {
  const document = {
    tiers: {
      metric: "spend",
      window: { kind: "rolling", months: 12 },
      graceDays: 30,
      levels: [
        { id: "bronze", name: "Bronze", from: "0" },
        {
          id: "silver",
          name: "Silber",
          from: "200.00",
          multiplier: 1.25,
          entryPoints: 100,
          perks: ["Kostenloser Versand"],
        },
      ],
    },
  };
  expect(sentences(document, "tiers", "en")).toEqual([
    "The last **12 months** count towards the tier; it lasts as long, with **30 days** of grace.",
    "**Bronze** from the start.",
    "**Silber** from **€200.00** spent: **1.25×** Bohnen, **100 Bohnen** on reaching it, “Kostenloser Versand”.",
  ]);
  expect(sentences(document, "tiers", "de")[0]).toBe(
    "Für die Stufe zählen die letzten **12 Monate**; sie gilt ebenso lange, danach noch **30 Tage** Frist.",
  );
});

test.each([
  [
    { id: "five", kind: "amountOff", value: "5.00", cost: 500, minSubtotal: "25.00", validDays: 90 },
    "**500 Bohnen** for **€5.00** off, on orders over **€25.00**, valid **90 days**.",
  ],
  [
    { id: "ten", kind: "percentOff", percent: 12.5, cost: 300, limitPerMember: 1 },
    "**300 Bohnen** for **12.5%** off, **once** per member, valid **90 days**.",
  ],
  [
    {
      id: "slide",
      kind: "amountOff",
      variable: { points: 100, value: "1.00", step: 100, min: 100, max: 5000 },
      validDays: 30,
    },
    "**€1.00** off for every **100 Bohnen** (100 to 5,000), valid **30 days**.",
  ],
  [
    { id: "course", name: "Barista course", kind: "experience", cost: 2500, stock: 12 },
    "**2,500 Bohnen** for **Barista course**, **12** in all.",
  ],
])("a reward says what it costs, what it is and on what terms: %o", (reward, sentence) => {
  expect(sentences({ rewards: [reward] }, "rewards", "en")).toEqual([sentence]);
});

test.each([
  [{ kind: "never" }, "Bohnen never expire.", "Bohnen verfallen nie."],
  [
    { kind: "perLot", months: 12, toMonthEnd: true },
    "Bohnen expire after **12 months**, at the end of that month.",
    "Bohnen verfallen nach **12 Monaten**, zum Monatsende.",
  ],
  [
    { kind: "inactivity", months: 12 },
    "Bohnen expire **12 months** after the last order or redemption.",
    "Bohnen verfallen **12 Monate** nach der letzten Bestellung oder Einlösung.",
  ],
  [
    { kind: "fixedDate", month: 12, day: 31, minAgeDays: 90 },
    "Bohnen expire every year on 31 December when they are older than **90 days**.",
    "Bohnen verfallen jedes Jahr am 31. Dezember, wenn sie älter als **90 Tage** sind.",
  ],
])("expiry is said plainly: %o", (expiry, english, german) => {
  expect(sentences({ expiry }, "expiry", "en")).toEqual([english]);
  expect(sentences({ expiry }, "expiry", "de")).toEqual([german]);
});

test.each([
  [
    { id: "gift", kind: "percentOff", percent: 15, validDays: 60 },
    "Only given: **15%** off, valid **60 days**.",
    "Wird verschenkt: **15 %** Rabatt, **60 Tage** gültig.",
  ],
  [
    { id: "ship", kind: "freeShipping", tiers: ["gold"], limitPerMember: 2 },
    "No Bohnen needed: free shipping, for the tier Gold, up to **2 times** per member, valid **90 days**.",
    "Ohne Bohnen: kostenloser Versand, für die Stufe Gold, bis zu **2-mal** je Mitglied, **90 Tage** gültig.",
  ],
])("a reward nobody pays for says who has it: %o", (reward, english, german) => {
  const document = { rewards: [reward], tiers: { levels: [{ id: "gold", name: "Gold", from: "0" }] } };
  expect(sentences(document, "rewards", "en")).toEqual([english]);
  expect(sentences(document, "rewards", "de")).toEqual([german]);
});

test("a rule and a campaign of a level say so", () => {
  const document = {
    earning: {
      rules: [{ ...spend, member: { tiers: ["gold"] } }],
      campaigns: [{ id: "may", name: { en: "Double May", de: "Doppelter Mai" }, factor: 2, tiers: ["gold"] }],
    },
    tiers: { levels: [{ id: "gold", name: "Gold", from: "0" }] },
  };
  expect(sentences(document, "earning", "en")).toEqual([
    "Customers of the tier Gold earn **1 Bohne** per **€1.00**.",
    "Double May: purchases by members of the tier Gold earn **2×** Bohnen.",
  ]);
  expect(sentences(document, "earning", "de")).toEqual([
    "Mitglieder der Stufe Gold sammeln **1 Bohne** je **1,00\u00a0€**.",
    "Doppelter Mai: Einkäufe von Mitgliedern der Stufe Gold bringen **2-fache** Bohnen.",
  ]);
});

test("perks tell what is applied automatically from what the merchant promises", () => {
  const perks = [
    { id: "ship", kind: "freeShipping", minSubtotal: "20.00" },
    { id: "five", kind: "percentOff", percent: 7.5 },
    { de: "Erste Wahl", en: "First pick" },
  ];
  const document = { tiers: { levels: [{ id: "gold", name: "Gold", from: "10.00", perks }] } };
  expect(sentences(document, "tiers", "en")[1]).toBe(
    "**Gold** from **€10.00** spent: free shipping on orders over **€20.00** (applied automatically), always **7.5%** off (applied automatically), “First pick”.",
  );
  expect(sentences(document, "tiers", "de")[1]).toBe(
    "**Gold** ab **10,00\u00a0€** Umsatz: kostenloser Versand ab **20,00\u00a0€** (automatisch abgezogen), immer **7,5 %** Rabatt (automatisch abgezogen), „Erste Wahl“.",
  );
});

test("who does not collect is told with the rules", () => {
  const document = {
    earning: { rules: [spend], exclude: { customerTags: ["staff"], emailDomains: ["example.org"] } },
  };
  expect(sentences(document, "earning", "en")[1]).toBe(
    "Customers tagged “staff” and addresses at “example.org” do not collect.",
  );
  expect(sentences(document, "earning", "de")[1]).toBe(
    "Wer mit dem Kundentag „staff“ oder mit einer Adresse bei „example.org“ bestellt, sammelt nicht.",
  );
});

describe("ready-made programs read as sentences", () => {
  const folder = new URL("../starters/", import.meta.url);
  const texts = readdirSync(folder).flatMap((file) => {
    const parsed = parseProgram(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
    if (!parsed.ok) throw new Error(`${file} is no program`);
    return (["en", "de"] as const).flatMap((language) =>
      describeProgram(parsed.program, language, "collection").flatMap(({ sentences }) => sentences),
    );
  });

  test.each([
    ["a name with underscores", /\w_\w/u],
    ["what is missing", /undefined|null|NaN|\[object/u],
    ["two spaces, a space before a comma, or an empty list", / {2}| [,.]|: *\.|\(\)/u],
    ["a fraction", /\d\/\d/u],
    ["a blank before an English percent sign", /\d %\*\* off/u],
  ])("without %s", (_, pattern) => {
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter((text) => pattern.test(text))).toEqual([]);
  });
});
