import { describe, expect, it } from "vitest";
import type { OrderLine } from "../../event.ts";
import { parseProgram } from "../../program/document/parse-program.ts";
import type { Program } from "../../program/program.ts";
import { askedOfProducts, needsProduct, withProduct } from "./product-facts.ts";

function programWith(earning: Record<string, unknown>): Program {
  const parsed = parseProgram({
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return parsed.program;
}

const rule = (lines: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  id: "r",
  kind: "item",
  points: 1,
  lines,
  ...more,
});

const line = (more: Partial<OrderLine> = {}): OrderLine => ({
  id: "1",
  product: "p1",
  variant: null,
  quantity: 1,
  unitPriceMinor: 100,
  discountMinor: 0,
  taxMinor: 0,
  giftCard: false,
  tags: [],
  collections: [],
  vendor: "",
  kind: "",
  ...more,
});

describe("what a program asks of products", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ["is nothing where rules name none of it", { rules: [rule({ products: ["p1"], variants: ["v1"] })] }, []],
    ["is what a rule names", { rules: [rule({ tags: ["new"], types: ["Beans"] })] }, ["tags", "types"]],
    ["is what a rule rules out", { rules: [rule({ not: { collections: ["sale"] } })] }, ["collections"]],
    [
      "is what an order rule looks for in its lines",
      { rules: [rule({ vendors: ["Kiez"] }, { kind: "order" })] },
      ["vendors"],
    ],
    [
      "is what a campaign is for",
      { rules: [], campaigns: [{ id: "c", factor: 2, lines: { collections: ["summer"] } }] },
      ["collections"],
    ],
    [
      "is not what a rule names that is switched off",
      { rules: [rule({ tags: ["new"] }, { enabled: false })] },
      [],
    ],
  ])("%s", (_, earning, asked) => {
    expect([...askedOfProducts(programWith(earning))].sort()).toEqual(asked);
  });
});

describe("a line", () => {
  const byTag = programWith({ rules: [rule({ tags: ["new"] })] });
  const byVendor = programWith({ rules: [rule({ vendors: ["Kiez"] })] });

  it.each<[string, Program, Partial<OrderLine>, boolean]>([
    ["needs its product where a rule asks for what it does not say", byTag, {}, true],
    ["does not need it where it says so itself", byTag, { tags: ["old"] }, false],
    ["does not need it where no rule asks for what is missing", byVendor, { vendor: "Kiez" }, false],
    ["needs it where the order leaves the vendor out", byVendor, {}, true],
    ["of no product (a custom item, a tip) needs nothing", byTag, { product: null }, false],
  ])("%s", (_, program, more, needs) => {
    expect(needsProduct(program, line(more))).toBe(needs);
  });

  it("keeps what it says itself and takes the rest from its product", () => {
    const product = { tags: ["new"], collections: ["7", "summer"], vendor: "Other", kind: "Beans" };
    expect(withProduct(line({ vendor: "Kiez" }), product)).toEqual(
      line({ vendor: "Kiez", tags: ["new"], collections: ["7", "summer"], kind: "Beans" }),
    );
  });
});
