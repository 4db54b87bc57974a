import { expect, it } from "vitest";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { storefrontFaces } from "#app/queries/storefront/storefront-face.ts";
import { ROUTES } from "#simulator/shopify/storefront/liquid-objects.ts";
import { ThemeExtension } from "#simulator/shopify/storefront/theme-extension.ts";

const now = Date.parse("2026-05-01T00:00:00Z");
const parsed = parseProgram({
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  pointsName: { one: "Bohne", other: "Bohnen" },
  earning: {
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      {
        id: "gold",
        kind: "order",
        points: 1500,
        order: { minSubtotal: "20.50", channels: ["online", "pos"] },
        member: { tiers: ["gold"] },
      },
    ],
    campaigns: [{ id: "may", factor: 2, to: "2026-06-01T00:00:00+02:00", tiers: ["gold"] }],
    caps: [{ points: 2500, per: "month" }],
  },
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 12 },
    levels: [
      { id: "base", name: "Basis", from: "0" },
      {
        id: "gold",
        name: "Gold",
        from: "1200.00",
        multiplier: 1.5,
        perks: [{ id: "ship", kind: "freeShipping", minSubtotal: "20.00" }],
      },
    ],
  },
  rewards: [{ id: "ten", kind: "percentOff", percent: 10, cost: 200, minSubtotal: "40.00" }],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const told = (formal: boolean): unknown =>
  JSON.parse(
    JSON.stringify(
      storefrontFaces(
        parsed.program,
        { ...FIRST_CHOICES, address: formal ? "Sie" : "du" },
        { now, since: null, pause: null },
      ),
    ),
  );

/** What a guest's page in this language holds of ours, where the shop speaks to German shoppers with Sie or not. */
async function rendered(language: string, formal = false) {
  const objects = {
    app: { metafields: { regulars: { program: { value: told(formal) } } } },
    request: { locale: { iso_code: language }, page_type: "page" },
    routes: ROUTES,
    customer: null,
    cart: { currency: { iso_code: "USD" }, items: [] },
  };
  return new ThemeExtension("extensions/regulars-theme", "USD").render("page", language, objects, {});
}

/** The program's page for a guest who pays in dollars: the theme's own money filter writes those. */
async function programPage(language: string): Promise<string> {
  const { sections } = await rendered(language);
  const html = `${sections["program"] ?? ""}${sections["tier-progress"] ?? ""}`;
  return html.replaceAll(/<[^>]*>/g, " ").replaceAll(/[\s ]+/g, " ");
}

it("blocks tell amounts in the program's currency as the panel does, whatever the shopper pays in", async () => {
  const german = await programPage("de");
  expect(german).toContain("1.200 €");
  expect(german).toContain("ab 20,50 € Bestellwert");
  expect(german).toContain("10 % Rabatt");
  expect(german).not.toMatch(/\$|€ ?\d/);
  const english = await programPage("en");
  expect(english).toContain("€1,200");
  expect(english).toContain("on orders over €20.50");
  expect(english).toContain("10% off");
  expect(english).not.toContain("$");
});

it("blocks tell every condition: whose rule it is, campaigns with their end, caps, windows, what is applied", async () => {
  const english = await programPage("en");
  for (const told of [
    "For Gold",
    "1,500 Bohnen",
    "for orders online, in the store",
    "2× Bohnen",
    "until May 31",
    "All together at most 2,500 Bohnen a month.",
    "Counted over the last 12 months.",
    "free shipping on orders over €20 (applied automatically)",
    "Every €1 you spend earns 1 Bohne.",
    "Where several factors apply, the highest counts.",
  ]) {
    expect(english).toContain(told);
  }
  expect(await programPage("fr")).toContain("pour les commandes en ligne, en boutique");
});

it("German blocks speak to nobody with du where the shop has chosen Sie, nor the other way round", async () => {
  const { sections, head, body } = await rendered("de", true);
  const text = [...Object.values(sections), head, body].join(" ").replaceAll(/\s/gu, " ");
  expect(text).toContain("Je 1 € Einkauf gibt es 1 Bohne.");
  expect(text).not.toMatch(/\b([Dd]u|[Dd]ein\w*|[Dd]ir|[Dd]ich)\b|\b(Sie|Ihre?|Ihnen)\b/u);
});

it.each([
  ["de", true, "regulars-words-de-formal.js"],
  ["de", false, "regulars-words-de.js"],
  ["en", true, "regulars-words-en.js"],
] as const)(
  "the panel speaks %s, with Sie where the shop has chosen it (%s): %s",
  async (language, formal, words) => {
    expect((await rendered(language, formal)).body).toContain(`/${words}"`);
  },
);
