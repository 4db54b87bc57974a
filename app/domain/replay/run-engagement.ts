import type { CustomerFact } from "../event.ts";
import { tillOrder } from "../customers/history/till-order.ts";
import { applyEvent } from "../engine.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { refusalOfFriend } from "../referral/refer-friend.ts";
import { tellEngine, findMember, meetMember, proveMember, rejectionOf } from "./tell-engine.ts";
import type { Rejection } from "./tell-engine.ts";
import type { EngagementLine } from "./lines/parse-engagement-line.ts";
import type { Replay } from "./replay.ts";

type Line<Type extends EngagementLine["type"]> = Extract<EngagementLine, { type: Type }>;

/** A friend's address is proven, and with it who brought them along. */
export function runReferral(replay: Replay, line: Line<"refer">): Rejection {
  if (!line.proven) return null;
  const { books, people, options } = replay;
  const { at, advocate, friend } = line;
  const advocateMember = findMember(books, people, advocate);
  if (advocateMember === null) return `no member ${nameOf(advocate)}`;
  const introduction = {
    at,
    isThrowAway: friend.email !== null && options.isThrowAway?.(friend.email) === true,
    sharesContact: sharePhone(replay, advocateMember.id, friend),
  };
  const known = findMember(books, people, friend);
  const would = { member: known, email: friend.email ?? known?.email ?? null };
  const refusal = refusalOfFriend(books, advocateMember, would, introduction);
  if (refusal !== null) return rejectionOf(refusal);
  const member =
    friend.id === null && friend.email !== null
      ? proveMember(books, people, friend.email, at)
      : meetMember(books, people, friend, at);
  if (member === null) return `no member ${nameOf(friend)}`;
  return rejectionOf(
    applyEvent(books, {
      type: "friend_referred",
      memberId: advocateMember.id,
      friendId: member.id,
      ...introduction,
    }),
  );
}

export function runReview(replay: Replay, { at, friendId, approve }: Line<"review">): Rejection {
  const { books, people } = replay;
  const friend = findMember(books, people, { id: friendId, email: null });
  if (friend === null) return `no member ${friendId}`;
  return rejectionOf(applyEvent(books, { type: "referral_reviewed", at, memberId: friend.id, approve }));
}

export function runOptIn(replay: Replay, { at, member, challengeId }: Line<"optIn">): Rejection {
  const { books, people } = replay;
  const known = meetMember(books, people, member, at);
  if (known === null) return `no member ${nameOf(member)}`;
  return rejectionOf(applyEvent(books, { type: "challenge_joined", at, memberId: known.id, challengeId }));
}

/** At the till: an activity, or a purchase outside the shop system. A sale to nobody is nobody's. */
export function runTill(replay: Replay, line: Line<"till">): Rejection {
  const { books, people } = replay;
  const { at, member, activity, key, purchase } = line;
  const reasons: Rejection[] = [];
  if (activity !== null && member !== null) {
    const proven = member.emailProven ? { emailProven: member.emailProven } : {};
    const done = { type: "activity", at, customer: member, activity, key, ...proven } as const;
    reasons.push(tellEngine(books, people, done, at));
  }
  if (purchase !== null) {
    const { currency, currencyDigits: digits } = liveProgram(books);
    const known = replay.receipts.get(purchase.receipt) ?? null;
    const order = tillOrder(purchase, known, { at, currency, digits });
    replay.receipts.set(purchase.receipt, order);
    reasons.push(tellEngine(books, people, { type: "order", at, customer: member, order }, at));
  }
  return reasons.find((reason) => reason !== null) ?? null;
}

/** What was told of somebody's phone: for telling made-up friends, and for nothing else. */
export function notePhone(replay: Replay, customer: CustomerFact | null, phone: string | null): void {
  if (customer === null || phone === null) return;
  const member = findMember(replay.books, replay.people, customer);
  if (member !== null) replay.phones.set(member.id, digitsOf(phone));
}

function sharePhone(replay: Replay, advocateId: string, friend: CustomerFact): boolean {
  const phone = replay.phones.get(advocateId);
  const member = findMember(replay.books, replay.people, friend);
  return phone !== undefined && member !== null && replay.phones.get(member.id) === phone;
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/gu, "").replace(/^00/u, "");
}

function nameOf({ id, email }: CustomerFact): string {
  return id ?? email ?? "without a name";
}
