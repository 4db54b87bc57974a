import { describe, expect, test } from "vitest";
import {
  activity,
  code,
  earned,
  order,
  reduced,
  renderInClub as render,
} from "#tests/fixtures/explanations.ts";
import { orderIdOf } from "./explained-parts.ts";
import type { Explanation } from "./explanation.ts";

/** Every kind, with every reason it can have. */
const EVERY: readonly [Explanation, string, string][] = [
  [earned, "Order #1001: 88 Bohnen", "Bestellung #1001: 88 Bohnen"],
  [{ ...earned, points: 0 }, "Order #1001 earned nothing", "Bestellung #1001: keine Bohnen"],
  [
    { ...reduced, keptBasisMinor: 0, target: 0 },
    "Order #42 came back, so its 15 Bohnen went back too",
    "Bestellung #42 ging zurück, damit auch 15 Bohnen",
  ],
  [
    { ...reduced, fromPending: 1, fromOtherLots: 1, writtenOff: 1 },
    "Part of order #42 came back, so 8 of its 15 Bohnen went back too",
    "Ein Teil von Bestellung #42 ging zurück, damit auch 8 von 15 Bohnen",
  ],
  [
    { ...reduced, reason: "cancellation", target: 0 },
    "Order #42 was cancelled, so its 15 Bohnen were taken back",
    "Bestellung #42 wurde storniert, abgezogen: 15 Bohnen",
  ],
  [
    { ...reduced, reason: "edit" },
    "Order #42 was changed, so 8 of its 15 Bohnen were taken back",
    "Bestellung #42 wurde geändert, abgezogen: 8 von 15 Bohnen",
  ],
  [
    { kind: "order_restored", ...order, reason: "uncancelled", target: 5, before: 0 },
    "Order #42 was reopened and earns 5 Bohnen again",
    "Bestellung #42 gilt wieder und bringt wieder 5 Bohnen",
  ],
  [
    { kind: "order_restored", ...order, reason: "edit", target: 5, before: 3 },
    "Order #42 was changed and earns 5 Bohnen instead of 3",
    "Bestellung #42 wurde geändert und bringt jetzt 5 Bohnen statt 3",
  ],
  [
    { kind: "order_restored", ...order, reason: "refund_corrected", target: 5, before: 3 },
    "A refund of order #42 was taken back, so it earns 5 Bohnen instead of 3",
    "Eine Erstattung wurde zurückgenommen: Bestellung #42 bringt jetzt 5 Bohnen statt 3",
  ],
  [
    { ...activity, activity: "link_click", rules: [{ ruleId: "click", points: 5 }], points: 5, wanted: 5 },
    "Following a link in a mail: 5 Bohnen",
    "Einem Link in einer Mail folgen: 5 Bohnen",
  ],
  [
    { ...activity, activity: "join", rules: [{ ruleId: "welcome", points: 20 }], points: 20, wanted: 20 },
    "Welcome: 20 Bohnen",
    "Willkommen: 20 Bohnen",
  ],
  [
    { ...activity, activity: "vip_month", points: -7, wanted: -20 },
    "Vip month: 7 Bohnen taken",
    "Vip month: 7 Bohnen abgezogen",
  ],
  [
    { ...activity, activity: "review", points: 0, wanted: 20, cutBy: ["click", "cap"] },
    "Writing a review: no Bohnen",
    "Eine Bewertung schreiben: keine Bohnen",
  ],
  [
    { kind: "matured", cause: "order:7100000001369", points: 1, expiresAt: 0 },
    "1 Bohne from order #42 can be spent now",
    "Jetzt einlösbar: 1 Bohne aus Bestellung #42",
  ],
  [
    {
      kind: "matured",
      cause: "activity:join:a1a668a7-1f1b-4bde-8a4b-2f55f2f3f0aa",
      points: 5,
      expiresAt: null,
    },
    "5 Bohnen from “Joining” can be spent now",
    "Jetzt einlösbar: 5 Bohnen für „Mitmachen“",
  ],
  [
    { kind: "debt_offset", cause: "adjust:a1a668a7-1f1b-4bde-8a4b-2f55f2f3f0aa", points: 30, debtLeft: 2 },
    "30 Bohnen from the shop settled what an earlier return left owing",
    "30 Bohnen vom Shop mit einer früheren Rückgabe verrechnet",
  ],
  [
    { kind: "debt_offset", cause: "tier_entry:silver", points: 22, debtLeft: 0 },
    "22 Bohnen from reaching Silber settled what an earlier return left owing",
    "22 Bohnen für die Stufe Silber mit einer früheren Rückgabe verrechnet",
  ],
  [
    { kind: "debt_offset", cause: "order:7100000001369", points: 3, debtLeft: 0 },
    "3 Bohnen from order #42 settled what an earlier return left owing",
    "3 Bohnen aus Bestellung #42 mit einer früheren Rückgabe verrechnet",
  ],
  [
    { kind: "reward_held", ...code },
    "500 Bohnen for 5 € Rabatt, code C1",
    "500 Bohnen für 5 € Rabatt, Code C1",
  ],
  [
    { kind: "reward_released", ...code, reason: "expired" },
    "5 € Rabatt (code C1) was not used in time: 500 Bohnen returned",
    "5 € Rabatt (Code C1) nicht rechtzeitig eingelöst: 500 Bohnen zurück",
  ],
  [
    { kind: "reward_released", ...code, points: 0, reason: "cancelled_by_member" },
    "5 € Rabatt (code C1) was given back",
    "5 € Rabatt (Code C1) zurückgegeben",
  ],
  [
    { kind: "reward_released", ...code, reason: "revoked" },
    "5 € Rabatt (code C1) was withdrawn by the shop: 500 Bohnen returned",
    "5 € Rabatt (Code C1) vom Shop zurückgenommen: 500 Bohnen zurück",
  ],
  [
    { kind: "reward_released", ...code, reason: "refused" },
    "5 € Rabatt (code C1) could not be set up in the shop: 500 Bohnen returned",
    "5 € Rabatt (Code C1) ließ sich im Shop nicht einrichten: 500 Bohnen zurück",
  ],
  [
    { kind: "reward_released", ...code, reason: "declined" },
    "5 € Rabatt (code C1) could not be granted: 500 Bohnen returned",
    "5 € Rabatt (Code C1) konnte nicht gewährt werden: 500 Bohnen zurück",
  ],
  [
    { kind: "reward_used", ...code, orderId: "7100000001369" },
    "5 € Rabatt (code C1) was used in order #42",
    "5 € Rabatt (Code C1) eingelöst in Bestellung #42",
  ],
  [
    { kind: "reward_used", ...code, orderId: null },
    "5 € Rabatt (code C1) was used",
    "5 € Rabatt (Code C1) eingelöst",
  ],
  [
    { kind: "reward_returned", ...code, orderId: "7100000001369", shareNum: "1", shareDen: "3" },
    "Part of order #42, paid with 5 € Rabatt (code C1), came back: 500 Bohnen returned",
    "Ein Teil von Bestellung #42 mit 5 € Rabatt (Code C1) ging zurück: 500 Bohnen wieder gutgeschrieben",
  ],
  [
    { kind: "reward_returned", ...code, orderId: "7100000001369", shareNum: "1", shareDen: "1" },
    "Order #42, paid with 5 € Rabatt (code C1), came back: 500 Bohnen returned",
    "Bestellung #42 mit 5 € Rabatt (Code C1) ging zurück: 500 Bohnen wieder gutgeschrieben",
  ],
  [
    { kind: "expired", cause: "order:7100000001369", points: 5, mode: "perLot" },
    "5 Bohnen from order #42 expired",
    "5 Bohnen aus Bestellung #42 verfallen",
  ],
  [
    { kind: "expired", cause: "code:C1:returned:2", points: 5, mode: "inactivity" },
    "5 Bohnen from a reward that came back expired",
    "5 Bohnen aus einer zurückgegebenen Prämie verfallen",
  ],
  [
    { kind: "expired", cause: "merged:7:8", points: 5, mode: "fixedDate" },
    "5 Bohnen from earlier expired",
    "5 Bohnen von früher verfallen",
  ],
  [
    { kind: "reinstated", cause: "order:7100000001369", points: 5, reason: "asked" },
    "5 Bohnen that had expired were given back: asked",
    "5 Bohnen nach dem Verfall wieder gutgeschrieben: asked",
  ],
  [
    { kind: "adjusted", points: -5, reason: "test" },
    "The shop took 5 Bohnen: test",
    "5 Bohnen vom Shop abgezogen: test",
  ],
  [
    { kind: "adjustment_undone", points: -5, reason: "test" },
    "5 Bohnen taken back by the shop: test",
    "5 Bohnen vom Shop zurückgenommen: test",
  ],
  [
    { kind: "adjustment_undone", points: 5, reason: "test" },
    "5 Bohnen given back by the shop: test",
    "5 Bohnen vom Shop zurückgegeben: test",
  ],
  [
    { kind: "opening", points: 320, expiresAt: null },
    "Carried over from the earlier program: 320 Bohnen",
    "Aus dem früheren Programm übernommen: 320 Bohnen",
  ],
  [
    { kind: "opening", points: -20, expiresAt: null },
    "Carried over from the earlier program, corrected by 20 Bohnen",
    "Übernahme aus dem früheren Programm berichtigt: 20 Bohnen weniger",
  ],
  [
    {
      ...{ kind: "gift_given", points: 50, isAgain: false, expiresAt: null },
      of: { kind: "journey", journeyId: "win-back" },
    },
    "A gift: 50 Bohnen",
    "Geschenk: 50 Bohnen",
  ],
  [
    {
      ...{ kind: "gift_taken_back", points: 50, toDebt: 0, writtenOff: 0 },
      of: { kind: "journey", journeyId: "win-back" },
    },
    "50 Bohnen taken back",
    "50 Bohnen abgezogen",
  ],
  [
    { kind: "tier_entry", levelId: "silver", points: 100 },
    "100 Bohnen for reaching Silber",
    "100 Bohnen für die Stufe Silber",
  ],
  [
    { kind: "merged", fromMemberId: "7100000000001", toMemberId: "7100000000002", points: 5 },
    "5 Bohnen moved between two accounts of the same person",
    "5 Bohnen zwischen zwei Konten derselben Person übertragen",
  ],
  [
    { kind: "unmerged", fromMemberId: "7100000000002", toMemberId: "7100000000001", points: 5 },
    "5 Bohnen moved back: two accounts are separate again",
    "5 Bohnen zurück übertragen: zwei Konten sind wieder getrennt",
  ],
];

