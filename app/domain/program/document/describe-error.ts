import { z } from "zod";

/** One thing wrong with a document: where it is, what stands there and what may. */
export interface DocumentError {
  /** e.g. `earning.rules[2].points`; empty for the document as a whole. */
  readonly path: string;
  /** The value found, as JSON and shortened; `nothing` where the field is missing. */
  readonly found: string;
  readonly allowed: string;
}

export type DocumentPath = readonly PropertyKey[];

const KIND_NAMES: Readonly<Record<string, string>> = {
  object: "an object",
  array: "a list",
  string: "a text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** A line a person can act on: `earning.rules[2].points: found "ten", allowed: a whole number`. */
export function renderDocumentError(error: DocumentError): string {
  const place = error.path === "" ? "the document" : error.path;
  return `${place}: found ${error.found}, allowed: ${error.allowed}`;
}

/** Says an error of the value that stands at `path` in `document`. */
export function documentError(document: unknown, path: DocumentPath, allowed: string): DocumentError {
  return { path: pathText(path), found: foundText(valueAt(document, path)), allowed };
}

/** What zod's parser says is wrong with `document`, an error for each place. */
export function describeIssues(document: unknown, issues: readonly z.core.$ZodIssue[]): DocumentError[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => documentError(document, [...issue.path, key], issue.message));
    }
    const meant = issue.code === "invalid_union" ? formMeant(document, issue) : null;
    return meant === null
      ? [documentError(document, issue.path, issue.message)]
      : describeIssues(document, meant);
  });
}

/**
 * Where several forms are allowed, the one the merchant began to write: the first with nothing wrong at
 * its root. Null where the value has none of the forms, so that only all of them together help.
 */
function formMeant(
  document: unknown,
  { errors, path }: z.core.$ZodIssueInvalidUnion,
): readonly z.core.$ZodIssue[] | null {
  const forms = errors.map((issues) => issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
  const began = (issue: z.core.$ZodIssue) =>
    issue.path.length > path.length &&
    (issue.code !== "invalid_union" || valueAt(document, issue.path) !== undefined);
  return forms.find((issues) => issues.every(began)) ?? null;
}

/** Given to zod so that each issue's message says what is allowed; `undefined` keeps the schema's own text. */
export function allowedText(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return KIND_NAMES[issue.expected];
    case "invalid_value":
      return issue.values.map((value) => JSON.stringify(value)).join(", ");
    case "too_small":
      return `${boundOf(issue.origin)}${issue.inclusive === false ? "more than" : "at least"} ${String(issue.minimum)}`;
    case "too_big":
      return `${boundOf(issue.origin)}${issue.inclusive === false ? "less than" : "at most"} ${String(issue.maximum)}`;
    case "invalid_union":
      return Array.isArray(issue.options)
        ? issue.options.map((value) => JSON.stringify(value)).join(", ")
        : undefined;
    case "invalid_key":
      return issue.issues[0]?.message;
    case "unrecognized_keys":
      return `no such field; the fields here are ${fieldsOf(issue.inst).join(", ")}`;
    default:
      return undefined;
  }
}

function boundOf(origin: string): string {
  if (origin === "array") return "entries: ";
  if (origin === "string") return "characters: ";
  return "";
}

function fieldsOf(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function pathText(path: DocumentPath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${String(step)}]`;
    else text += text === "" ? String(step) : `.${String(step)}`;
  }
  return text;
}

function valueAt(document: unknown, path: DocumentPath): unknown {
  let value = document;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function foundText(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
