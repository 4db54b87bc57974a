import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { READY_MADE_LETTERS } from "#app/domain/journeys/describe/letter-names.ts";
import type { LetterContent } from "#app/domain/messages/letter-content.ts";
import type { LetterFacts, LetterLinks } from "#app/domain/messages/letter-facts.ts";
import { SHOPPER_LANGUAGES } from "#app/domain/shops/merchant-choices.ts";

import { letterFaults } from "./letter-faults.ts";
import { letterLanguage } from "./letter-language.ts";
import { LETTER_VARIABLES } from "./letter-values.ts";
import { faultOf } from "./liquid.ts";
import { contentFor, LETTER_MOST_BYTES, type Letter, renderContent, renderLetter } from "./render-letter.ts";

const AT = Date.parse("2026-02-05T12:00:00+01:00");
const LINKS: LetterLinks = {
  shop: "https://regulars.example/m/go?t=1",
  preferences: "https://regulars.example/m/preferences?t=2",
  unsubscribe: "https://regulars.example/m/preferences?t=3",
};

const FULL: LetterFacts = {
  at: AT,
  language: "de",
  formal: false,
  purpose: "service",
  currency: "EUR",
  currencyDigits: 2,
  timezone: "Europe/Berlin",
  shopName: "Kiezcafé",
  programName: "Kiezclub",
  accent: "#0b6e4f",
  firstName: "Anna",
  available: 320,
  pointsName: { one: "Bohne", other: "Bohnen" },
  metric: "spend",
  tier: { name: "Silber", next: "Gold", missing: 4600, percent: 54, keepMissing: null, until: null },
  news: {
    points: 50,
    reward: { name: null, kind: "amountOff", valueMinor: 500, percent: null },
    level: "Silber",
    challenge: "Kaffeekarte",
    endsAt: Date.parse("2026-02-07T00:00:00+01:00"),
  },
  code: { text: "KIEZ-1234", endsAt: Date.parse("2026-03-01T00:00:00+01:00") },
};
const BARE: LetterFacts = {
  ...FULL,
  firstName: null,
  tier: null,
  accent: null,
  news: { points: null, reward: null, level: null, challenge: null, endsAt: null },
  code: null,
};

async function letter(template: string, facts: LetterFacts, links = LINKS): Promise<Letter> {
  const made = await renderLetter(template, facts, links);
  if (made === null) throw new Error(`there is no ${template}`);
  return made;
}

/** What a reader sees of the HTML. */
const seen = (html: string): string =>
  html
    .slice(html.indexOf("<body"))
    .replaceAll(/<!--[\s\S]*?-->/gu, "")
    .replaceAll(/<style[\s\S]*?<\/style>/gu, "")
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();