describe("every kind of entry, in both languages", () => {
  test.each(EVERY)("%j", (why, english, german) => {
    expect(render(why, "en", "#42")[0]).toBe(english);
    expect(render(why, "de", "#42")[0]).toBe(german);
  });

  const texts = EVERY.flatMap(([why]) =>
    (["en", "de"] as const).flatMap((language) => [
      ...render(why, language, "#42"),
      ...render({ ...why, ...("orderName" in why ? { orderName: null } : {}) }, language, null),
    ]),
  );

  test.each([
    ["a number of the platform's", /\d{9,}/u],
    ["an id of ours", /[0-9a-f]{8}-[0-9a-f]{4}/u],
    ["the id of a rule, a reward or a level", /\b(spend|mugs|welcome|five-off|silver|click|cap)\b/u],
    ["a name with underscores", /\w_\w/u],
    ["a fraction", /\d\/\d/u],
    ["what is missing", /undefined|null|NaN|\(\)|: *$/u],
    ["two spaces, or one at an end", / {2}|^ | $/u],
    ["a bare percent sign in German, or a loose one in English", /\d%.*Bestellung|\d %.*order/u],
  ])("holds %s nowhere", (_, pattern) => {
    expect(texts.length).toBeGreaterThan(EVERY.length * 4 - 1);
    expect(texts.filter((text) => pattern.test(text))).toEqual([]);
  });

  test("names the order it is about, or that its points come from", () => {
    expect(EVERY.map(([why]) => orderIdOf(why)).filter((id) => id !== null)).toContain("7100000001369");
    expect(orderIdOf({ kind: "matured", cause: "order:a:b", points: 1, expiresAt: null })).toBe("a:b");
    expect(orderIdOf({ kind: "matured", cause: "adjust:1", points: 1, expiresAt: null })).toBeNull();
  });
});
