import { type AuditEntry, writeAudits } from "#app/db/audit.ts";
import { openBooks, type OpenBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { markDone, markImpossible, nextDone, nextWaiting } from "#app/db/member-files/deed-rows.ts";
import { changeFile, type MemberFile } from "#app/db/member-files/member-file.ts";
import { markUndone } from "#app/db/member-files/member-file-rows.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Books } from "#app/domain/books/books.ts";
import { isStanding } from "#app/domain/books/codes.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import {
  type BulkDeed,
  type BulkProblem,
  eventOfDeed,
  problemOf,
} from "#app/domain/members/bulk/bulk-deed.ts";
import { beforeDeed } from "#app/domain/members/bulk/undo-deed.ts";
import { unusedCode } from "#app/domain/redemption/code-book.ts";
import { newCode } from "../../codes/new-code.ts";
import { takeTurn, type Turn } from "../../member-files/take-turn.ts";

const MEMBERS_AT_ONCE = 100;
const COMMANDS = {
  points: "adjust_points",
  tier: "decide_tier",
  exclusion: "set_exclusion",
  reward: "give_reward",
  tag: "tag_customer",
} as const;

interface DeedRun {
  readonly file: MemberFile;
  readonly deed: BulkDeed;
  readonly now: Instant;
}

/**
 * Does a deed for the next members of its lines, in one transaction: before it nothing of them is there, after it
 * all, and no line is done twice. Nobody is written to.
 */
export function doDeed(database: Database, { shopId }: Shop, { file, deed, now }: DeedRun): Promise<Turn> {
  const { fileId, startedBy: actor } = file;
  return takeTurn(database, shopId, file, async (tx) => {
    const rows = await nextWaiting(tx, shopId, fileId, MEMBERS_AT_ONCE);
    if (rows.length === 0) {
      await changeFile(tx, shopId, file, { state: "done", endedAt: now });
      return "done";
    }
    const open = await booksOf(tx, shopId, rows, now);
    const nextCode = () => unusedCode(open.books, open.books.nextCode);
    const done = [];
    const impossible: { line: number; problem: BulkProblem }[] = [];
    const audits: AuditEntry[] = [];
    for (const { line, memberId } of rows) {
      const member = open.books.members.get(memberId);
      const takesPart = member !== undefined && (member.status === "active" || member.status === "shadow");
      if (!takesPart) {
        impossible.push({ line, problem: "takes_no_part" });
        continue;
      }
      const before = beforeDeed(member);
      const event = eventOfDeed(deed, { at: now, memberId, id: idOf(fileId, line), nextCode });
      const outcome = applyEvent(open.books, event);
      if (!outcome.ok) {
        impossible.push({ line, problem: problemOf(outcome.refusal) });
        continue;
      }
      const code = event.type === "reward_given" ? event.code : null;
      const points = deed.kind === "points" ? deed.points : 0;
      done.push({ line, points, before: { ...before, code } });
      const { kind, ...details } = deed;
      const made = code === null ? { fileId } : { fileId, code };
      audits.push({ at: now, actor, action: COMMANDS[kind], memberId, details: { ...details, ...made } });
    }
    await recordQuietly(tx, open, now);
    await markDone(tx, shopId, fileId, done);
    await markImpossible(tx, shopId, fileId, impossible);
    await writeAudits(tx, shopId, audits);
    return "more";
  });
}

/** Takes a deed back for the next of those it was done for. */
export function undoDeedForMany(
  database: Database,
  { shopId }: Shop,
  { file, deed, now }: DeedRun,
): Promise<Turn> {
  const { fileId, startedBy: actor } = file;
  return takeTurn(database, shopId, file, async (tx) => {
    const rows = await nextDone(tx, shopId, fileId, MEMBERS_AT_ONCE);
    if (rows.length === 0) {
      await changeFile(tx, shopId, file, { state: "undone", endedAt: now });
      return "done";
    }
    const open = await booksOf(tx, shopId, rows, now);
    const undone = rows.map(({ line, memberId, points, before }) => {
      const id = idOf(fileId, line);
      applyEvent(open.books, {
        type: "bulk_undone",
        at: now,
        memberId,
        id,
        points,
        reason: deed.reason,
        before,
        code: before.code,
        levelId: deed.kind === "tier" ? deed.levelId : null,
        excluded: deed.kind === "exclusion" ? deed.excluded : null,
        tag: deed.kind === "tag" ? deed : null,
      });
      const { code } = before;
      const stayed =
        code === null ? points + movedBack(open.books, id) : Number(isKept(open.books, memberId, code));
      return { line, points: stayed };
    });
    await recordQuietly(tx, open, now);
    await markUndone(tx, shopId, fileId, undone);
    const details = { reason: deed.reason, fileId };
    await writeAudits(
      tx,
      shopId,
      rows.map(({ memberId }) => ({ at: now, actor, action: "undo_bulk", memberId, details })),
    );
    return "more";
  });
}

/** Names what a line does once for all time: repeated after a crash, it is the same transaction. */
function idOf(fileId: number, line: number): string {
  return `bulk:${String(fileId)}:${String(line)}`;
}

function booksOf(
  tx: Statements,
  shopId: number,
  rows: readonly { readonly memberId: MemberId }[],
  now: Instant,
): Promise<OpenBooks> {
  const memberIds = [...new Set(rows.map(({ memberId }) => memberId))];
  return openBooks(tx, shopId, memberIds, { nextCode: newCode, now, isQuiet: true });
}

async function recordQuietly(tx: Statements, open: OpenBooks, now: Instant): Promise<void> {
  const { journal } = open.books;
  journal.effects = journal.effects.filter(({ type }) => !type.startsWith("notify_"));
  await recordBooks(tx, open, now);
}

/** Whether a code that was given is the member's still: it was used by then. */
function isKept(books: Books, memberId: MemberId, text: string): boolean {
  const code = books.members.get(memberId)?.codes.get(text);
  return code !== undefined && isStanding(code);
}

/** What the balance changed by when a line was taken back. */
function movedBack({ journal }: Books, id: string): number {
  return journal.transactions
    .filter(({ key }) => key === `adjust:${id}:undone`)
    .flatMap(({ transfers }) => transfers)
    .reduce((sum, { to, points }) => sum + (to === "issued" ? -points : points), 0);
}
