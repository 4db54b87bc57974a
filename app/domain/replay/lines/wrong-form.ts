import { formatMoney, parseMoney } from "../../money.ts";
import { parseInstant } from "../../parse-instant.ts";
import type { Instant } from "../../calendar.ts";

/**
 * A line of the history that is not of the documented form. It stops the run: what the line meant
 * cannot be known. Refused content (too few points, another currency) is no such thing.
 */
export class WrongForm extends Error {
  override readonly name = "WrongForm";
  readonly path: string;
  private readonly problem: string;

  constructor(path: string, problem: string) {
    super(path === "" ? problem : `${path}: ${problem}`);
    this.path = path;
    this.problem = problem;
  }

  /** The same, seen from outside the place it was found in. */
  within(place: string): WrongForm {
    return new WrongForm(this.path === "" ? place : `${place}.${this.path}`, this.problem);
  }
}

/** Reads what stands at a place. Only an error needs to know where that is: no path is put together for what is well. */
export function readAt<Value>(place: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof WrongForm ? error.within(place) : error;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** The readers below are written by hand, not with zod: `replay` reads tens of thousands of lines a second. */
export function fieldsOf(value: unknown, form: Form): Fields {
  if (!isFields(value)) throw new WrongForm("", "an object is expected");
  form.check(value);
  return value;
}

/** Which fields an object may have. Most objects of a form have the same ones in the same sequence: the last one is asked first. */
export class Form {
  private readonly known: ReadonlySet<string>;
  private readonly last: string[] = [];

  constructor(...fields: readonly string[]) {
    this.known = new Set(fields);
  }

  /** Throws `WrongForm` for the first field it does not know. */
  check(value: Fields): void {
    const { known, last } = this;
    let place = 0;
    for (const key in value) {
      if (last[place] !== key) {
        if (!known.has(key)) {
          throw new WrongForm("", `there is no field "${key}"; the fields are ${[...known].join(", ")}`);
        }
        last[place] = key;
      }
      place += 1;
    }
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown, key: string): string {
  if (typeof value !== "string" || value === "") {
    throw new WrongForm(key, "a text that is not empty is expected");
  }
  return value;
}

/** Missing and null are the same: nothing was said. */
export function optionalTextOf(value: unknown, key: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw new WrongForm(key, "a text is expected");
  return value;
}

/** Left out and null are the same here and in lists too. */
export function flagOf(value: unknown, key: string): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== "boolean") throw new WrongForm(key, "true or false is expected");
  return value;
}

/** Missing and null: it does not say. */
export function optionalFlagOf(value: unknown, key: string): boolean | null {
  return value === undefined || value === null ? null : flagOf(value, key);
}

export function integerOf(value: unknown, key: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw new WrongForm(key, "a whole number is expected");
  }
  return value;
}

const NONE: readonly never[] = [];

export function textsOf(value: unknown, key: string): readonly string[] {
  if (value === undefined || value === null) return NONE;
  if (!Array.isArray(value) || !value.every(isText)) {
    throw new WrongForm(key, "a list of texts is expected");
  }
  return value.length === 0 ? NONE : value;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A list, each of its entries as `read` reads it. */
export function listOf<Entry>(
  value: unknown,
  key: string,
  read: (entry: unknown) => Entry,
): readonly Entry[] {
  if (value === undefined || value === null) return NONE;
  if (!Array.isArray(value)) throw new WrongForm(key, "a list is expected");
  if (value.length === 0) return NONE;
  let index = 0;
  try {
    return value.map((entry: unknown, place) => {
      index = place;
      return read(entry);
    });
  } catch (error) {
    throw error instanceof WrongForm ? error.within(`${key}[${String(index)}]`) : error;
  }
}

export function instantOf(value: unknown, key: string): Instant {
  const instant = optionalInstantOf(value, key);
  if (instant === null) throw new WrongForm(key, "an instant is expected");
  return instant;
}

export function optionalInstantOf(value: unknown, key: string): Instant | null {
  if (value === undefined || value === null) return null;
  const instant = typeof value === "string" ? parseInstant(value) : null;
  if (instant === null) {
    throw new WrongForm(key, 'an instant with its offset is expected, such as "2026-01-05T10:00:00+01:00"');
  }
  return instant;
}

export function amountOf(value: unknown, key: string, digits: number): number {
  const minor = optionalAmountOf(value, key, digits);
  if (minor === null) throw new WrongForm(key, "an amount in quotes is expected");
  return minor;
}

export function optionalAmountOf(value: unknown, key: string, digits: number): number | null {
  if (value === undefined || value === null) return null;
  const minor = typeof value === "string" ? parseMoney(value, digits) : null;
  if (minor === null) {
    throw new WrongForm(
      key,
      `an amount in quotes is expected, such as "${formatMoney(10 ** digits, digits)}"`,
    );
  }
  return minor;
}

/** An amount whose currency is not known where it is read. */
export function optionalAmountTextOf(value: unknown, key: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string" || parseMoney(value, MOST_DIGITS) === null) {
    throw new WrongForm(key, 'an amount in quotes is expected, such as "12.50"');
  }
  return value;
}

const MOST_DIGITS = 4;
