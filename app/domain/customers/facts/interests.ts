import type { Ware } from "../../event.ts";
import { isKept } from "../history/order-outcome.ts";
import type { FactAsk } from "./fact-ask.ts";
import { PLAIN } from "./fact.ts";
import type { Subject } from "./subject.ts";

export interface Interests {
  readonly types: Readonly<Record<string, number>>;
  readonly collections: Readonly<Record<string, number>>;
  readonly tags: Readonly<Record<string, number>>;
}

/** Product types, collections and tags bought or looked at: a line kept counts once, and so does a look. */
export function interestsOf(subject: Subject, ask: FactAsk): Interests {
  const types = new Map<string, number>();
  const collections = new Map<string, number>();
  const tags = new Map<string, number>();
  const count = (ware: Ware) => {
    if (ware.kind !== "") add(types, ware.kind);
    for (const collection of ware.collections) add(collections, collection);
    for (const tag of ware.tags) add(tags, tag);
  };
  eachBought(subject, ask, count);
  eachLookedAt(subject, ask, count);
  return { types: sorted(types), collections: sorted(collections), tags: sorted(tags) };
}

/** Marks a tag among other names: tags compare without regard to case. */
const TAG = "\u0000";

export function asTag(tag: string): string {
  return TAG + tag.toLowerCase();
}

/** All of the interests' names. */
export function interestNames(subject: Subject, ask: FactAsk): ReadonlySet<string> {
  const names = new Set<string>();
  const note = ({ kind, collections, tags }: Ware) => {
    if (kind !== "") names.add(kind);
    for (const collection of collections) names.add(collection);
    for (const tag of tags) names.add(asTag(tag));
  };
  eachBought(subject, ask, note);
  eachLookedAt(subject, ask, note);
  return names;
}

/** Types bought. */
export function typesBought(subject: Subject, ask: FactAsk): ReadonlySet<string> {
  const types = new Set<string>();
  eachBought(subject, ask, ({ kind }) => {
    if (kind !== "") types.add(kind);
  });
  return types;
}

/** Types looked at so many times within the time, and never bought at all. */
export function typesLookedUnbought(subject: Subject, ask: FactAsk): number {
  const looks = new Map<string, number>();
  eachLookedAt(subject, ask, ({ kind }) => {
    if (kind !== "") add(looks, kind);
  });
  if (looks.size === 0) return 0;
  const bought = typesBought(subject, PLAIN);
  let types = 0;
  for (const [type, times] of looks) if (times >= ask.times && !bought.has(type)) types += 1;
  return types;
}

function eachBought(subject: Subject, ask: FactAsk, tell: (ware: Ware) => void): void {
  for (const { lines } of subject.purchases(ask)) {
    for (const line of lines) if (isKept(line)) tell(line.ware);
  }
}

function eachLookedAt(subject: Subject, ask: FactAsk, tell: (ware: Ware) => void): void {
  for (const activity of subject.customer.activities) {
    if (activity.ware !== null && subject.isWithin(activity, ask)) tell(activity.ware);
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** By name, so that the order of purchases does not show. */
function sorted(counts: Map<string, number>): Record<string, number> {
  if (counts.size === 0) return {};
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
