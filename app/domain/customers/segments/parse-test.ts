import type { Fact, FactKind } from "../facts/fact.ts";
import type { Compared, Test } from "./condition.ts";

export type Comparison = Test["by"];

export const COMPARISONS: readonly Comparison[] = ["atLeast", "atMost", "is", "isNot", "anyOf", "known"];

export function isComparison(name: string): name is Comparison {
  return COMPARISONS.some((one) => one === name);
}

type Parsed = { readonly ok: true; readonly test: Test } | { readonly ok: false; readonly allowed: string };

/** Reads what a fact is compared with, by the fact's kind. */
export function parseTest(fact: Fact, by: Comparison, value: unknown, digits: number): Parsed {
  if (by === "known") {
    return typeof value === "boolean" ? done({ by, known: value }) : refused("true or false");
  }
  if (by === "anyOf") return parseList(fact, value, digits);
  if (by === "is" || by === "isNot") {
    const read = compared(fact, value, digits);
    return read.ok ? done({ by, value: read.value }) : refused(allowedFor(fact.kind));
  }
  const bound = boundOf(fact, by, value, digits);
  return bound === null
    ? refused(isOrdered(fact.kind) ? allowedFor(fact.kind) : NO_ORDER)
    : done({ by, bound });
}

const NO_ORDER = "nothing: this fact is compared with is, isNot, anyOf or known";

function parseList(fact: Fact, value: unknown, digits: number): Parsed {
  if (!Array.isArray(value) || value.length === 0) return refused("a list with at least one entry");
  const values = new Set<Compared>();
  for (const entry of value) {
    const read = compared(fact, entry, digits);
    if (!read.ok) return refused(`a list; of each entry: ${allowedFor(fact.kind)}`);
    values.add(read.value);
  }
  return done({ by: "anyOf", values });
}

function boundOf(fact: Fact, by: "atLeast" | "atMost", value: unknown, digits: number): number | null {
  if (!isOrdered(fact.kind)) return null;
  if (fact.kind !== "money") return typeof value === "number" && Number.isFinite(value) ? value : null;
  const amount = parseDecimal(value, digits);
  if (amount === null) return null;
  return by === "atLeast" && !amount.isExact ? amount.floorMinor + 1 : amount.floorMinor;
}

type Read = { readonly ok: true; readonly value: Compared } | { readonly ok: false };

function compared(fact: Fact, value: unknown, digits: number): Read {
  switch (fact.kind) {
    case "money": {
      const amount = parseDecimal(value, digits);
      return amount === null ? NOT_READ : { ok: true, value: amount.isExact ? amount.floorMinor : null };
    }
    case "text":
    case "set":
      return typeof value === "string" && value !== "" ? { ok: true, value } : NOT_READ;
    case "flag":
      return typeof value === "boolean" ? { ok: true, value } : NOT_READ;
    case "count":
    case "days":
    case "score":
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? { ok: true, value } : NOT_READ;
  }
}

const NOT_READ: Read = { ok: false };

interface Amount {
  readonly floorMinor: number;
  /** The currency can say it. */
  readonly isExact: boolean;
}

/** A decimal amount in quotes, of any number of decimals, in minor units. */
function parseDecimal(value: unknown, digits: number): Amount | null {
  if (typeof value !== "string") return null;
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,12}))?$/.exec(value);
  if (match === null) return null;
  const [, sign, whole = "", decimals = ""] = match;
  const kept = decimals.slice(0, digits).padEnd(digits, "0");
  const isExact = /^0*$/.test(decimals.slice(digits));
  const minor = Number(whole + kept);
  const floorMinor = sign === "-" ? -minor - (isExact ? 0 : 1) : minor;
  return { floorMinor: floorMinor === 0 ? 0 : floorMinor, isExact };
}

function isOrdered(kind: FactKind): boolean {
  return kind !== "text" && kind !== "flag" && kind !== "set";
}

function allowedFor(kind: FactKind): string {
  switch (kind) {
    case "money":
      return 'a decimal amount in quotes, such as "12.50"';
    case "text":
    case "set":
      return "a text in quotes";
    case "flag":
      return "true or false";
    case "count":
    case "days":
    case "score":
    case "number":
      return "a number";
  }
}

function done(test: Test): Parsed {
  return { ok: true, test };
}

function refused(allowed: string): Parsed {
  return { ok: false, allowed };
}
