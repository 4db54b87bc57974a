import { causeOfOrder } from "../books/ids.ts";
import { assert } from "../assert.ts";
import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { isPaused } from "../books/pauses.ts";
import type { Instant } from "../calendar.ts";
import { goodsOutcome } from "../customers/history/order-outcome.ts";
import { exclusionOf } from "../earning/orders/exclusion.ts";
import { memberMatches } from "../earning/match.ts";
import type { OrderState } from "../event.ts";
import { engagementOf } from "../engagement/open-engagement.ts";
import { settleGrants } from "../ledger/grants.ts";
import { liveProgram, programOf, versionInEffect } from "../program/version-in-effect.ts";
import type { Program } from "../program/program.ts";
import { tierAt } from "../tiers/levels.ts";
import { goalOf } from "./challenge.ts";
import type { Challenge } from "./challenge.ts";
import { contributionOf, NOTHING, ONE_ACTIVITY } from "./challenge-entry.ts";
import type { ChallengeEntry, Contribution } from "../books/engagement.ts";
import { dueGifts } from "./due-gifts.ts";
import type { Participation } from "./due-gifts.ts";

const NONE: readonly string[] = [];

/**
 * The challenges that an order may count for, by the version in effect when it was paid: asked just
 * before it is judged, and frozen with it. Whoever is excluded from earning takes no part, nor does what
 * was paid while earning was paused.
 */
export function challengesOpenTo(
  books: Books,
  member: MemberBook,
  paidAt: Instant | null,
): readonly string[] {
  if (paidAt === null || isPaused(books.pauses, "earning", paidAt)) return NONE;
  const { program } = versionInEffect(books, paidAt);
  if (program.challenges.length === 0) return NONE;
  const challenges = program.challenges.filter((challenge) => goalOf(challenge).count !== "activities");
  const asked = { tierId: tierAt(member, paidAt), at: paidAt - 1, challenges };
  return openTo(books, program, member, asked).map(({ id }) => id);
}

interface Asked {
  readonly challenges: readonly Challenge[];
  readonly tierId: string | null;
  /** By the facts of which instant a member is in segments. */
  readonly at: Instant;
}

/** Of some challenges those that are on and take this member. */
function openTo(books: Books, program: Program, member: MemberBook, asked: Asked): Challenge[] {
  if (exclusionOf(member, program) !== null) return [];
  const challenges = asked.challenges.filter(({ enabled }) => enabled);
  const asksForSegments = challenges.some((challenge) => challenge.member?.segments !== undefined);
  const segments = asksForSegments ? books.segmentsAt(member, asked.at) : NONE;
  const facts = { tierId: asked.tierId, tags: member.tags, segments };
  return challenges.filter((challenge) => memberMatches(challenge.member, facts));
}

/** Writes down what an order brings in its present state. `open`: what `challengesOpenTo` said before it was judged. */
export function countOrder(
  books: Books,
  member: MemberBook,
  order: OrderState,
  open: readonly string[],
): void {
  const source = causeOfOrder(order.id);
  const known = member.engagement?.entries.get(source);
  if (known === undefined && (order.paidAt === null || open.length === 0)) return;
  const at = known?.at ?? order.paidAt;
  assert(at !== null, "an order counts for the instant it was paid");
  const programVersion = known?.programVersion ?? versionInEffect(books, at).version;
  const ids = known === undefined ? open : [...known.counts.keys()];
  const goods = order.paidAt === null ? null : goodsOutcome(order);
  const counts = new Map<string, Contribution>();
  for (const id of ids) {
    const challenge = challengeOf(programOf(books, programVersion), id);
    if (challenge === undefined) continue;
    counts.set(id, goods === null ? NOTHING : contributionOf(goods, goalOf(challenge).lines));
  }
  engagementOf(member).entries.set(source, { source, at, programVersion, counts });
}

const UNKEYED = "#";

/** Whether an entry is of an activity without a key, which is another one each time. */
export function isUnkeyed({ source }: ChallengeEntry): boolean {
  return source.startsWith("activity:") && source.includes(`:${UNKEYED}`);
}

/** An activity counts for the challenges of the live version that count it by name. */
export function countActivity(
  books: Books,
  member: MemberBook,
  activity: { readonly activity: string; readonly key: string | null; readonly at: Instant },
): void {
  const program = liveProgram(books);
  const named = program.challenges.filter((challenge) => goalOf(challenge).activity === activity.activity);
  if (named.length === 0 || isPaused(books.pauses, "earning", activity.at)) return;
  const asked = { tierId: member.tier.levelId, at: activity.at, challenges: named };
  const open = openTo(books, program, member, asked);
  if (open.length === 0) return;
  const { entries } = engagementOf(member);
  const source = `activity:${activity.activity}:${activity.key ?? `${UNKEYED}${String(entries.size + 1)}`}`;
  if (entries.has(source)) return;
  const counts = new Map(open.map(({ id }) => [id, ONE_ACTIVITY] as const));
  entries.set(source, { source, at: activity.at, programVersion: books.liveVersion, counts });
}

/** Brings what stands of challenges' gifts to what is due. Guests have none until their address is proven. */
export function settleChallenges(books: Books, member: MemberBook, at: Instant): void {
  if (member.engagement === null || member.status !== "active") return;
  const due = dueGifts(participationOf(books, member));
  const causes = new Set(due.map(({ cause }) => cause));
  for (const { cause, challengeId, period, step, gift, times, programVersion } of due) {
    const of = { kind: "challenge", challengeId, period, step } as const;
    settleGrants(books, member, { cause, of, gift, times, programVersion, availableAt: null }, at);
  }
  for (const { cause, of, gift, programVersion } of [...(member.grants?.values() ?? [])]) {
    if (of.kind !== "challenge" || causes.has(cause)) continue;
    settleGrants(books, member, { cause, of, gift, times: 0, programVersion, availableAt: null }, at);
  }
}

export function participationOf(books: Books, member: MemberBook): Participation {
  const { entries, optIns } = engagementOf(member);
  return {
    entries: [...entries.values()],
    optIns,
    definition: (id, version) => challengeOf(programOf(books, version), id),
    zone: liveProgram(books).timezone,
    drawName: member.drawName,
  };
}

export function challengeOf({ challenges }: Program, id: string): Challenge | undefined {
  return challenges.find((challenge) => challenge.id === id);
}
