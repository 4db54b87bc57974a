import { describe, expect, test } from "vitest";
import { renderDocumentError } from "../document/describe-error.ts";
import { languagesOf } from "./languages-of.ts";
import { parseProgram } from "../document/parse-program.ts";
import { inLanguage } from "./text.ts";

const smallest = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [] },
};

function compiled(more: object) {
  const parsed = parseProgram({ ...smallest, ...more });
  if (!parsed.ok) throw new Error(parsed.errors.map(renderDocumentError).join("\n"));
  return parsed.program;
}

function errorsOf(more: object): string[] {
  const parsed = parseProgram({ ...smallest, ...more });
  return parsed.ok ? [] : parsed.errors.map(renderDocumentError);
}

const withPerk = (...perks: unknown[]) => ({ tiers: { levels: [{ id: "a", from: "0", perks }] } });
const levelOf = (more: object) => compiled(more).tiers?.levels[0];

describe("texts of a program", () => {
  const both = { de: "Auf Deutsch", en: "In English" };

  test("are one wording for everybody or one for each language, wherever people are shown a text", () => {
    const program = compiled({
      name: both,
      pointsName: { de: { one: "Bohne", other: "Bohnen" }, en: { one: "bean", other: "beans" } },
      earning: {
        rules: [{ id: "o", kind: "order", points: 1, name: both }],
        campaigns: [{ id: "c", factor: 2, name: both }],
      },
      tiers: { levels: [{ id: "a", from: "0", name: both, perks: [both, "One for all"] }] },
      rewards: [{ id: "r", kind: "freeShipping", cost: 1, name: both }],
    });
    const level = program.tiers?.levels[0];
    const [perk, plain] = level?.perks ?? [];
    const texts = [program.name, program.rules[0]?.name, program.campaigns[0]?.name, level?.name];
    for (const text of [...texts, program.rewards[0]?.name, perk?.kind === "text" ? perk.text : null]) {
      expect(text).toEqual({ byLanguage: both, otherwise: "In English" });
    }
    expect(plain).toEqual({ kind: "text", text: { byLanguage: {}, otherwise: "One for all" } });
    expect(inLanguage(program.pointsName, "de-CH").other).toBe("Bohnen");
    expect(languagesOf(program)).toEqual(["de", "en"]);
  });

  test("points have a name in the widget's six languages where the merchant gives none", () => {
    const { pointsName } = compiled({});
    const names = ["en", "de", "fr", "es", "it", "nl"].map(
      (language) => inLanguage(pointsName, language).other,
    );
    expect(names).toEqual(["points", "Punkte", "points", "puntos", "punti", "punten"]);
  });

  test.each([
    ["the program's language", "de", "Auf Deutsch"],
    ["the first given where the program's is missing too", "it", "Auf Deutsch"],
    ["English where the program says nothing", undefined, "In English"],
  ])("fall back to %s", (_, language, expected) => {
    expect(inLanguage(compiled({ name: both, language }).name, "fr")).toBe(expected);
  });

  test.each([
    [{ kind: "amountOff", value: "5.00", cost: 1 }, "€5 off", "5\u00a0€ Rabatt"],
    [{ kind: "amountOff", value: "7.50", cost: 1 }, "€7.50 off", "7,50\u00a0€ Rabatt"],
    [
      { kind: "amountOff", variable: { points: 1, value: "1.00" } },
      "Money off, as you choose",
      "Rabatt nach Wahl",
    ],
    [{ kind: "percentOff", percent: 7.5, cost: 1 }, "7.5% off", "7,5 % Rabatt"],
    [{ kind: "freeShipping", cost: 1 }, "Free shipping", "Kostenloser Versand"],
    [{ kind: "freeProduct", products: ["1"], cost: 1 }, "A free product", "Ein Produkt geschenkt"],
    [{ kind: "storeCredit", value: "5.00", cost: 1 }, "€5 store credit", "5\u00a0€ Guthaben"],
    [{ kind: "giftCard", value: "5.00", cost: 1 }, "€5 gift card", "Gutschein über 5\u00a0€"],
    [{ kind: "experience", cost: 1 }, "Something special", "Etwas Besonderes"],
  ])("call a reward without a name by what it gives: %j", (reward, english, german) => {
    const [named] = compiled({ rewards: [{ id: "r", ...reward }] }).rewards;
    expect(named?.hasOwnName).toBe(false);
    expect(named === undefined ? null : inLanguage(named.name, "en")).toBe(english);
    expect(named === undefined ? null : inLanguage(named.name, "de")).toBe(german);
  });

  test("call a level without a name by its id, as people write", () => {
    expect(levelOf({ tiers: { levels: [{ id: "vip-gold", from: "0" }] } })?.name.otherwise).toBe("Vip gold");
  });

  test.each<[string, object, string]>([
    ["markup", { name: "a<b" }, 'name: found "a<b", allowed: a text without < and >'],
    ["markup in one language", { name: { de: "a>b" } }, "name.de: found"],
    ["markup in a point's name", { pointsName: { one: "<b>", other: "b" } }, "pointsName.one: found"],
    [
      "markup in a level's name",
      { tiers: { levels: [{ id: "a", from: "0", name: "<" }] } },
      "tiers.levels[0].name: found",
    ],
    [
      "markup in a reward's name",
      { rewards: [{ id: "r", kind: "freeShipping", cost: 1, name: { en: "<i>" } }] },
      "rewards[0].name.en: found",
    ],
    [
      "markup in a rule's name",
      { earning: { rules: [{ id: "o", kind: "order", points: 1, name: "<" }] } },
      "earning.rules[0].name: found",
    ],
    [
      "markup in a campaign's name",
      { earning: { rules: [], campaigns: [{ id: "c", factor: 2, name: "<" }] } },
      "earning.campaigns[0].name: found",
    ],
    ["markup in a perk", withPerk({ de: "<" }), "tiers.levels[0].perks[0].de: found"],
    ["an empty text", { name: { de: "" } }, 'name.de: found "", allowed: a text that is not empty'],
    ["no language at all", { name: {} }, "name: found {}, allowed: at least one language"],
    [
      "a language that is none",
      { name: { Deutsch: "x" } },
      'name.Deutsch: found "x", allowed: a language, such as en, de or pt-BR',
    ],
    [
      "what is neither a text nor texts",
      { name: 5 },
      'name: found 5, allowed: a text in quotes, or one for each language: {"de": …, "en": …}',
    ],
    ["half a name of points", { pointsName: { one: "x" } }, "pointsName.other: found nothing"],
    [
      "half a name in one language",
      { pointsName: { de: { one: "x" } } },
      "pointsName.de.other: found nothing",
    ],
    ["a program's language that is none", { language: "German" }, "language: found"],
  ])("refuse %s and say where", (_, more, expected) => {
    expect(errorsOf(more).join("\n")).toContain(expected);
  });
});

