import type { Books, ProgramVersion, SegmentsAt } from "./books.ts";

export interface BooksOptions {
  /** `replay`: true, there is no platform to ask. Live: false, a code is `held` until `code_confirmed`. */
  readonly codesIssuedAtOnce: boolean;
  /** Live: true. `replay`: false, then no effects are made and notices do not fall due. */
  readonly effectsWanted: boolean;
  /** False: transactions are applied and not written down, as in `replay` where nobody reads them. */
  readonly journalWanted?: boolean;
  /** Texts for the codes of tier gifts, each handed out once. */
  readonly nextCode: () => string;
  /** Those noted with the member, unless said otherwise. */
  readonly segmentsAt?: SegmentsAt;
  readonly beforeApplied?: Books["beforeApplied"];
  readonly onApplied?: Books["onApplied"];
  readonly afterDelivery?: Books["afterDelivery"];
  /** None, unless said otherwise. */
  readonly pauses?: Books["pauses"];
}

/** Empty books. `versions`: every version that was ever live, oldest first; the live one among them. */
export function createBooks(
  versions: readonly ProgramVersion[],
  liveVersion: number,
  options: BooksOptions,
): Books {
  return {
    members: new Map(),
    programs: new Map(versions.map((version) => [version.version, version])),
    liveVersion,
    pauses: options.pauses ?? [],
    stockClaimed: new Map(),
    codeOwners: new Map(),
    codesIssuedAtOnce: options.codesIssuedAtOnce,
    effectsWanted: options.effectsWanted,
    journalWanted: options.journalWanted ?? true,
    nextCode: options.nextCode,
    segmentsAt: options.segmentsAt ?? (({ segments }) => segments),
    beforeApplied: options.beforeApplied ?? null,
    onApplied: options.onApplied ?? null,
    afterDelivery: options.afterDelivery ?? null,
    journal: { transactions: [], effects: [] },
    changed: new Set(),
  };
}
