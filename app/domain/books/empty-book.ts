import type { MemberBook } from "./member-book.ts";
import { Awards } from "./awards.ts";
import { emptyDueLists } from "./due-lists.ts";
import { Lots } from "./lots.ts";
import { Codes } from "./codes.ts";
import { QualifyingLedger } from "./qualifying-ledger.ts";

/** What a member's book has pages for, with nothing written on them yet. */
export function emptyBook(): Pick<
  MemberBook,
  "lots" | "awards" | "codes" | "qualifying" | "limits" | "activityKeys" | "due"
> {
  return {
    lots: new Lots(),
    awards: new Awards(),
    codes: new Codes(),
    qualifying: new QualifyingLedger(),
    limits: new Map(),
    activityKeys: new Set(),
    due: emptyDueLists(),
  };
}
