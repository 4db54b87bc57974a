import { ACTIVITY_LIMITS, ORDER_LIMITS, RULE_CONDITIONS } from "./condition-fields.ts";
import type { FieldSpec, FormVariant } from "./field-spec.ts";

const NAMED: readonly FieldSpec[] = [
  { type: "localText", at: ["name"], words: "ruleName", added: true },
  { type: "text", at: ["id"], words: "id", added: true },
];

interface RuleVariant extends FormVariant {
  /** Rules about goods may ask what they are. */
  readonly hasLines: boolean;
}

const STACKS = [
  { value: "base", words: "stackBase" },
  { value: "bonus", words: "stackBonus" },
] as const;

/** The kinds of rules there are, each with what it begins with and all that may be said of it. */
export const RULE_VARIANTS: readonly RuleVariant[] = [
  {
    value: "spend",
    words: "ruleSpend",
    begin: { kind: "spend", points: 1, per: "1.00" },
    hasLines: true,
    fields: [
      { type: "whole", at: ["points"], words: "points", unit: "points" },
      { type: "money", at: ["per"], words: "per" },
      { type: "toggle", at: ["step"], words: "step", fallback: false },
      { type: "choice", at: ["stack"], words: "stack", options: STACKS, fallback: "base" },
      ...RULE_CONDITIONS,
      ...ORDER_LIMITS,
      { type: "whole", at: ["priority"], words: "priority", fallback: "0", added: true },
      ...NAMED,
    ],
  },
  {
    value: "item",
    words: "ruleItem",
    begin: { kind: "item", points: 10 },
    hasLines: true,
    fields: [
      { type: "whole", at: ["points"], words: "pointsPerPiece", unit: "points" },
      ...RULE_CONDITIONS,
      ...ORDER_LIMITS,
      ...NAMED,
    ],
  },
  {
    value: "order",
    words: "ruleOrder",
    begin: { kind: "order", points: 50 },
    hasLines: true,
    fields: [
      { type: "whole", at: ["points"], words: "pointsPerOrder", unit: "points" },
      ...RULE_CONDITIONS,
      ...ORDER_LIMITS,
      ...NAMED,
    ],
  },
  {
    value: "activity",
    words: "ruleActivity",
    begin: { kind: "activity", activity: "join", points: 50 },
    hasLines: false,
    fields: [
      { type: "activity", at: ["activity"], words: "activity" },
      { type: "whole", at: ["points"], words: "pointsEachTime", unit: "points" },
      ...RULE_CONDITIONS,
      ...ACTIVITY_LIMITS,
      ...NAMED,
    ],
  },
];
