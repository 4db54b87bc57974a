import { DueList } from "./due-list.ts";

/**
 * A member's living lots and issued codes by when something falls due for them: lots that wait fall
 * due long before those that are open, so each has its own list. What was spent, used or dated later
 * since is found out when its instant comes.
 */
export interface DueLists {
  /** False: nothing was put into them yet, or all was moved; they are made from the lots and codes when asked for. */
  isKnown: boolean;
  readonly pending: DueList;
  readonly open: DueList;
  readonly codes: DueList;
}

export function emptyDueLists(): DueLists {
  return { isKnown: false, pending: new DueList(), open: new DueList(), codes: new DueList() };
}
