import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import { programs, type Step, steps } from "#tests/support/histories.ts";
import { Player } from "#tests/support/player.ts";
import { proveBooks } from "#tests/support/prove-books.ts";
import { Story } from "#tests/support/story.ts";
import { keepForUndo, noteBeforeMerge } from "./keep-for-undo.ts";
import type { MergeUndo } from "./merge-undo.ts";
import { wealthOf } from "./stand-of.ts";

const TIMEOUT_MS = 60_000;

/** Merges the guest into the member, and keeps what an undo needs. */
function merge(story: Story): MergeUndo {
  const [kept, ended] = [story.known("m1"), story.known("guest", "shadow")];
  const before = noteBeforeMerge(kept, ended);
  expect(story.tell({ type: "members_merged", fromMemberId: "guest" })).toEqual({ ok: true });
  const undo = keepForUndo(before, kept, "guest");
  return undo;
}

function undo(story: Story, kept: MergeUndo) {
  return story.tell({ type: "merge_undone", fromMemberId: "guest", undo: kept });
}

/** What a member has, without empty shells and without what only counts steps. */
function has(member: MemberBook) {
  const { status, email, birthday, excludedByHand, balance, tier, lastActivityAt } = member;
  return {
    ...{ status, email, birthday, excludedByHand, lastActivityAt },
    balance: { ...balance },
    tier: { ...tier, history: undefined, entered: [...tier.entered].sort() },
    lots: sorted([...member.lots.values()].filter(({ points }) => points > 0)),
    awards: sorted([...member.awards.values()].map(({ ...award }) => ({ id: award.orderId, ...award }))),
    codes: sorted([...member.codes.values()].map((code) => ({ ...code, id: code.code }))),
    qualifying: sorted(
      [...member.qualifying.values()].filter((entry) => entry.spendMinor + entry.points + entry.orders !== 0),
    ),
    limits: sorted(
      [...member.limits.values()]
        .filter(({ count, points }) => count !== 0 || points !== 0)
        .map(({ key, count, points }) => ({ id: key, count, points })),
    ),
    activityKeys: [...member.activityKeys].sort(),
  };
}

function sorted<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A history in which the guest is not merged before its end. */
const histories = steps.map((told) => told.filter(({ type }) => type !== "merge"));

function play(player: Player, told: readonly Step[]): void {
  for (const step of told) player.play(step);
}

describe("laws of undoing a merge", () => {
  it(
    "a merge that is undone at once leaves both as before",
    () => {
      fc.assert(
        fc.property(programs, histories, (program, told) => {
          const story = new Story(program);
          play(new Player(story), told);
          story.known("guest", "shadow");
          const before = [has(story.member("m1")), has(story.member("guest"))];
          const kept = merge(story);
          expect(undo(story, kept)).toEqual({ ok: true });
          proveBooks(story.books);
          // What the merge itself gave is a withdrawn code afterwards.
          for (const code of kept.bornCodes) story.member("m1").codes.delete(code);
          expect([has(story.member("m1")), has(story.member("guest"))]).toEqual(before);
        }),
        { numRuns: 150 },
      );
    },
    TIMEOUT_MS,
  );

  it(
    "whatever happens between a merge and its undo, the ledger is proved and nothing is given twice or lost",
    () => {
      fc.assert(
        fc.property(programs, histories, histories, histories, (program, told, since, after) => {
          const story = new Story(program);
          const player = new Player(story);
          play(player, told);
          // What falls due with the undo may lapse at once, and is not lost by it.
          const wealth = () =>
            [story.member("m1"), story.member("guest")].reduce(
              (sum, member) => sum + wealthOf(member) + member.balance.expired,
              0,
            );
          story.known("guest", "shadow");
          const before = wealth();
          const kept = merge(story);
          const merged = wealth();
          player.isMerged = true;
          play(player, since);
          const lapsedOfGifts = kept.bornLots.map((id) => story.lot(id).expired);
          const then = wealth();
          const outcome = undo(story, kept);
          proveBooks(story.books);
          expect(outcome).toEqual({ ok: true });
          const back = before - merged + lapsedOfGifts.reduce((sum, points) => sum + points, 0);
          expect(wealth()).toBe(then + back);
          player.isMerged = false;
          for (const step of after) {
            player.play(step);
            proveBooks(story.books);
          }
        }),
        { numRuns: 150 },
      );
    },
    TIMEOUT_MS,
  );
});
