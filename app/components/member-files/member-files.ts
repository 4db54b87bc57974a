import type { Instant } from "#app/domain/calendar.ts";
import type { Language } from "#app/domain/ledger/explanations/language.ts";
import type { FileForm } from "#app/domain/member-files/file-forms.ts";
import type {
  FileReading,
  FileState,
  OpenQuestions,
  RowState,
} from "#app/domain/member-files/file-reading.ts";
import type { MemberRow, RowProblem } from "#app/domain/member-files/member-row.ts";

interface RowCount {
  readonly rows: number;
  readonly points: number;
}

/** An uploaded file, as the page shows it. */
export interface ShownFile {
  readonly fileId: number;
  readonly name: string;
  readonly state: FileState;
  readonly form: FileForm;
  readonly reading: FileReading;
  readonly header: readonly string[];
  readonly questions: OpenQuestions;
  readonly position: number;
  readonly reason: string | null;
  readonly endedAt: Instant | null;
  readonly counts: Readonly<Record<RowState, RowCount>>;
}

/** A tier of the program, to choose from. */
export interface Level {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
}

export interface FirstRow {
  readonly line: number;
  readonly state: RowState;
  readonly said: MemberRow | null;
  readonly points: number;
}

export interface MemberFilesView {
  readonly hasProgram: boolean;
  readonly levels: readonly Level[];
  readonly file: ShownFile | null;
  readonly first: readonly FirstRow[];
  readonly wrong: readonly { readonly line: number; readonly problems: readonly RowProblem[] }[];
  readonly earlier: readonly ShownFile[];
}
