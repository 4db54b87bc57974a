import { z } from "zod";
import { json, parseJson, type Answer, type Ask } from "../../shop/web/http.ts";
import { readDate } from "../wire.ts";
import { wrongParameter } from "./errors.ts";

const MOST = 100;

/** The query of a search: what nobody here knows is refused, never ignored. */
export class Question {
  readonly #query: URLSearchParams;

  constructor(ask: Ask, known: readonly string[]) {
    this.#query = ask.url.searchParams;
    for (const name of this.#query.keys()) {
      if (!known.includes(name) && !["offset", "limit", "responseFields"].includes(name)) {
        throw wrongParameter(`The fake does not know the parameter ${name}`);
      }
    }
  }

  text(name: string): string | null {
    return this.#query.get(name);
  }

  list(name: string): readonly string[] | null {
    const text = this.#query.get(name);
    return text === null ? null : text.split(",").map((one) => one.trim());
  }

  date(name: string): number | null {
    const text = this.#query.get(name);
    if (text === null) return null;
    const at = readDate(text);
    if (at === null) throw wrongParameter(`${name} is no date`);
    return at;
  }

  /** One page of what was found, with the count of all of it. */
  page(found: readonly unknown[]): Answer {
    const number = (name: string, other: number): number => {
      const text = this.#query.get(name) ?? String(other);
      if (!/^\d+$/.test(text)) throw wrongParameter(`${name} is no number`);
      return Number(text);
    };
    const offset = number("offset", 0);
    const limit = number("limit", MOST);
    if (limit < 1 || limit > MOST) throw wrongParameter(`limit is between 1 and ${MOST}`);
    const items = found.slice(offset, offset + limit);
    return this.trimmed({ total: found.length, count: items.length, offset, limit, items });
  }

  /** `responseFields=total,items(id,email)` */
  trimmed(body: Readonly<Record<string, unknown>>): Answer {
    const wanted = this.#query.get("responseFields");
    return json(200, wanted === null ? body : trim(body, wanted));
  }
}

function trim(value: unknown, wanted: string): unknown {
  if (Array.isArray(value)) return value.map((one) => trim(one, wanted));
  if (typeof value !== "object" || value === null) return value;
  const fields = fieldsOf(wanted);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
      const deeper = fields.get(key);
      return deeper === undefined ? [] : [[key, deeper === "" ? inner : trim(inner, deeper)]];
    }),
  );
}

/** "total,items(id,email)" → total: all of it; items: "id,email". */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let depth = 0;
  let start = 0;
  const take = (end: number): void => {
    const one = text.slice(start, end).trim();
    const match = /^(\w+)(?:\((.*)\))?$/.exec(one);
    if (match === null) throw wrongParameter(`responseFields cannot be read at ${one}`);
    fields.set(match[1] ?? "", match[2] ?? "");
    start = end + 1;
  };
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "(") depth += 1;
    if (text[index] === ")") depth -= 1;
    if (text[index] === "," && depth === 0) take(index);
  }
  take(text.length);
  return fields;
}

/** A JSON body of just these fields. */
export function bodyOf<Schema extends z.ZodType>(ask: Ask, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(ask.body));
  if (!parsed.success) throw wrongParameter(z.prettifyError(parsed.error));
  return parsed.data;
}
