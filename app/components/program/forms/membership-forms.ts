import type { FieldSpec } from "./field-spec.ts";

/** How a paid membership is bought, and how long it lasts. */
export const MEMBERSHIP_FIELDS: readonly FieldSpec[] = [
  { type: "localText", at: ["name"], words: "membershipName" },
  { type: "resources", at: ["products"], words: "membershipProducts", resource: "product" },
  {
    type: "resources",
    at: ["variants"],
    words: "membershipVariants",
    resource: "variant",
    needs: "variants",
    added: true,
  },
  { type: "whole", at: ["months"], words: "membershipMonths", unit: "months" },
  { type: "whole", at: ["graceDays"], words: "membershipGrace", unit: "days", fallback: "0" },
  { type: "text", at: ["id"], words: "id", added: true },
];

/** What it brings while it runs. Standing discounts and early access cannot be published yet. */
export const BENEFIT_FIELDS: readonly FieldSpec[] = [
  { type: "decimal", at: ["benefits", "multiplier"], words: "multiplier", fallback: "1" },
  {
    type: "whole",
    at: ["benefits", "entryPoints"],
    words: "entryPoints",
    unit: "points",
    fallback: "0",
  },
  { type: "rewards", at: ["benefits", "rewards"], words: "membershipRewards" },
];
