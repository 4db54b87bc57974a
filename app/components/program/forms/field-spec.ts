import type { FieldName } from "../../i18n/field-texts-en.ts";
import type { ChoiceName } from "../../i18n/choice-texts.ts";
import type { NeededAbility } from "#app/domain/program/shop-abilities.ts";

/** A field's own name under the object its form is about: `["limit", "count"]`. */
export type FieldPlace = readonly string[];

interface EveryField {
  readonly at: FieldPlace;
  /** What it is called and what helps, in both languages. */
  readonly words: FieldName;
  /** A condition is added by the merchant, and taken away again. */
  readonly added?: boolean;
  /** Offered only where the shop can do it. */
  readonly needs?: NeededAbility;
  /** Stands only where this place holds something. */
  readonly shownWith?: FieldPlace;
}

export type FieldSpec =
  /**
   * A figure or a text that is typed; a `measure` is an amount where its challenge counts money, else a number; a
   * `share` is typed in percent and kept as a part of 1.
   * `fallback`: what holds where it is left out, shown in its place.
   */
  | (EveryField & {
      readonly type: "text" | "whole" | "decimal" | "percent" | "money" | "threshold" | "measure" | "share";
      readonly fallback?: string;
      /** How many lines a text is given to begin with; left out: it is one line. */
      readonly lines?: number;
      readonly unit?: "points" | "days" | "weeks" | "months" | "hours" | "minutes" | "times";
    })
  /** A text for every language, or one for each. */
  | (EveryField & { readonly type: "localText" })
  | (EveryField & { readonly type: "pointsName" })
  /** On or off. */
  | (EveryField & { readonly type: "toggle"; readonly fallback: boolean })
  /** One of a few words of the document. */
  | (EveryField & {
      readonly type: "choice";
      readonly options: readonly { readonly value: string; readonly words: ChoiceName }[];
      readonly fallback?: string;
    })
  /** Words of which each is known only to the shop or to the world: zones, currencies, languages. */
  | (EveryField & { readonly type: "zone" | "currency" | "language" })
  | (EveryField & { readonly type: "instant" })
  /** The Monday of a week. */
  | (EveryField & { readonly type: "monday" })
  | (EveryField & { readonly type: "weekdays" })
  | (EveryField & { readonly type: "month" })
  /** Any number of texts. */
  | (EveryField & { readonly type: "list" })
  /** What the shop's own picker offers, or ours. */
  | (EveryField & { readonly type: "resources"; readonly resource: "product" | "variant" | "collection" })
  /** Levels or rewards of this program, or segments of the shop, by name. */
  | (EveryField & { readonly type: "levels" | "rewards" | "segments" })
  /** One reward, level or challenge of this program, or one segment of the shop. */
  | (EveryField & { readonly type: "reward" | "level" })
  | (EveryField & { readonly type: "challenge" | "segment" })
  /** A time of day. */
  | (EveryField & { readonly type: "clock" })
  /** An activity the program knows, or another name. */
  | (EveryField & { readonly type: "activity" });

/** One of several forms of an object, with what begins it. */
export interface FormVariant {
  readonly value: string;
  readonly words: ChoiceName;
  /** Offered only where the shop can do it. */
  readonly needs?: NeededAbility;
  /** What the object begins with; the kind itself stands in it. */
  readonly begin: Readonly<Record<string, unknown>>;
  readonly fields: readonly FieldSpec[];
}

/** An object that comes in several kinds. */
export interface VariantSpec {
  readonly at: FieldPlace;
  readonly words: FieldName;
  /** The kind that holds where the object is left out; null: it never is. */
  readonly fallback: string | null;
  readonly variants: readonly FormVariant[];
}
