import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { Directory } from "#app/domain/people/directory.ts";
import { normaliseAddress } from "#app/domain/people/normalise-address.ts";
import type { Person } from "#app/domain/people/person.ts";
import type { Plan } from "#app/domain/people/plan-batch.ts";
import { proofSteps } from "#app/domain/people/proof-steps.ts";
import { runPlan } from "#app/domain/people/run-plan.ts";
import { advocateOf } from "#app/domain/referral/advocate-of.ts";
import { refusalOfFriend } from "#app/domain/referral/refer-friend.ts";
import type { ReferredFriend } from "#app/domain/referral/referral.ts";
import type { Outcome } from "#app/domain/refusal.ts";
import { type OpenBooks, openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { waitForShopInbox } from "#app/db/inbox/inbox-batch.ts";
import { readErasures } from "#app/db/members/erasures.ts";
import { findPeople, writeNewPeople } from "#app/db/members/people.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { newCode } from "../codes/new-code.ts";
import type { Refused } from "../decide.ts";
import { record } from "../inbox/decide-batch.ts";
import { isThrowAway } from "./is-throw-away.ts";

export interface ProvenFriend {
  readonly shopId: number;
  readonly advocateId: MemberId;
  /** Proven by a link that was mailed to it. */
  readonly address: string;
  readonly now: Instant;
}

export type FriendReferred =
  | {
      readonly ok: true;
      /** What they were given; null: nothing, points, or not until somebody at the shop has looked. */
      readonly code: string | null;
      readonly isInReview: boolean;
    }
  | Refused;

/**
 * A friend has proven their address by an advocate's link: they are a member from now on, and are given what the
 * program has for friends. Deliveries wait meanwhile, so that nobody becomes somebody twice.
 */
export async function referFriend(database: Database, friend: ProvenFriend): Promise<FriendReferred> {
  const answer = await database.transaction(async (tx) => {
    await waitForShopInbox(tx, friend.shopId);
    return referWithin(tx, friend);
  });
  await database.notify("outbox", String(friend.shopId));
  return answer;
}

async function referWithin(tx: Statements, friend: ProvenFriend): Promise<FriendReferred> {
  const { shopId, advocateId, now } = friend;
  const address = normaliseAddress(friend.address);
  const shop = await readShop(tx, shopId);
  if (shop === null || shop.liveVersion === null) return CLOSED;
  const { membership } = shop.settings;
  const directory = await directoryFor(tx, shopId, { membership, address, advocateId });
  const memberIds = [...directory.people].flatMap(({ memberId }) => (memberId === null ? [] : [memberId]));
  const open = await openBooks(tx, shopId, memberIds, { nextCode: newCode, now });
  const { books } = open;
  const advocate = books.members.get(advocateId);
  if (advocate === undefined) return CLOSED;
  const known = memberIn(books, directory.findByMail(address));
  const before = known === null ? null : advocateOf(books, known);
  // Nothing tells live who shares a telephone or a door: that is looked at where a history says so.
  const introduction = { at: now, isThrowAway: isThrowAway(address), sharesContact: false };
  const refusal = refusalOfFriend(books, advocate, { member: known, email: address }, introduction);
  if (refusal !== null) {
    await recordBooks(tx, open, now);
    // The same link followed again: it is as it was.
    return before?.advocate === advocate && before.known.state !== "declined"
      ? welcomed(books, before.known)
      : refusedBy(refusal);
  }
  const { plan, person } = await meetByMail(tx, open, {
    directory,
    address,
    liveVersion: shop.liveVersion,
    now,
  });
  const outcome = runPlan(books, plan, directory.people, now);
  const friendId = person.memberId;
  assert(friendId !== null, "whoever has proven an address has a number");
  const referred = applyEvent(books, {
    ...{ type: "friend_referred", memberId: advocateId, friendId },
    ...introduction,
  });
  await record(tx, open, { plan, directory, outcome, now });
  const brought = advocate.engagement?.referral.friends.get(friendId);
  return brought === undefined ? refusedBy(referred) : welcomed(books, brought);
}

/** Finds out who the friend is, and writes down whoever is new. */
async function meetByMail(
  tx: Statements,
  { shopId, asker }: OpenBooks,
  {
    directory,
    address,
    liveVersion,
    now,
  }: {
    readonly directory: Directory;
    readonly address: string;
    readonly liveVersion: number;
    readonly now: Instant;
  },
): Promise<{ readonly plan: Plan; readonly person: Person }> {
  const proof = proofSteps(directory, address);
  assert(proof !== null, "an address names somebody");
  const strangers = [...directory.people].filter(({ memberId }) => memberId === null);
  const numbers = await writeNewPeople(tx, shopId, strangers, { programVersion: liveVersion, now });
  strangers.forEach((person, index) => {
    person.memberId = numbers[index] ?? null;
  });
  for (const { memberId, customerId } of directory.people)
    if (memberId !== null) asker?.keepName(memberId, customerId);
  const plan = { deliveries: [{ inboxId: 0, steps: proof.steps, toldAt: null }], orders: new Map() };
  return { plan, person: proof.person };
}

function memberIn(books: Books, person: Person | null): MemberBook | null {
  const memberId = person?.memberId ?? null;
  return memberId === null ? null : (books.members.get(memberId) ?? null);
}

const CLOSED: Refused = {
  ...{ ok: false, refusal: "referral_closed" },
  message: "the program brings no friends along",
};

/** The people an address may stand for, and the advocate. */
async function directoryFor(
  tx: Statements,
  shopId: number,
  {
    membership,
    address,
    advocateId,
  }: {
    readonly membership: Directory["membership"];
    readonly address: string;
    readonly advocateId: MemberId;
  },
): Promise<Directory> {
  const found = await findPeople(tx, shopId, { customerIds: [], emails: [address], memberIds: [advocateId] });
  const erasures = await readErasures(tx, shopId, [{ id: null, email: address }]);
  return new Directory(membership, { found, owners: [], erasures, ended: [] });
}

function welcomed(books: Books, { friendId, state }: ReferredFriend): FriendReferred {
  const code = books.members.get(friendId)?.engagement?.referral.friendCode ?? null;
  return { ok: true, code, isInReview: state === "in_review" };
}

function refusedBy(outcome: Outcome): Refused {
  assert(!outcome.ok, "what is refused is not done");
  return { ok: false, refusal: outcome.refusal, message: outcome.message };
}
