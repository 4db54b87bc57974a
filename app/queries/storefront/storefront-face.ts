import type { Pause } from "#app/domain/books/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { type SeenInFront, wantedOfFront } from "#app/domain/earning/activities/seen-in-front.ts";
import { languagesOf } from "#app/domain/program/texts/languages-of.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { MerchantChoices, SpokenLanguages, WidgetLook } from "#app/domain/shops/merchant-choices.ts";
import type { StorefrontProgram } from "#storefront/state.ts";
import { daysTold } from "./days-told.ts";
import { languageMarks, type LanguageMarks } from "./language-marks.ts";
import { storefrontProgram } from "./storefront-program.ts";
import type { ShopPromises, ToldBeside } from "./storefront-terms.ts";
import { isOpen, isRunning } from "./storefront-ways.ts";

/** The languages of the theme extension's own sentences. */
const BLOCK_LANGUAGES = ["de", "en", "es", "fr", "it", "nl"] as const;

/**
 * What a theme needs to render on its own servers: the program and the one rate most goods earn at.
 * `hundredthsPerMinor`: themes count money in hundredths of the currency's main unit, whatever its
 * minor digits are.
 */
export interface StorefrontFace {
  readonly currency: string;
  readonly hundredthsPerMinor: number;
  readonly minorPerMajor: number;
  /** How money and numbers are written in each language that blocks speak. */
  readonly marks: Readonly<Record<string, LanguageMarks>>;
  /** Days by the program's name for them (an instant, or `MM-DD`), then by language. */
  readonly days: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly giftCardsEarn: boolean;
  /** Null when no spend rule takes every product, and while earning is paused. `exact`: nothing else can add to it. */
  readonly rate: { readonly points: number; readonly perMinor: number; readonly exact: boolean } | null;
  /** In place of the rate, while earning is paused; until when, null: nobody knows yet. */
  readonly pause: { readonly until: Instant | null } | null;
  readonly program: StorefrontProgram;
}

/** The face a theme shows whose language the program has no words in, and one for each that it has. */
export interface StorefrontFaces extends StorefrontFace {
  /** German shoppers are spoken to with Sie throughout, whatever a block's own setting says. */
  readonly formal: boolean;
  /** How the launcher and its panel look, and the languages they speak. */
  readonly widget: WidgetLook & { readonly languages: SpokenLanguages };
  readonly languages: Readonly<Record<string, StorefrontFace>>;
  /** What the widget is to tell of members: only what a rule has use for. */
  readonly wanted: readonly SeenInFront[];
}

/** What of the merchant's choices a shop front renders. */
export type ShownChoices = ShopPromises & Pick<MerchantChoices, "address" | "look" | "languages">;

interface Told extends Pick<ToldBeside, "since"> {
  readonly now: Instant;
  readonly pause: Pause | null;
}

export function storefrontFaces(program: Program, choices: ShownChoices, told: Told): StorefrontFaces {
  const { address, look, languages: spoken } = choices;
  const faces = languagesOf(program).map(
    (language) => [language, storefrontFace(program, language, choices, told)] as const,
  );
  return {
    ...storefrontFace(program, null, choices, told),
    formal: address === "Sie",
    widget: { ...look, languages: spoken },
    languages: Object.fromEntries(faces),
    wanted: told.pause?.earning === true ? [] : wantedOfFront(program),
  };
}

function storefrontFace(
  program: Program,
  language: string | null,
  promises: ShopPromises,
  { now, since, pause }: Told,
): StorefrontFace {
  const shown = storefrontProgram(program, language, now, { ...promises, since });
  const rate = commonRate(program, now);
  const until = pause?.earning === true ? pause.until : null;
  // A rate would be a promise.
  const stopped = pause?.earning === true ? { until } : null;
  return {
    currency: program.currency,
    hundredthsPerMinor: 10 ** (2 - program.currencyDigits),
    minorPerMajor: 10 ** program.currencyDigits,
    marks: Object.fromEntries(
      BLOCK_LANGUAGES.map((spoken) => [spoken, languageMarks(spoken, program.currency)] as const),
    ),
    giftCardsEarn: program.basis.giftCards === "whenBought",
    rate: stopped === null ? rate : null,
    // Where no rate would be told, its absence needs no reason.
    pause: rate === null ? null : stopped,
    days: daysTold(
      shown,
      { timezone: program.timezone, now, more: until === null ? [] : [until] },
      BLOCK_LANGUAGES,
    ),
    program: shown,
  };
}

function commonRate(program: Program, now: Instant): StorefrontFace["rate"] {
  const open = program.rules.filter((rule) => rule.kind !== "activity" && isOpen(rule, now));
  const base = open.find((rule) => rule.kind === "spend" && rule.stack === "base" && rule.lines === null);
  if (base?.kind !== "spend" || base.step || base.order !== null || base.member !== null) return null;
  const exact =
    open.length === 1 &&
    base.limit === null &&
    base.when === null &&
    !program.campaigns.some((campaign) => isRunning(campaign, now));
  return { points: base.points, perMinor: base.perMinor, exact };
}
