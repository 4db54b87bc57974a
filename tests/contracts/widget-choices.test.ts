import { describe, expect, it } from "vitest";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { FIRST_CHOICES, type MerchantChoices } from "#app/domain/shops/merchant-choices.ts";
import { storefrontFaces } from "#app/queries/storefront/storefront-face.ts";
import { ROUTES } from "#simulator/shopify/storefront/liquid-objects.ts";
import { ThemeExtension } from "#simulator/shopify/storefront/theme-extension.ts";

const now = Date.parse("2026-05-01T00:00:00Z");
const parsed = parseProgram({
  format: "regulars.program/1",
  name: { en: "Café Club", de: "Kaffeeklub" },
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const { program } = parsed;

/** The launcher as a theme renders it in a page of this language, with the merchant's choices in Settings. */
async function launcher(
  choices: Partial<MerchantChoices>,
  { language = "de", page = "product" } = {},
): Promise<string> {
  const value: unknown = JSON.parse(
    JSON.stringify(
      storefrontFaces(program, { ...FIRST_CHOICES, ...choices }, { now, since: null, pause: null }),
    ),
  );
  const objects = {
    app: { metafields: { regulars: { program: { value } } } },
    request: { locale: { iso_code: language }, page_type: page },
    routes: ROUTES,
    customer: null,
    cart: { currency: { iso_code: "EUR" }, items: [] },
  };
  const extension = new ThemeExtension("extensions/regulars-theme", "EUR");
  return (await extension.render("product", language, objects, {})).body;
}

const NO_LOOK = FIRST_CHOICES.look;

describe("the launcher in a theme", () => {
  it("is as the theme editor says where Settings say nothing", async () => {
    const html = await launcher({});
    expect(html).toContain('data-side="right"');
    expect(html).toContain("--regulars-radius: 16px");
    expect(html).not.toContain("--regulars-accent:");
  });

  it("takes colours, corners and side from Settings, also corners of 0", async () => {
    const look = { ...NO_LOOK, accent: "#7a4b2a", surface: "#fff8f0", radius: 0, side: "left" as const };
    const html = await launcher({ look });
    expect(html).toContain("--regulars-accent: #7a4b2a;");
    expect(html).toContain("--regulars-surface: #fff8f0;");
    expect(html).toContain("--regulars-radius: 0px");
    expect(html).toContain('data-side="left"');
  });

  it.each([
    ["index", "home"],
    ["product", "product"],
    ["search", "collection"],
    ["cart", "cart"],
    ["page", "other"],
  ] as const)(
    "is not on a page of the kind %s that Settings name, and on others it is",
    async (page, kind) => {
      const look = { ...NO_LOOK, offPages: [kind] };
      expect(await launcher({ look }, { page })).not.toContain("<regulars-launcher");
      expect(await launcher({ look }, { page: page === "cart" ? "index" : "cart" })).toContain(
        "<regulars-launcher",
      );
    },
  );

  const german = { offered: ["de" as const], fallback: "de" as const };
  it.each([
    ["fr", "regulars-words-de.js", 'data-locale="de"'],
    ["de-AT", "regulars-words-de.js", 'data-locale="de-AT"'],
  ])("in a page in %s speaks what is offered", async (language, words, locale) => {
    const html = await launcher({ languages: german }, { language });
    expect(html).toContain(words);
    expect(html).toContain(locale);
    expect(html).toContain("Kaffeeklub");
  });

  it("speaks with Sie where everybody else reads German", async () => {
    const html = await launcher({ languages: german, address: "Sie" }, { language: "nl" });
    expect(html).toContain("regulars-words-de-formal.js");
  });
});
