/** Something the shopper should read that belongs to no single card. */
export interface Notice {
  readonly text: string;
  readonly failed: boolean;
}
