import { assert } from "../../assert.ts";
import { parseMoney } from "../../money.ts";

/** An amount of a checked document in minor units. */
export function minorOf(amount: string, digits: number): number {
  const minor = parseMoney(amount, digits);
  assert(minor !== null, "a checked document's amounts fit its currency");
  return minor;
}
