import { z } from "zod";

/** The languages that the widget and the pages of customer accounts speak. */
export const SHOPPER_LANGUAGES = ["en", "de", "fr", "es", "it", "nl"] as const;
export type ShopperLanguage = (typeof SHOPPER_LANGUAGES)[number];

/** Kinds of pages of a shop, as far as the launcher tells them apart. */
export const LAUNCHER_PAGES = ["home", "product", "collection", "cart", "other"] as const;

const color = z.string().regex(/^#[0-9a-f]{6}$/u);
const ownStatuses = z.array(z.string().max(60)).max(10);

/**
 * How the widget looks. Null: as the shop's page has it, or the theme editor where there is one. Every pair of
 * colours that carries text is corrected by the widget itself.
 */
export const widgetLook = z.object({
  accent: color.nullable(),
  surface: color.nullable(),
  /** Pixels. */
  radius: z.int().min(0).max(24).nullable(),
  side: z.enum(["left", "right"]).nullable(),
  /** Pages without the launcher. */
  offPages: z.array(z.enum(LAUNCHER_PAGES)).max(LAUNCHER_PAGES.length),
  /** Pixels from the lower edge of the page. */
  offset: z.int().min(8).max(120).nullable().default(null),
  /** The shop shows it at all; where there is a theme editor, that one says. */
  shown: z.boolean().default(true),
});

/** The languages shoppers can read, and the one for everybody else. */
export const spokenLanguages = z
  .object({
    offered: z.array(z.enum(SHOPPER_LANGUAGES)).min(1).max(SHOPPER_LANGUAGES.length),
    fallback: z.enum(SHOPPER_LANGUAGES),
  })
  .refine(({ offered, fallback }) => offered.includes(fallback));

/** Of which other discounts a reward may stand beside; each of them must allow it too. */
export const combinedWith = z.object({ order: z.boolean(), product: z.boolean(), shipping: z.boolean() });

/** A prefix reads well and is taken by every shop: capital letters and digits, as Ecwid and Shopify keep codes. */
export const codePrefix = z.string().regex(/^(?:[A-Z0-9]{2,10})?$/u);

/** What a merchant chooses for the whole shop, beside the program. */
export const merchantChoices = z.object({
  /** How German texts address shoppers. */
  address: z.enum(["du", "Sie"]),
  languages: spokenLanguages,
  look: widgetLook,
  /** The tier is also written as a tag of the customer. */
  tagTier: z.boolean(),
  /** Segments whose customers bear a tag for each of them, by id. */
  taggedSegments: z.array(z.string().max(100)).max(200),
  /** Who becomes a member: everyone the shop names as a customer, with the points for joining, or only who joins. */
  membership: z.enum(["everyoneWhoOrders", "onlyWhoJoins"]),
  /** A code works for whoever has it, not only for the member who claimed it. */
  codesMayBePassedOn: z.boolean(),
  /** New codes begin with it; empty: with nothing. */
  codePrefix,
  /** Discounts of new codes stand beside other discounts of these kinds. */
  combinesWith: combinedWith,
  /** Points may be given and taken with the token of a till, which says who signed in there and not which device it is. */
  tillMayAdjust: z.boolean(),
  /** Statuses of the merchant's own that mean an order is paid, and handed over. */
  paidStatuses: ownStatuses,
  handedOverStatuses: ownStatuses,
  /** So many days before points end, the panel says so first thing. */
  noticeDays: z.int().min(1).max(365),
  /** So many days after points have lapsed, staff can give them back. */
  reinstateDays: z.int().min(0).max(365),
  /** After so many months without any activity a member's personal data goes; null: never by itself. */
  retentionMonths: z.int().min(6).max(120).nullable(),
});

export type MerchantChoices = z.output<typeof merchantChoices>;
export type WidgetLook = z.output<typeof widgetLook>;
export type SpokenLanguages = z.output<typeof spokenLanguages>;
export type Membership = MerchantChoices["membership"];
export type CombinesWith = z.output<typeof combinedWith>;

/** As it is where a merchant has chosen nothing. */
export const FIRST_CHOICES: MerchantChoices = {
  address: "du",
  languages: { offered: [...SHOPPER_LANGUAGES], fallback: "en" },
  look: { accent: null, surface: null, radius: null, side: null, offPages: [], offset: null, shown: true },
  tagTier: false,
  taggedSegments: [],
  membership: "everyoneWhoOrders",
  codesMayBePassedOn: false,
  codePrefix: "",
  combinesWith: { order: true, product: true, shipping: true },
  tillMayAdjust: false,
  paidStatuses: [],
  handedOverStatuses: [],
  noticeDays: 30,
  reinstateDays: 30,
  retentionMonths: null,
};

/** The language a shopper reads who asks for this one; `de-AT` is German. Null where no language was said. */
export function languageOffered({ offered, fallback }: SpokenLanguages, asked: string | null): string | null {
  if (asked === null) return null;
  const [main] = asked.toLowerCase().split("-", 1);
  return offered.some((language) => language === main) ? asked : fallback;
}
