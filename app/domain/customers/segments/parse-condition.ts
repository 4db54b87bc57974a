import { lineCondition, compileLines } from "../../program/compile/line-condition.ts";
import { allowedText, describeIssues, documentError } from "../../program/document/describe-error.ts";
import type { DocumentError, DocumentPath } from "../../program/document/describe-error.ts";
import type { AskName, Fact } from "../facts/fact.ts";
import type { FactAsk, OrderAsk, Within } from "../facts/fact-ask.ts";
import { FACTS, findFact } from "../facts/facts.ts";
import type { Condition } from "./condition.ts";
import { isComparison, parseTest, COMPARISONS } from "./parse-test.ts";

/** Reads conditions out of a document and notes everything that is wrong with them, by its path. */
export class ConditionReader {
  readonly errors: DocumentError[] = [];
  private readonly document: unknown;
  private readonly digits: number;
  private readonly knows: (segmentId: string) => boolean;

  constructor(document: unknown, digits: number, knowsSegment: (segmentId: string) => boolean) {
    this.document = document;
    this.digits = digits;
    this.knows = knowsSegment;
  }

  complain(path: DocumentPath, allowed: string): void {
    this.errors.push(documentError(this.document, path, allowed));
  }

  /** The condition at a path; null where it is wrong. */
  read(value: unknown, path: DocumentPath): Condition | null {
    if (!isObject(value)) return this.refuse(path, "a condition: an object");
    const [kind, ...more] = Object.keys(value).filter((key) => FORMS.includes(key));
    if (kind === undefined) {
      const [unknown] = Object.keys(value);
      return unknown === undefined
        ? this.refuse(path, `a condition: an object with one of ${FORMS.join(", ")}`)
        : this.refuse([...path, unknown], `no such field; the fields here are ${FORMS.join(", ")}`);
    }
    if (more.length > 0) return this.refuse(path, `only one of ${FORMS.join(", ")}`);
    if (kind === "fact") return this.readFact(value, path);
    for (const key of Object.keys(value)) {
      if (key !== kind) return this.refuse([...path, key], `no such field; the fields here are ${kind}`);
    }
    const inside = value[kind];
    switch (kind) {
      case "not": {
        const of = this.read(inside, [...path, kind]);
        return of === null ? null : { kind: "not", of };
      }
      case "segment":
        if (typeof inside === "string" && this.knows(inside)) return { kind: "segment", id: inside };
        return this.refuse([...path, kind], "the id of a segment of this document");
      default:
        return this.readList(kind === "all" ? "all" : "any", inside, [...path, kind]);
    }
  }

  private readList(kind: "all" | "any", value: unknown, path: DocumentPath): Condition | null {
    if (!Array.isArray(value)) return this.refuse(path, "a list of conditions");
    const of: Condition[] = [];
    value.forEach((entry: unknown, index) => {
      const one = this.read(entry, [...path, index]);
      if (one !== null) of.push(one);
    });
    return of.length === value.length ? { kind, of } : null;
  }

  private readFact(value: Fields, path: DocumentPath): Condition | null {
    const id = value["fact"];
    const fact = typeof id === "string" ? findFact(id) : null;
    if (fact === null)
      return this.refuse([...path, "fact"], `one of ${FACTS.map((one) => one.id).join(", ")}`);
    const fields = fieldsFor(fact);
    for (const key of Object.keys(value)) {
      if (!fields.includes(key)) {
        return this.refuse([...path, key], `no such field; the fields here are ${fields.join(", ")}`);
      }
    }
    const [comparison, ...more] = Object.keys(value).filter(isComparison);
    if (comparison === undefined || more.length > 0) {
      return this.refuse(path, `exactly one of ${COMPARISONS.join(", ")}`);
    }
    const ask = this.readAsk(value, path);
    const test = parseTest(fact, comparison, value[comparison], this.digits);
    if (!test.ok) return this.refuse([...path, comparison], test.allowed);
    return ask === null ? null : { kind: "fact", fact, ask, test: test.test };
  }

  private readAsk(value: Fields, path: DocumentPath): FactAsk | null {
    const before = this.errors.length;
    const within =
      value["within"] === undefined ? null : this.readWithin(value["within"], [...path, "within"]);
    const orders = this.readOrders(value, path);
    const { activity, times } = value;
    if (activity !== undefined && (typeof activity !== "string" || activity === ""))
      this.complain([...path, "activity"], "the name of an activity");
    if (times !== undefined && !isWhole(times, 1)) this.complain([...path, "times"], "a whole number from 1");
    if (this.errors.length > before) return null;
    return {
      within,
      orders,
      activity: typeof activity === "string" ? activity : null,
      times: typeof times === "number" ? times : 1,
    };
  }

  private readWithin(value: unknown, path: DocumentPath): Within | null {
    const keys = isObject(value) ? Object.keys(value) : [];
    const [unit] = keys;
    if (!isObject(value) || keys.length !== 1 || (unit !== "days" && unit !== "months")) {
      const strange = keys.find((key) => key !== "days" && key !== "months");
      return this.refuse(
        strange === undefined ? path : [...path, strange],
        'one of {"days": n}, {"months": n}',
      );
    }
    const count = value[unit];
    if (!isWhole(count, 0)) return this.refuse([...path, unit], "a whole number from 0");
    return { unit, count };
  }

  private readOrders(value: Fields, path: DocumentPath): OrderAsk | null {
    const { lines, channels, discounted, returned } = value;
    if (ORDER_FIELDS.every((field) => value[field] === undefined)) return null;
    for (const field of ["discounted", "returned"] as const) {
      if (value[field] !== undefined && typeof value[field] !== "boolean")
        this.complain([...path, field], "true or false");
    }
    const named = channels === undefined ? null : textsOf(channels);
    if (channels !== undefined && named === null)
      this.complain([...path, "channels"], "a list of texts with at least one entry");
    return {
      lines: lines === undefined ? null : this.readLines(lines, [...path, "lines"]),
      channels: named === null ? null : new Set(named),
      discounted: typeof discounted === "boolean" ? discounted : null,
      returned: typeof returned === "boolean" ? returned : null,
    };
  }

  private readLines(value: unknown, path: DocumentPath): OrderAsk["lines"] {
    const parsed = lineCondition.safeParse(value, { error: allowedText });
    if (parsed.success) return compileLines(parsed.data);
    const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
    this.errors.push(...describeIssues(this.document, issues));
    return null;
  }

  private refuse(path: DocumentPath, allowed: string): null {
    this.complain(path, allowed);
    return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const FORMS: readonly string[] = ["all", "any", "not", "fact", "segment"];
const ORDER_FIELDS = ["lines", "channels", "discounted", "returned"] as const;
const ASK_FIELDS: Readonly<Record<AskName, readonly string[]>> = {
  within: ["within"],
  orders: ORDER_FIELDS,
  activity: ["activity"],
  times: ["times"],
};

function fieldsFor(fact: Fact): readonly string[] {
  return ["fact", ...fact.asks.flatMap((ask) => ASK_FIELDS[ask]), ...COMPARISONS];
}

export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown, least: number): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}

function textsOf(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts = value.filter((entry): entry is string => typeof entry === "string" && entry !== "");
  return texts.length === value.length ? texts : null;
}
