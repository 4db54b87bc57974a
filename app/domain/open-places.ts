import { OpenAwards } from "./earning/awards.ts";
import { openDueLists } from "./ledger/due-lists.ts";
import { OpenLots } from "./ledger/lots.ts";
import { OpenCodes } from "./redemption/code-book.ts";
import type { Places } from "./shelves.ts";
import { OpenQualifying } from "./tiers/qualifying-ledger.ts";

/** Empty places for what a member has, as it is: for the few members that a unit of work concerns. */
export function openPlaces(): Places {
  return {
    lots: new OpenLots(),
    awards: new OpenAwards(),
    codes: new OpenCodes(),
    qualifying: new OpenQualifying(),
    limits: new Map(),
    activityKeys: new Set(),
    due: openDueLists(),
  };
}
