import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { storefrontProgram } from "#app/queries/storefront/storefront-program.ts";
import { makeSpeech } from "#storefront/panel/speech.ts";
import type { StorefrontState } from "#storefront/state.ts";
import { rewardConditions, rewardCost } from "#storefront/wording/rewards.ts";
import {
  challengeConditions,
  challengeGives,
  challengeTask,
  membershipBenefits,
} from "#storefront/wording/challenges.ts";
import { termsWords } from "#storefront/wording/terms.ts";
import { levelBenefits } from "#storefront/wording/tiers.ts";
import { campaignWords, capWords, wayConditions, wayPoints, wayWords } from "#storefront/wording/ways.ts";
import de from "#storefront/words/de.ts";
import deFormal from "#storefront/words/de-formal.ts";
import en from "#storefront/words/en.ts";
import es from "#storefront/words/es.ts";
import fr from "#storefront/words/fr.ts";
import it_ from "#storefront/words/it.ts";
import nl from "#storefront/words/nl.ts";

const LANGUAGES = [
  ["en", en],
  ["de", de],
  ["de", deFormal],
  ["fr", fr],
  ["es", es],
  ["it", it_],
  ["nl", nl],
] as const;

/** Each number is another one, and none is part of another, so that none stands there by chance. */
const numbers = fc.uniqueArray(fc.integer({ min: 101, max: 999 }), { minLength: 18, maxLength: 18 });

const now = Date.parse("2026-05-01T00:00:00Z");
/** In the shop's zone it is the next day already. */
const since = Date.parse("2026-04-12T22:30:00Z");

/** A program with every kind of number, and what of it a shopper must be able to read. */
function programOf(some: readonly number[]) {
  const [
    spend,
    per,
    least,
    first,
    often,
    capped,
    cap,
    cost,
    minimum,
    valid,
    persons,
    window,
    grace,
    from,
    entry,
  ] = some.map(String);
  const [matures, young, notice] = some.slice(15);
  const months = 10 + (Number(window) % 90);
  const document = {
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    pointsName: { one: "Bohne", other: "Bohnen" },
    earning: {
      maturity: { kind: "afterPaid", days: matures },
      rules: [
        { id: "spend", kind: "spend", points: Number(spend), per: `${String(per)}.00` },
        {
          id: "first",
          kind: "order",
          points: Number(first),
          order: { first: true, minSubtotal: `${String(least)}.00` },
        },
        {
          ...{ id: "again", kind: "item", points: 7, lines: { tags: ["new"] } },
          limit: { count: Number(often), per: "year" },
        },
        {
          ...{ id: "much", kind: "order", points: 8, order: { nth: 3 } },
          limit: { points: Number(capped), per: "month" },
        },
      ],
      campaigns: [
        { id: "may", factor: 2.5, from: "2026-06-11T00:00:00+02:00", to: "2026-07-23T00:00:00+02:00" },
      ],
      caps: [{ points: Number(cap), per: "year" }],
    },
    expiry: { kind: "fixedDate", month: 12, day: 29, minAgeDays: young },
    tiers: {
      ...{ metric: "spend", window: { kind: "rolling", months }, graceDays: Number(grace) },
      levels: [
        { id: "base", name: "Base", from: "0" },
        {
          id: "gold",
          name: "Gold",
          from: `${String(from)}.00`,
          multiplier: 1.75,
          entryPoints: Number(entry),
        },
      ],
    },
    rewards: [
      {
        ...{
          id: "off",
          kind: "amountOff",
          value: "4.56",
          cost: Number(cost),
          minSubtotal: `${String(minimum)}.00`,
        },
        ...{ validDays: Number(valid), limitPerMember: Number(persons) },
      },
    ],
  };
  const expected = [...some.slice(0, 11), months, ...some.slice(12)].map(String);
  return { document, expected, noticeDays: Number(notice) };
}

/** All that a guest's panel says of the program. */
function told(state: StorefrontState, language: (typeof LANGUAGES)[number]): string {
  const speech = makeSpeech(state, language[1], language[0]);
  const { ways, campaigns, challenges, memberships, rewards, tiers, terms } = state.program;
  return [
    ...ways.flatMap((way) => [
      wayWords(speech, way),
      wayPoints(speech, state, way),
      ...wayConditions(speech, way),
    ]),
    ...campaigns.flatMap((campaign) => {
      const { title, gives, conditions } = campaignWords(speech, campaign);
      return [title, gives, ...conditions];
    }),
    ...terms.caps.map(({ points, per }) => capWords(speech, points, per)),
    ...rewards.flatMap((reward) => [
      speech.rewardTitle(reward),
      rewardCost(speech, reward),
      ...rewardConditions(speech, reward),
    ]),
    ...challenges.flatMap((challenge) => [
      challenge.name,
      challengeTask(speech, challenge),
      challengeGives(speech, challenge),
      ...challengeConditions(speech, challenge),
    ]),
    ...memberships.flatMap((membership) => [membership.name, ...membershipBenefits(speech, membership)]),
    ...(tiers?.levels ?? []).flatMap((level) => [
      speech.amount("spend", level.from),
      ...levelBenefits(speech, level),
    ]),
    ...termsWords(speech, state),
  ].join(" · ");
}

