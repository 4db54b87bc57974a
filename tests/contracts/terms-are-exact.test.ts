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
import { engagedProgram, LANGUAGES, programOf } from "#tests/fixtures/told-programs.ts";
import { campaignWords, capWords, wayConditions, wayPoints, wayWords } from "#storefront/wording/ways.ts";

/** Each number is another one, and none is part of another, so that none stands there by chance. */
const numbers = fc.uniqueArray(fc.integer({ min: 101, max: 999 }), { minLength: 18, maxLength: 18 });

const now = Date.parse("2026-05-01T00:00:00Z");
/** In the shop's zone it is the next day already. */
const since = Date.parse("2026-04-12T22:30:00Z");

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
            referral: false,
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
          { ...shop, referral: false, pause: null, program, viewer: { kind: "guest" } },
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
