/** What was done for many at once is taken back within a day; later, others have reckoned with it. */
export const UNDO_WITHIN_MS = 24 * 60 * 60_000;
