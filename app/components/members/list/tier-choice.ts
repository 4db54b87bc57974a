/** A tier that can be chosen, by its id. */
export interface TierChoice {
  readonly id: string;
  readonly name: string;
}
