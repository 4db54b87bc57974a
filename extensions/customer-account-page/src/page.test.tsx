import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  anna,
  annasState,
  annasStateWith,
  fiveOffState,
  opened,
  strangersState,
} from "../../common/testing/kiezcafe.ts";
import { fakeApp, type Answer } from "../../common/testing/fake-app.ts";
import { button, press, readable, reads, type, unnamedControls } from "../../common/testing/page.ts";

const page = getExtension("customer-account.page.render");
const SHOP = "kiezcafe.myshopify.com";
const OPEN = "GET /api/customer/state";
const CLAIM = "POST /api/customer/claim";
const SHOP_REFUSED = { status: 409, body: { ok: false, refusal: "shop_refused", missing: null } };

beforeEach(() => page.setUp());
afterEach(() => page.tearDown());

async function show(answers: Parameters<typeof fakeApp>[0], language = "en", address?: "Sie") {
  const app = fakeApp(answers);
  page.fetch = app.fetch;
  page.shopify.settings.value = { german_address: address };
  page.shopify.localization.extensionLanguage.value = { isoCode: language };
  await page.render();
  return app;
}

describe("the page of a member", () => {
  it("says what there is, what it is worth, what is on the way and what runs out", async () => {
    await show({ [OPEN]: opened() });
    await reads("320 Bohnen");
    for (const text of [
      "Hello Anna",
      "worth €3.20",
      "+120 on the way, from May 12",
      "40 Bohnen to use by June 30",
    ]) {
      expect(readable()).toContain(text);
    }
  });

  it("says the tier, what is missing to the next, what that brings and how long this one lasts", async () => {
    const tier = anna.tier === null ? null : { ...anna.tier, until: Date.UTC(2026, 11, 31, 23) };
    await show({ [OPEN]: opened(annasStateWith({ tier })) });
    await reads("€46 to Silber");
    expect(readable()).toContain("With Silber you get: Free shipping, 1.25× Bohnen, 100 Bohnen as a welcome");
    expect(readable()).toContain("Bronze until December 31");
    expect(document.querySelector("s-progress")?.getAttribute("value")).toBe("77");
  });

  it("links to the pages of their tier, those of the shop in the shop", async () => {
    const pages = [
      { name: "Films", url: "/pages/films" },
      { name: "Elsewhere", url: "https://films.example/" },
    ];
    await show({
      [OPEN]: opened(annasStateWith({ tier: anna.tier === null ? null : { ...anna.tier, pages } })),
    });
    await reads("Films");
    const links = [...document.querySelectorAll("s-link")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["https://kiezcafe.myshopify.com/pages/films", "https://films.example/"]);
  });

  it("speaks German with du, and with Sie where the merchant has chosen so", async () => {
    await show({ [OPEN]: opened() }, "de");
    await reads("Noch 46 € bis Silber");
    expect(readable()).toContain("Deine Stufe");
    page.tearDown();
    page.setUp();
    await show({ [OPEN]: opened() }, "de-AT", "Sie");
    await reads("Ihre Stufe");
  });

  it("speaks German with Sie where the shop has chosen it in the app, and no other language differently", async () => {
    await show({ [OPEN]: opened(annasState, true) }, "de");
    await reads("Ihre Stufe");
    expect(readable()).not.toMatch(/\b(du|dein\w*|dir|dich)\b/iu);
    page.tearDown();
    page.setUp();
    await show({ [OPEN]: opened(annasState, true) }, "en");
    await reads("Hello Anna");
  });

  it("answers a language it does not speak in English", async () => {
    await show({ [OPEN]: opened() }, "ja");
    await reads("Hello Anna");
  });

  it("has a name for every control, before, while and after it asks", async () => {
    await show({ [OPEN]: opened() });
    expect(unnamedControls()).toEqual([]);
    await reads("320 Bohnen");
    press("Claim");
    press("Give back");
    await reads("Yes, claim");
    expect(unnamedControls()).toEqual([]);
  });

  it("asks the app with the customer's session token", async () => {
    const app = await show({ [OPEN]: opened() });
    await reads("320 Bohnen");
    expect(app.asked[0]?.headers.get("authorization")).toBe("Bearer mock-session-token");
  });
});

