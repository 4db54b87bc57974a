import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import { formatInstant } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { goalOf } from "../../challenges/challenge.ts";
import { countedFor } from "../../challenges/due-gifts.ts";
import { participationOf } from "../../challenges/settle-challenges.ts";
import { shownPeriods, standOf } from "../../challenges/stand.ts";
import { standingCodes } from "../../ledger/grants.ts";
import { countedPoints } from "../../ledger/standing-points.ts";
import { runsOf as membershipRuns } from "../../memberships/memberships-of-member.ts";
import { formatMoney } from "../../money.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { friendsOf } from "../../referral/settle-referral.ts";

/** What a member has of challenges, referral and memberships, where the program has any of them. */
export function engagementOutput(books: Books, member: MemberBook, end: Instant) {
  const { challenges, referral, memberships } = liveProgram(books);
  return {
    ...(challenges.length === 0 ? {} : { challenges: challengesOutput(books, member, end) }),
    ...(referral === null ? {} : { referral: referralOutput(books, member, end) }),
    ...(memberships.length === 0 ? {} : { memberships: membershipsOutput(books, member, end) }),
  };
}

function challengesOutput(books: Books, member: MemberBook, end: Instant) {
  const { challenges, currencyDigits } = liveProgram(books);
  const part = participationOf(books, member);
  return challenges
    .filter(({ enabled }) => enabled)
    .flatMap((challenge) =>
      shownPeriods(challenge, part.zone, end).map(({ period, holds }) => {
        const counted = countedFor(part, challenge.id, holds);
        const { goal, progress, done } = standOf(part, challenge, { counted, end });
        const write = (figure: number) =>
          goalOf(challenge).count === "value" ? formatMoney(figure, currencyDigits) : figure;
        return {
          id: challenge.id,
          period,
          progress: write(progress),
          goal: write(goal),
          done,
          given: givenFor(member, challenge.id, period),
        };
      }),
    );
}

function givenFor(member: MemberBook, challengeId: string, period: string) {
  const grants = [...(member.grants?.values() ?? [])].filter(
    ({ of }) =>
      of.kind === "challenge" &&
      of.challengeId === challengeId &&
      (of.period === period || of.period === "ever"),
  );
  return {
    points: grants.reduce((sum, grant) => sum + countedPoints(grant), 0),
    codes: grants.flatMap((grant) => standingCodes(member, grant)),
  };
}

function referralOutput(books: Books, member: MemberBook, end: Instant) {
  const qualified = friendsOf(books, member);
  const matured = qualified.filter(({ maturesAt }) => maturesAt <= end).length;
  return {
    friends: matured,
    pending: qualified.length - matured,
    badges: member.engagement?.referral.badges ?? [],
  };
}

function membershipsOutput(books: Books, member: MemberBook, end: Instant) {
  const { timezone } = liveProgram(books);
  return [...membershipRuns(books, member).values()]
    .flat()
    .filter(({ from, graceUntil }) => from <= end && end < graceUntil)
    .map(({ membershipId, from, until }) => ({
      id: membershipId,
      from: formatInstant(from, timezone),
      until: formatInstant(until, timezone),
    }));
}
