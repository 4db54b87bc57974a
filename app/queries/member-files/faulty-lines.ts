import type { Statements } from "#app/db/database.ts";
import { readFiles } from "#app/db/member-files/member-file.ts";
import { wrongRows } from "#app/db/member-files/member-file-rows.ts";
import { csvLine } from "#app/domain/csv.ts";
import type { Language } from "#app/domain/ledger/explanations/language.ts";
import { sayProblem } from "#app/domain/member-files/problem-words.ts";

const ROWS_AT_ONCE = 500;
const HEADING: Readonly<Record<Language, string>> = { en: "what to fix", de: "was zu tun ist" };

/** The newest file's lines that could not be taken over, each with what to fix: mended, it can be uploaded as it is. */
export async function* faultyLines(
  statements: Statements,
  shopId: number,
  language: Language,
): AsyncGenerator<string> {
  const [file] = await readFiles(statements, shopId, 1);
  if (file === undefined) return;
  yield csvLine([...file.header, HEADING[language]]);
  for (let behind = 0; ;) {
    const rows = await wrongRows(statements, shopId, file.fileId, { behind, most: ROWS_AT_ONCE });
    for (const { cells, problems } of rows) {
      const empty = file.header.slice(cells.length).map(() => "");
      const told = problems.map((problem) => sayProblem(problem, language)).join(" ");
      yield csvLine([...cells.slice(0, file.header.length), ...empty, told]);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return;
    behind = last.line;
  }
}
