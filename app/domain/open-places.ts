import { OpenAwards } from "./earning/awards.ts";
import { openDueLists } from "./ledger/due-lots.ts";
import { OpenLots } from "./ledger/lots.ts";
import type { Places } from "./shelves.ts";
import { OpenQualifying } from "./tiers/qualifying-ledger.ts";

/** Empty places for what a member has, as it is: for the few members that a unit of work concerns. */
export function openPlaces(): Places {
  return {
    lots: new OpenLots(),
    awards: new OpenAwards(),
    codes: new Map(),
    qualifying: new OpenQualifying(),
    limits: new Map(),
    activityKeys: new Set(),
    due: openDueLists(),
  };
}
