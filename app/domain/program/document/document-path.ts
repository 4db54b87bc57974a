/** Where something stands in a document: names of fields and places in lists. */
export type DocumentPlace = readonly (string | number)[];

/** A value that is no list and has fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** What stands at a place; undefined where nothing does. */
export function valueAt(document: unknown, place: DocumentPlace): unknown {
  let value = document;
  for (const step of place) {
    if (typeof step === "number" && isList(value)) value = value[step];
    else if (typeof step === "string" && isRecord(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** What stands at a place, taken for a list: a document that is wrong there has none. */
export function listAt(document: unknown, place: DocumentPlace): readonly unknown[] {
  const value = valueAt(document, place);
  return isList(value) ? value : [];
}

/**
 * The document with another value at a place; all else stays as it is, in its order. `undefined` takes the
 * field away, and with it the objects around it that hold nothing any more: a limit without anything in it
 * is no limit.
 */
export function withValue(document: unknown, place: DocumentPlace, value: unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return value;
  if (typeof step === "number") return withEntry(document, step, rest, value);
  const fields = isRecord(document) ? document : {};
  const inner = withValue(Object.hasOwn(fields, step) ? fields[step] : undefined, rest, value);
  if (inner === undefined || (value === undefined && isEmpty(inner))) return without(fields, step);
  return { ...fields, [step]: inner };
}

function withEntry(document: unknown, index: number, rest: DocumentPlace, value: unknown): unknown {
  const entries = isList(document) ? [...document] : [];
  if (rest.length === 0 && value === undefined) return entries.filter((_, place) => place !== index);
  const inner = withValue(entries[index], rest, value);
  entries[index] = inner === undefined ? {} : inner;
  return entries;
}

function without(fields: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}

function isEmpty(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0;
}

/** As errors name it: `earning.rules[2].points`. */
export function placeText(place: DocumentPlace): string {
  return place.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${String(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** A list with an entry taken from one place to another. */
export function moved(list: readonly unknown[], from: number, to: number): readonly unknown[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}

export function inserted(list: readonly unknown[], index: number, entry: unknown): readonly unknown[] {
  return [...list.slice(0, index), entry, ...list.slice(index)];
}
