import type { Gift } from "../challenges/challenge.ts";
import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { requestWithdrawal } from "../redemption/ask-platform.ts";
import { giveReward } from "../redemption/claim-reward.ts";
import { holdsPoints, isStanding } from "../books/codes.ts";
import { rewardOfCode } from "../redemption/code-book.ts";
import { releaseCode } from "../redemption/release-code.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { clawBack } from "./claw-back.ts";
import type { GiftCause } from "./explanations/explanation.ts";
import { countedPoints, creditStanding } from "./standing-points.ts";
import type { Grant } from "../books/grants.ts";

/** Gifts that should stand for one cause. */
export interface Due {
  readonly cause: string;
  readonly of: GiftCause;
  readonly gift: Gift;
  readonly times: number;
  readonly programVersion: number;
  /** From when on the points can be spent; null = at once. */
  readonly availableAt: Instant | null;
}

/**
 * Brings what stands for a cause to what should: too little is given, what came back first; too much is
 * taken back, the latest first. A code that was used counts as given whatever becomes of its ground.
 */
export function settleGrants(books: Books, member: MemberBook, due: Due, at: Instant): void {
  const known = grantsOf(member, due.cause);
  let standing = known.filter(({ isGiven }) => isGiven).length;
  for (const grant of [...known].reverse()) {
    if (standing <= due.times) break;
    if (grant.isGiven && takeBack(books, member, grant, at)) standing -= 1;
  }
  for (const grant of known) {
    if (standing >= due.times) break;
    if (grant.isGiven) continue;
    give(books, member, grant, { due, at });
    standing += 1;
  }
  for (let number = known.length + 1; standing < due.times; number += 1) {
    give(books, member, newGrant(books, member, due, number), { due, at });
    standing += 1;
  }
}

/** The grants of a cause in the order they were first given. */
function grantsOf(member: MemberBook, cause: string): Grant[] {
  const { grants } = member;
  return grants === null ? [] : [...grants.values()].filter((grant) => grant.cause === cause);
}

/** The codes of a grant that were not withdrawn. */
export function standingCodes(member: MemberBook, { codes }: Grant): string[] {
  return codes.filter((text) => {
    const code = member.codes.get(text);
    return code !== undefined && isStanding(code);
  });
}

function newGrant(books: Books, member: MemberBook, due: Due, number: number): Grant {
  const grant: Grant = {
    name: number === 1 ? due.cause : `${due.cause}#${String(number)}`,
    cause: due.cause,
    of: due.of,
    gift: due.gift,
    programVersion: due.programVersion,
    isGiven: false,
    codes: [],
    standing: 0,
    writtenOff: 0,
    lotIds: [],
    postings: 0,
  };
  member.grants ??= new Map();
  member.grants.set(grant.name, grant);
  return grant;
}

function give(
  books: Books,
  member: MemberBook,
  grant: Grant,
  { due, at }: { readonly due: Due; readonly at: Instant },
): void {
  grant.isGiven = true;
  const { gift, of } = grant;
  if (gift.kind === "reward") {
    const reward = liveProgram(books).rewards.find(({ id }) => id === gift.rewardId);
    const code = reward === undefined ? null : giveReward(books, member, reward, { at, origin: "gift" });
    if (code !== null) grant.codes = [...grant.codes, code];
    return;
  }
  const { availableAt } = due;
  const isOpen = availableAt === null || availableAt <= at;
  const isFirst = grant.postings === 0;
  creditStanding(books, member, grant, {
    at,
    points: gift.points - countedPoints(grant),
    cause: grant.name,
    key: grantKey(member, grant),
    kind: "gift",
    release: () => ({ availableAt: isOpen ? at : availableAt, isOpen }),
    explain: (lot) => ({
      kind: "gift_given",
      of,
      points: gift.points,
      isAgain: !isFirst,
      expiresAt: lot === null ? null : lot.expiresAt,
    }),
  });
}

/** False where it cannot be taken back any more: a code that was used. One that lapsed was given, too. */
function takeBack(books: Books, member: MemberBook, grant: Grant, at: Instant): boolean {
  if (grant.gift.kind === "points") {
    const points = countedPoints(grant);
    const { of } = grant;
    if (points > 0) {
      clawBack(books, member, grant, {
        at,
        points,
        key: grantKey(member, grant),
        explain: ({ toDebt, writtenOff }) => ({ kind: "gift_taken_back", of, points, toDebt, writtenOff }),
      });
    }
    grant.isGiven = false;
    return true;
  }
  const text = grant.codes.at(-1);
  const code = text === undefined ? undefined : member.codes.get(text);
  if (code === undefined) {
    grant.isGiven = false;
    return true;
  }
  if (!holdsPoints(code)) return false;
  requestWithdrawal(books, code, rewardOfCode(books, code));
  releaseCode(books, member, code, { state: "revoked", reason: "ground_fell", at, note: null });
  grant.isGiven = false;
  return true;
}

/** Unique per shop, so it names the member. */
function grantKey(member: MemberBook, { name }: Grant): string {
  return `${name}:${member.id}`;
}
