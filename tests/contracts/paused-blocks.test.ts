import { describe, expect, it } from "vitest";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { storefrontFaces } from "#app/queries/storefront/storefront-face.ts";
import { ROUTES } from "#simulator/shopify/storefront/liquid-objects.ts";
import { ThemeExtension } from "#simulator/shopify/storefront/theme-extension.ts";
import { say } from "#storefront/words/words.ts";
import { PAGE_WORDS } from "#storefront/ecwid/page-words.ts";

const now = Date.parse("2026-05-01T00:00:00Z");
/** In the shop's zone it is the fourth already. */
const until = Date.parse("2026-05-03T22:30:00Z");
const DAY_4 = { en: "May 4", de: "4. Mai", fr: "4 mai", es: "4 de mayo", it: "4 maggio", nl: "4 mei" };

type Paused = Parameters<typeof storefrontFaces>[2]["pause"];
const pauseOf = (what: object): Paused => ({ earning: true, claiming: false, from: now, until, ...what });

/** The words of a product's and a cart's block in a theme. */
async function blocks(
  pause: Paused,
  { language = "en", rule = {}, currency = "EUR", giftCard = false } = {},
) {
  const parsed = parseProgram({
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    pointsName: { one: "Bohne", other: "Bohnen" },
    earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00", ...rule }] },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const faces = storefrontFaces(parsed.program, FIRST_CHOICES, { now, since: null, pause });
  const value: unknown = JSON.parse(JSON.stringify(faces));
  const chosen = { id: 2, price: 2400 };
  const product = {
    id: 1,
    "gift_card?": giftCard,
    selected_or_first_available_variant: chosen,
    variants: [chosen],
  };
  const objects = {
    app: { metafields: { regulars: { program: { value } } } },
    request: { locale: { iso_code: language }, page_type: "product" },
    routes: ROUTES,
    customer: null,
    cart: { currency: { iso_code: currency }, items: [] },
  };
  const extension = new ThemeExtension("extensions/regulars-theme", "EUR");
  const text = async (page: string, block: string) => {
    const { sections } = await extension.render(page, language, objects, { product });
    return (sections[block] ?? "")
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();
  };
  return { product: await text("product", "product-points"), cart: await text("cart", "cart-points") };
}

describe("the points of a product and of a cart, while the shop has paused earning", () => {
  it.each(Object.entries(DAY_4))("give way to the pause and its end, in %s", async (language, day) => {
    const words = PAGE_WORDS[language];
    if (words === undefined) throw new Error(`no words in ${language}`);
    const why = say(words.paused, { name: "Bohnen" });
    const whole = `${why} ${say(words.ends, { day })}`;
    expect(await blocks(pauseOf({}), { language })).toEqual({ product: whole, cart: whole });
    expect(await blocks(pauseOf({ until: null }), { language })).toEqual({ product: why, cart: why });
  });

  it("say nothing of a pause that stops only claiming", async () => {
    const { product } = await blocks(pauseOf({ earning: false, claiming: true }));
    expect(product).toContain("24 Bohnen");
  });

  it("stay silent where they would have been without it", async () => {
    const silent = { product: "", cart: "" };
    expect(await blocks(pauseOf({}), { rule: { lines: { tags: ["coffee"] } } })).toEqual(silent);
    expect(await blocks(pauseOf({}), { currency: "USD" })).toEqual(silent);
    expect((await blocks(pauseOf({}), { giftCard: true })).product).toBe("");
  });
});
