import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ThemeExtension } from "#simulator/shopify/storefront/theme-extension.ts";
import { ROUTES } from "#simulator/shopify/storefront/liquid-objects.ts";
import { guestState } from "#tests/fixtures/storefront-state.ts";

const EXTENSION = "extensions/regulars-theme";
const EVIL = `"><img src=x onerror=alert(1)>'`;
const LANGUAGES = ["en", "de", "es", "fr", "it", "nl"] as const;

/** Every text a merchant or a customer can write, in the worst way. */
function hostile(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hostile);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === "string" && WRITTEN.has(key) ? `${EVIL}${inner}` : hostile(inner),
    ]),
  );
}

const WRITTEN = new Set(["name", "one", "other", "text", "id", "activity"]);

const evilScope = {
  from: 1_777_000_000_000,
  until: 1_779_000_000_000,
  weekdays: [1, 7],
  someProducts: true,
  tiers: [EVIL],
};
const [first] = guestState.program.ways;

const face = {
  currency: "EUR",
  hundredthsPerMinor: 1,
  minorPerMajor: 100,
  giftCardsEarn: false,
  marks: {},
  days: {},
  rate: { points: 1, perMinor: 100, exact: false },
  program: hostile({
    ...guestState.program,
    ways: [
      ...guestState.program.ways,
      {
        ...first,
        ...evilScope,
        kind: "activity",
        activity: "shout",
        channels: ["online", EVIL],
        codes: [EVIL],
        payments: [EVIL],
        someMembers: true,
        limit: { count: 2, points: 10, per: "day", pauseMinutes: 90 },
      },
    ],
    campaigns: [{ id: "double", name: "Double", factor: "2", ...evilScope }],
  }),
};

const product = {
  id: 1,
  title: EVIL,
  "gift_card?": false,
  variants: [{ id: 11, price: 1250 }],
  selected_or_first_available_variant: { id: 11, price: 1250 },
};

function objects(language: string, signedIn: boolean): Record<string, unknown> {
  const [, level] = guestState.program.tiers?.levels ?? [];
  const state = {
    points: 1320,
    tier: EVIL + (level?.id ?? ""),
    next_tier: `${EVIL}gold`,
    tier_name: EVIL,
    next_tier_name: EVIL,
    progress_percent: 40,
    missing: "12.50",
  };
  return {
    app: { metafields: { regulars: { program: { value: face } } } },
    request: { locale: { iso_code: language }, page_type: "index" },
    routes: ROUTES,
    cart: {
      currency: { iso_code: "EUR" },
      total_price: 2500,
      items: [{ final_line_price: 2500, gift_card: false }],
    },
    customer: signedIn
      ? { first_name: EVIL, metafields: { $app: { member_state: { value: state } } } }
      : null,
  };
}

describe.each(LANGUAGES)("blocks in %s", (language) => {
  it.each([
    ["a member", true],
    ["a guest", false],
  ])("let no text of anybody's become markup for %s", async (_who, signedIn) => {
    const theme = new ThemeExtension(EXTENSION, "EUR");
    for (const template of ["index", "product", "cart", "page"]) {
      const { sections, head, body } = await theme.render(template, language, objects(language, signedIn), {
        product,
      });
      for (const [block, html] of [...Object.entries(sections), ["head", head], ["body", body]] as const) {
        // An attribute cannot be left, and no element begun.
        expect([block, html.includes("<img")]).toEqual([block, false]);
        expect([block, /="[^"]*"><img/.test(html)]).toEqual([block, false]);
        expect([block, html.includes("Translation missing")]).toEqual([block, false]);
      }
    }
  });
});

it("every snippet is drawn by some block, so that none is left out above", () => {
  const read = (folder: string): string[] =>
    readdirSync(`${EXTENSION}/${folder}`).map((name) =>
      readFileSync(`${EXTENSION}/${folder}/${name}`, "utf8"),
    );
  const drawn = [...read("blocks"), ...read("snippets")].join("\n");
  for (const name of readdirSync(`${EXTENSION}/snippets`)) {
    expect(drawn).toContain(`render '${name.replace(".liquid", "")}'`);
  }
});
