import type { Journey } from "./journey.ts";

/** What the passes of a journey leave behind, whatever its version. */
interface Passed {
  readonly keys: Set<string>;
  /** The local day on which the last one began. */
  lastDay: number;
}

/** By which keys members have passed through journeys: none passes twice. */
export class PassedKeys {
  private readonly passed = new Map<string, Passed>();

  /** Whether a pass by this key may begin on a day, as the journey says. */
  mayPass({ id, again }: Journey, memberId: string, key: string, today: number): boolean {
    const passed = this.passed.get(nameOf(id, memberId));
    if (passed === undefined) return true;
    if (passed.keys.has(key)) return false;
    return again === "always" || (again !== "once" && today >= passed.lastDay + again.afterDays);
  }

  /** Whether it is the member's first through this journey. */
  note(journeyId: string, memberId: string, key: string, day: number): boolean {
    const name = nameOf(journeyId, memberId);
    const passed = this.passed.get(name);
    if (passed === undefined) this.passed.set(name, { keys: new Set([key]), lastDay: day });
    else {
      passed.keys.add(key);
      passed.lastDay = Math.max(passed.lastDay, day);
    }
    return passed === undefined;
  }
}

function nameOf(journeyId: string, memberId: string): string {
  return `${journeyId}\n${memberId}`;
}
