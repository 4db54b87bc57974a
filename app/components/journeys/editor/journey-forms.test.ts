import { describe, expect, it, test } from "vitest";
import { compiled, smallest } from "#tests/support/program-documents.ts";
import { parseJourney } from "#app/domain/journeys/parse-journeys.ts";
import { missingSourceOf } from "#app/domain/journeys/offered/live-sources.ts";
import { triggerDocument } from "#app/domain/journeys/triggers-document.ts";
import { withValue } from "#app/domain/program/document/document-path.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { moneyCodec, shareCodec, wholeCodec } from "../../program/editor/codecs.ts";
import type { FieldSpec } from "../../program/forms/field-spec.ts";
import { STEP_BEGINNINGS, STEP_KINDS, WAIT_FIELDS } from "./step-forms.ts";
import { TRIGGER_FORMS, type TriggerForm } from "./trigger-forms.ts";

const program = compiled({
  ...smallest,
  tiers: { metric: "spend", levels: [{ id: "base", name: "Base", from: "0" }] },
  rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 100 }],
  challenges: [
    {
      id: "card",
      kind: "goal",
      name: "Card",
      every: "month",
      goal: { count: "purchases", atLeast: 3 },
      give: { points: 5 },
    },
  ],
});
const segments = new Map([["regulars", { kind: "all" as const, of: [] }]]);
const errorsOf = (parts: object) => {
  const parsed = parseJourney(
    { format: "regulars.journey/1", id: "x", trigger: { on: "joined" }, steps: [], ...parts },
    { program, segments },
  );
  return parsed.ok ? [] : parsed.errors;
};

/** What a merchant would type or choose, as the field puts it into the document. */
function filled({ type }: FieldSpec): unknown {
  switch (type) {
    case "clock":
      return "10:00";
    case "money":
      return moneyCodec.read("20,00", "de");
    case "share":
      return shareCodec.read("25", "en");
    case "levels":
      return ["base"];
    case "reward":
      return "five";
    case "challenge":
      return "card";
    case "segment":
      return "regulars";
    case "instant":
      return "2026-12-01T09:00:00+01:00";
    case "toggle":
      return true;
    default:
      return wholeCodec.read("3", "en");
  }
}

const forms = Object.entries(TRIGGER_FORMS);
/** A form as it is filled in: what it begins with, and every field. */
const whole = (on: string, { begin, fields }: TriggerForm): unknown =>
  fields.reduce<unknown>((trigger, spec) => withValue(trigger, spec.at, filled(spec)), { on, ...begin });

describe("the forms of triggers", () => {
  test.each(forms)("%s, filled in, is a trigger that the document allows", (on, form) => {
    expect(errorsOf({ trigger: whole(on, form) })).toEqual([]);
    for (const { words } of form.fields) expect(fieldTexts.de[words].label).not.toBe("");
  });

  it("hold every field of a trigger that is told of live", () => {
    for (const option of triggerDocument.options) {
      const [on = "joined"] = option.shape.on.values;
      if (missingSourceOf(on) !== null) continue;
      const form = TRIGGER_FORMS[on];
      const set = [
        "on",
        ...(form?.fields ?? []).map(({ at }) => at[0]),
        ...(form?.hasLines === true ? ["lines"] : []),
      ];
      expect([on, new Set(set)]).toEqual([on, new Set(Object.keys(option.shape))]);
    }
  });

  it("stand in one group each, in words of both languages", () => {
    for (const { groups, triggers } of [journeyEditorTexts.en, journeyEditorTexts.de]) {
      const listed = groups.flatMap((group) => group.triggers);
      expect([...listed].sort()).toEqual(Object.keys(triggers).sort());
    }
  });
});

describe("a step as it is begun", () => {
  test.each(STEP_KINDS)("%s is what the document allows", (kind) => {
    expect(errorsOf({ steps: [STEP_BEGINNINGS[kind]] })).toEqual(
      kind === "send" ? [expect.objectContaining({ path: "steps[0].send.template" })] : [],
    );
  });

  it("waits by every field there is", () => {
    const wait = WAIT_FIELDS.reduce<unknown>((step, spec) => withValue(step, spec.at, filled(spec)), {});
    expect(errorsOf({ steps: [{ wait }] })).toEqual([]);
  });
});
