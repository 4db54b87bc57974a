import { assert } from "../assert.ts";
import type { MemberBook } from "../books/member-book.ts";
import { localDayNumber } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { drawFrom } from "../draw.ts";
import { comparePasses } from "./compare/compare-passes.ts";
import type { Comparison } from "./compare/compare-passes.ts";
import type { Journey, Journeys, JourneySettings } from "./journey.ts";
import { firstAt } from "./local-time.ts";
import type { Happening, Pass } from "./pass.ts";
import { Passes } from "./passes.ts";
import type { PassWorld } from "./passes.ts";
import { JourneyRecord } from "./record.ts";
import { Timeline } from "./timeline.ts";
import type { Moment } from "./timeline.ts";
import { watcherFor } from "./triggers/watcher-for.ts";
import type { Look, Told, Watcher } from "./watcher.ts";

/** One journey in the version that begins passes now. */
interface Running {
  readonly journey: Journey;
  readonly place: number;
  readonly watcher: Watcher;
  /** What happened before is of no concern to it. */
  readonly onSince: Instant;
  /** When the clock brings something next, by member. */
  readonly scheduled: Map<string, Instant>;
  isOn: boolean;
}

/** What the passes of a journey leave behind, whatever its version: keys never pass twice. */
interface Passed {
  readonly keys: Set<string>;
  lastDay: number;
}

type Due = Moment &
  (
    | { readonly kind: "begin"; readonly running: Running; readonly happening: Happening }
    | { readonly kind: "clock"; readonly running: Running }
    | { readonly kind: "wake"; readonly pass: Pass }
    | { readonly kind: "look" }
  );

const FROM_THE_BEGINNING = Number.NEGATIVE_INFINITY;
/** Membership in segments is looked at of everybody at 03:00. */
const THREE = 3 * 60;
const BEFORE_JOURNEYS = -1;
const PERCENT = 100;

/**
 * Journeys over the same books and facts as everything: what was told or fell due begins passes, stops
 * them, and time brings them forward. Everything that is due stands in one list.
 */
export class JourneyRun {
  readonly record = new JourneyRecord();
  private readonly world: PassWorld;
  private readonly settings: JourneySettings;
  private readonly passes: Passes;
  private readonly timeline = new Timeline<Due>();
  private readonly running: Running[] = [];
  private readonly passed = new Map<string, Passed>();
  private noted = 0;
  private looksDaily = false;

  constructor({ settings, list }: Journeys, world: PassWorld) {
    this.world = world;
    this.settings = settings;
    this.passes = new Passes({
      ...{ world, settings, record: this.record },
      wakeLater: (pass, round) => {
        assert(pass.wakeAt !== null, "a pass that is woken sleeps");
        this.timeline.add({
          ...this.moment(pass.wakeAt, this.placeOf(pass), pass.memberId),
          round,
          kind: "wake",
          pass,
        });
      },
    });
    for (const journey of list)
      this.running.push(this.start(journey, this.running.length, FROM_THE_BEGINNING));
  }

  /** In the order of the file. */
  get journeyIds(): readonly string[] {
    return this.running.map(({ journey }) => journey.id);
  }

  /** What a journey was worth against its holdout, and each arm of a choice against its first one. */
  compare(journeyId: string, now: Instant): readonly Comparison[] {
    const passes = this.record.firstPasses.filter((pass) => pass.journeyId === journeyId);
    return comparePasses(passes, this.world, { days: this.settings.compareDays, now });
  }

  /** When something is due next; null = never. */
  get nextAt(): Instant | null {
    return this.timeline.nextAt;
  }

  /** Looks at the members something was told of or that changed, at an instant: passes stop, and others are due to begin. */
  look(changed: Iterable<string>, at: Instant): void {
    const ids = new Set([...changed, ...this.world.aside.concerned]);
    for (const memberId of [...ids].sort()) {
      const member = this.world.books.members.get(memberId);
      if (member !== undefined) this.lookAt({ member, at, told: this.world.aside.take(memberId) });
    }
    if (!this.looksDaily && this.running.some(({ journey }) => isOfSegment(journey)))
      this.lookAgainAt(firstAt(at + 1, THREE, this.world.zone()));
  }