describe("what a shopper reads of a program", () => {
  it.each(LANGUAGES)("holds every number and day of it, in %s", (...language) => {
    fc.assert(
      fc.property(numbers, (some) => {
        const { document, expected, noticeDays } = programOf(some);
        const parsed = parseProgram(document);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
        const beside = { ...FIRST_CHOICES, noticeDays, since };
        const state: StorefrontState = {
          ...{
            at: now,
            currency: "EUR",
            currencyDigits: 2,
            timezone: "Europe/Berlin",
            referral: null,
            pause: null,
          },
          program: storefrontProgram(parsed.program, language[0], now, beside),
          viewer: { kind: "guest" },
        };
        const text = told(state, language);
        const missing = [...expected, "11", "13", "22", "29"].filter(
          (number) => !new RegExp(`(?<!\\d)${number}(?!\\d)`, "u").test(text),
        );
        expect(missing).toEqual([]);
        for (const factor of [/2[.,]5(?!\d)/u, /1[.,]75/u, /4[.,]56/u]) expect(text).toMatch(factor);
      }),
      { numRuns: 20 },
    );
  });

  const many = fc.uniqueArray(fc.integer({ min: 101, max: 999 }), { minLength: 18, maxLength: 18 });

  it.each(LANGUAGES)("holds every number of its challenges and paid memberships, in %s", (...language) => {
    fc.assert(
      fc.property(many, (some) => {
        const parsed = parseProgram(engagedProgram(some));
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
        const shop = { at: now, currency: "EUR", currencyDigits: 2, timezone: "Europe/Berlin" };
        const program = storefrontProgram(parsed.program, language[0], now, { ...FIRST_CHOICES, since });
        const text = told(
          { ...shop, referral: null, pause: null, program, viewer: { kind: "guest" } },
          language,
        );
        const missing = some.filter(
          (number) => !new RegExp(`(?<!\\d)${String(number)}(?!\\d)`, "u").test(text),
        );
        expect(missing).toEqual([]);
        for (const word of ["Explorer", "Entdecker", "Lucky", "VIP", "Becher"]) expect(text).toContain(word);
        for (const number of [/2[.,]75/u, /3[.,]21/u]) expect(text).toMatch(number);
      }),
      { numRuns: 15 },
    );
  });
});

/** Challenges of every kind and a membership, with so many numbers. */
function engagedProgram(some: readonly number[]) {
  const [twice, gives, at, step, spent, bonus, length, streak, stamps, most, weeks, units, one, two] = some;
  const [clicks, clicked, entry, monthly] = some.slice(14);
  return {
    format: "regulars.program/1",
    ...{ name: "Club", currency: "EUR", timezone: "Europe/Berlin", earning: { rules: [] } },
    rewards: [
      { id: "mug", name: "Becher", kind: "freeProduct", products: ["p1"], cost: 5 },
      { id: "off", kind: "amountOff", value: "3.21", cost: 5 },
    ],
    challenges: [
      {
        ...{ id: "explorer", name: "Explorer", every: "month", goal: { count: "types", atLeast: twice } },
        ...{ steps: [{ at, points: step }], give: { points: gives }, badge: "Entdecker" },
      },
      {
        ...{ id: "spent", every: "year", give: { points: bonus } },
        goal: { count: "value", atLeast: `${String(spent)}.00` },
      },
      {
        ...{ id: "streak", kind: "streak", every: "week", length, give: { points: streak } },
        goal: { count: "purchases", atLeast: 1 },
      },
      {
        id: "card",
        kind: "stamps",
        per: stamps,
        stampsPerOrder: most,
        give: { reward: "mug" },
        repeat: true,
      },
      {
        ...{ id: "lucky", name: "Lucky", kind: "surprise", everyWeeks: weeks, from: "2026-01-05" },
        ...{ goal: { count: "units", atLeast: units }, oneOf: [{ points: one }, { points: two }] },
      },
      {
        ...{ id: "clicks", every: "once", give: { points: clicked } },
        goal: { count: "activities", activity: "link_click", atLeast: clicks },
      },
    ],
    memberships: [
      {
        ...{ id: "vip", name: "VIP", products: ["p2"], months: 1, graceDays: 3 },
        benefits: {
          ...{ multiplier: 2.75, entryPoints: entry, monthly: { points: monthly }, rewards: ["off"] },
        },
      },
    ],
  };
}
