import type { Award } from "../books.ts";
import type { Exclusion } from "../earning/award.ts";
import { wholeOrder } from "../earning/kept-order.ts";
import { orderTarget } from "../earning/order-target.ts";
import type { Wording } from "./wording.ts";

type Reason = Exclusion | "nothing_matched" | "less_than_a_point" | "cut_to_nothing" | "returned";

const ENGLISH: Readonly<Record<Reason, string>> = {
  not_paid: "it is not paid yet",
  cancelled: "it was cancelled",
  test_order: "it is a test order",
  customer_excluded: "the customer has a tag that does not collect points",
  email_domain_excluded: "addresses of this domain do not collect points",
  excluded_by_hand: "the shop took the customer out of the program at the time",
  member_left: "the customer had left the program",
  nothing_matched: "no rule of the program applied to what was bought",
  less_than_a_point: "it came to less than one point",
  cut_to_nothing: "a limit was already used up",
  returned: "all of it came back",
};

const GERMAN: Readonly<Record<Reason, string>> = {
  not_paid: "sie ist noch nicht bezahlt",
  cancelled: "sie wurde storniert",
  test_order: "sie ist eine Testbestellung",
  customer_excluded: "Kundinnen und Kunden mit diesem Merkmal sammeln keine Punkte",
  email_domain_excluded: "Adressen dieser Domain sammeln keine Punkte",
  excluded_by_hand: "der Shop hatte das Konto zu dieser Zeit ausgenommen",
  member_left: "die Teilnahme war zu dieser Zeit beendet",
  nothing_matched: "keine Regel des Programms passt auf den Einkauf",
  less_than_a_point: "es kam weniger als ein Punkt zusammen",
  cut_to_nothing: "eine Grenze war schon ausgeschöpft",
  returned: "alles ging zurück",
};

/** Why an order has no points; null where it has some. */
export function renderNothingEarned(award: Award, words: Wording): string | null {
  if (award.target > 0) return null;
  const name = award.orderName ?? award.orderId;
  const reason = reasonOf(award);
  return words.language === "de"
    ? `Bestellung ${name} bringt nichts: ${GERMAN[reason]}`
    : `Order ${name} earned nothing: ${ENGLISH[reason]}`;
}

function reasonOf(award: Award): Reason {
  const { frozen } = award;
  if (frozen.excluded !== null) return frozen.excluded;
  if (award.cancelled) return "cancelled";
  // An order that once had points lost them to returns; or all was back before it was first seen.
  if (award.postings > 0 || wouldEarnWhole(frozen)) return "returned";
  const matched = frozen.orderRules.length > 0 || frozen.lines.some(isMatched);
  if (!matched) return "nothing_matched";
  const noRoom =
    frozen.capRoom === 0 ||
    Object.values(frozen.ruleRoom).some(({ points, count }) => points === 0 || count === 0);
  return noRoom ? "cut_to_nothing" : "less_than_a_point";
}

function wouldEarnWhole(frozen: Award["frozen"]): boolean {
  return frozen.parts !== null && orderTarget(frozen, wholeOrder(frozen)).points > 0;
}

function isMatched(line: Award["frozen"]["lines"][number]): boolean {
  return line.basisMinor > 0
    ? line.spend.length + line.steps.length + line.items.length > 0
    : line.items.length > 0;
}
