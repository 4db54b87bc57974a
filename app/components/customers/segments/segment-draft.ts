import type { Fact, FactKind } from "#app/domain/customers/facts/fact.ts";
import { FACTS } from "#app/domain/customers/facts/facts.ts";
import { COMPARISONS, isComparison, type Comparison } from "#app/domain/customers/segments/parse-test.ts";
import { isList, isRecord, withValue } from "#app/domain/program/document/document-path.ts";

/** How the lines of a segment go together. */
export type Together = "all" | "any";

export interface Lines {
  readonly together: Together;
  /** Conditions as the document writes them, one a line. */
  readonly rows: readonly unknown[];
}

/** A condition as lines; what is one by itself is one line. */
export function linesOf(where: unknown): Lines {
  if (isRecord(where)) {
    const [only, ...more] = Object.keys(where);
    if (more.length === 0 && (only === "all" || only === "any")) {
      const rows = where[only];
      if (isList(rows)) return { together: only, rows };
    }
  }
  return { together: "all", rows: where === undefined ? [] : [where] };
}

/** The condition that lines are. */
export function conditionOf({ together, rows }: Lines): unknown {
  return { [together]: rows };
}

/** An error's place is that of a line of the condition at `prefix`: what stands alone is its first. */
export function isOfLine(path: string, prefix: string, where: unknown, index: number): boolean {
  for (const together of ["all", "any"]) {
    const place = `${prefix}.${together}[${String(index)}]`;
    if (path === place || path.startsWith(`${place}.`)) return linesOf(where).together === together;
  }
  const isListed = path.startsWith(`${prefix}.all[`) || path.startsWith(`${prefix}.any[`);
  return index === 0 && path.startsWith(prefix) && !isListed;
}

/** Facts whose source comes with a later part of the app: none of them says anything yet. */
const WITHOUT_SOURCE: ReadonlySet<string> = new Set([
  "types.lookedUnbought",
  "mail.sent",
  "mail.opened",
  "mail.clicked",
  "mail.clickRate",
  "survey.count",
  "survey.score",
  "referrals.count",
  "country",
  "region",
  "language",
]);

/** The facts that can be asked for now; one that a line has already stays to be seen. */
export function offeredFacts(used: string): readonly Fact[] {
  return FACTS.filter(({ id }) => id === used || !WITHOUT_SOURCE.has(id));
}

/** How a kind of fact is compared. */
export function comparisonsFor(kind: FactKind): readonly Comparison[] {
  const isOrdered = kind !== "text" && kind !== "set" && kind !== "flag";
  if (kind === "flag") return ["is", "known"];
  return COMPARISONS.filter((one) => isOrdered || (one !== "atLeast" && one !== "atMost"));
}

/** A line about a fact, as it is begun. */
export function beginFact(fact: Fact): Readonly<Record<string, unknown>> {
  const [by = "known"] = comparisonsFor(fact.kind);
  const activity = fact.asks.includes("activity") ? { activity: "" } : {};
  return { fact: fact.id, ...activity, [by]: beginValue(fact.kind) };
}

function beginValue(kind: FactKind): unknown {
  switch (kind) {
    case "flag":
      return true;
    case "text":
    case "set":
      return "";
    case "money":
      return "0";
    default:
      return 1;
  }
}

/** What a line compares with. */
export function comparisonOf(row: Readonly<Record<string, unknown>>): Comparison | null {
  return Object.keys(row).find(isComparison) ?? null;
}

/** The same line compared otherwise; what was typed stays where it can. */
export function comparedBy(
  row: Readonly<Record<string, unknown>>,
  fact: Fact,
  by: Comparison,
): Readonly<Record<string, unknown>> {
  const before = comparisonOf(row);
  const value = before === null ? undefined : row[before];
  const rest = Object.fromEntries(Object.entries(row).filter(([key]) => key !== before));
  return { ...rest, [by]: valueFor(by, fact.kind, value) };
}

function valueFor(by: Comparison, kind: FactKind, value: unknown): unknown {
  if (by === "known") return true;
  if (by === "anyOf") return isList(value) ? value : [value];
  const single = isList(value) ? value[0] : value;
  return typeof single === "boolean" && kind !== "flag" ? beginValue(kind) : single;
}

/** A line with one field set; undefined takes it away. */
export function withField(row: unknown, field: string, value: unknown): unknown {
  return withValue(row, [field], value);
}
