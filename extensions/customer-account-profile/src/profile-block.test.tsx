import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeApp } from "../../common/testing/fake-app.ts";
import { annasState, opened, strangersState } from "../../common/testing/kiezcafe.ts";
import { button, press, readable, reads } from "../../common/testing/page.ts";
import { translateFrom } from "../../common/testing/translate.ts";
import de from "../locales/de.json";

const profile = getExtension("customer-account.profile.block.render");
const OPEN = "GET /api/customer/state";

beforeEach(() => profile.setUp());
afterEach(() => profile.tearDown());

async function show(answers: Parameters<typeof fakeApp>[0]): Promise<void> {
  profile.fetch = fakeApp(answers).fetch;
  profile.shopify.settings.value = { german_address: undefined };
  profile.shopify.localization.extensionLanguage.value = { isoCode: "de" };
  profile.shopify.i18n.translate = translateFrom(de) as typeof profile.shopify.i18n.translate;
  await profile.render();
}

describe("the block on the profile", () => {
  it("says points, their worth and the tier, and leads to the full page", async () => {
    await show({ [OPEN]: opened() });
    await reads("320 Bohnen");
    expect(readable()).toContain("Kiezcafé Club");
    expect(readable()).toContain("Noch 46 € bis Silber");
    expect(button("Prämien, Codes und Verlauf").getAttribute("href")).toBe("extension:regulars-page/");
  });

  it("speaks with du, and with Sie where the shop has chosen it in the app", async () => {
    await show({ [OPEN]: opened() });
    await reads("Mit Silber bekommst du");
    profile.tearDown();
    profile.setUp();
    await show({ [OPEN]: opened(annasState, true) });
    await reads("Mit Silber bekommen Sie");
  });

  it("invites somebody who is not in the program", async () => {
    await show({ [OPEN]: opened(strangersState) });
    await reads("Prämien, Codes und Verlauf");
    expect(readable()).not.toContain("Noch 46 €");
  });

  it("holds its place while it asks, and says when it gets no answer", async () => {
    await show({ [OPEN]: ["unreachable", opened()] });
    expect(document.querySelector("s-skeleton-paragraph")).not.toBeNull();
    await reads("Noch einmal");
    press("Noch einmal versuchen");
    await reads("320 Bohnen");
  });
});
