import { readProgramVersions } from "#app/db/program/programs.ts";
import type { Statements } from "#app/db/database.ts";
import { assert } from "#app/domain/assert.ts";
import { wordingFor, type Wording } from "#app/domain/ledger/explanations/wording.ts";
import { type Language } from "#app/domain/ledger/explanations/language.ts";

export type Wordings = (version: number) => Readonly<Record<Language, Wording>>;

/** What entries and orders are explained in: both languages, with the program each was judged by. */
export async function wordingsOf(statements: Statements, shopId: number): Promise<Wordings> {
  const versions = await readProgramVersions(statements, shopId);
  const wordings = new Map(
    versions.map(({ version, program }) => [
      version,
      { en: wordingFor("en", program), de: wordingFor("de", program) },
    ]),
  );
  return (version) => {
    // A version nobody knows is spoken of in the words of the newest: better than not at all.
    const wording = wordings.get(version) ?? [...wordings.values()].at(-1);
    assert(wording !== undefined, "whoever has members has a program");
    return wording;
  };
}
