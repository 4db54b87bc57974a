import type { FieldSpec, FormVariant } from "./field-spec.ts";

const COST: FieldSpec = { type: "whole", at: ["cost"], words: "cost", unit: "points" };

/** A reward of money has one worth and price, or members pick how many points to spend. */
export const FIXED_PRICE: readonly FieldSpec[] = [{ type: "money", at: ["value"], words: "value" }, COST];

export const SLIDING_PRICE: readonly FieldSpec[] = [
  { type: "whole", at: ["variable", "points"], words: "slidePoints", unit: "points" },
  { type: "money", at: ["variable", "value"], words: "slideValue" },
  { type: "whole", at: ["variable", "step"], words: "slideStep", unit: "points" },
  { type: "whole", at: ["variable", "min"], words: "slideMin", unit: "points" },
  { type: "whole", at: ["variable", "max"], words: "slideMax", unit: "points" },
];

/** The kinds that are worth money, and may slide. */
export const MONEY_KINDS: ReadonlySet<string> = new Set(["amountOff", "storeCredit", "giftCard"]);

const EVERY_REWARD: readonly FieldSpec[] = [
  { type: "whole", at: ["validDays"], words: "validDays", unit: "days", fallback: "90" },
  { type: "money", at: ["minSubtotal"], words: "minSubtotal", added: true },
  { type: "resources", at: ["products"], words: "products", resource: "product", added: true },
  { type: "resources", at: ["collections"], words: "collections", resource: "collection", added: true },
  { type: "levels", at: ["tiers"], words: "rewardTiers", added: true },
  { type: "whole", at: ["limitPerMember"], words: "limitPerMember", unit: "times", added: true },
  { type: "whole", at: ["stock"], words: "stock", added: true },
  { type: "localText", at: ["name"], words: "rewardName", added: true },
  { type: "text", at: ["id"], words: "id", added: true },
];

/** The kinds of rewards there are. */
export const REWARD_VARIANTS: readonly FormVariant[] = [
  {
    value: "amountOff",
    words: "rewardAmountOff",
    begin: { kind: "amountOff", value: "5.00", cost: 500 },
    fields: EVERY_REWARD,
  },
  {
    value: "percentOff",
    words: "rewardPercentOff",
    begin: { kind: "percentOff", percent: 10, cost: 500 },
    fields: [{ type: "percent", at: ["percent"], words: "percent" }, COST, ...EVERY_REWARD],
  },
  {
    value: "freeShipping",
    words: "rewardFreeShipping",
    begin: { kind: "freeShipping", cost: 300 },
    fields: [COST, ...EVERY_REWARD],
  },
  {
    value: "freeProduct",
    words: "rewardFreeProduct",
    begin: { kind: "freeProduct", cost: 800 },
    fields: [
      {
        type: "resources",
        at: ["variants"],
        words: "variants",
        resource: "variant",
        added: true,
        needs: "variants",
      },
      COST,
      ...EVERY_REWARD,
    ],
  },
  {
    value: "storeCredit",
    words: "rewardStoreCredit",
    needs: "storeCredit",
    begin: { kind: "storeCredit", value: "5.00", cost: 500 },
    fields: EVERY_REWARD,
  },
  {
    value: "giftCard",
    words: "rewardGiftCard",
    needs: "giftCards",
    begin: { kind: "giftCard", value: "10.00", cost: 1000 },
    fields: EVERY_REWARD,
  },
  {
    value: "experience",
    words: "rewardExperience",
    begin: { kind: "experience", cost: 1000 },
    fields: [COST, ...EVERY_REWARD],
  },
];
