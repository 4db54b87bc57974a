import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import { type MemberFile, readParts } from "#app/db/member-files/member-file.ts";
import type { Statements } from "#app/db/database.ts";
import type { Encoding, Separator } from "#app/domain/member-files/file-text.ts";

/** A line of a file: its cells, and where it stands. */
export interface FileLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The file itself is broken, not one of its lines: a quotation mark that never closes, a line without end. */
export class UnreadableFile extends Error {}

/** Longer lines are none: a quotation mark was not closed. */
const LONGEST_LINE = 256 * 1024;

const parsedLine = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });

/** The lines of a stored file, the first with the names of the columns included; never more of it in memory than a part. */
export function readLines(
  statements: Statements,
  shopId: number,
  file: Pick<MemberFile, "fileId" | "parts"> & {
    readonly reading: { readonly encoding: Encoding; readonly separator: Separator };
  },
): AsyncGenerator<FileLine> {
  return linesOf(decoded(readParts(statements, shopId, file), file.reading.encoding), file.reading.separator);
}

/** The lines of a text that comes in pieces; of a beginning that may be cut off, `most` of them. */
export async function* linesOf(
  text: AsyncIterable<string>,
  separator: Separator,
  most?: number,
): AsyncGenerator<FileLine> {
  const parser = parse({
    delimiter: separator,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
    ...(most === undefined ? {} : { to: most }),
  });
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error));
  try {
    for await (const parsed of source.pipe(parser)) {
      const { record, info } = parsedLine.parse(parsed);
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(error.code);
    throw error;
  } finally {
    source.destroy();
  }
}

export async function* decoded(parts: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of parts) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
