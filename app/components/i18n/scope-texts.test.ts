import { expect, it } from "vitest";
import { SCOPES } from "#app/platforms/shopify/auth/scopes.ts";
import { withoutPermissions } from "./scope-texts.ts";

it.each(["en", "de"] as const)(
  "every permission the app asks for is told by what it is for (%s)",
  (language) => {
    const told = withoutPermissions(SCOPES, language);
    const unknown = withoutPermissions(["read_the_future"], language)[0]?.says;
    expect(told.flatMap(({ scopes }) => scopes.split(", ")).sort()).toEqual([...SCOPES].sort());
    expect(told.map(({ says }) => says)).not.toContain(unknown);
  },
);

it("both permissions of one thing are one sentence", () => {
  const [one, ...more] = withoutPermissions(
    ["write_store_credit_account_transactions", "read_store_credit_accounts"],
    "en",
  );
  expect(more).toEqual([]);
  expect(one).toEqual({
    says: "Rewards given as store credit cannot be claimed",
    scopes: "read_store_credit_accounts, write_store_credit_account_transactions",
  });
});
