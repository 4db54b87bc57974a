import { describe, expect, it } from "vitest";
import {
  answerTo,
  at,
  join,
  journey,
  leave,
  line,
  mail,
  note,
  order,
  told,
} from "#tests/support/journey-story.ts";
import type { JourneyStory } from "#tests/support/journey-story.ts";

const hello = join(at("2026-01-05", "09:00"));
const text = (template: string) => ({ send: { channel: "sms", template } });
const push = (template: string) => ({ send: { channel: "push", template } });
const gift = { rewards: [{ id: "gift", kind: "percentOff", percent: 10 }] } as const;
const mails = (id: string, trigger: object, more: object = {}) =>
  journey(id, trigger, { steps: [mail(id)], ...more });

describe("quiet hours", () => {
  const onJoin = (when: string, member: object = {}): JourneyStory => ({
    journeys: [mails("a", { on: "joined" })],
    lines: [join(when, member)],
    stopAt: at("2026-01-07"),
  });
  it.each([
    ["just before they begin a message goes", onJoin(at("2026-01-05", "20:59")), "2026-01-05T20:59"],
    [
      "from their first instant on it waits for their end",
      onJoin(at("2026-01-05", "21:00")),
      "2026-01-06T08:00",
    ],
    ["in the small hours too", onJoin(at("2026-01-05", "07:59")), "2026-01-05T08:00"],
    ["at their end it goes", onJoin(at("2026-01-05", "08:00")), "2026-01-05T08:00"],
    [
      "they are those of the customer's zone",
      onJoin(at("2026-01-05"), { zone: "America/New_York" }),
      "2026-01-05T14:00",
    ],
    ["an unknown zone is the shop's", onJoin(at("2026-01-05"), { zone: "Mars/Base" }), "2026-01-05T10:00"],
  ])("%s", (_, story, goesAt) => {
    expect(told(story)).toEqual([`${goesAt} m1 a 0 email a`]);
  });

  it("are the merchant's to set, also within a day", () => {
    const settings = { quietHours: { from: "12:00", to: "14:00" } };
    const story = {
      ...onJoin(at("2026-01-05", "12:30")),
      journeys: { settings, journeys: [mails("a", { on: "joined" })] },
    };
    expect(told(story)).toEqual(["2026-01-05T14:00 m1 a 0 email a"]);
  });

  it("do not hold gifts back", () => {
    const steps = [{ give: { points: 5 } }, mail("a")];
    const story = {
      ...onJoin(at("2026-01-05", "23:00")),
      journeys: [journey("a", { on: "joined" }, { steps })],
    };
    expect(answerTo({ ...story, stopAt: at("2026-01-05", "23:00") }).members[0]).toMatchObject({
      available: 5,
    });
  });
});