describe.each([...SHOPPER_LANGUAGES, "de-formal"] as const)("the ready-made letters in %s", (name) => {
  const facts = { language: name.slice(0, 2), formal: name === "de-formal" };

  it.each(READY_MADE_LETTERS)(
    "%s is whole with everything known and with nothing known, in mail and plain text",
    async (template) => {
      for (const known of [FULL, BARE]) {
        const made = await letter(template, { ...known, ...facts });
        for (const text of [made.subject, seen(made.html), made.text]) {
          expect(text).not.toMatch(/\{\{|\{%|\bundefined\b|\bnull\b|\bNaN\b|\s[.,]\s/u);
          expect(text).not.toBe("");
        }
        expect(Buffer.byteLength(made.html)).toBeLessThan(LETTER_MOST_BYTES);
        expect(made.html).toContain("prefers-color-scheme: dark");
        expect(made.html).not.toMatch(/<img|fonts\.googleapis|@import/u);
        for (const text of [made.html, made.text]) expect(text).toContain(LINKS.unsubscribe);
      }
    },
  );

  it.each(READY_MADE_LETTERS)("%s reads nothing that a template may not read", (template) => {
    const { subject, preview, title, text, button } = letterLanguage(facts).letters.letters[template];
    for (const source of [subject, preview, title, ...text, button]) expect(faultOf(source)).toBeNull();
  });
});

it("says points, money, days and rewards as the panel does, in the points' own name", async () => {
  const expiring = await letter("points-expiring", FULL);
  expect(expiring.subject).toBe("50 Bohnen verfallen bald");
  expect(expiring.text).toContain("50 Bohnen kannst du noch bis 6. Februar einlösen, dann verfallen sie.");
  expect(expiring.text).toContain("Noch 46\u00a0€ bis Gold");
  const reach = await letter("reward-in-reach", { ...FULL, language: "en" });
  expect(reach.subject).toBe("€5 off is in reach");
});

it("addresses German readers as the shop does", async () => {
  expect((await letter("tier-lost", FULL)).text).toContain("Hallo Anna,");
  const formal = await letter("tier-lost", { ...FULL, formal: true });
  expect(formal.text).toContain("Guten Tag, Anna,");
  for (const template of READY_MADE_LETTERS) {
    const { text, subject } = await letter(template, { ...FULL, formal: true });
    expect(`${subject} ${text}`).not.toMatch(/\b(du|dich|dir|dein|deine|deinen|deiner|deinem)\b/iu);
  }
});

it("escapes whatever a person or a shop has typed, in texts and in attributes, and keeps a subject on one line", async () => {
  const typed = `"><script>alert(1)</script>\r\nBcc: all@example.com`;
  const made = await letter("birthday", { ...FULL, firstName: typed, shopName: typed });
  expect(made.html).not.toContain("<script>");
  expect(made.subject).not.toMatch(/[\r\n]/u);
  const evil = await letter("birthday", FULL, { ...LINKS, shop: `https://x.example/"onmouseover="alert(1)` });
  expect(evil.html).not.toContain(`"onmouseover`);
});

it("renders no template within a value", async () => {
  expect((await letter("birthday", { ...FULL, firstName: "{{ code.text }}" })).text).toContain(
    "Hallo {{ code.text }},",
  );
});

it("leads to the shop only where its address is known", async () => {
  const made = await letter("birthday", FULL, { ...LINKS, shop: null });
  expect(seen(made.html)).not.toContain("Zum Shop");
  expect(made.text).not.toContain("Zum Shop");
});

it("knows no template that nobody wrote", async () => {
  expect(await renderLetter("constructor", FULL, LINKS)).toBeNull();
});

describe("a template that cannot be used is refused with its place", () => {
  it.each([
    ["a variable there is not", "Hello\n {{ member.birthday }}", "unknown variable: member.birthday", 2],
    ["a group without its name", "{{ member }}", "unknown variable: member", 1],
    ["what every object has", "{{ constructor.name }}", "unknown variable: constructor.name", 1],
    ["what a value inherits", "{{ shop.__proto__ }}", "unknown variable: shop.__proto__", 1],
    ["another file", "a\n\n{% include 'x' %}", 'tag "include" not found', 3],
    ["a loop", "{% for i in (1..1000000) %}x{% endfor %}", 'tag "for" not found', 1],
    ["a value as it is", "{{ shop.name | raw }}", "undefined filter: raw", 1],
    ["what is never closed", "{% if shop.name %}", "tag {% if shop.name %} not closed", 1],
    ["more than anybody writes", "x".repeat(60_000), "the text is too long", 1],
  ])("%s", (_, source, message, line) => {
    expect(faultOf(source)).toMatchObject({ message: expect.stringContaining(message) as string, line });
  });

  it("and one that can be used is not", () => {
    expect(faultOf("{% if code.text != '' %}{{ code.text }}, {{ member.points }}{% endif %}")).toBeNull();
  });
});

it("every variable is documented, in the words it has in the code", () => {
  const page = readFileSync("docs/messages.md", "utf8");
  for (const [variable, meaning] of Object.entries(LETTER_VARIABLES)) {
    expect(page).toMatch(new RegExp(`\\| \`${variable}\`\\s+\\| ${meaning}\\s`, "u"));
  }
});

describe("a letter that a shop writes itself", () => {
  const content: LetterContent = {
    ...{
      subject: "Für {{ member.name }}",
      preview: "1 < 2 & {{ member.points }}",
      title: "</mj-text><script>",
    },
    blocks: [
      { kind: "text", text: "Zeile eins\n{% if member.points != '<b>' %}Zeile & zwei{% endif %}" },
      { kind: "text", text: "{% if code.text == 'x' %}nie{% endif %}" },
      { kind: "reward" },
      { kind: "code" },
      { kind: "points" },
      { kind: "button", label: "Zum <Shop>" },
    ],
  };

  it("keeps its markup from the page, and its Liquid from the layout", async () => {
    const made = await renderContent(content, { template: "own", facts: FULL, links: LINKS });
    expect(made.subject).toBe("Für Anna");
    expect(made.html).not.toContain("<script>");
    expect(made.html).not.toContain("-aside");
    expect(seen(made.html)).toContain("Zeile eins Zeile &amp; zwei");
    expect(seen(made.html)).toContain("Zum &lt;Shop&gt;");
    expect(made.text).toContain("Zum <Shop>: ");
  });

  it("stands in for the words it is shipped with in its own language alone", () => {
    const own = { de: content };
    expect(contentFor("welcome", own, { language: "de-AT", formal: false })).toBe(content);
    expect(contentFor("welcome", own, { language: "en", formal: false })?.subject).toContain("Welcome");
    expect(contentFor("own", own, { language: "en", formal: false })).toBe(content);
    expect(contentFor("own", {}, { language: "en", formal: false })).toBeNull();
  });

  it("is told at which place something is wrong with it", () => {
    const wrong = {
      ...content,
      subject: " ",
      blocks: [{ kind: "text" as const, text: "a\n{{ member.salary }}" }],
    };
    expect(letterFaults(content)).toEqual([]);
    expect(letterFaults(wrong)).toMatchObject([
      { place: "subject" },
      { place: "blocks[0].text", message: "unknown variable: member.salary", line: 2 },
    ]);
  });
});
