import { viewBooks } from "#app/db/books/view-books.ts";
import type { Statements } from "#app/db/database.ts";
import { countMembers, membersAfter } from "#app/db/members/members-in-turn.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { rewardNameIn } from "#app/domain/program/compile/compile-text.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";

const MEMBERS_AT_ONCE = 200;

/** Members who come to a level with a publication, from a lower or a higher one. */
export interface ForeseenMove {
  /** Null: no level any more. */
  readonly levelId: string | null;
  readonly levelName: string | null;
  readonly members: number;
}

/** What publishing would do to the members, as far as they were looked at. */
export interface ForeseenPublication {
  /** Of all members of the shop, how many are in the figures. */
  readonly lookedAt: number;
  readonly members: number;
  readonly rises: readonly ForeseenMove[];
  readonly falls: readonly ForeseenMove[];
  /** Points given for entering levels, and to how many members. */
  readonly entryPoints: number;
  readonly entryPointsTo: number;
  /** Rewards given for entering levels. */
  readonly gifts: readonly { readonly rewardId: string; readonly name: string; readonly count: number }[];
  /** Where to look on; null: everybody is in the figures. */
  readonly next: string | null;
}

/**
 * How many members rise or fall to which level by publishing this document now, and what they are given:
 * the engine's own answer, over books of which nothing is recorded. Looks at up to `atMost` members,
 * after those of `earlier`.
 */
export async function foreseePublication(
  statements: Statements,
  shopId: number,
  document: unknown,
  {
    now,
    atMost,
    earlier,
  }: { readonly now: Instant; readonly atMost: number; readonly earlier: ForeseenPublication | null },
): Promise<
  | { readonly ok: true; readonly foreseen: ForeseenPublication }
  | { readonly ok: false; readonly errors: readonly DocumentError[] }
> {
  const parsed = parseProgram(document);
  if (!parsed.ok) return parsed;
  const tally = new Tally(parsed.program, earlier);
  let after = earlier === null ? "0" : earlier.next;
  const enough = tally.lookedAt + atMost;
  while (after !== null && tally.lookedAt < enough) {
    const size = Math.min(MEMBERS_AT_ONCE, enough - tally.lookedAt);
    const memberIds = await membersAfter(statements, shopId, after, size);
    if (memberIds.length > 0) {
      tally.add(await viewBooks(statements, shopId, memberIds, now), now);
    }
    after = memberIds.length < size ? null : (memberIds.at(-1) ?? null);
  }
  const members = await countMembers(statements, shopId);
  return { ok: true, foreseen: tally.foreseen(members, after) };
}

/** Adds up batches, each as the engine leaves it. */
class Tally {
  lookedAt: number;
  private readonly rises: Map<string | null, number>;
  private readonly falls: Map<string | null, number>;
  private readonly gifts: Map<string, number>;
  private entryPoints: number;
  private entryPointsTo: number;

  constructor(
    private readonly program: Program,
    earlier: ForeseenPublication | null,
  ) {
    const counted = (moves: readonly ForeseenMove[] = []) =>
      new Map(moves.map(({ levelId, members }) => [levelId, members]));
    this.rises = counted(earlier?.rises);
    this.falls = counted(earlier?.falls);
    this.gifts = new Map(earlier?.gifts.map(({ rewardId, count }) => [rewardId, count]));
    this.lookedAt = earlier === null ? 0 : earlier.lookedAt;
    this.entryPoints = earlier === null ? 0 : earlier.entryPoints;
    this.entryPointsTo = earlier === null ? 0 : earlier.entryPointsTo;
  }

  /** The books have been through all that is live; now they go through the publication. */
  add(books: Books, now: Instant): void {
    const before = liveProgram(books);
    const members = [...books.members.values()];
    const stood = members.map((member) => ({
      member,
      levelId: member.tier.levelId,
      codes: new Set(member.codes.keys()),
    }));
    const posted = books.journal.transactions.length;
    const version = books.liveVersion + 1;
    this.takeFromStock(books);
    applyEvent(books, { type: "program_published", at: now, version, program: this.program });
    for (const { member, levelId, codes } of stood) {
      this.countMove(member, levelId, before);
      for (const code of member.codes.values()) if (!codes.has(code.code)) count(this.gifts, code.rewardId);
    }
    this.countEntryPoints(books.journal.transactions.slice(posted));
    this.lookedAt += members.length;
  }

  /** What earlier batches would be given is gone from a stock by now. */
  private takeFromStock({ stockClaimed }: Books): void {
    for (const [rewardId, given] of this.gifts) {
      stockClaimed.set(rewardId, (stockClaimed.get(rewardId) ?? 0) + given);
    }
  }

  private countMove(member: MemberBook, from: string | null, before: Program): void {
    const to = member.tier.levelId;
    if (to === from) return;
    const move = moveOf(from, to, before, this.program);
    if (move !== null) count(move === "rise" ? this.rises : this.falls, to);
  }

  private countEntryPoints(posted: Books["journal"]["transactions"]): void {
    const given = posted.flatMap(({ explanation, memberId }) =>
      explanation.kind === "tier_entry" ? [{ memberId, points: explanation.points }] : [],
    );
    this.entryPoints += given.reduce((sum, { points }) => sum + points, 0);
    this.entryPointsTo += new Set(given.map(({ memberId }) => memberId)).size;
  }

  foreseen(members: number, next: string | null): ForeseenPublication {
    const { lookedAt, entryPoints, entryPointsTo, program } = this;
    const gifts = [...this.gifts].map(([rewardId, count]) => {
      const name = inLanguage(rewardNameIn(program, rewardId), program.language);
      return { rewardId, name, count };
    });
    return {
      lookedAt,
      members,
      rises: movesOf(this.rises, program),
      falls: movesOf(this.falls, program),
      entryPoints,
      entryPointsTo,
      gifts,
      next,
    };
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** From the lowest level upwards, no level last. */
function movesOf(counts: ReadonlyMap<string | null, number>, program: Program): ForeseenMove[] {
  const levels = program.tiers?.levels ?? [];
  const onLevels = levels.flatMap(({ id, name }) => {
    const members = counts.get(id);
    return members === undefined
      ? []
      : [{ levelId: id, levelName: inLanguage(name, program.language), members }];
  });
  const without = counts.get(null);
  return without === undefined
    ? onLevels
    : [...onLevels, { levelId: null, levelName: null, members: without }];
}

/** Where the level that was left is no more, what both ask for tells up from down; asking for the same is neither. */
function moveOf(
  from: string | null,
  to: string | null,
  before: Program,
  after: Program,
): "rise" | "fall" | null {
  if (from === null || to === null) return from === null ? "rise" : "fall";
  const fromNow = placeOf(after, from) ?? placeOf(before, from);
  const toNow = placeOf(after, to);
  if (fromNow === null || toNow === null || fromNow === toNow) return null;
  return toNow > fromNow ? "rise" : "fall";
}

function placeOf({ tiers }: Program, levelId: string): number | null {
  return tiers?.levels.find(({ id }) => id === levelId)?.from ?? null;
}
