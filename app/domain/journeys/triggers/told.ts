import { z } from "zod";
import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { lineMatches } from "../../earning/match.ts";
import { netsOf } from "../../earning/orders/price-order.ts";
import type { OrderState } from "../../event.ts";
import type { MemberBook } from "../../books/member-book.ts";
import { goodsOutcome } from "../../customers/history/order-outcome.ts";
import { compileLines } from "../../program/compile/line-condition.ts";
import { minorOf } from "../../program/compile/compile-amount.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import type { Trigger } from "../journey.ts";
import { Memory } from "../memory.ts";
import type { Happening } from "../pass.ts";
import { instantKey, NEVER } from "../watcher.ts";
import type { Look, Told, Watcher, World } from "../watcher.ts";

type On<Name extends Trigger["on"]> = Extract<Trigger, { on: Name }>;

/** Triggers of what a line told, one for each thing told. */
function tellers(happeningOf: (told: Told, look: Look) => Happening | null): Pick<Watcher, "look"> {
  return {
    look: (look) => look.told.map((told) => happeningOf(told, look)).filter((one) => one !== null),
  };
}

export function joined({ nameOf }: World): Watcher {
  return {
    ...NEVER,
    ...tellers(({ kind }, { member, at }) =>
      kind === "joined" ? { key: nameOf(member.id), about: member.id, happenedAt: at } : null,
    ),
  };
}

/** Consent for e-mail went from given to withdrawn. */
export function unsubscribed({ personOf }: World): Watcher {
  const agreed = new Memory(z.literal(true));
  return {
    ...NEVER,
    memory: agreed,
    look: ({ member, at }) => {
      const { consentEmail } = personOf(member.id);
      const before = agreed.get(member.id) === true;
      if (consentEmail === true) agreed.note(member.id, true);
      else agreed.forget(member.id);
      return before && consentEmail === false ? [{ key: instantKey(at), about: "", happenedAt: at }] : [];
    },
  };
}

export function orderReturned(): Watcher {
  return {
    ...NEVER,
    ...tellers((told, look) =>
      told.kind === "refunded" ? { key: told.refundId, about: pointsBack(look), happenedAt: told.at } : null,
    ),
  };
}

/** How many points went back with a refund, as text; empty where none did, or several came at once. */
function pointsBack({ told }: Look): string {
  if (told.filter(({ kind }) => kind === "refunded").length > 1) return "";
  const back = sumOf(told.map((one) => (one.kind === "earned" ? Math.max(-one.points, 0) : 0)));
  return back > 0 ? String(back) : "";
}

/** An order became a purchase that meets the conditions, which are those of rules. Undone once it is none. */
export function purchase(trigger: On<"purchase">, { books, subjectOf }: World): Watcher {
  const { nth, minSubtotal } = trigger;
  const lines = trigger.lines === undefined ? null : compileLines(trigger.lines);
  const meets = (member: MemberBook, order: OrderState, paidAt: Instant): boolean => {
    if (nth !== undefined && nth !== rankOf(member, order.id, paidAt)) return false;
    if (lines !== null && !order.lines.some((line) => lineMatches(lines, line))) return false;
    if (minSubtotal === undefined) return true;
    return sumOf(netsOf(order)) >= minorOf(minSubtotal, liveProgram(books).currencyDigits);
  };
  return {
    ...NEVER,
    ...tellers((told, { member }) =>
      told.kind === "purchase" && meets(member, told.order, told.paidAt)
        ? { key: told.order.id, about: told.order.id, happenedAt: told.paidAt }
        : null,
    ),
    isUndone: ({ about, happenedAt }, { member, at }) => {
      const subject = subjectOf(member.id, Math.max(at, happenedAt));
      return subject?.outcomes.some(({ order, isPurchase }) => order.id === about && isPurchase) !== true;
    },
  };
}

/** The how-manieth order of the member that was paid and stands. */
function rankOf(member: MemberBook, orderId: string, paidAt: Instant): number {
  let before = 0;
  for (const other of member.awards.standing()) {
    const isEarlier = other.paidAt < paidAt || (other.paidAt === paidAt && other.orderId < orderId);
    if (other.orderId !== orderId && isEarlier) before += 1;
  }
  return before + 1;
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** So many looks at what is asked for within so many days; the first of them names the pass. Undone by buying it. */
export function browsed(trigger: On<"browsed">, { subjectOf, zone }: World): Watcher {
  const { activity, times, withinDays } = trigger;
  const lines = trigger.lines === undefined ? null : compileLines(trigger.lines);
  /** The looks counted last, so that telling one again brings nothing. */
  const counted = new Map<string, string>();
  return {
    ...NEVER,
    look: ({ member, at, told }) => {
      if (!told.some((one) => one.kind === "did" && one.activity === activity)) return [];
      const from = localDayNumber(at, zone()) - withinDays;
      const looks = (subjectOf(member.id, at)?.customer.activities ?? []).filter(
        (done) =>
          done.activity === activity &&
          done.at <= at &&
          done.day >= from &&
          (lines === null || (done.ware !== null && lineMatches(lines, done.ware))),
      );
      const [first] = looks;
      const last = looks.at(-1);
      if (first === undefined || last === undefined || looks.length < times) return [];
      const count = `${String(first.at)} ${String(last.at)} ${String(looks.length)}`;
      if (counted.get(member.id) === count) return [];
      counted.set(member.id, count);
      return [{ key: instantKey(first.at), about: "", happenedAt: last.at }];
    },
    isUndone: (_, { told }) =>
      told.some(
        (one) =>
          one.kind === "purchase" &&
          boughtAny(one.order, (line) => lines === null || lineMatches(lines, line)),
      ),
  };
}

/** Whether an order bought, and kept, goods that are asked for. */
export function boughtAny(order: OrderState, isOne: (ware: OrderState["lines"][number]) => boolean): boolean {
  const asked = new Set(order.lines.filter((line) => !line.giftCard && isOne(line)).map(({ id }) => id));
  const outcome = goodsOutcome(order);
  return outcome?.lines.some(({ id, keptUnits }) => asked.has(id) && keptUnits > 0) === true;
}
