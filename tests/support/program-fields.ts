import { withValue, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { CAP_FIELDS, LINE_FIELDS } from "#app/components/program/forms/condition-fields.ts";
import {
  AT_LEAST,
  CHALLENGE_NAME,
  CHALLENGE_VARIANTS,
  DRAWN_FIELDS,
  EVERY,
  GIFT_VARIANTS,
  GOAL_COUNTS,
  SPAN_FIELDS,
  STEP_FIELDS,
  WHO_FIELDS,
} from "#app/components/program/forms/challenge-forms.ts";
import { BENEFIT_FIELDS, MEMBERSHIP_FIELDS } from "#app/components/program/forms/membership-forms.ts";
import type { FieldSpec, VariantSpec } from "#app/components/program/forms/field-spec.ts";
import {
  BASIS_FIELDS,
  CAMPAIGN_FIELDS,
  EXCLUSION_FIELDS,
  EXPIRY,
  MATURITY,
  NAME_FIELDS,
  REFUND_FIELDS,
} from "#app/components/program/forms/program-forms.ts";
import {
  FIXED_PRICE,
  MONEY_KINDS,
  REWARD_VARIANTS,
  SLIDING_PRICE,
} from "#app/components/program/forms/reward-forms.ts";
import {
  ADVOCATE_FIELDS,
  AMBASSADOR_FIELDS,
  QUALIFY_FIELDS,
  REFERRAL_FIELDS,
} from "#app/components/program/forms/referral-forms.ts";
import { RULE_VARIANTS } from "#app/components/program/forms/rule-forms.ts";
import {
  LEVEL_FIELDS,
  PERK_VARIANTS,
  TIER_FIELDS,
  TIER_WINDOW,
} from "#app/components/program/forms/tier-forms.ts";

/** A field in a document that has what the field is part of. */
export interface Tried {
  readonly spec: FieldSpec;
  readonly base: DocumentPlace;
  readonly document: unknown;
}

const PLAIN = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  tiers: { levels: [{ id: "silver", from: "100" }] },
  rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 500 }],
};

function entry(list: DocumentPlace, begin: object): unknown {
  return withValue(PLAIN, list, [{ id: "tried", ...begin }]);
}

function lines(base: DocumentPlace, document: unknown): Tried[] {
  const holding = withValue(document, [...base, "lines"], { tags: ["new"] });
  const excepting = withValue(holding, [...base, "lines", "not"], { vendors: ["us"] });
  return LINE_FIELDS.flatMap((spec) => [
    { spec, base: [...base, "lines"], document: holding },
    { spec, base: [...base, "lines", "not"], document: excepting },
  ]);
}

function variants({ at, variants: kinds }: VariantSpec, base: DocumentPlace): Tried[] {
  return kinds.flatMap(({ begin, fields }) =>
    fields.map((spec) => ({
      spec,
      base: [...base, ...at],
      document: withValue(PLAIN, [...base, ...at], begin),
    })),
  );
}

function gifts(base: DocumentPlace, document: unknown): Tried[] {
  return GIFT_VARIANTS.flatMap(({ begin, fields }) =>
    fields.map((spec) => ({ spec, base, document: withValue(document, base, begin) })),
  );
}

/** Fields beside a gift, and those of the gift itself. */
function given(specs: readonly FieldSpec[], base: DocumentPlace, begin: object, document: unknown): Tried[] {
  const holding = withValue(document, base, { ...begin, points: 1 });
  return [
    ...specs.map((spec) => ({ spec, base, document: holding })),
    ...GIFT_VARIANTS.flatMap(({ begin: gift, fields }) =>
      fields.map((spec) => ({ spec, base, document: withValue(document, base, { ...begin, ...gift }) })),
    ),
  ];
}

function challenges(): Tried[] {
  const base = ["challenges", 0];
  return CHALLENGE_VARIANTS.flatMap(({ value, begin, fields, hasGoal }) => {
    const kind = entry(["challenges"], { ...begin, ...(value === "surprise" ? { from: "2026-01-05" } : {}) });
    const goals = GOAL_COUNTS.flatMap(({ begin: goal, fields: asked }) =>
      asked.map((spec) => ({
        spec,
        base: [...base, "goal"],
        document: withValue(kind, [...base, "goal"], goal),
      })),
    );
    return [
      ...[CHALLENGE_NAME, ...fields, ...WHO_FIELDS].map((spec) => ({ spec, base, document: kind })),
      ...(hasGoal ? [{ spec: AT_LEAST, base: [...base, "goal"], document: kind }, ...goals] : []),
      ...lines(hasGoal ? [...base, "goal"] : base, kind),
      ...(value === "surprise"
        ? given(DRAWN_FIELDS, [...base, "oneOf", 0], {}, kind)
        : gifts([...base, "give"], kind)),
      ...(value === "goal"
        ? [
            { spec: EVERY, base, document: kind },
            ...SPAN_FIELDS.map((spec) => ({
              spec,
              base: [...base, "every"],
              document: withValue(kind, [...base, "every"], {
                from: "2026-01-01T00:00:00+01:00",
                to: "2026-12-01T00:00:00+01:00",
              }),
            })),
            ...given(STEP_FIELDS, [...base, "steps", 0], { at: 1 }, kind),
          ]
        : []),
    ];
  });
}

