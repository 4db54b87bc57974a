import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { settleGrants } from "../ledger/grants.ts";
import type { Due } from "../ledger/grants.ts";
import type { Referral as ReferralTerms } from "../program/program.ts";
import { liveProgram, programOf } from "../program/version-in-effect.ts";
import type { Versions } from "../program/version-in-effect.ts";
import { inLanguage } from "../program/texts/text.ts";
import { holdLevel, letGoOfLevel } from "../tiers/hold-level.ts";
import { indexOfLevel } from "../tiers/levels.ts";
import { qualifiedFriends } from "./qualified.ts";
import type { QualifiedFriend } from "./qualified.ts";
import type { ReferredFriend } from "./referral.ts";

/** The friends of an advocate whose orders qualify and stand, whatever version their link was proven under. */
export function friendsOf(books: Versions, advocate: MemberBook): QualifiedFriend[] {
  const friends = [...(advocate.engagement?.referral.friends.values() ?? [])];
  const { timezone } = liveProgram(books);
  return friendsByTerms(friends, (version) => programOf(books, version).referral, timezone);
}

/** The same of one advocate's friends, by what each version of the program says of referral. */
export function friendsByTerms(
  friends: readonly ReferredFriend[],
  termsOf: (version: number) => ReferralTerms | null,
  timezone: string,
): QualifiedFriend[] {
  const versions = [...new Set(friends.map(({ programVersion }) => programVersion))];
  return versions.flatMap((version) => {
    const terms = termsOf(version);
    return terms === null
      ? []
      : qualifiedFriends(
          friends.filter((friend) => counts(friend, version)).map(plain),
          terms,
          terms.advocate,
          timezone,
        );
  });
}

/** An order paid before the address was proven, however late it is told: no new customer after all. */
function counts({ programVersion, state, orders, provenAt }: ReferredFriend, version: number): boolean {
  if (programVersion !== version || state !== "counted") return false;
  return ![...orders.values()].some(({ paidAt }) => paidAt < provenAt);
}

function plain({ friendId, provenAt, orders }: ReferredFriend) {
  return { friendId, provenAt, orders: orders.values() };
}

/** Brings what stands of an advocate's gifts to what is due by `at`. */
export function settleReferral(books: Books, advocate: MemberBook, at: Instant): void {
  const referral = advocate.engagement?.referral;
  if (referral === undefined || referral.friends.size === 0 || advocate.status !== "active") return;
  const friends = friendsOf(books, advocate);
  const due = friends.filter(({ points }) => points > 0).map((friend) => dueFor(referral.friends, friend));
  const matured = friends.filter(({ maturesAt }) => maturesAt <= at).length;
  const terms = liveProgram(books).referral;
  const all = [...due, ...(terms === null ? [] : stepsDue(books, terms, matured))];
  const causes = new Set(all.map(({ cause }) => cause));
  // Looked through once: an advocate may have brought thousands along.
  const grants = [...(advocate.grants?.values() ?? [])];
  const standing = new Map<string, number>();
  for (const { cause, isGiven } of grants) if (isGiven) standing.set(cause, (standing.get(cause) ?? 0) + 1);
  for (const one of all)
    if ((standing.get(one.cause) ?? 0) !== one.times) settleGrants(books, advocate, one, at);
  for (const { cause, of, gift, programVersion } of grants) {
    if ((of.kind !== "friend" && of.kind !== "ambassador") || causes.has(cause)) continue;
    if (!standing.has(cause)) continue;
    settleGrants(books, advocate, { cause, of, gift, times: 0, programVersion, availableAt: null }, at);
  }
  if (terms !== null) settleAmbassador(books, advocate, { terms, matured, at });
}

function dueFor(friends: ReadonlyMap<string, ReferredFriend>, friend: QualifiedFriend): Due {
  const { friendId, points, maturesAt } = friend;
  return {
    cause: `referral:${friendId}`,
    of: { kind: "friend", friendId },
    gift: { kind: "points", points },
    times: 1,
    programVersion: friends.get(friendId)?.programVersion ?? 1,
    availableAt: maturesAt,
  };
}

function stepsDue(books: Books, { ambassador }: ReferralTerms, matured: number): Due[] {
  return ambassador
    .filter(({ points }) => points > 0)
    .map(({ friends, points }) => ({
      cause: `referral:ambassador:${String(friends)}`,
      of: { kind: "ambassador", friends },
      gift: { kind: "points", points },
      times: matured >= friends ? 1 : 0,
      programVersion: books.liveVersion,
      availableAt: null,
    }));
}

/** Badges stay; a level is held like one by hand while the number of friends stands, and then the metric decides. */
function settleAmbassador(
  books: Books,
  advocate: MemberBook,
  { terms, matured, at }: { readonly terms: ReferralTerms; readonly matured: number; readonly at: Instant },
): void {
  const referral = advocate.engagement?.referral;
  const { tiers, language } = liveProgram(books);
  if (referral === undefined) return;
  let level: string | null = null;
  for (const step of terms.ambassador) {
    if (matured < step.friends) break;
    const badge = step.badge === null ? null : inLanguage(step.badge, language);
    if (badge !== null && !referral.badges.includes(badge)) referral.badges.push(badge);
    level = step.tier ?? level;
  }
  if (tiers === null || level === referral.earnedLevel) return;
  referral.earnedLevel = level;
  if (level === null) {
    letGoOfLevel(advocate, at);
    return;
  }
  const index = indexOfLevel(tiers, level);
  if (index >= indexOfLevel(tiers, advocate.tier.levelId)) holdLevel(books, advocate, index, at);
}

/** When the next friend's order matures; null = none is waiting. */
export function referralDueAt(books: Books, advocate: MemberBook, now: Instant): Instant | null {
  if (advocate.engagement === null || advocate.engagement.referral.friends.size === 0) return null;
  const waiting = friendsOf(books, advocate)
    .map(({ maturesAt }) => maturesAt)
    .filter((maturesAt) => maturesAt > now);
  return waiting.length === 0 ? null : Math.min(...waiting);
}
