import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeApp } from "../../common/testing/fake-app.ts";
import { anna, annasStateWith, opened, strangersState } from "../../common/testing/kiezcafe.ts";
import { press, readable, reads, unnamedControls } from "../../common/testing/page.ts";
import { translateFrom } from "../../common/testing/translate.ts";
import de from "../locales/de.json";
import en from "../locales/en.default.json";

const block = getExtension("admin.customer-details.block.render");
const MEMBER = "GET /api/admin/member";

beforeEach(() => block.setUp());
afterEach(() => block.tearDown());

async function show(answers: Parameters<typeof fakeApp>[0], sentences: unknown = en) {
  const app = fakeApp(answers);
  block.fetch = app.fetch;
  block.shopify.data.selected = [{ id: "gid://shopify/Customer/7001" }];
  block.shopify.auth.idToken = () => Promise.resolve("staff-token");
  block.shopify.i18n.translate = translateFrom(sentences) as typeof block.shopify.i18n.translate;
  await block.render();
  return app;
}

describe("the block on Shopify's customer page", () => {
  it("says what the customer has, the tier and until when", async () => {
    const tier = anna.tier === null ? null : { ...anna.tier, until: Date.UTC(2026, 11, 31, 23) };
    await show({ [MEMBER]: opened(annasStateWith({ tier })) });
    await reads("320 Bohnen");
    for (const text of ["worth €3.20", "Bronze", "€46 to Silber", "Bronze until December 31"]) {
      expect(readable()).toContain(text);
    }
  });

  it("shows the points even when it is folded", async () => {
    await show({ [MEMBER]: opened() });
    await reads("320 Bohnen");
    expect(document.querySelector("s-admin-block")?.getAttribute("collapsedsummary")).toBe("320 Bohnen");
  });

  it("speaks German to German staff", async () => {
    await show({ [MEMBER]: opened() }, de);
    await reads("Noch 46 € bis Silber");
    expect(readable()).toContain("Punkte anpassen");
  });

  it("speaks about the customer, not to them", async () => {
    const top = anna.tier === null ? null : { ...anna.tier, levelId: "gold", name: "Gold", next: null };
    await show({ [MEMBER]: opened(annasStateWith({ tier: top, debt: 30 })) }, de);
    await reads("Höchste Stufe erreicht");
    expect(readable()).toContain("30 Bohnen werden mit den nächsten verrechnet.");
    expect(readable()).not.toMatch(/\b(du|dein\w*|Sie|Ihr\w*|Ihnen)\b/u);
  });

  it("asks about the customer on the page, with the word of Shopify's admin", async () => {
    const app = await show({ [MEMBER]: opened() });
    await reads("320 Bohnen");
    const [request] = app.askedOf(MEMBER);
    expect(request?.url.searchParams.get("customer")).toBe("gid://shopify/Customer/7001");
    expect(request?.headers.get("authorization")).toBe("Bearer staff-token");
  });

  it("has a name for every control", async () => {
    await show({ [MEMBER]: opened() });
    expect(unnamedControls()).toEqual([]);
    await reads("320 Bohnen");
    expect(unnamedControls()).toEqual([]);
  });

  it("leads to the action that adjusts points", async () => {
    const navigate = vi.fn();
    block.shopify.navigation.navigate = navigate;
    await show({ [MEMBER]: opened() });
    await reads("Adjust points");
    press("Adjust points");
    expect(navigate).toHaveBeenCalledWith("extension://regulars-adjust");
  });

  it("says so of a customer who is not in the program", async () => {
    await show({ [MEMBER]: opened(strangersState) });
    await reads("This customer is not in the program yet.");
  });

  it("says when there is no program, and tries again on asking", async () => {
    await show({
      [MEMBER]: [{ status: 404, body: { ok: false, refusal: "program_missing" } }, opened()],
    });
    await reads("No program is live.");
    press("Try again");
    await reads("320 Bohnen");
  });
});