function referral(): Tried[] {
  const base = ["referral"];
  const document = withValue(PLAIN, base, { advocate: { points: 1 } });
  const step = withValue(document, [...base, "ambassador"], [{ friends: 1, points: 1 }]);
  return [
    ...[...REFERRAL_FIELDS, ...ADVOCATE_FIELDS, ...QUALIFY_FIELDS].map((spec) => ({
      ...{ spec, base },
      // A limit says how much before it says per what.
      document: spec.at.includes("per")
        ? withValue(document, [...base, "advocate", "limit"], { count: 1 })
        : document,
    })),
    ...gifts([...base, "friend"], document),
    ...AMBASSADOR_FIELDS.map((spec) => ({ spec, base: [...base, "ambassador", 0], document: step })),
  ];
}

/** Every field the forms have, each where it can be set. */
export const FIELDS: readonly Tried[] = [
  ...[...NAME_FIELDS, ...BASIS_FIELDS, ...EXCLUSION_FIELDS, ...REFUND_FIELDS].map((spec) => ({
    spec,
    base: [],
    document: PLAIN,
  })),
  ...[MATURITY, EXPIRY].flatMap((spec) => variants(spec, [])),
  ...variants(TIER_WINDOW, ["tiers"]),
  ...TIER_FIELDS.map((spec) => ({ spec, base: ["tiers"], document: PLAIN })),
  ...LEVEL_FIELDS.map((spec) => ({ spec, base: ["tiers", "levels", 0], document: PLAIN })),
  ...PERK_VARIANTS.flatMap(({ begin, fields }) =>
    fields.map((spec) => ({
      spec,
      base: ["tiers", "levels", 0, "perks", 0],
      document: withValue(PLAIN, ["tiers", "levels", 0, "perks"], [{ id: "tried", ...begin }]),
    })),
  ),
  ...RULE_VARIANTS.flatMap(({ begin, fields, hasLines }) => {
    const document = entry(["earning", "rules"], begin);
    const base = ["earning", "rules", 0];
    return [...fields.map((spec) => ({ spec, base, document })), ...(hasLines ? lines(base, document) : [])];
  }),
  ...REWARD_VARIANTS.flatMap(({ value, begin, fields }) => {
    const product = value === "freeProduct" ? { products: ["1"] } : {};
    const fixed = entry(["rewards"], { ...begin, ...product });
    const sliding = entry(["rewards"], { kind: value, variable: { points: 100, value: "1.00" } });
    const base = ["rewards", 0];
    return [
      ...fields.map((spec) => ({ spec, base, document: fixed })),
      ...(MONEY_KINDS.has(value) ? FIXED_PRICE.map((spec) => ({ spec, base, document: fixed })) : []),
      ...(MONEY_KINDS.has(value) ? SLIDING_PRICE.map((spec) => ({ spec, base, document: sliding })) : []),
    ];
  }),
  ...CAMPAIGN_FIELDS.map((spec) => ({
    spec,
    base: ["earning", "campaigns", 0],
    document: entry(["earning", "campaigns"], { factor: 2 }),
  })),
  ...lines(["earning", "campaigns", 0], entry(["earning", "campaigns"], { factor: 2 })),
  ...challenges(),
  ...[...MEMBERSHIP_FIELDS, ...BENEFIT_FIELDS].map((spec) => ({
    spec,
    base: ["memberships", 0],
    document: entry(["memberships"], { months: 1 }),
  })),
  ...gifts(["memberships", 0, "benefits", "monthly"], entry(["memberships"], { months: 1 })),
  ...referral(),
  ...CAP_FIELDS.map((spec) => ({
    spec,
    base: ["earning", "caps", 0],
    document: withValue(PLAIN, ["earning", "caps"], [{ points: 1, per: "day" }]),
  })),
];
