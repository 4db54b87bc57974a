import {
  merchantChoices,
  type MerchantChoices,
  type WidgetLook,
} from "#app/domain/shops/merchant-choices.ts";

/** The choices as they are typed: numbers and colours are texts until they are right. */
export interface TypedChoices extends Omit<
  MerchantChoices,
  "noticeDays" | "reinstateDays" | "retentionMonths" | "look"
> {
  readonly noticeDays: string;
  readonly reinstateDays: string;
  /** Null: nothing is deleted by itself. */
  readonly retentionMonths: string | null;
  readonly look: Omit<WidgetLook, "accent" | "surface" | "radius" | "offset"> & {
    readonly accent: string;
    readonly surface: string;
    readonly radius: string;
    readonly offset: string;
  };
}

/** What the cards of the page share. */
export interface ChoicesProps {
  readonly choices: TypedChoices;
  readonly onChange: (choices: TypedChoices) => void;
  /** What is wrong, by the path of the choice: `look.accent`. */
  readonly wrong: ReadonlySet<string>;
}

export function typedOf(choices: MerchantChoices): TypedChoices {
  const { look, noticeDays, reinstateDays, retentionMonths } = choices;
  return {
    ...choices,
    noticeDays: String(noticeDays),
    reinstateDays: String(reinstateDays),
    retentionMonths: retentionMonths === null ? null : String(retentionMonths),
    look: {
      ...look,
      accent: textOf(look.accent),
      surface: textOf(look.surface),
      radius: textOf(look.radius),
      offset: textOf(look.offset),
    },
  };
}

export type ReadChoices =
  | { readonly ok: true; readonly choices: MerchantChoices }
  | { readonly ok: false; readonly wrong: ReadonlySet<string> };

export function readChoices(typed: TypedChoices): ReadChoices {
  const { look, noticeDays, reinstateDays, retentionMonths } = typed;
  const read = merchantChoices.safeParse({
    ...typed,
    noticeDays: numberOf(noticeDays),
    reinstateDays: numberOf(reinstateDays),
    retentionMonths: retentionMonths === null ? null : numberOf(retentionMonths),
    look: {
      ...look,
      accent: colorOf(look.accent),
      surface: colorOf(look.surface),
      radius: pixelsOf(look.radius),
      offset: pixelsOf(look.offset),
    },
  });
  if (read.success) return { ok: true, choices: read.data };
  return { ok: false, wrong: new Set(read.error.issues.map(({ path }) => path.join("."))) };
}

/** Null: empty, the page's own. */
export function colorOf(typed: string): string | null {
  const color = typed.trim().toLowerCase();
  if (color === "") return null;
  return color.startsWith("#") ? color : `#${color}`;
}

function textOf(value: string | number | null): string {
  return value === null ? "" : String(value);
}

function numberOf(typed: string): number | null {
  return /^\s*\d{1,4}\s*$/u.test(typed) ? Number(typed) : null;
}

/** Null: empty, as it is by itself. What is no number is left as it is typed, and so wrong. */
function pixelsOf(typed: string): number | string | null {
  return typed.trim() === "" ? null : (numberOf(typed) ?? typed);
}
