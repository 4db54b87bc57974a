import { assert } from "../assert.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { PLAIN } from "../customers/facts/fact.ts";
import { Beginnings } from "./beginnings.ts";
import { comparePasses, type Comparison } from "./compare/compare-passes.ts";
import type { Journey, Journeys, JourneySettings } from "./journey.ts";
import { keepPass, recallPass } from "./kept-state.ts";
import type { JourneysKept, KeptMember, RecalledMember } from "./kept-state.ts";
import { firstAt } from "./local-time.ts";
import type { Happening, Pass } from "./pass.ts";
import { Passes } from "./passes.ts";
import type { PassWorld } from "./passes.ts";
import { JourneyRecord } from "./record.ts";
import { isOfSegment, keepWatching, recallWatching, type Running } from "./running.ts";
import { type Moment, Timeline } from "./timeline.ts";
import { isToStop } from "./stop.ts";
import { watcherFor } from "./triggers/watcher-for.ts";
import type { Look, Told, Watcher } from "./watcher.ts";

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

/**
 * Journeys over the same books and facts as everything: what was told or fell due begins passes, stops
 * them, and time brings them forward. Everything that is due stands in one list.
 */
export class JourneyRun {
  readonly record: JourneyRecord;
  private readonly world: PassWorld;
  private readonly settings: JourneySettings;
  private readonly passes: Passes;
  private readonly timeline = new Timeline<Due>();
  private readonly running: Running[] = [];
  private readonly beginnings: Beginnings;
  private noted = 0;
  private looksDaily: boolean;

  constructor({ settings, list }: Journeys, world: PassWorld, kept: JourneysKept | null = null) {
    this.world = world;
    this.record = new JourneyRecord(kept !== null);
    this.looksDaily = kept !== null;
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
    this.beginnings = new Beginnings(world, this.record, this.passes);
    for (const journey of list)
      this.running.push(
        this.start(journey, this.running.length, kept?.onSince(journey.id) ?? FROM_THE_BEGINNING),
      );
  }

  /** Whether some journey that is on looks at who is in a segment. */
  get asksForSegments(): boolean {
    return this.running.some(({ journey, isOn }) => isOn && isOfSegment(journey));
  }

  /**
   * A member comes back, as kept or as never seen. What a journey has not seen before is how things stand: it
   * brought nothing about. Passes of journeys that are off end. Returns those that ran.
   */
  recall(member: MemberBook, kept: RecalledMember, at: Instant): readonly Pass[] {
    const { id } = member;
    this.beginnings.recall(id, kept.passed);
    for (const running of this.running) {
      const watching = kept.state?.watching[running.journey.id];
      if (recallWatching(running, id, watching)) {
        if (watching.clockAt !== null)
          this.timeline.add({ ...this.moment(watching.clockAt, running.place, id), kind: "clock", running });
      } else if (running.isOn && member.status === "active") {
        running.watcher.look({ member, at, told: NOTHING_TOLD });
        this.schedule(running, member, at);
      }
    }
    if (kept.state === null) return [];
    this.passes.recallSent(id, kept.state.sent);
    const passes = kept.state.passes.map((pass) =>
      recallPass(pass, kept.journeyOf(pass.journeyId, pass.version), id),
    );
    for (const pass of passes) {
      this.passes.recall(pass);
      if (this.running[this.placeOf(pass)]?.isOn !== true) this.passes.stop(pass, at);
    }
    return passes;
  }

  passesOf(memberId: string): readonly Pass[] {
    return this.passes.of(memberId);
  }

  /** What is to be known of a member when they come back. */
  keep({ id: memberId, status }: MemberBook): KeptMember {
    const watching = this.running.flatMap((running) => {
      const kept = running.isOn ? keepWatching(running, memberId) : null;
      // Who is no member yet, or no more, is looked at once they are.
      const isSeen = kept !== null && (status === "active" || kept.remembers !== null);
      return isSeen ? [[running.journey.id, kept] as const] : [];
    });
    return {
      watching: Object.fromEntries(watching),
      passes: this.passes.of(memberId).map(keepPass),
      sent: [...this.passes.sentTo(memberId)],
    };
  }

  /** In the order of the file. */
  get journeyIds(): readonly string[] {
    return this.running.map(({ journey }) => journey.id);
  }

  /** What a journey was worth against its holdout, and each arm of a choice against its first one. */
  compare(journeyId: string, now: Instant): readonly Comparison[] {
    const passes = this.record.firstPasses.filter((pass) => pass.journeyId === journeyId);
    const purchasesOf = (id: string) => this.world.subjectOf(id, now)?.purchases(PLAIN) ?? [];
    const zone = this.world.zone();
    return comparePasses(passes, purchasesOf, { days: this.settings.compareDays, zone, now });
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

  /**
   * Brings about the one thing that is due first, if that is by `now`. Returns its instant; null where nothing is
   * due. `isLate`: it is done at `now`, whenever it fell due.
   */
  takeNext(now: Instant, isLate = false): Instant | null {
    const due = this.timeline.take(now);
    if (due === null) return null;
    const at = isLate ? now : due.at;
    switch (due.kind) {
      case "begin":
        this.beginnings.begin(due.running, due.memberId, due.happening, at);
        break;
      case "clock":
        this.clock(due.running, due.memberId, due.at, at);
        break;
      case "wake":
        this.wake(due.pass, due, at);
        break;
      case "look":
        this.lookAgainAt(firstAt(at + 1, THREE, this.world.zone()));
        for (const { id } of this.activeMembers()) this.lookAtSegmentsOf(id, at);
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
    for (const member of next.isOn ? this.activeMembers() : []) {
      next.watcher.look({ member, at, told: [] });
      this.schedule(next, member, at);
    }
  }

  private start(journey: Journey, place: number, onSince: Instant): Running {
    const watcher = watcherFor(journey, this.world);
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
  lookAtSegmentsOf(memberId: string, at: Instant): void {
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
    return isToStop(pass, look, () => this.watcherOf(pass));
  }

  /** Of the version the pass began with. */
  private watcherOf(pass: Pass): Watcher {
    const now = this.running[this.placeOf(pass)];
    return now?.journey === pass.journey ? now.watcher : watcherFor(pass.journey, this.world);
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

  private clock(running: Running, memberId: string, dueAt: Instant, at: Instant): void {
    if (!running.isOn || running.scheduled.get(memberId) !== dueAt) return;
    running.scheduled.delete(memberId);
    const member = this.world.books.members.get(memberId);
    if (member?.status !== "active") return;
    for (const happening of running.watcher.due(member, dueAt)) {
      if (happening.happenedAt >= running.onSince) this.beginnings.begin(running, memberId, happening, at);
    }
    this.schedule(running, member, dueAt + 1);
  }

  private wake(pass: Pass, due: Moment, at: Instant): void {
    if (pass.wakeAt !== due.at) return;
    const member = this.world.books.members.get(pass.memberId);
    if (member !== undefined && this.isToStop(pass, { member, at, told: [] })) this.passes.stop(pass, at);
    else this.passes.wake(pass, at, due.round);
  }

  private lookAgainAt(at: Instant): void {
    this.looksDaily = true;
    this.timeline.add({ ...this.moment(at, BEFORE_JOURNEYS, ""), kind: "look" });
  }

  private activeMembers(): MemberBook[] {
    return [...this.world.books.members.values()].filter(({ status }) => status === "active");
  }

  private moment(at: Instant, place: number, memberId: string): Moment {
    this.noted += 1;
    return { at, round: 0, place, memberId, number: this.noted };
  }
}

const NOTHING_TOLD: readonly Told[] = [];
