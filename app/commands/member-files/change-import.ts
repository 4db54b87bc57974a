import { writeAudit } from "#app/db/audit.ts";
import type { Database, Statements } from "#app/db/client.ts";
import {
  changeFile,
  deleteFile,
  dropParts,
  lockFile,
  type FileChange,
  type MemberFile,
  readParts,
} from "#app/db/member-files/member-file.ts";
import { dropRows } from "#app/db/member-files/member-file-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { FileReading, FileState } from "#app/domain/member-files/file-reading.ts";
import { UNDO_WITHIN_MS } from "#app/domain/members/bulk/undo-within.ts";
import { recogniseForm } from "#app/domain/member-files/recognise-form.ts";
import { decoded } from "./read-lines.ts";
import { firstLine } from "./receive-file.ts";

export interface FileWish {
  readonly shopId: number;
  readonly fileId: number;
  readonly actor: string;
  readonly now: Instant;
}

export type FileAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly refusal: "file_gone" | "import_running" | "file_has_questions" | "undo_too_late";
    };

type Deed = "start" | "stop" | "undo" | "discard" | "check";

const POSSIBLE: Readonly<Record<Deed, ReadonlySet<FileState>>> = {
  start: new Set(["ready", "stopped"]),
  stop: new Set(["booking"]),
  undo: new Set(["done", "stopped"]),
  discard: new Set(["checking", "ready", "failed"]),
  check: new Set(["ready"]),
};

/** The merchant has seen what a file would do, and wants it. What only they can say must have been said. */
export function startImport(database: Database, wish: FileWish): Promise<FileAnswer> {
  return change(database, wish, "start", async (tx, file) => {
    if (hasQuestions(file)) return { ok: false, refusal: "file_has_questions" };
    await changeFile(tx, wish.shopId, file, { state: "booking", ...begun(wish) });
    return { ok: true };
  });
}

/** What was booked stays, and can be taken back or gone on with. */
export function stopImport(database: Database, wish: FileWish): Promise<FileAnswer> {
  return change(database, wish, "stop", async (tx, file) => {
    await changeFile(tx, wish.shopId, file, { state: "stopped", endedAt: wish.now });
    return { ok: true };
  });
}

export function undoImport(database: Database, wish: FileWish): Promise<FileAnswer> {
  return change(database, wish, "undo", async (tx, file) => {
    const isOver = file.deed !== null && file.endedAt !== null && wish.now > file.endedAt + UNDO_WITHIN_MS;
    if (isOver) return { ok: false, refusal: "undo_too_late" };
    await changeFile(tx, wish.shopId, file, { state: "undoing", ...begun(wish) });
    await dropParts(tx, wish.shopId, file.fileId);
    return { ok: true };
  });
}

/** Nothing of it was booked: it goes, with all that was read of it. */
export function discardFile(database: Database, wish: FileWish): Promise<FileAnswer> {
  return change(database, wish, "discard", async (tx, file) => {
    await deleteFile(tx, wish.shopId, file.fileId);
    return { ok: true };
  });
}

/** It is read another way: everything is checked anew. */
export function readAnew(database: Database, wish: FileWish, reading: FileReading): Promise<FileAnswer> {
  return change(database, wish, "check", async (tx, file) => {
    await dropRows(tx, wish.shopId, file.fileId);
    const seen = await seenAs(tx, wish.shopId, file, reading);
    await changeFile(tx, wish.shopId, file, { state: "checking", position: 0, ...seen, ...begun(wish) });
    return { ok: true };
  });
}

/** Written otherwise or separated otherwise it has other columns, which are recognised again. */
async function seenAs(
  tx: Statements,
  shopId: number,
  file: MemberFile,
  reading: FileReading,
): Promise<FileChange> {
  const { encoding, separator } = reading;
  const isSame = encoding === file.reading.encoding && separator === file.reading.separator;
  if (isSame && reading.mapping.length === file.header.length) return { reading };
  let text = "";
  for await (const piece of decoded(readParts(tx, shopId, { ...file, parts: 1 }), encoding)) text += piece;
  const header = await firstLine(text, separator);
  const { form, mapping, dayOrder } = recogniseForm(header);
  return { header, form, reading: { ...reading, mapping, dayOrder } };
}

export function hasQuestions({ questions, reading }: Pick<MemberFile, "questions" | "reading">): boolean {
  return (
    (questions.pointSigns !== null && reading.pointSigns === null) ||
    (questions.dayOrder !== null && reading.dayOrder === null)
  );
}

function begun({ now, actor }: FileWish): FileChange {
  return { startedAt: now, startedBy: actor, nextAt: now, failures: 0, reason: null, endedAt: null };
}

function change(
  database: Database,
  { shopId, fileId, actor, now }: FileWish,
  deed: Deed,
  decide: (tx: Statements, file: MemberFile) => Promise<FileAnswer>,
): Promise<FileAnswer> {
  return database.transaction(async (tx) => {
    const file = await lockFile(tx, shopId, fileId);
    if (file === null) return { ok: false, refusal: "file_gone" };
    if (!POSSIBLE[deed].has(file.state)) return { ok: false, refusal: "import_running" };
    const answer = await decide(tx, file);
    if (!answer.ok) return answer;
    const action = file.deed === null ? `${deed}_member_import` : `${deed}_bulk`;
    await writeAudit(tx, shopId, { at: now, actor, action, memberId: null, details: { fileId } });
    return answer;
  });
}