  /** Brings about the one thing that is due first, if that is by `now`. Returns its instant; null where nothing is due. */
  takeNext(now: Instant): Instant | null {
    const due = this.timeline.take(now);
    if (due === null) return null;
    const { at } = due;
    switch (due.kind) {
      case "begin":
        this.begin(due.running, due.memberId, due.happening, at);
        break;
      case "clock":
        this.clock(due.running, due.memberId, at);
        break;
      case "wake":
        this.wake(due.pass, at, due.round);
        break;
      case "look":
        this.lookAgainAt(firstAt(at + 1, THREE, this.world.zone()));
        for (const memberId of this.activeMembers()) this.lookAtSegments(memberId, at);
    }
    return at;
  }

  /** A journey is switched on, replaced by another version, or off: then its passes end. */
  switchTo(journey: Journey, at: Instant): void {
    const place = this.running.findIndex((known) => known.journey.id === journey.id);
    const before = this.running[place];
    if (!journey.enabled) for (const pass of this.passes.ofJourney(journey.id)) this.passes.stop(pass, at);
    if (before !== undefined) before.isOn = false;
    const isStillOn = before !== undefined && before.journey.enabled;
    const next = this.start(
      journey,
      before === undefined ? this.running.length : place,
      isStillOn ? before.onSince : at,
    );
    this.running[next.place] = next;
    // How things stand now brought nothing about.
    for (const memberId of this.activeMembers()) {
      const member = this.world.books.members.get(memberId);
      if (member === undefined || !next.isOn) continue;
      next.watcher.look({ member, at, told: [] });
      this.schedule(next, member, at);
    }
  }

  private start(journey: Journey, place: number, onSince: Instant): Running {
    const watcher = watcherFor(journey.trigger, this.world);
    return { journey, place, watcher, onSince, scheduled: new Map(), isOn: journey.enabled };
  }

  private lookAt(look: Look): void {
    const { member, at } = look;
    for (const pass of this.passes.of(member.id)) if (this.isToStop(pass, look)) this.passes.stop(pass, at);
    const isMember = member.status === "active";
    for (const running of this.running) {
      if (!running.isOn || (!isMember && running.watcher.takeUnsettled === undefined)) continue;
      const happened = running.watcher.look(look);
      if (isMember) {
        this.beginAll(running, look, happened);
        this.schedule(running, member, at);
      }
      for (const other of running.watcher.takeUnsettled?.() ?? []) {
        const book = this.world.books.members.get(other);
        if (book?.status === "active") this.schedule(running, book, at);
      }
    }
  }

  /** Time alone makes members enter segments and leave them. */
  private lookAtSegments(memberId: string, at: Instant): void {
    const member = this.world.books.members.get(memberId);
    if (member === undefined) return;
    const look: Look = { member, at, told: NOTHING_TOLD };
    for (const pass of this.passes.of(memberId))
      if (isOfSegment(pass.journey) && this.isToStop(pass, look)) this.passes.stop(pass, at);
    for (const running of this.running)
      if (running.isOn && isOfSegment(running.journey))
        this.beginAll(running, look, running.watcher.look(look));
  }

  private beginAll(running: Running, { member, at }: Look, happened: readonly Happening[]): void {
    for (const happening of happened) {
      if (happening.happenedAt < running.onSince) continue;
      this.timeline.add({ ...this.moment(at, running.place, member.id), kind: "begin", running, happening });
    }
  }

  private isToStop(pass: Pass, look: Look): boolean {
    const { stopWhen } = pass.journey;
    if (stopWhen.size === 0) return false;
    if (stopWhen.has("purchase") && look.told.some(({ kind }) => kind === "purchase")) return true;
    if (
      stopWhen.has("reward_used") &&
      pass.codes.some((code) => look.member.codes.get(code)?.state === "used")
    )
      return true;
    return stopWhen.has("trigger_undone") && this.watcherOf(pass).isUndone(pass.happening, look);
  }

