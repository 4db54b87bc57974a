import { elementAt } from "../assert.ts";
import type { Instant } from "../calendar.ts";
import type { Journey, Step } from "./journey.ts";

/** What began, or would begin, a pass. */
export interface Happening {
  /** Makes the pass unique for its journey and member; written as the contract says. */
  readonly key: string;
  /** What `trigger_undone` looks at: an order, a level, a product, a last day …, as the trigger wrote it; where that asks nothing, what messages tell of: so many points. */
  readonly about: string;
  /** When it happened by its own date, however late it was told. */
  readonly happenedAt: Instant;
}

/** Where a pass stands: indices of step, arm, step … */
export type Place = readonly number[];

/** One member's way through a journey, by the version it began with. */
export interface Pass {
  readonly journey: Journey;
  readonly memberId: string;
  readonly happening: Happening;
  readonly begunAt: Instant;
  /** Its number among all. */
  readonly number: number;
  place: Place;
  /** What it waits for comes at this instant; null = nothing, it is done. */
  wakeAt: Instant | null;
  /** When the message it stands at fell due; null while it stands at none. */
  dueAt: Instant | null;
  /** Of messages that fell due at one instant the one with the smaller number was first. */
  dueNumber: number;
  /** Which arm was drawn, by the place of the choice; null where nobody compares. */
  readonly arms: Map<string, number> | null;
  /** The codes it gave, oldest first. */
  readonly codes: string[];
}

export const FIRST: Place = [0];

/** The step at a place; null behind the last one. */
export function stepAt({ steps }: Journey, place: Place): Step | null {
  let inside: readonly Step[] = steps;
  for (let depth = 0; depth + 2 < place.length; depth += 2) {
    const step = elementAt(inside, elementAt(place, depth));
    if (step.kind !== "choose") return null;
    inside = elementAt(step.arms, elementAt(place, depth + 1)).steps;
  }
  return inside[elementAt(place, place.length - 1)] ?? null;
}

/** The place behind this one; behind the last step of an arm that is the one behind the choice. */
export function placeAfter(journey: Journey, place: Place): Place {
  const next = [...place.slice(0, -1), elementAt(place, place.length - 1) + 1];
  if (next.length === 1 || stepAt(journey, next) !== null) return next;
  return placeAfter(journey, place.slice(0, -2));
}

/** The first step of an arm of the choice at a place. An arm without steps leads on at once. */
export function placeInArm(journey: Journey, place: Place, arm: number): Place {
  const inside = [...place, arm, 0];
  return stepAt(journey, inside) === null ? placeAfter(journey, place) : inside;
}

/** "3", in a choice "3.1.0": step, arm, step. */
export function placeText(place: Place): string {
  return place.join(".");
}
