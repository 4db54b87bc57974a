import { assert } from "../assert.ts";
import { addDays } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Condition } from "../customers/segments/condition.ts";
import { drawFrom } from "../draw.ts";
import { Frequency, givesUpAt } from "./sending/frequency.ts";
import { giveGift } from "./give-gift.ts";
import type { Gift, JourneySettings, Step } from "./journey.ts";
import { firstAt, quietUntil } from "./local-time.ts";
import { messageAbout } from "./sending/message-about.ts";
import { reasonToSkip } from "./sending/may-send.ts";
import { FIRST, placeAfter, placeInArm, placeText, stepAt } from "./pass.ts";
import type { Pass } from "./pass.ts";
import type { JourneyRecord } from "./record.ts";
import type { Heard } from "./heard.ts";
import type { World } from "./watcher.ts";

/** What passes ask of the world beside what triggers ask. */
export interface PassWorld extends World {
  readonly aside: Heard;
  readonly holds: (condition: Condition, memberId: string, at: Instant) => boolean;
  readonly productsOf: (
    kind: "recommended" | "most_bought",
    memberId: string,
    at: Instant,
  ) => readonly string[];
  readonly nextCode: () => string;
  /** A mail went: it is a fact from then on. */
  readonly noteMail: (memberId: string, at: Instant) => void;
}

export interface PassOptions {
  readonly world: PassWorld;
  readonly settings: JourneySettings;
  readonly record: JourneyRecord;
  /** Wakes a pass at its `wakeAt`. */
  readonly wakeLater: (pass: Pass, round: number) => void;
}

interface Beginning extends Pick<Pass, "journey" | "memberId" | "happening" | "arms"> {
  readonly at: Instant;
}

const HOUR_MS = 3_600_000;
const PERCENT = 100;

/** The passes that run, each brought forward step by step. */
export class Passes {
  private readonly options: PassOptions;
  private readonly frequency: Frequency;
  private readonly byMember = new Map<string, Set<Pass>>();
  private begun = 0;
  private due = 0;

  constructor(options: PassOptions) {
    this.options = options;
    this.frequency = new Frequency(options.settings.frequency);
  }

  of(memberId: string): readonly Pass[] {
    return [...(this.byMember.get(memberId) ?? [])];
  }

  ofJourney(journeyId: string): readonly Pass[] {
    const all = [...this.byMember.values()].flatMap((passes) => [...passes]);
    return all
      .filter(({ journey }) => journey.id === journeyId)
      .sort((a, b) => (a.memberId === b.memberId ? a.number - b.number : a.memberId < b.memberId ? -1 : 1));
  }

  /** The messages that count for how often a member may be written to. */
  sentTo(memberId: string): readonly Instant[] {
    return this.frequency.sentTo(memberId);
  }

  /** A pass as it stood, with what was sent to its member. */
  recall(pass: Pass): void {
    this.begun = Math.max(this.begun, pass.number);
    this.due = Math.max(this.due, pass.dueNumber);
    this.add(pass);
    if (pass.wakeAt !== null) this.options.wakeLater(pass, 0);
  }

  recallSent(memberId: string, sent: readonly Instant[]): void {
    for (const at of sent) this.frequency.note(memberId, at);
  }

  begin({ at, ...begun }: Beginning): void {
    this.begun += 1;
    const pass: Pass = {
      ...{ ...begun, begunAt: at, number: this.begun },
      place: FIRST,
      wakeAt: null,
      dueAt: null,
      dueNumber: 0,
      codes: [],
    };
    this.add(pass);
    this.proceed(pass, at);
  }

  private add(pass: Pass): void {
    const passes = this.byMember.get(pass.memberId) ?? new Set();
    passes.add(pass);
    this.byMember.set(pass.memberId, passes);
  }

  /** A pass ends where it stands. */
  stop(pass: Pass, at: Instant): void {
    this.options.record.skip(pass, at, "stopped");
    this.end(pass);
  }

  /** What a pass waited for has come. */
  wake(pass: Pass, at: Instant, round: number): void {
    pass.wakeAt = null;
    const step = stepAt(pass.journey, pass.place);
    if (step?.kind === "wait") pass.place = placeAfter(pass.journey, pass.place);
    this.proceed(pass, at, round);
  }

  private end(pass: Pass): void {
    pass.wakeAt = null;
    pass.dueAt = null;
    const passes = this.byMember.get(pass.memberId);
    passes?.delete(pass);
    if (passes?.size === 0) this.byMember.delete(pass.memberId);
  }

  /** One step after the other, until one waits or there is none. */
  private proceed(pass: Pass, at: Instant, round = 0): void {
    for (;;) {
      const step = stepAt(pass.journey, pass.place);
      if (step === null || !this.takeStep(pass, step, at, round)) break;
    }
    if (pass.wakeAt === null) this.end(pass);
  }

