import type { ProgramOutline } from "#app/queries/program/read-program-text.ts";

export interface SentenceDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

type Said = Pick<ProgramOutline, "parts">;

/** What one program says and the other does not. Null stands for no program at all. */
export function sentenceDifference(before: Said | null, after: Said | null): SentenceDifference {
  const sentencesOf = (program: Said | null): readonly string[] =>
    program === null ? [] : program.parts.flatMap(({ sentences }) => sentences);
  const [then, now] = [sentencesOf(before), sentencesOf(after)];
  return {
    added: now.filter((sentence) => !then.includes(sentence)),
    removed: then.filter((sentence) => !now.includes(sentence)),
  };
}
