import { describe, expect, it } from "vitest";
import { missingScopes, SCOPES, withoutImplied } from "./scopes.ts";
import { translateShopify } from "../orders/translate.ts";

describe("what a merchant has granted", () => {
  it("is kept in one form: leave to write includes leave to read, whether it is said or not", () => {
    const granted = ["read_orders", "read_customers", "write_customers"];
    expect(withoutImplied(granted)).toEqual(["read_orders", "write_customers"]);
    const context = { currency: "EUR", timezone: "Europe/Berlin", at: 0 };
    const told = translateShopify("app/scopes_update", JSON.stringify({ current: granted }), context);
    expect(told).toMatchObject({ ok: true, facts: [{ scopes: ["read_orders", "write_customers"] }] });
  });

  it("lacks nothing where it is leave to write instead of leave to read", () => {
    const granted = SCOPES.map((scope) => scope.replace("read_products", "write_products"));
    expect(missingScopes(granted)).toEqual([]);
    expect(missingScopes(granted.filter((scope) => scope !== "write_products"))).toEqual(["read_products"]);
  });
});
