import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { changeFile, createFile, deleteFile, writePart } from "#app/db/member-files/member-file.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { detectEncoding, detectSeparator, HEAD_BYTES } from "#app/domain/member-files/file-text.ts";
import { recogniseForm } from "#app/domain/member-files/recognise-form.ts";
import type { FileReading } from "#app/domain/member-files/file-reading.ts";
import { linesOf } from "./read-lines.ts";

const PART_BYTES = 512 * 1024;
const LONGEST_FILE_NAME = 200;

export interface FileUpload {
  readonly shopId: number;
  readonly name: string;
  readonly actor: string;
  readonly now: Instant;
  readonly content: AsyncIterable<Uint8Array>;
}

export type ReceivedFile =
  { readonly ok: true; readonly fileId: number } | { readonly ok: false; readonly refusal: "file_empty" };

/**
 * Keeps an uploaded file in parts, as it comes, and recognises how it is written and whose export it is. From
 * here on the worker checks it. What arrives by half is nothing: nobody sees it, and it is cleared away.
 */
export async function receiveFile(database: Database, upload: FileUpload): Promise<ReceivedFile> {
  const { shopId, actor, now } = upload;
  const name = upload.name.slice(0, LONGEST_FILE_NAME);
  const fileId = await createFile(database, shopId, { name, actor, now });
  try {
    const { bytes, parts, head, isUtf8 } = await keep(database, shopId, fileId, upload.content);
    const text = bytes === 0 ? "" : new TextDecoder(detectEncoding(head, isUtf8)).decode(head);
    if (text.trim() === "") {
      await deleteFile(database, shopId, fileId);
      return { ok: false, refusal: "file_empty" };
    }
    const { form, reading, header } = await recognise(text, detectEncoding(head, isUtf8));
    const run = { fileId, startedAt: now, state: "receiving" } as const;
    await changeFile(database, shopId, run, { state: "checking", bytes, parts, form, reading, header });
    const details = { fileId, bytes, form };
    await writeAudit(database, shopId, { at: now, actor, action: "upload_members", memberId: null, details });
    return { ok: true, fileId };
  } catch (error) {
    await deleteFile(database, shopId, fileId);
    throw error;
  }
}

interface Kept {
  readonly bytes: number;
  readonly parts: number;
  readonly head: Uint8Array;
  readonly isUtf8: boolean;
}

async function keep(
  database: Database,
  shopId: number,
  fileId: number,
  content: AsyncIterable<Uint8Array>,
): Promise<Kept> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  let head = Buffer.alloc(0);
  let waiting = Buffer.alloc(0);
  let [bytes, parts] = [0, 0];
  const write = async (part: Buffer): Promise<void> => {
    await writePart(database, shopId, fileId, { part: parts, bytes: part });
    parts += 1;
  };
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
    isUtf8 &&= canDecode(utf8, chunk);
    waiting = Buffer.concat([waiting, chunk]);
    for (; waiting.length >= PART_BYTES; waiting = waiting.subarray(PART_BYTES)) {
      await write(waiting.subarray(0, PART_BYTES));
    }
  }
  if (waiting.length > 0) await write(waiting);
  return { bytes, parts, head, isUtf8 };
}

function canDecode(utf8: TextDecoder, chunk: Uint8Array): boolean {
  try {
    utf8.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** How a file is read as far as its beginning tells. */
async function recognise(
  text: string,
  encoding: FileReading["encoding"],
): Promise<{
  form: ReturnType<typeof recogniseForm>["form"];
  reading: FileReading;
  header: readonly string[];
}> {
  const separator = detectSeparator(text);
  const header = await firstLine(text, separator);
  const { form, mapping, dayOrder } = recogniseForm(header);
  const pointsMean = form === "own" ? "balance" : "added";
  return {
    form,
    header,
    reading: { encoding, separator, pointsMean, mapping, pointSigns: null, dayOrder, tiers: {} },
  };
}

/** The names of the columns. A last line that is cut off is no fault here. */
export async function firstLine(
  text: string,
  separator: FileReading["separator"],
): Promise<readonly string[]> {
  // eslint-disable-next-line @typescript-eslint/require-await -- it is read like a file that comes in pieces
  async function* once(): AsyncGenerator<string> {
    yield text;
  }
  for await (const { cells } of linesOf(once(), separator, 1)) return cells;
  return [];
}