  /** Whether the pass goes on at once; else it waits or ends. */
  private takeStep(pass: Pass, step: Step, at: Instant, round: number): boolean {
    const { journey, memberId, happening } = pass;
    const { world } = this.options;
    switch (step.kind) {
      case "send":
        if (!this.send(pass, step, at, round)) return false;
        pass.dueAt = null;
        break;
      case "wait": {
        const zone = world.zoneOf(memberId);
        const until = addDays(at, step.days, zone) + step.hours * HOUR_MS;
        this.sleep(pass, step.at === null ? until : firstAt(until, step.at, zone));
        return false;
      }
      case "only":
        if (!world.holds(step.condition, memberId, this.factsAt(pass, at))) return false;
        break;
      case "give":
        this.give(pass, step.gift, at);
        break;
      case "choose": {
        const who = world.nameOf(memberId);
        const name = `${journey.id}:${who}:${happening.key}:${placeText(pass.place)}`;
        const arm = armDrawn(step.arms, drawFrom(name) * PERCENT);
        pass.arms?.set(placeText(pass.place), arm);
        pass.place = placeInArm(journey, pass.place, arm);
        return true;
      }
    }
    pass.place = placeAfter(journey, pass.place);
    return true;
  }

  private sleep(pass: Pass, until: Instant, round = 0): void {
    pass.wakeAt = until;
    this.options.wakeLater(pass, round);
  }

  /** What began a pass is among the facts, also where it is dated a little ahead of what told it. */
  private factsAt({ happening }: Pass, at: Instant): Instant {
    return Math.max(at, happening.happenedAt);
  }

  private fallDue(pass: Pass, at: Instant): void {
    this.due += 1;
    pass.dueAt = at;
    pass.dueNumber = this.due;
  }

  /** Whether the message is done with: it has gone, or it was given up. */
  private send(pass: Pass, step: Extract<Step, { kind: "send" }>, at: Instant, round: number): boolean {
    const { world, settings, record } = this.options;
    const { journey, memberId } = pass;
    if (pass.dueAt === null) this.fallDue(pass, at);
    const dueAt = pass.dueAt ?? at;
    const giveUpAt = givesUpAt(dueAt);
    const isLimited = hasLimit(pass);
    const quiet = quietUntil(at, settings.quietHours, world.zoneOf(memberId));
    if (quiet !== null && !(isLimited && at >= giveUpAt)) {
      this.sleep(pass, isLimited ? Math.min(quiet, giveUpAt) : quiet);
      return false;
    }
    const { where } = journey;
    const member = world.books.members.get(memberId);
    const reason = reasonToSkip(pass, {
      member,
      person: world.personOf(memberId),
      channel: step.channel,
      isSuppressed: world.aside.isSuppressed(memberId, step.channel),
      holds: () => where === null || world.holds(where, memberId, this.factsAt(pass, at)),
    });
    if (reason !== null || member === undefined) {
      record.skip(pass, at, reason ?? "left");
      return true;
    }
    if (isLimited) {
      const room = quiet === null ? this.frequency.roomAt(memberId, at) : 0;
      const hasRoom = room > this.before(pass, at);
      if (!hasRoom && at >= giveUpAt) {
        record.skip(pass, at, "frequency");
        return true;
      }
      if (!hasRoom) {
        // Who waited longer goes first, at this very instant.
        if (room > 0) this.sleep(pass, at, round + 1);
        else this.sleep(pass, Math.min(this.frequency.nextRoomAt(memberId), giveUpAt));
        return false;
      }
      this.frequency.note(memberId, at);
    }
    record.sent(pass, at, { ...step, about: messageAbout(pass, member, world.zone()) });
    if (step.channel === "email") world.noteMail(memberId, at);
    return true;
  }

  /** How many messages to the same member have waited longer and may go at this instant as well. */
  private before(pass: Pass, at: Instant): number {
    return this.of(pass.memberId).filter(
      (other) =>
        other !== pass &&
        other.dueAt !== null &&
        other.wakeAt !== null &&
        other.wakeAt <= at &&
        hasLimit(other) &&
        pass.dueAt !== null &&
        (other.dueAt < pass.dueAt || (other.dueAt === pass.dueAt && other.dueNumber < pass.dueNumber)),
    ).length;
  }

  private give(pass: Pass, gift: Gift, at: Instant): void {
    const { world, record } = this.options;
    const { journey, memberId, happening } = pass;
    const member = world.books.members.get(memberId);
    if (member?.status !== "active") return;
    const wanted = gift.kind === "reward" ? gift.products : null;
    const products = wanted === null ? [] : world.productsOf(wanted, memberId, this.factsAt(pass, at));
    const given = giveGift(world.books, member, {
      ...{ gift, at, journeyId: journey.id, nextCode: world.nextCode },
      cause: `journey:${journey.id}:${world.nameOf(memberId)}:${happening.key}:${placeText(pass.place)}`,
      products: products.length === 0 ? null : products,
    });
    if (given.kind === "code") pass.codes.push(given.code);
    if (given.kind === "nothing" && given.reason === "out_of_stock") record.skip(pass, at, "out_of_stock");
  }
}

/** Marketing is limited, but for what only stands in the customer's inbox. */
function hasLimit({ journey, place }: Pass): boolean {
  const step = stepAt(journey, place);
  return journey.purpose === "marketing" && step?.kind === "send" && step.channel !== "inbox";
}

function armDrawn(arms: readonly { readonly share: number }[], drawn: number): number {
  let below = 0;
  const found = arms.findIndex(({ share }) => {
    below += share;
    return drawn < below;
  });
  assert(found >= 0, "shares come to 100 together");
  return found;
}
