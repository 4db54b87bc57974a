import { z } from "zod";

const LONGEST_LINE = 300;
const LONGEST_TEXT = 5_000;
const MOST_BLOCKS = 30;

const line = z.string().max(LONGEST_LINE);

const block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text: z.string().max(LONGEST_TEXT) }),
  z.strictObject({ kind: z.enum(["points", "reward", "code"]) }),
  z.strictObject({ kind: z.literal("button"), label: line }),
]);

/** What a letter says in one language, in Liquid. A text that comes out empty leaves no gap. */
export const letterContent = z.strictObject({
  subject: line,
  /** What a mailbox shows behind the subject. */
  preview: line,
  title: line,
  blocks: z.array(block).max(MOST_BLOCKS),
});

/** A part of a letter: words, the balance with the way to the next level, the reward or the code it is about, a button. */
export type LetterBlock = z.output<typeof block>;
export type LetterContent = z.output<typeof letterContent>;

export const BLOCK_KINDS = ["text", "points", "reward", "code", "button"] as const;

/** The texts of a letter that somebody wrote, by their place in it. */
export function textsOf({
  subject,
  preview,
  title,
  blocks,
}: LetterContent): readonly (readonly [string, string])[] {
  return [
    ["subject", subject],
    ["preview", preview],
    ["title", title],
    ...blocks.flatMap((one, index): (readonly [string, string])[] => {
      const place = `blocks[${String(index)}]`;
      if (one.kind === "text") return [[`${place}.text`, one.text]];
      return one.kind === "button" ? [[`${place}.label`, one.label]] : [];
    }),
  ];
}