  /** Of the version the pass began with. */
  private watcherOf(pass: Pass): Watcher {
    const now = this.running[this.placeOf(pass)];
    return now?.journey === pass.journey ? now.watcher : watcherFor(pass.journey.trigger, this.world);
  }

  private placeOf({ journey }: Pass): number {
    return this.running.findIndex((known) => known.journey.id === journey.id);
  }

  private schedule(running: Running, member: MemberBook, from: Instant): void {
    const next = running.watcher.nextAt(member, from);
    if (next === (running.scheduled.get(member.id) ?? null)) return;
    if (next === null) {
      running.scheduled.delete(member.id);
      return;
    }
    running.scheduled.set(member.id, next);
    this.timeline.add({ ...this.moment(next, running.place, member.id), kind: "clock", running });
  }

  private clock(running: Running, memberId: string, at: Instant): void {
    if (!running.isOn || running.scheduled.get(memberId) !== at) return;
    running.scheduled.delete(memberId);
    const member = this.world.books.members.get(memberId);
    if (member?.status !== "active") return;
    for (const happening of running.watcher.due(member, at)) {
      if (happening.happenedAt >= running.onSince) this.begin(running, memberId, happening, at);
    }
    this.schedule(running, member, at + 1);
  }

  private begin({ journey, isOn }: Running, memberId: string, happening: Happening, at: Instant): void {
    const member = this.world.books.members.get(memberId);
    if (!isOn || member?.status !== "active") return;
    const factsAt = Math.max(at, happening.happenedAt);
    if (journey.where !== null && !this.world.holds(journey.where, memberId, factsAt)) return;
    const today = localDayNumber(at, this.world.zone());
    const name = `${journey.id}\n${memberId}`;
    const passed = this.passed.get(name) ?? { keys: new Set<string>(), lastDay: Number.NEGATIVE_INFINITY };
    if (passed.keys.has(happening.key) || !mayPassAgain(journey, passed, today)) return;
    passed.keys.add(happening.key);
    passed.lastDay = today;
    const isHeldOut = drawFrom(`${journey.id}:${memberId}:holdout`) * PERCENT < journey.holdout;
    const arms = passed.keys.size === 1 && isCompared(journey) ? new Map<string, number>() : null;
    if (arms !== null) this.record.firstPasses.push({ at, memberId, journeyId: journey.id, isHeldOut, arms });
    this.passed.set(name, passed);
    if (isHeldOut) this.record.holdOut(journey.id, memberId, at);
    else this.passes.begin({ journey, memberId, happening, arms, at });
  }

  private wake(pass: Pass, at: Instant, round: number): void {
    if (pass.wakeAt !== at) return;
    const member = this.world.books.members.get(pass.memberId);
    if (member !== undefined && this.isToStop(pass, { member, at, told: [] })) this.passes.stop(pass, at);
    else this.passes.wake(pass, at, round);
  }

  private lookAgainAt(at: Instant): void {
    this.looksDaily = true;
    this.timeline.add({ ...this.moment(at, BEFORE_JOURNEYS, ""), kind: "look" });
  }

  private activeMembers(): string[] {
    return [...this.world.books.members.values()]
      .filter(({ status }) => status === "active")
      .map(({ id }) => id);
  }

  private moment(at: Instant, place: number, memberId: string): Moment {
    this.noted += 1;
    return { at, round: 0, place, memberId, number: this.noted };
  }
}

/** Members are held out of it, or it leads different ways. */
function isCompared({ holdout, steps }: Journey): boolean {
  return holdout > 0 || steps.some(({ kind }) => kind === "choose");
}

const NOTHING_TOLD: readonly Told[] = [];

function isOfSegment({ trigger }: Journey): boolean {
  return trigger.on === "segment_entered" || trigger.on === "segment_left";
}

function mayPassAgain({ again }: Journey, { keys, lastDay }: Passed, today: number): boolean {
  if (again === "always" || keys.size === 0) return true;
  return again !== "once" && today >= lastDay + again.afterDays;
}