describe("frequency", () => {
  const buys = (count: number, days: number, whens: readonly string[], more: object = {}): JourneyStory => ({
    journeys: { settings: { frequency: { count, days } }, journeys: [mails("a", { on: "purchase" }, more)] },
    lines: [hello, ...whens.map((when, index) => order(String(index), when))],
    stopAt: at("2026-01-31"),
  });
  it.each<[string, JourneyStory, string[]]>([
    [
      "what finds no room within 72 hours is skipped then",
      buys(2, 7, [at("2026-01-05"), at("2026-01-06"), at("2026-01-07")]),
      [
        "2026-01-05T10:00 m1 a 0 email a",
        "2026-01-06T10:00 m1 a 0 email a",
        "2026-01-10T10:00 m1 a 0 skipped: frequency",
      ],
    ],
    [
      "the 72 hours are inclusive",
      buys(1, 3, [at("2026-01-05"), at("2026-01-05")]),
      ["2026-01-05T10:00 m1 a 0 email a", "2026-01-08T10:00 m1 a 0 email a"],
    ],
    [
      "the time is half open",
      buys(1, 7, [at("2026-01-05"), at("2026-01-12")]),
      ["2026-01-05T10:00 m1 a 0 email a", "2026-01-12T10:00 m1 a 0 email a"],
    ],
    [
      "a message waits for room",
      buys(1, 2, [at("2026-01-05"), at("2026-01-06", "12:00")]),
      ["2026-01-05T10:00 m1 a 0 email a", "2026-01-07T10:00 m1 a 0 email a"],
    ],
    [
      "service messages are neither limited nor counted",
      buys(1, 7, [at("2026-01-05"), at("2026-01-06")], { purpose: "service" }),
      ["2026-01-05T10:00 m1 a 0 email a", "2026-01-06T10:00 m1 a 0 email a"],
    ],
    [
      "nor is the inbox",
      buys(1, 7, [at("2026-01-05"), at("2026-01-06")], {
        again: "once",
        steps: [note("b"), note("c"), mail("d")],
      }),
      [
        "2026-01-05T10:00 m1 a 0 inbox b",
        "2026-01-05T10:00 m1 a 1 inbox c",
        "2026-01-05T10:00 m1 a 2 email d",
      ],
    ],
  ])("%s", (_, story, expected) => {
    expect(told(story)).toEqual(expected);
  });

  it("counts over all journeys and channels, and a skipped message takes no room", () => {
    const story: JourneyStory = {
      journeys: {
        settings: { frequency: { count: 2, days: 7 } },
        journeys: [journey("a", { on: "joined" }, { steps: [text("x"), push("y"), mail("z")] })],
      },
      lines: [join(at("2026-01-05"), { consent: { email: true, sms: false } })],
      stopAt: at("2026-01-20"),
    };
    expect(told(story)).toEqual([
      "2026-01-05T10:00 m1 a 1 push y",
      "2026-01-05T10:00 m1 a 2 email z",
      "2026-01-05T10:00 m1 a 0 skipped: no_consent",
    ]);
  });

  it("lets go first who waited first, whatever the order of the file", () => {
    const story: JourneyStory = {
      journeys: {
        settings: { frequency: { count: 1, days: 2 } },
        journeys: [
          mails("a", { on: "purchase", nth: 2 }),
          mails("b", { on: "purchase", nth: 1 }),
          mails("c", { on: "joined" }),
        ],
      },
      lines: [join(at("2026-01-05")), order("1", at("2026-01-06")), order("2", at("2026-01-07", "09:00"))],
      stopAt: at("2026-01-20"),
    };
    expect(told(story)).toEqual([
      "2026-01-05T10:00 m1 c 0 email c",
      "2026-01-07T10:00 m1 b 0 email b",
      "2026-01-09T10:00 m1 a 0 email a",
    ]);
  });

  it("of two that the night held back the one that waited longer goes, where there is room for one", () => {
    const story: JourneyStory = {
      journeys: {
        settings: { frequency: { count: 1, days: 1 } },
        journeys: [mails("a", { on: "purchase" }), mails("b", { on: "joined" })],
      },
      lines: [join(at("2026-01-05", "22:00")), order("1", at("2026-01-05", "23:00"))],
      stopAt: at("2026-01-20"),
    };
    expect(told(story)).toEqual(["2026-01-06T08:00 m1 b 0 email b", "2026-01-07T08:00 m1 a 0 email a"]);
  });
});

it("a message for which only the night still had room is given up at the end of its 72 hours", () => {
  const settings = { frequency: { count: 1, days: 3 } };
  // Clocks went forward in between: three days after 20:30 it is 21:30.
  const story: JourneyStory = {
    journeys: { settings, journeys: [mails("a", { on: "purchase" })] },
    lines: [hello, order("1", at("2026-03-27", "20:30")), order("2", at("2026-03-27", "20:45"))],
    stopAt: at("2026-04-20"),
  };
  expect(told(story)).toEqual([
    "2026-03-27T20:30 m1 a 0 email a",
    "2026-03-30T21:45 m1 a 0 skipped: frequency",
  ]);
});