describe("perks of a level", () => {
  test("are words of the merchant's own, or what the app brings about", () => {
    const level = levelOf(
      withPerk(
        "Früher Zugang",
        { id: "ship", kind: "freeShipping", minSubtotal: "20.00" },
        { id: "five", kind: "percentOff", percent: 7.5 },
        { id: "films", kind: "content", url: "/pages/films", name: { de: "Filme" } },
      ),
    );
    expect(level?.perks).toEqual([
      { kind: "text", text: { byLanguage: {}, otherwise: "Früher Zugang" } },
      { kind: "freeShipping", id: "ship", minSubtotalMinor: 2000 },
      { kind: "percentOff", id: "five", percent: { num: 15n, den: 2n }, minSubtotalMinor: null },
      {
        kind: "content",
        id: "films",
        url: "/pages/films",
        name: { byLanguage: { de: "Filme" }, otherwise: "Filme" },
      },
    ]);
  });

  test("may be in Indonesian, whose language is called id", () => {
    expect(levelOf(withPerk({ id: "Gratis ongkir", en: "Free delivery" }))?.perks[0]?.kind).toBe("text");
  });

  test("two levels may have a perk of the same id", () => {
    const perks = [{ id: "ship", kind: "freeShipping" }];
    const levels = ["0", "10"].map((from) => ({ id: `l${from}`, from, perks }));
    expect(errorsOf({ tiers: { levels } })).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      "an id that comes twice",
      withPerk({ id: "x", kind: "freeShipping" }, "Words", { id: "x", kind: "percentOff", percent: 5 }),
      "tiers.levels[0].perks[2].id: found",
    ],
    [
      "a kind that is none",
      withPerk({ id: "x", kind: "earlyAccess" }),
      'perks[0].kind: found "earlyAccess", allowed: "freeShipping", "percentOff", "content"',
    ],
    ["no id", withPerk({ kind: "freeShipping" }), "perks[0].id: found nothing"],
    ["no percentage", withPerk({ id: "x", kind: "percentOff" }), "perks[0].percent: found nothing"],
    ["a percentage of 0", withPerk({ id: "x", kind: "percentOff", percent: 0 }), "perks[0].percent: found 0"],
    [
      "a percentage above 100",
      withPerk({ id: "x", kind: "percentOff", percent: 101 }),
      "perks[0].percent: found 101",
    ],
    [
      "a minimum that is a number",
      withPerk({ id: "x", kind: "freeShipping", minSubtotal: 20 }),
      "perks[0].minSubtotal: found 20",
    ],
    [
      "a minimum with more decimals than the currency has",
      withPerk({ id: "x", kind: "freeShipping", minSubtotal: "20.005" }),
      "perks[0].minSubtotal: found",
    ],
    [
      "a field of another perk",
      withPerk({ id: "x", kind: "freeShipping", percent: 5 }),
      "perks[0].percent: found 5, allowed: no such field",
    ],
    ["a page without an address", withPerk({ id: "x", kind: "content" }), "perks[0].url: found nothing"],
    ...[
      "javascript:alert(1)",
      "//evil.example",
      "http://example.org",
      "/a b",
      "/\\evil",
      "pages/films",
      "",
    ].map((url): [string, object, string] => [
      `the address ${JSON.stringify(url)}`,
      withPerk({ id: "x", kind: "content", url }),
      "perks[0].url: found",
    ]),
    ["a number", withPerk(7), "perks[0]: found 7, allowed: a text, one for each language, or"],
  ])("are refused with %s", (_, more, expected) => {
    expect(errorsOf(more).join("\n")).toContain(expected);
  });

  test.each(["/", "/pages/films", "https://films.example.org/members?x=1"])("open %s", (url) => {
    expect(errorsOf(withPerk({ id: "x", kind: "content", url }))).toEqual([]);
  });
});
