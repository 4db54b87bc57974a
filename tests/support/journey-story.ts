import { z } from "zod";
import { parseSegments } from "#app/domain/customers/segments/segments.ts";
import { parseJourneys } from "#app/domain/journeys/parse-journeys.ts";
import type { ProgramDocumentDraft } from "#app/domain/program/document/document.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { replayOutput } from "#app/domain/replay/results/output.ts";
import { startReplay } from "#app/domain/replay/replay.ts";
import { finishReplay, replayLine } from "#app/domain/replay/run-replay.ts";
import type { Replay } from "#app/domain/replay/replay.ts";

/** A small club, its journeys, and a history: what `replay --journeys` answers. */
export interface JourneyStory {
  /** What the club has beside a rule of a point for each euro. */
  readonly program?: object;
  /** Ids with their conditions. */
  readonly segments?: Readonly<Record<string, unknown>>;
  /** Journeys, or the whole file. */
  readonly journeys: unknown;
  readonly lines: readonly object[];
  readonly stopAt?: string;
}

const club = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
} as const satisfies ProgramDocumentDraft;

export function tell(story: JourneyStory): Replay {
  const parsed = parseProgram({ ...club, ...story.program });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const { program } = parsed;
  const entries = Object.entries(story.segments ?? {}).map(([id, where]) => ({ id, where }));
  const segments = parseSegments({ format: "regulars.segments/1", segments: entries }, 2);
  if (!segments.ok) throw new Error(JSON.stringify(segments.errors));
  const journeys = parseJourneys(story.journeys, { program, segments: segments.segments.conditions });
  if (!journeys.ok) throw new Error(JSON.stringify(journeys.errors));
  const replay = startReplay(program, {
    stopAt: story.stopAt === undefined ? null : Date.parse(story.stopAt),
    // The one thing a platform says here: a customer is gone.
    translateLine: ({ at: deletedAt, body }) => ({
      ok: true,
      facts: [{ type: "customer_deleted", at: deletedAt, customerId: body.replaceAll(/\W|id/gu, "") }],
    }),
    onTransaction: null,
    segments: segments.segments,
    journeys: journeys.value,
  });
  story.lines.forEach((line, index) => replayLine(replay, JSON.stringify(line), index + 1));
  return replay;
}

const entry = { at: z.string(), member: z.string(), journey: z.string() };
const answerShape = z.object({
  members: z.array(
    z.looseObject({
      id: z.string(),
      available: z.int(),
      lots: z.array(z.looseObject({ cause: z.string(), points: z.int() })),
      codes: z.array(z.looseObject({ code: z.string(), reward: z.string(), state: z.string() })),
    }),
  ),
  rejected: z.array(z.unknown()),
  messages: z.array(
    z.strictObject({
      ...entry,
      step: z.string(),
      channel: z.string(),
      template: z.string(),
      code: z.string().optional(),
    }),
  ),
  skipped: z.array(z.strictObject({ ...entry, step: z.string(), reason: z.string() })),
  heldOut: z.array(z.strictObject(entry)),
});

/** The whole answer. */
export function answerTo(story: JourneyStory) {
  const replay = tell(story);
  return answerShape.parse(JSON.parse([...replayOutput(replay, finishReplay(replay))].join("")));
}

/**
 * What went and what did not, a line each: `2026-01-05T10:00 m1 hello 0 email welcome J1`, with `skipped: no_consent`,
 * and `held out`, where that is it.
 */
export function told(story: JourneyStory): string[] {
  const { messages, skipped, heldOut } = answerTo(story);
  return [
    ...messages.map(({ at, member, journey, step, channel, template, code }) =>
      [short(at), member, journey, step, channel, template, ...(code === undefined ? [] : [code])].join(" "),
    ),
    ...skipped.map(({ at, member, journey, step, reason }) =>
      [short(at), member, journey, step, `skipped: ${reason}`].join(" "),
    ),
    ...heldOut.map(({ at, member, journey }) => [short(at), member, journey, "held out"].join(" ")),
  ];
}

/** What the journeys gave, by its cause; with `give` as its step a journey shows by it the key of every pass. */
export function gifts(story: JourneyStory): string[] {
  const replay = tell(story);
  finishReplay(replay);
  return [...replay.books.members.values()].flatMap(({ lots }) =>
    [...lots.keys()].filter((cause) => cause.startsWith("journey:")),
  );
}

/** Minutes are enough, and the offset where seconds are none. */
function short(at: string): string {
  return at.replace(/:00[+-]\d{2}:\d{2}$/, "");
}

export const mail = (template: string) => ({ send: { channel: "email", template } });
export const note = (template: string) => ({ send: { channel: "inbox", template } });

/** A journey that writes into the inbox, which needs neither consent nor address, unless it says otherwise. */
export function journey(id: string, trigger: object, more: object = {}): object {
  return { format: "regulars.journey/1", id, trigger, steps: [note(id)], ...more };
}

/** An instant in Berlin. */
export const at = (day: string, time = "10:00") => {
  const isSummer = day >= "2026-03-29" && day < "2026-10-25";
  return `${day}T${time}:00${isSummer ? "+02:00" : "+01:00"}`;
};

export const join = (when: string, member: object = {}) => ({
  at: when,
  type: "join",
  member: {
    id: "m1",
    email: "m1@example.com",
    consent: { email: true, sms: true },
    phone: "+49301",
    ...member,
  },
});

/** The member leaves. */
export const leave = (when: string, id = "m1") => ({
  ...{ at: when, type: "shopify", topic: "customers/delete" },
  payload: { id },
});

export interface Bought {
  readonly member?: object;
  readonly product?: string;
  readonly price?: string;
  readonly units?: number;
  readonly tags?: readonly string[];
  readonly paidAt?: string;
  readonly told?: string;
  readonly more?: object;
}

export const order = (id: string, when: string, bought: Bought = {}) => {
  const { member = { id: "m1" }, product = "p1", price = "10.00", units = 1, tags = [], more = {} } = bought;
  return {
    at: bought.told ?? when,
    type: "order",
    order: {
      id,
      member,
      currency: "EUR",
      placedAt: when,
      paidAt: when,
      taxesIncluded: true,
      lines: [{ id: "1", product, quantity: units, unitPrice: price, tags }],
      ...more,
    },
  };
};

export const line = (type: string, when: string, more: object = {}) => ({
  at: when,
  type,
  member: { id: "m1" },
  ...more,
});

export const returned = (when: string, id = "r1", quantity = 1, amount = "10.00") => ({
  id,
  at: when,
  amount,
  lines: [{ line: "1", quantity, amount }],
});