describe("a reward", () => {
  it("that can be had comes first; every other one says what it waits for", async () => {
    await show({ [OPEN]: opened() });
    await reads("80 Bohnen to go");
    expect(readable()).toContain("For Silber and Gold");
    const text = readable();
    expect(text.indexOf("Up to €3 off")).toBeLessThan(text.indexOf("80 Bohnen to go"));
  });

  it("is asked for once, and its code stands there at once, to copy and to use", async () => {
    const after = annasStateWith({ available: 20 });
    const app = await show({
      [OPEN]: opened(fiveOffState),
      [CLAIM]: { body: { ok: true, code: "KC-NEW", state: { ...fiveOffState, viewer: after.viewer } } },
    });
    await reads("420 Bohnen");
    press("Claim");
    await reads("400 Bohnen for €5 off, valid 90 days.");
    expect(app.askedOf(CLAIM)).toHaveLength(0);
    press("Yes, claim");
    await reads("Here is your code for €5 off.");
    await reads("20 Bohnen");
    expect(app.askedOf(CLAIM)[0]?.body).toMatchObject({ rewardId: "five-off", points: null });
    expect(button("Use now").getAttribute("href")).toBe(`https://${SHOP}/discount/KC-NEW`);
    expect(document.querySelector("#copy-claimed-KC-NEW")?.getAttribute("text")).toBe("KC-NEW");
  });

  it.each<[string, string, Answer, string]>([
    ["did not come through", "is the same claim", "not json", "Try again: nothing is taken twice."],
    ["the shop refused", "is another claim", SHOP_REFUSED, "The shop could not issue this reward."],
  ])("that %s says what is safe, and the next try %s", async (_what, next, failed, told) => {
    const done = { body: { ok: true, code: "KC-NEW", state: annasState } };
    const app = await show({ [OPEN]: opened(), [CLAIM]: [failed, done] });
    await reads("320 Bohnen");
    press("Claim");
    await reads("Yes, claim");
    press("Yes, claim");
    await reads(told);
    press("Try again");
    await reads("Here is your code for €1 off.");
    const keys = app.askedOf(CLAIM).map(({ body }) => Reflect.get(body as object, "key") as unknown);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/u);
    expect(keys[1] === keys[0]).toBe(next === "is the same claim");
  });

  it("that is refused says why, and that nothing was taken", async () => {
    const refused = { status: 409, body: { ok: false, refusal: "points_insufficient", missing: 30 } };
    await show({ [OPEN]: opened(), [CLAIM]: refused });
    await reads("320 Bohnen");
    press("Claim");
    await reads("Yes, claim");
    press("Yes, claim");
    await reads("30 Bohnen are missing. Nothing was taken.");
  });

  it("whose value is chosen asks for the points, and another amount is another claim", async () => {
    const refused = { status: 409, body: { ok: false, refusal: "points_choice_invalid", missing: null } };
    const app = await show({ [OPEN]: opened(), [CLAIM]: refused });
    await reads("100+ Bohnen");
    press("Claim");
    await reads("100 Bohnen for €1 off, valid 30 days.");
    press("Yes, claim");
    await reads("That amount cannot be chosen.");
    type("How many Bohnen?", "300", "change");
    await reads("300 Bohnen for €3 off, valid 30 days.");
    press("Try again");
    await reads("That amount cannot be chosen.");
    const [first, second] = app.askedOf(CLAIM).map(({ body }) => body as { points: number; key: string });
    expect([first?.points, second?.points]).toEqual([100, 300]);
    expect(second?.key).not.toBe(first?.key);
  });

  it("whose code is still being made says so, and that its points are set aside", async () => {
    await show({ [OPEN]: opened(), [CLAIM]: { body: { ok: true, code: null, state: annasState } } });
    await reads("320 Bohnen");
    press("Claim");
    await reads("Yes, claim");
    press("Yes, claim");
    await reads("Your code is being made");
  });
});

