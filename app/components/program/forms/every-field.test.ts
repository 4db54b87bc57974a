import { describe, expect, test } from "vitest";
import { FIELDS } from "#tests/support/program-fields.ts";
import { ONLY_IN_REPLAY } from "#app/domain/program/document/only-in-replay.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { programSchema } from "#app/domain/program/document/document.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { decimalCodec, moneyCodec, shareCodec, textCodec, wholeCodec } from "../editor/codecs.ts";
import {
  isList,
  isRecord,
  valueAt,
  withValue,
  type DocumentPlace,
} from "#app/domain/program/document/document-path.ts";
import type { FieldSpec } from "./field-spec.ts";

/** What a merchant would type or choose, as the field puts it into the document. */
function filled(spec: FieldSpec): unknown {
  switch (spec.type) {
    case "text":
      return textCodec.read(spec.words === "contentUrl" ? "/pages/films" : "another", "en");
    case "whole":
      return wholeCodec.read(spec.words === "expiryDay" ? "30" : "200", "en");
    case "decimal":
      return decimalCodec.read("1,5", "de");
    case "percent":
      return decimalCodec.read("12.5", "en");
    case "money":
      return moneyCodec.read("20,00", "de");
    case "measure":
      return wholeCodec.read("3", "en");
    case "monday":
      return "2026-01-12";
    case "reward":
      return "five";
    case "segment":
      return "dormant";
    case "challenge":
      return "tried";
    case "clock":
      return "10:00";
    case "share":
      return shareCodec.read("25", "en");
    case "threshold":
      return moneyCodec.read("250", "en");
    case "localText":
      return { de: "Ein Name", en: "A name" };
    case "pointsName":
      return { de: { one: "Bohne", other: "Bohnen" } };
    case "toggle":
      return !spec.fallback;
    case "choice":
      // Between two dates is an object of its own.
      return spec.options.filter(({ value }) => value !== "span").at(-1)?.value;
    case "zone":
      return "Europe/Vienna";
    case "currency":
      return "EUR";
    case "language":
      return "de";
    case "instant":
      return "2026-05-01T00:00:00+02:00";
    case "weekdays":
      return [1, 5];
    case "month":
      return 2;
    case "list":
    case "resources":
      return ["123"];
    case "level":
      return "silver";
    case "levels":
      return ["silver"];
    case "rewards":
      return ["five"];
    case "segments":
      return ["dormant"];
    case "activity":
      return "join";
  }
}

describe("every field of the forms", () => {
  test.each(
    FIELDS.map(
      (tried) => [`${[...tried.base, ...tried.spec.at].join(".")} (${tried.spec.type})`, tried] as const,
    ),
  )("%s puts into the document what the program allows", (_, { spec, base, document }) => {
    const place = [...base, ...spec.at];
    const value = filled(spec);
    let changed = withValue(document, place, value);
    // A limit says how much before it says per what.
    if (spec.shownWith?.[0] === "limit") changed = withValue(changed, [...base, "limit", "count"], 1);
    const parsed = parseProgram(changed);
    expect(parsed.ok ? [] : parsed.errors).toEqual([]);
    expect(valueAt(changed, place)).toEqual(value);
    expect(withValue(changed, place, valueAt(document, place))).toBeDefined();
  });

  test.each(FIELDS.map(({ spec }) => spec.words))("%s is called something in both languages", (words) => {
    expect(fieldTexts.en[words].label).not.toBe("");
    expect(fieldTexts.de[words].label).not.toBe("");
  });
});

/** Places of the schema that no field holds: what the kinds, the cards and the lists themselves set. */
const SET_OTHERWISE = [
  "format",
  "earning.rules[].kind",
  "earning.rules[].enabled",
  "earning.maturity.kind",
  "expiry.kind",
  "tiers.window.kind",
  "tiers.levels[].perks[].kind",
  "rewards[].kind",
  "rewards[].enabled",
  "challenges[].kind",
  "challenges[].enabled",
  "challenges[].goal.count",
];

describe("the program's schema", () => {
  test("has no field that the forms do not set", () => {
    const set = new Set(FIELDS.map(({ spec, base }) => pathOf([...base, ...spec.at])));
    const wanted = leavesOf(programSchema()).filter((path) => !isOfPart(path, WITHOUT_FORMS));
    expect(wanted.length).toBeGreaterThan(90);
    const missing = wanted.filter((path) => !set.has(path) && !SET_OTHERWISE.includes(path));
    expect(missing).toEqual([]);
  });
});

/** What cannot be published yet has no form yet. */
const WITHOUT_FORMS = [
  ...ONLY_IN_REPLAY,
  // Of a contest.
  "challenges[].to",
  "challenges[].winners",
  "memberships[].benefits.perks",
  "memberships[].benefits.earlyAccessDays",
];

function isOfPart(path: string, parts: readonly string[]): boolean {
  return parts.some((part) => path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`));
}

function pathOf(place: DocumentPlace): string {
  return place
    .map((step, index) => (typeof step === "number" ? "[]" : index === 0 ? step : `.${step}`))
    .join("");
}

/** The places of all values in the schema. Texts by language and lists of plain values are one value each. */
function leavesOf(schema: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (node: unknown, path: string, depth: number) => {
    const named = valueAt(node, ["$ref"]);
    if (typeof named === "string") {
      walk(valueAt(schema, ["$defs", named.slice("#/$defs/".length)]), path, depth);
      return;
    }
    for (const form of ["anyOf", "oneOf", "allOf"]) {
      const forms = valueAt(node, [form]);
      if (!isList(forms)) continue;
      if (forms.some((one) => valueAt(one, ["type"]) === "string") || path.endsWith("pointsName"))
        found.add(path);
      for (const one of forms) if (isObject(one, schema)) walk(one, path, depth);
    }
    const fields = path.endsWith("pointsName") ? undefined : valueAt(node, ["properties"]);
    if (isRecord(fields)) {
      for (const [name, field] of Object.entries(fields)) {
        // An exception holds the same fields again; once is enough to look at.
        if (name === "not" && depth > 0) continue;
        walk(field, path === "" ? name : `${path}.${name}`, name === "not" ? depth + 1 : depth);
      }
      return;
    }
    const entries = valueAt(node, ["items"]);
    if (entries !== undefined && hasObjects(entries, schema)) walk(entries, `${path}[]`, depth);
    else if (valueAt(node, ["type"]) !== undefined || valueAt(node, ["const"]) !== undefined) found.add(path);
  };
  walk(schema, "", 0);
  return [...found];
}

function isObject(node: unknown, schema: unknown): boolean {
  const named = valueAt(node, ["$ref"]);
  const meant = typeof named === "string" ? valueAt(schema, ["$defs", named.slice("#/$defs/".length)]) : node;
  return valueAt(meant, ["properties"]) !== undefined || hasObjects(meant, schema);
}

function hasObjects(node: unknown, schema: unknown): boolean {
  if (valueAt(node, ["properties"]) !== undefined || valueAt(node, ["$ref"]) !== undefined) return true;
  return ["anyOf", "oneOf", "allOf"].some((form) => {
    const forms = valueAt(node, [form]);
    return isList(forms) && forms.some((one) => isObject(one, schema));
  });
}
