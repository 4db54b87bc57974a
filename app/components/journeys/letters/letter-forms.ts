import type { LetterBlock, LetterContent } from "#app/domain/messages/letter-content.ts";
import type { FieldName } from "../../i18n/field-texts-en.ts";
import type { TypedSpec } from "../../program/fields/typed-field.tsx";

const text = (at: string, words: FieldName): TypedSpec => ({
  ...{ type: "text", at: [at], words },
  // It stays while it is empty.
  added: true,
});

export const LETTER_FIELDS: readonly TypedSpec[] = [
  text("subject", "letterSubject"),
  text("preview", "letterPreview"),
  text("title", "letterTitle"),
];

export const TEXT_FIELD: TypedSpec = {
  ...{ type: "text", at: ["text"], words: "letterText", lines: 3 },
  added: true,
};
export const BUTTON_FIELD: TypedSpec = text("label", "letterButton");

export type BlockKind = LetterBlock["kind"];

/** What a block of each kind begins with. */
export const BLOCK_BEGINNINGS: Readonly<Record<BlockKind, LetterBlock>> = {
  text: { kind: "text", text: "" },
  points: { kind: "points" },
  reward: { kind: "reward" },
  code: { kind: "code" },
  button: { kind: "button", label: "" },
};

/** A letter that nobody has written anything of. */
export const EMPTY_LETTER: LetterContent = { subject: "", preview: "", title: "", blocks: [] };
