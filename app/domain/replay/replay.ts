import type { Books } from "../books/books.ts";
import { createBooks } from "../books/create-books.ts";
import type { MemberId } from "../books/ids.ts";
import type { Transaction } from "../books/transaction.ts";
import type { Instant } from "../calendar.ts";
import { SegmentAsker } from "../customers/segments/segment-asker.ts";
import { NO_SEGMENTS } from "../customers/segments/segments.ts";
import type { Segments } from "../customers/segments/segments.ts";
import type { OrderState, ShopFact } from "../event.ts";
import type { Journeys } from "../journeys/journey.ts";
import type { Program } from "../program/program.ts";
import { DueQueue } from "./due-queue.ts";
import { startJourneys } from "./replay-journeys.ts";
import type { ReplayJourneys } from "./replay-journeys.ts";
import { nobodyYet } from "./tell-engine.ts";
import type { People } from "./tell-engine.ts";

/** Reads a raw delivery of a platform: the adapters' own code, given from outside. */
export type TranslateLine = (delivery: {
  readonly platform: "shopify" | "ecwid";
  readonly topic: string;
  readonly body: string;
  readonly at: Instant;
  readonly currency: string;
  readonly timezone: string;
}) =>
  | { readonly ok: true; readonly facts: readonly ShopFact[] }
  | { readonly ok: false; readonly reason: string };

export interface ReplayOptions {
  /** The clock stops here; later lines are read and left out. Null: it stops at the last event. */
  readonly stopAt: Instant | null;
  readonly translateLine: TranslateLine;
  /** Whether an address is of a host that lends mailboxes to throw away: a list given from outside. Left out: none is. */
  readonly isThrowAway?: (address: string) => boolean;
  /** Sees every transaction once, in the order of posting; nothing of it is kept otherwise. */
  readonly onTransaction: ((transaction: Transaction) => void) | null;
  /** What rules that ask for segments are answered by; without, nobody is in any. */
  readonly segments?: Segments;
  /** They are on from before the first line. */
  readonly journeys?: Journeys;
}

/** A line that changed nothing, and why. */
export interface RejectedLine {
  readonly line: number;
  readonly reason: string;
}

export interface Replay {
  readonly books: Books;
  readonly people: People;
  readonly due: DueQueue;
  readonly rejected: RejectedLine[];
  /** Phone numbers as digits, by member. */
  readonly phones: Map<MemberId, string>;
  /** Purchases outside the shop system by their receipt, as they were told last. */
  readonly receipts: Map<string, OrderState>;
  readonly options: ReplayOptions;
  /** Null where neither segments nor journeys are given. */
  readonly asker: SegmentAsker | null;
  /** Null where no journeys are given. */
  readonly journeys: ReplayJourneys | null;
  /** The instant of the first line. */
  firstAt: Instant | null;
  /** The latest instant that a line told: lines need not be in the order of their instants. */
  latestAt: Instant | null;
}

/** The program a history begins with was live before its first event, however early that is. */
const BEFORE_ALL: Instant = -8_640_000_000_000_000;

export function startReplay(program: Program, options: ReplayOptions): Replay {
  let gifts = 0;
  const people = nobodyYet();
  const books = createBooks([{ version: 1, effectiveAt: BEFORE_ALL, program }], 1, {
    codesIssuedAtOnce: true,
    effectsWanted: false,
    journalWanted:
      options.onTransaction !== null || options.segments !== undefined || options.journeys !== undefined,
    nextCode: () => `GIFT-${String((gifts += 1))}`,
    segmentsAt: (member, at) => asker?.segmentsAt(member, at) ?? NO_SEGMENTS_KNOWN,
    ...(options.journeys === undefined
      ? {}
      : {
          onApplied: (event) => {
            journeys?.heard.event(event);
          },
        }),
  });
  const isAsked = options.segments !== undefined || options.journeys !== undefined;
  const asker = isAsked ? askerFor(program, options, books, people) : null;
  const journeys =
    options.journeys === undefined || asker === null ? null : startJourneys(options.journeys, books, asker);
  return {
    books,
    people,
    due: new DueQueue(books.members),
    rejected: [],
    phones: new Map(),
    receipts: new Map(),
    options,
    asker,
    journeys,
    firstAt: null,
    latestAt: null,
  };
}

const NO_SEGMENTS_KNOWN: readonly string[] = [];

function askerFor(
  { currency, timezone }: Program,
  { stopAt, translateLine, segments = NO_SEGMENTS }: ReplayOptions,
  books: Books,
  { directory }: People,
): SegmentAsker {
  return new SegmentAsker(
    segments,
    {
      member: (memberId) => books.members.get(memberId) ?? null,
      versions: books,
      directory,
    },
    {
      zone: timezone,
      currency,
      stopAt,
      readFacts: ({ type: platform, at, body, ...more }) =>
        translateLine({
          ...{ platform, at, body, currency, timezone },
          topic: "topic" in more ? more.topic : "order",
        }),
    },
  );
}