it("of two that fell due in one night's instant the journey that stands first in the file goes first", () => {
  const wait = { wait: { at: "22:00" } };
  const story: JourneyStory = {
    journeys: {
      settings: { frequency: { count: 1, days: 1 } },
      journeys: [
        journey("a", { on: "purchase" }, { steps: [wait, mail("a")] }),
        journey("b", { on: "joined" }, { steps: [wait, mail("b")] }),
      ],
    },
    lines: [hello, order("1", at("2026-01-05", "12:00"))],
    stopAt: at("2026-01-20"),
  };
  expect(told(story)).toEqual(["2026-01-06T08:00 m1 a 1 email a", "2026-01-07T08:00 m1 b 1 email b"]);
});

describe("before sending everything is looked at again", () => {
  const where = { fact: "consent.sms", is: true };
  const steps = [{ wait: { days: 2 } }, mail("a"), note("after")];
  const later = (more: object, lines: readonly object[], member: object = {}): JourneyStory => ({
    program: gift,
    journeys: [journey("a", { on: "joined" }, { steps, ...more })],
    lines: [join(at("2026-01-05"), member), ...lines],
    stopAt: at("2026-01-30"),
  });
  const suppressed = line("suppress", at("2026-01-06"), { channel: "email" });
  const noMail = line("consent", at("2026-01-06"), { email: false });
  const noSms = line("consent", at("2026-01-06"), { sms: false });
  const nobody = { email: null, consent: { email: false, sms: true } };
  const coded = { steps: [{ give: { reward: "gift" } }, ...steps] };
  const used = order("1", at("2026-01-06"), { more: { discountCodes: ["J1"] } });

  it.each<[string, JourneyStory, string]>([
    ["the member has left", later({ where }, [noSms, leave(at("2026-01-06"))]), "left"],
    ["the condition no longer holds", later({ where }, [noSms], nobody), "condition"],
    ["there is no address", later({}, [suppressed], nobody), "no_address"],
    ["the address is suppressed", later({}, [suppressed, noMail]), "suppressed"],
    ["consent was withdrawn", later(coded, [noMail, used]), "no_consent"],
    ["the code was used", later(coded, [used]), "code_used"],
    ["service too stops at suppression", later({ purpose: "service" }, [suppressed]), "suppressed"],
    ["service too needs an address", later({ purpose: "service" }, [], nobody), "no_address"],
  ])("%s", (_, story, reason) => {
    const seen = told(story);
    expect(seen.filter((entry) => entry.includes("skipped"))[0]).toMatch(
      new RegExp(`^2026-01-07T10:00 m1 a [12] skipped: ${reason}$`),
    );
  });

  it("service needs no consent, and push and inbox neither consent nor address", () => {
    const story = later({ purpose: "service", steps: [mail("a")] }, [], { consent: { email: false } });
    expect(told(story)).toEqual(["2026-01-05T10:00 m1 a 0 email a"]);
    const free = later({ steps: [push("a"), note("b")] }, [], nobody);
    expect(told(free)).toEqual(["2026-01-05T10:00 m1 a 0 push a", "2026-01-05T10:00 m1 a 1 inbox b"]);
  });

  it("an SMS needs a phone number and the consent for it", () => {
    const story = (member: object) => later({ steps: [text("a")] }, [], member);
    expect(told(story({}))).toEqual(["2026-01-05T10:00 m1 a 0 sms a"]);
    expect(told(story({ phone: null }))).toEqual(["2026-01-05T10:00 m1 a 0 skipped: no_address"]);
    expect(told(story({ consent: { email: true } }))).toEqual([
      "2026-01-05T10:00 m1 a 0 skipped: no_consent",
    ]);
  });

  it("after a skipped message the pass goes on", () => {
    expect(told(later({}, [noMail]))).toEqual([
      "2026-01-07T10:00 m1 a 2 inbox after",
      "2026-01-07T10:00 m1 a 1 skipped: no_consent",
    ]);
  });

  it("at the end of the quiet hours, when it would go, and not when it fell due", () => {
    const lines = [line("consent", at("2026-01-06", "07:00"), { email: true })];
    const story: JourneyStory = {
      journeys: [mails("a", { on: "joined" })],
      lines: [join(at("2026-01-05", "22:00"), { consent: { email: false } }), ...lines],
      stopAt: at("2026-01-07"),
    };
    expect(told(story)).toEqual(["2026-01-06T08:00 m1 a 0 email a"]);
  });
});
