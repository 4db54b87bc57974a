/** A count in words: of one, and of any other number. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}