describe("a code", () => {
  it("is given back after one question, and the points return", async () => {
    const app = await show({
      [OPEN]: opened(),
      "POST /api/customer/cancel-code": {
        body: { ok: true, code: null, state: annasStateWith({ available: 720, codes: [] }) },
      },
    });
    await reads("RGL7-K4MW-P9XD-T3");
    press("Give back");
    await reads("It stops working and 400 Bohnen return to you.");
    press("Yes, give back");
    await reads("Given back. 400 Bohnen are yours again.");
    expect(app.askedOf("POST /api/customer/cancel-code")[0]?.body).toEqual({ code: "RGL7-K4MW-P9XD-T3" });
    expect(readable()).toContain("720 Bohnen");
    expect(readable()).toContain("No codes yet.");
  });

  it("that was used is folded away, and says that it was", async () => {
    await show({ [OPEN]: opened() });
    await reads("Earlier codes");
    expect(document.querySelector("s-details")?.textContent).toContain("used");
  });
});

describe("the history", () => {
  it("tells each entry human first, and explains it when it is opened", async () => {
    const reason = { amountMinor: 5800, ofMinor: null, points: 58, at: null, text: null };
    const rate = { points: 1, perMinor: 100, multiplier: "1.25" };
    const app = await show({
      [OPEN]: opened(),
      "GET /api/customer/explanation": {
        body: { key: "order:1042:award:1", reasons: [{ what: "goods", rate, ...reason }] },
      },
    });
    await reads("Order #1042, 3 items: +58");
    const entry = [...document.querySelectorAll("s-details")].find(({ textContent }) =>
      textContent.includes("#1042"),
    );
    entry?.dispatchEvent(Object.assign(new Event("toggle"), { newState: "open" }));
    await reads("€58 of goods, 1 Bohne per €1, 1.25×");
    expect(app.askedOf("GET /api/customer/explanation")[0]?.url.searchParams.get("key")).toBe(
      "order:1042:award:1",
    );
  });

  it("shows older entries on asking, as far as there are any", async () => {
    const older = { ...anna.history.entries[0], key: "order:900:award:1", subject: "#900" };
    await show({
      [OPEN]: opened(),
      "GET /api/customer/history": { body: { entries: [older], before: null } },
    });
    await reads("Show older");
    press("Show older");
    await reads("Order #900");
    expect(readable()).not.toContain("Show older");
  });
});

describe("the page before and beside a membership", () => {
  it("invites somebody who is not in the program, and welcomes after joining", async () => {
    await show({
      [OPEN]: opened(strangersState),
      "POST /api/customer/join": { body: { ok: true, code: null, state: annasState } },
    });
    await reads("100 Bohnen are worth €1.");
    press("Join");
    await reads("Welcome. Good to have you here.");
    expect(readable()).toContain("Hello Anna");
  });

  it("says that a new member's lists are empty, and how they fill", async () => {
    const empty = annasStateWith({ codes: [], history: { entries: [], before: null } });
    await show({ [OPEN]: opened({ ...empty, program: { ...empty.program, rewards: [] } }) });
    await reads("No codes yet. A reward you claim appears here.");
    expect(readable()).toContain("Nothing here yet. Your first order makes the first line.");
    expect(readable()).toContain("There are no rewards yet.");
  });

  it.each([
    ["the app cannot be reached", "unreachable", "Your balance is safe."],
    ["what answers is not the app", "not json", "Your balance is safe."],
    [
      "there is no program",
      { status: 404, body: { ok: false, refusal: "program_missing" } },
      "The program is taking a break.",
    ],
    [
      "the session has ended",
      { status: 401, body: { ok: false, refusal: "not_signed_in" } },
      "You are signed out.",
    ],
  ] as const)("says when %s, and tries again on asking", async (_when, answer, text) => {
    await show({ [OPEN]: [answer, opened()] });
    await reads(text);
    press("Try again");
    await reads("320 Bohnen");
  });
});
