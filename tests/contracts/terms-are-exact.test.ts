import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { storefrontProgram } from "#app/queries/storefront/storefront-program.ts";
import { makeSpeech } from "#storefront/panel/speech.ts";
import type { StorefrontState } from "#storefront/state.ts";
import { rewardConditions, rewardCost } from "#storefront/wording/rewards.ts";
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
  const { ways, campaigns, rewards, tiers, terms } = state.program;
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
        const promises = { ...FIRST_CHOICES, noticeDays };
        const state: StorefrontState = {
          ...{
            at: now,
            currency: "EUR",
            currencyDigits: 2,
            timezone: "Europe/Berlin",
            referral: null,
            pause: null,
          },
          program: storefrontProgram(parsed.program, language[0], now, promises),
          viewer: { kind: "guest" },
        };
        const text = told(state, language);
        const missing = [...expected, "11", "22", "29"].filter(
          (number) => !new RegExp(`(?<!\\d)${number}(?!\\d)`, "u").test(text),
        );
        expect(missing).toEqual([]);
        for (const factor of [/2[.,]5(?!\d)/u, /1[.,]75/u, /4[.,]56/u]) expect(text).toMatch(factor);
      }),
      { numRuns: 20 },
    );
  });
});
