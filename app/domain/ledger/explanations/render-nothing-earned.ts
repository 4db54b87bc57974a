import type { Award } from "../../books/awards.ts";
import type { Exclusion } from "../../books/frozen-award.ts";
import { wholeOrder } from "../../earning/refunds/kept-order.ts";
import { orderTarget } from "../../earning/orders/order-target.ts";
import type { Wording } from "./wording.ts";

type Reason =
  Exclusion | "earning_paused" | "nothing_matched" | "less_than_a_point" | "cut_to_nothing" | "returned";

const ENGLISH: Readonly<Record<Reason, string>> = {
  not_paid: "it is not paid yet",
  cancelled: "it was cancelled",
  test_order: "it is a test order",
  customer_excluded: "a tag of the customer takes them out of the program",
  email_domain_excluded: "addresses of this domain do not take part",
  excluded_by_hand: "the shop had taken the customer out of the program",
  member_left: "the customer had left the program",
  earning_paused: "the shop had paused earning when it was paid",
  nothing_matched: "no rule of the program applied to what was bought",
  less_than_a_point: "it came to less than {one}",
  cut_to_nothing: "a limit was already used up",
  returned: "all of it came back",
};

const GERMAN: Readonly<Record<Reason, string>> = {
  not_paid: "sie ist noch nicht bezahlt",
  cancelled: "sie wurde storniert",
  test_order: "sie ist eine Testbestellung",
  customer_excluded: "ein Tag am Kundenkonto schließt vom Programm aus",
  email_domain_excluded: "Adressen dieser Domain nehmen nicht teil",
  excluded_by_hand: "der Shop hatte das Konto ausgenommen",
  member_left: "die Teilnahme war beendet",
  earning_paused: "der Shop hatte das Sammeln angehalten, als sie bezahlt wurde",
  nothing_matched: "keine Regel des Programms passte auf den Einkauf",
  less_than_a_point: "es kam weniger als {one} zusammen",
  cut_to_nothing: "eine Grenze war schon ausgeschöpft",
  returned: "alles ging zurück",
};

/** Why an order has no points; null where it has some. */
export function renderNothingEarned(award: Award, words: Wording): string | null {
  if (award.target > 0) return null;
  const name = award.orderName ?? award.orderId;
  const reason = reasonOf(award);
  const because = (reasons: typeof ENGLISH) => reasons[reason].replace("{one}", words.points(1));
  return words.language === "de"
    ? `Bestellung ${name} bringt keine ${words.pointsName}: ${because(GERMAN)}`
    : `Order ${name} earned nothing: ${because(ENGLISH)}`;
}

function reasonOf(award: Award): Reason {
  const { frozen } = award;
  if (frozen.excluded !== null) return frozen.excluded;
  if (award.cancelled) return "cancelled";
  if (frozen.paused === true) return "earning_paused";
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
