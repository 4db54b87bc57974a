import type { Language } from "../../i18n/language.tsx";

/**
 * How a value of the document is typed. What cannot be read is kept as it was typed: nothing a person wrote
 * is lost, and the program's own error says at the field what may stand there.
 */
export interface Codec {
  readonly show: (value: unknown, language: Language) => string;
  /** Undefined: the field is left out. */
  readonly read: (text: string, language: Language) => unknown;
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

const trimmed = (text: string) => (text.trim() === "" ? undefined : text.trim());

/** A text as it stands; nothing typed is no field. */
export const textCodec: Codec = { show: plain, read: (text) => (text === "" ? undefined : text) };

export const wholeCodec: Codec = {
  show: plain,
  read: (text) => {
    const typed = trimmed(text)?.replace("−", "-");
    return typed !== undefined && /^[+-]?\d{1,12}$/u.test(typed) ? Number(typed) : typed;
  },
};

/** `1.25`, in German `1,25`. */
export const decimalCodec: Codec = {
  show: (value, language) => {
    const text = plain(value);
    return language === "de" && typeof value === "number" ? text.replace(".", ",") : text;
  },
  read: (text, language) => {
    const typed = trimmed(text);
    const decimal = typed === undefined ? undefined : decimalOf(typed, language);
    return decimal === undefined ? typed : Number(decimal);
  },
};

const WHOLE = 100;
/** What is typed has at most four decimals: no more are kept than its hundredth has. */
const EXACT = 1e6;

/** A part of 1, typed in percent: `0.25` as `25`. */
export const shareCodec: Codec = {
  show: (value, language) =>
    decimalCodec.show(
      typeof value === "number" ? Math.round(value * WHOLE * EXACT) / EXACT : value,
      language,
    ),
  read: (text, language) => {
    const percent = decimalCodec.read(text, language);
    return typeof percent === "number" ? Math.round((percent / WHOLE) * EXACT) / EXACT : percent;
  },
};

/** An amount, which the document holds as a text: `12.50`. */
export const moneyCodec: Codec = {
  show: (value, language) => {
    const text = plain(value);
    return language === "de" && /^\d+\.\d+$/u.test(text) ? text.replace(".", ",") : text;
  },
  read: (text, language) => {
    const typed = trimmed(text);
    return typed === undefined ? undefined : (decimalOf(typed, language) ?? typed);
  },
};

/**
 * With a comma where the language writes one. A dot is one too, but for figures such as `1.500`, of which
 * German means thousands: they are left as they are, and refused.
 */
function decimalOf(typed: string, language: Language): string | undefined {
  const commaMeant = language === "de" ? /^\d{1,12},\d{1,4}$/u : /^\d{1,12},\d{1,2}$/u;
  if (commaMeant.test(typed)) return typed.replace(",", ".");
  const dotMeant = language === "de" ? /^\d{1,12}(\.\d{1,2}|\.\d{4})?$/u : /^\d{1,12}(\.\d{1,4})?$/u;
  return dotMeant.test(typed) ? typed : undefined;
}
