import type { ReadyMadeLetter } from "#app/domain/journeys/describe/letter-names.ts";

/** What a letter says, in Liquid. Paragraphs that come out empty are left out. */
export interface LetterText {
  readonly subject: string;
  /** What a mailbox shows behind the subject. */
  readonly preview: string;
  readonly title: string;
  readonly text: readonly string[];
  /** The button that leads into the shop. */
  readonly button: string;
}

/** Letters that stand in a file of their own in each language. */
export type Occasion = Extract<
  ReadyMadeLetter,
  | "anniversary"
  | "tier-near"
  | "membership-ending"
  | "unsubscribed"
  | "challenge-done"
  | "challenge-near"
  | "big-basket"
  | "welcome-guide"
  | "welcome-quick-win"
>;

/** Everything that mails and their pages say in one language. One file per language satisfies it. */
export interface LetterWords {
  readonly hello: string;
  readonly helloName: string;
  readonly balance: string;
  readonly wayToNext: string;
  readonly code: string;
  readonly codeUntil: string;
  readonly why: string;
  readonly preferences: string;
  readonly unsubscribe: string;
  readonly letters: Readonly<Record<ReadyMadeLetter, LetterText>>;
  readonly page: PageWords;
}

/** What the pages say that mails lead to. */
export interface PageWords {
  readonly title: string;
  readonly intro: string;
  readonly marketing: string;
  readonly marketingHint: string;
  readonly service: string;
  readonly serviceHint: string;
  /** Unticked, they object to profiling. */
  readonly profiling: string;
  readonly profilingHint: string;
  readonly save: string;
  readonly saved: string;
  readonly stopAll: string;
  readonly leading: string;
  readonly goOn: string;
  readonly broken: string;
}
