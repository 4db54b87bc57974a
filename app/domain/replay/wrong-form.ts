import { formatMoney, parseMoney } from "../money.ts";
import { parseInstant } from "../parse-instant.ts";
import type { Instant } from "../calendar.ts";

/**
 * A line of the history that is not of the documented form. It stops the run: what the line meant
 * cannot be known. Refused content (too few points, another currency) is no such thing.
 */
export class WrongForm extends Error {
  override readonly name = "WrongForm";
  readonly path: string;

  constructor(path: string, problem: string) {
    super(path === "" ? problem : `${path}: ${problem}`);
    this.path = path;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** The readers below are written by hand, not with zod: `replay` reads tens of thousands of lines a second. */
export function fieldsOf(value: unknown, path: string, known: ReadonlySet<string>): Fields {
  if (!isFields(value)) throw new WrongForm(path, "an object is expected");
  for (const key in value) {
    if (!known.has(key)) {
      throw new WrongForm(path, `there is no field "${key}"; the fields are ${[...known].join(", ")}`);
    }
  }
  return value;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textOf(fields: Fields, key: string, path: string): string {
  const value = fields[key];
  if (typeof value !== "string" || value === "") {
    throw new WrongForm(`${path}.${key}`, "a text that is not empty is expected");
  }
  return value;
}

/** Missing and null are the same: nothing was said. */
export function optionalTextOf(fields: Fields, key: string, path: string): string | null {
  const value = fields[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw new WrongForm(`${path}.${key}`, "a text is expected");
  return value;
}

/** Left out and null are the same here and in lists too. */
export function flagOf(fields: Fields, key: string, path: string): boolean {
  const value = fields[key];
  if (value === undefined || value === null) return false;
  if (typeof value !== "boolean") throw new WrongForm(`${path}.${key}`, "true or false is expected");
  return value;
}

export function integerOf(fields: Fields, key: string, path: string): number {
  const value = fields[key];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw new WrongForm(`${path}.${key}`, "a whole number is expected");
  }
  return value;
}

const NONE: readonly never[] = [];

export function textsOf(fields: Fields, key: string, path: string): readonly string[] {
  const value = fields[key];
  if (value === undefined || value === null) return NONE;
  if (!Array.isArray(value)) throw new WrongForm(`${path}.${key}`, "a list of texts is expected");
  if (value.length === 0) return NONE;
  return value.map((entry: unknown) => {
    if (typeof entry !== "string") throw new WrongForm(`${path}.${key}`, "a list of texts is expected");
    return entry;
  });
}

export function listOf(fields: Fields, key: string, path: string): readonly unknown[] {
  const value = fields[key];
  if (value === undefined || value === null) return NONE;
  if (!Array.isArray(value)) throw new WrongForm(`${path}.${key}`, "a list is expected");
  return value;
}

export function instantOf(fields: Fields, key: string, path: string): Instant {
  const instant = optionalInstantOf(fields, key, path);
  if (instant === null) throw new WrongForm(`${path}.${key}`, "an instant is expected");
  return instant;
}

export function optionalInstantOf(fields: Fields, key: string, path: string): Instant | null {
  const value = fields[key];
  if (value === undefined || value === null) return null;
  const instant = typeof value === "string" ? parseInstant(value) : null;
  if (instant === null) {
    throw new WrongForm(
      `${path}.${key}`,
      'an instant with its offset is expected, such as "2026-01-05T10:00:00+01:00"',
    );
  }
  return instant;
}

export function amountOf(fields: Fields, key: string, path: string, digits: number): number {
  const minor = optionalAmountOf(fields, key, path, digits);
  if (minor === null) throw new WrongForm(`${path}.${key}`, "an amount in quotes is expected");
  return minor;
}

export function optionalAmountOf(fields: Fields, key: string, path: string, digits: number): number | null {
  const value = fields[key];
  if (value === undefined || value === null) return null;
  const minor = typeof value === "string" ? parseMoney(value, digits) : null;
  if (minor === null) {
    throw new WrongForm(
      `${path}.${key}`,
      `an amount in quotes is expected, such as "${formatMoney(10 ** digits, digits)}"`,
    );
  }
  return minor;
}
