/** Why a step of an import was not taken. */
export type ImportRefusal =
  /** It is running, or was booked: there is nothing to begin. */
  | "import_running"
  /** There is no preview to go on from. */
  | "import_not_ready"
  /** Neither a published program nor a draft gives anything. */
  | "import_no_program"
  /** The preview is of a draft or of an earlier version: what was seen would not be what is booked. */
  | "import_preview_outdated";

export type ImportAnswer = { readonly ok: true } | { readonly ok: false; readonly refusal: ImportRefusal };
