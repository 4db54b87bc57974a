import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { storefrontProgram } from "#app/queries/storefront/storefront-program.ts";
import { makeSpeech } from "#storefront/panel/speech.ts";
import { QUESTION_NAMES } from "#storefront/questions/question-words.ts";
import { questionsOf, type Question } from "#storefront/questions/questions.ts";
import type { StorefrontState } from "#storefront/state.ts";
import { guestState, memberState } from "#tests/fixtures/storefront-state.ts";
import { engagedProgram, LANGUAGES, programOf } from "#tests/fixtures/told-programs.ts";

type Language = (typeof LANGUAGES)[number];

const now = Date.parse("2026-05-01T00:00:00Z");
/** In the shop's zone it is the next day already. */
const since = Date.parse("2026-04-12T22:30:00Z");
const distinct = fc.uniqueArray(fc.integer({ min: 101, max: 999 }), { minLength: 18, maxLength: 18 });

function guestOf(document: unknown, language: string, noticeDays = 30): StorefrontState {
  const parsed = parseProgram(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const program = storefrontProgram(parsed.program, language, now, { ...FIRST_CHOICES, noticeDays, since });
  const shop = { at: now, currency: "EUR", currencyDigits: 2, timezone: "Europe/Berlin" };
  return { ...shop, referral: false, pause: null, program, viewer: { kind: "guest" } };
}

function ask(state: StorefrontState, [locale, words, asked]: Language): Question[] {
  return questionsOf(makeSpeech(state, words, locale), asked, state);
}

function textOf(questions: readonly Question[]): string {
  return questions.map(({ question, answers }) => [question, ...answers].join("\n")).join("\n\n");
}

const missingIn = (text: string, numbers: readonly (number | string)[]) =>
  numbers.filter((number) => !new RegExp(`(?<!\\d)${String(number)}(?!\\d)`, "u").test(text));

describe("questions and answers", () => {
  it.each(LANGUAGES)("hold every number and day of a program, in %s", (...language) => {
    fc.assert(
      fc.property(distinct, (some) => {
        const { document, expected, noticeDays } = programOf(some);
        const text = textOf(ask(guestOf(document, language[0], noticeDays), language));
        expect(missingIn(text, [...expected, "11", "13", "22", "29"])).toEqual([]);
        for (const factor of [/2[.,]5(?!\d)/u, /1[.,]75/u, /4[.,]56/u]) expect(text).toMatch(factor);
        expect(text).not.toMatch(/[{}]/u);
      }),
      { numRuns: 10 },
    );
  });

  it.each(LANGUAGES)("hold every number of challenges and paid memberships, in %s", (...language) => {
    fc.assert(
      fc.property(distinct, (some) => {
        const text = textOf(ask(guestOf(engagedProgram(some), language[0]), language));
        expect(missingIn(text, some)).toEqual([]);
        for (const word of ["Explorer", "Entdecker", "Lucky", "VIP", "Becher"]) expect(text).toContain(word);
        for (const number of [/2[.,]75/u, /3[.,]21/u]) expect(text).toMatch(number);
        expect(text).not.toMatch(/[{}]/u);
      }),
      { numRuns: 10 },
    );
  });

  const switches = fc.record({
    ...{ earns: fc.boolean(), tiers: fc.boolean(), rewards: fc.boolean(), experience: fc.boolean() },
    ...{ challenges: fc.boolean(), memberships: fc.boolean(), expires: fc.boolean(), excludes: fc.boolean() },
  });

  it.each(LANGUAGES)("ask what a program has and promise nothing that it has not, in %s", (...language) => {
    fc.assert(
      fc.property(switches, (has) => {
        const questions = ask(guestOf(programWith(has), language[0]), language);
        const names = questions.map(({ name }) => name);
        const buys = has.earns || has.tiers || has.challenges;
        const expected: Readonly<Record<(typeof QUESTION_NAMES)[number], boolean>> = {
          ...{ earn: true, expire: true, fewer: true, kept: true, leave: true, since: true },
          ...{ counts: buys, excluded: has.excludes, levels: has.tiers, keep: has.tiers },
          ...{ spend: has.rewards || has.experience, rewards: has.rewards || has.experience },
          ...{ use: has.rewards || has.experience, challenges: has.challenges },
          ...{ memberships: has.memberships, returned: buys || has.rewards || has.experience },
        };
        expect(names).toEqual(QUESTION_NAMES.filter((name) => expected[name]));
        expect(questions.every(({ answers }) => answers.length > 0)).toBe(true);
        const [, , asked] = language;
        const text = textOf(questions);
        const told = (sentence: string) => text.includes(sentence);
        expect({
          ...{ Gold: told("Gold"), Becher: told("Becher"), Streak: told("Streak"), VIP: told("VIP") },
          ...{ code: told(asked.useCode), Tasting: told("Tasting"), bought: told(asked.membershipBuy) },
          ...{ level: told(asked.levelReturned), challenge: told(asked.challengeReturned) },
          ...{ claimed: told(asked.fewerClaimed), 17: /(?<!\d)17(?!\d)/u.test(text) },
        }).toEqual({
          ...{ Gold: has.tiers, Becher: has.rewards, Streak: has.challenges, VIP: has.memberships },
          ...{ code: has.rewards, Tasting: has.experience, bought: has.memberships },
          ...{ level: has.tiers, challenge: has.challenges },
          ...{ claimed: has.rewards || has.experience, 17: has.expires },
        });
      }),
      { numRuns: 25 },
    );
  });

  it("are the same for a member as for a guest: what somebody has is no rule", () => {
    const [english] = LANGUAGES;
    const asGuest = { ...memberState, program: guestState.program, viewer: guestState.viewer };
    const [guests, members] = [asGuest, memberState].map((state) =>
      ask(state, english).filter(({ name }) => name !== "rewards" && name !== "use"),
    );
    expect(members).toEqual(guests);
    expect(textOf(ask(memberState, english))).toContain("\n€1 off: 100+ Bohnen · 100 Bohnen per €1 · ");
  });

  it("tell what takes points where people ask why they have fewer", () => {
    const [english] = LANGUAGES;
    const state = guestOf(programWith({ ...NOTHING, earns: true, expires: true }), "en");
    expect(ask(state, english).find(({ name }) => name === "fewer")?.answers).toEqual([
      "When goods come back, the Bohnen they earned go back too.",
      "Your Bohnen are valid for 17 months.",
      "The history in the panel gives the reason for every change.",
    ]);
  });
});

const NOTHING = {
  ...{ earns: false, tiers: false, rewards: false, experience: false },
  ...{ challenges: false, memberships: false, expires: false, excludes: false },
};

/** A program with some of its parts and without the others. */
function programWith(has: Readonly<Record<keyof typeof NOTHING, boolean>>) {
  const mug = { id: "mug", name: "Becher", kind: "freeProduct", products: ["p1"], cost: 5 };
  const tasting = { id: "tasting", name: "Tasting", kind: "experience", cost: 50 };
  const rules = has.earns ? [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] : [];
  return {
    ...{ format: "regulars.program/1", name: "Club", currency: "EUR", timezone: "Europe/Berlin" },
    pointsName: { one: "Bohne", other: "Bohnen" },
    earning: { rules, ...(has.excludes && { exclude: { customerTags: ["b2b"] } }) },
    rewards: [...(has.rewards ? [mug] : []), ...(has.experience ? [tasting] : [])],
    ...(has.expires && { expiry: { kind: "perLot", months: 17 } }),
    ...(has.tiers && {
      tiers: {
        metric: "orders",
        levels: [
          { id: "base", name: "Base", from: "0" },
          { id: "gold", name: "Gold", from: "3" },
        ],
      },
    }),
    ...(has.challenges && {
      challenges: [{ id: "streak", name: "Streak", kind: "streak", every: "week", length: 4 }].map(
        (challenge) => ({
          ...challenge,
          goal: { count: "purchases", atLeast: 1 },
          give: { points: 9 },
        }),
      ),
    }),
    ...(has.memberships && {
      memberships: [{ id: "vip", name: "VIP", products: ["p2"], months: 1, benefits: { multiplier: 2 } }],
    }),
  };
}
