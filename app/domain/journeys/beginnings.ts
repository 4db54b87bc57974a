import { localDayNumber } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { drawFrom } from "../draw.ts";
import type { RecalledMember } from "./kept-state.ts";
import type { Happening } from "./pass.ts";
import { PassedKeys } from "./passed-keys.ts";
import type { Passes, PassWorld } from "./passes.ts";
import type { JourneyRecord } from "./record.ts";
import { isCompared } from "./running.ts";
import type { Running } from "./running.ts";

const PERCENT = 100;

/** Whether what happened begins a pass, and whether its member is held out. */
export class Beginnings {
  private readonly passed = new PassedKeys();

  constructor(
    private readonly world: PassWorld,
    private readonly record: JourneyRecord,
    private readonly passes: Passes,
  ) {}

  recall(memberId: string, passed: RecalledMember["passed"]): void {
    for (const { journeyId, key, begunAt } of passed)
      this.passed.note(journeyId, memberId, key, localDayNumber(begunAt, this.world.zone()));
  }

  begin({ journey, isOn }: Running, memberId: string, happening: Happening, at: Instant): void {
    const member = this.world.books.members.get(memberId);
    if (!isOn || member?.status !== "active") return;
    const factsAt = Math.max(at, happening.happenedAt);
    if (journey.where !== null && !this.world.holds(journey.where, memberId, factsAt)) return;
    const { id: journeyId, version } = journey;
    const { key } = happening;
    const today = localDayNumber(at, this.world.zone());
    if (!this.passed.mayPass(journey, memberId, key, today)) return;
    const isFirst = this.passed.note(journeyId, memberId, key, today);
    const drawn = drawFrom(`${journeyId}:${this.world.nameOf(memberId)}:holdout`);
    const isHeldOut = drawn * PERCENT < journey.holdout;
    const arms = isFirst && isCompared(journey) ? new Map<string, number>() : null;
    if (arms !== null) this.record.firstPasses.push({ at, memberId, journeyId, key, isHeldOut, arms });
    this.record.begun?.push({ at, memberId, journeyId, version, key, isHeldOut });
    if (isHeldOut) this.record.holdOut(journeyId, memberId, at);
    else this.passes.begin({ journey, memberId, happening, arms, at });
  }
}
