import { assert } from "../../assert.ts";
import type { Instant } from "../../calendar.ts";
import { parseInstant } from "../../parse-instant.ts";
import { normaliseCode } from "../../redemption/normalise-code.ts";
import { minorOf } from "./compile-amount.ts";
import type { RuleDocument } from "../document/document.ts";
import { setOf } from "./line-condition.ts";
import type { MemberCondition, OrderCondition, TimeWindow } from "../conditions.ts";

/** Conditions of a checked document as the engine reads them: lists as sets, what compares without case in lower case. */
export function compileWindow(window: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly weekdays?: readonly number[] | undefined;
}): TimeWindow {
  return {
    from: window.from === undefined ? null : instantOf(window.from),
    to: window.to === undefined ? null : instantOf(window.to),
    weekdays: window.weekdays === undefined ? null : new Set(window.weekdays),
  };
}

export function compileOrder(order: NonNullable<RuleDocument["order"]>, digits: number): OrderCondition {
  return {
    first: order.first,
    nth: order.nth,
    minSubtotalMinor: order.minSubtotal === undefined ? undefined : minorOf(order.minSubtotal, digits),
    channels: setOf(order.channels),
    discountCodes: setOf(order.discountCodes?.map(normaliseCode)),
    paymentMethods: setOf(order.paymentMethods),
  };
}

export function compileMember(member: NonNullable<RuleDocument["member"]>): MemberCondition {
  return {
    tiers: setOf(member.tiers),
    tags: setOf(member.tags?.map(lowerCase)),
    segments: setOf(member.segments),
  };
}

export function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  assert(instant !== null, "a checked document's instants are instants");
  return instant;
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
