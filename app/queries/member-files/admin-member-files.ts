import type { Statements } from "#app/db/database.ts";
import { type MemberFile, readFiles } from "#app/db/member-files/member-file.ts";
import {
  countRows,
  firstRows,
  type PreviewRow,
  type RowCount,
  wrongRows,
} from "#app/db/member-files/member-file-rows.ts";
import type { Language } from "#app/domain/ledger/explanations/language.ts";
import type { RowProblem } from "#app/domain/member-files/member-row.ts";
import type { RowState } from "#app/domain/member-files/file-reading.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { AdminShop } from "../shops/admin-shop.ts";

const SHOWN_ROWS = 8;
const SHOWN_FILES = 10;

export interface ShownFile extends Omit<
  MemberFile,
  "startedAt" | "startedBy" | "deed" | "parts" | "failures"
> {
  readonly counts: Readonly<Record<RowState, RowCount>>;
}

export interface AdminMemberFiles {
  /** Lines are judged by a program: without one there is nothing to import for. */
  readonly hasProgram: boolean;
  readonly levels: readonly {
    readonly id: string;
    readonly name: Readonly<Record<Language, string>>;
  }[];
  /** The newest file; null where there never was one. */
  readonly file: ShownFile | null;
  readonly first: readonly PreviewRow[];
  readonly wrong: readonly { readonly line: number; readonly problems: readonly RowProblem[] }[];
  /** Earlier files, of which something was booked. */
  readonly earlier: readonly ShownFile[];
}

/** Importing and exporting members, as its page shows it. */
export async function adminMemberFiles(statements: Statements, shop: AdminShop): Promise<AdminMemberFiles> {
  const { shopId, live } = shop;
  const files = await readFiles(statements, shopId, SHOWN_FILES);
  const shown: ShownFile[] = [];
  for (const { startedAt: _, startedBy: __, deed: ___, parts: ____, failures: _____, ...file } of files) {
    shown.push({ ...file, counts: await countRows(statements, shopId, file.fileId) });
  }
  const [file = null, ...earlier] = shown;
  const wrong =
    file === null ? [] : await wrongRows(statements, shopId, file.fileId, { behind: 0, most: SHOWN_ROWS });
  return {
    hasProgram: live !== null,
    levels:
      live?.program.tiers?.levels.map(({ id, name }) => ({
        id,
        name: { en: inLanguage(name, "en"), de: inLanguage(name, "de") },
      })) ?? [],
    file,
    first: file === null ? [] : await firstRows(statements, shopId, file.fileId, SHOWN_ROWS),
    wrong: wrong.map(({ line, problems }) => ({ line, problems })),
    earlier: earlier.filter(({ state }) => state !== "failed" && state !== "ready" && state !== "checking"),
  };
}
