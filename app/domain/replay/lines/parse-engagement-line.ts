import type { Instant } from "../../calendar.ts";
import type { CustomerFact } from "../../event.ts";
import { consentOf, customerIn } from "./parse-person.ts";
import {
  fieldsOf,
  flagOf,
  Form,
  integerOf,
  isFields,
  listOf,
  optionalAmountTextOf,
  optionalInstantOf,
  optionalTextOf,
  readAt,
  textOf,
  WrongForm,
} from "./wrong-form.ts";
import type { Fields } from "./wrong-form.ts";

/**
 * Lines of the other contracts (journeys, surveys, referral, the till): the form of all is checked,
 * and what some part of the domain has use for is read.
 */
export type EngagementLine =
  | {
      readonly type: "consent";
      readonly at: Instant;
      readonly member: CustomerFact;
      /** Null: the line does not say. */
      readonly email: boolean | null;
      readonly sms: boolean | null;
    }
  | {
      readonly type: "survey";
      readonly at: Instant;
      readonly member: CustomerFact;
      readonly survey: string;
      /** Null: the survey opens and is not answered yet. */
      readonly score: number | null;
    }
  | {
      readonly type: "till";
      readonly at: Instant;
      readonly member: CustomerFact | null;
      readonly activity: string | null;
      readonly key: string | null;
      readonly purchase: TillPurchase | null;
    }
  | {
      readonly type: "refer";
      readonly at: Instant;
      readonly advocate: CustomerFact;
      readonly friend: CustomerFact;
      /** Where the address is not proven yet, nothing happens. */
      readonly proven: boolean;
    }
  | { readonly type: "review"; readonly at: Instant; readonly friendId: string; readonly approve: boolean }
  | {
      readonly type: "optIn";
      readonly at: Instant;
      readonly member: CustomerFact;
      readonly challengeId: string;
    }
  | {
      readonly type: "cart";
      readonly at: Instant;
      readonly member: CustomerFact;
      readonly cart: ToldCart;
    }
  | {
      readonly type: "suppress";
      readonly at: Instant;
      readonly member: CustomerFact;
      readonly channel: string;
    }
  | { readonly type: "journey"; readonly at: Instant; readonly document: unknown };

/** What somebody has put into a cart and not bought yet. */
export interface ToldCart {
  readonly id: string;
  /** When it was filled last. */
  readonly at: Instant;
  readonly isEmpty: boolean;
}

export interface TillPurchase {
  readonly receipt: string;
  /** A decimal amount; null where a line more of the same receipt does not repeat it. */
  readonly amount: string | null;
}

export const ENGAGEMENT_FIELDS: readonly (readonly [string, Form])[] = [
  ["cart", new Form("at", "type", "member", "cart")],
  ["consent", new Form("at", "type", "member", "email", "sms")],
  ["survey", new Form("at", "type", "member", "survey", "score")],
  ["journey", new Form("at", "type", "journey")],
  ["suppress", new Form("at", "type", "member", "channel")],
  ["refer", new Form("at", "type", "advocate", "friend")],
  ["review", new Form("at", "type", "friend", "approve")],
  ["till", new Form("at", "type", "member", "activity", "key", "purchase")],
  ["optIn", new Form("at", "type", "member", "challenge")],
];
const FRIEND = new Form("id", "email", "proven", "phone");
const PURCHASE = new Form("receipt", "amount");

/** Reads a line of another contract; null where the type is none of theirs. */
export function parseEngagementLine(fields: Fields, at: Instant): EngagementLine | null {
  switch (fields["type"]) {
    case "consent":
      return { type: "consent", at, member: memberOf(fields), ...readAt("line", () => consentOf(fields)) };
    case "survey":
      return {
        type: "survey",
        at,
        member: memberOf(fields),
        survey: textOf(fields["survey"], "line.survey"),
        score: scoreOf(fields["score"]),
      };
    case "till":
      return tillLine(fields, at);
    case "cart":
      return { type: "cart", at, member: memberOf(fields), cart: cartOf(fields["cart"], at) };
    case "journey":
      if (!isFields(fields["journey"])) throw new WrongForm("line.journey", "an object is expected");
      return { type: "journey", at, document: fields["journey"] };
    case "suppress":
      return {
        type: "suppress",
        at,
        member: memberOf(fields),
        channel: textOf(fields["channel"], "line.channel"),
      };
    case "optIn":
      return {
        type: "optIn",
        at,
        member: memberOf(fields),
        challengeId: textOf(fields["challenge"], "line.challenge"),
      };
    case "refer":
      return { type: "refer", at, advocate: personOf(fields["advocate"], "advocate"), ...friendOf(fields) };
    case "review":
      return {
        type: "review",
        at,
        friendId: textOf(fields["friend"], "line.friend"),
        approve: flagOf(fields["approve"], "line.approve"),
      };
    default:
      return null;
  }
}

function tillLine(fields: Fields, at: Instant): EngagementLine {
  const told = fields["member"];
  const activity = optionalTextOf(fields["activity"], "line.activity");
  const purchase = purchaseOf(fields["purchase"]);
  if (activity === null && purchase === null) {
    throw new WrongForm("line", "a till line tells an activity or a purchase");
  }
  return {
    type: "till",
    at,
    // A sale to nobody: its receipt may be claimed later.
    member: told === undefined || told === null ? null : memberOf(fields),
    activity,
    key: optionalTextOf(fields["key"], "line.key"),
    purchase,
  };
}

function purchaseOf(value: unknown): TillPurchase | null {
  if (value === undefined || value === null) return null;
  return readAt("line.purchase", () => {
    const fields = fieldsOf(value, PURCHASE);
    return {
      receipt: textOf(fields["receipt"], "receipt"),
      amount: optionalAmountTextOf(fields["amount"], "amount"),
    };
  });
}

function scoreOf(value: unknown): number | null {
  return value === undefined || value === null ? null : integerOf(value, "line.score");
}

function memberOf(fields: Fields): CustomerFact {
  return personOf(fields["member"], "member");
}

/** By id alone, or as an object. */
function personOf(value: unknown, place: string): CustomerFact {
  return readAt(place, () => customerIn(typeof value === "string" ? { id: value } : value));
}

function friendOf(fields: Fields): { readonly friend: CustomerFact; readonly proven: boolean } {
  return readAt("friend", () => {
    const friend = fieldsOf(fields["friend"], FRIEND);
    const proven = flagOf(friend["proven"], "proven");
    return {
      friend: customerIn({ id: friend["id"], email: friend["email"], phone: friend["phone"] }),
      proven,
    };
  });
}

/** What lies in a cart is the shop's to say: without lines, or with nothing to pay where they are not told, it is empty. */
function cartOf(value: unknown, at: Instant): ToldCart {
  return readAt("line.cart", () => {
    const fields = fieldsIn(value);
    const { lines } = fields;
    const subtotal = optionalAmountTextOf(fields["subtotal"], "subtotal");
    const count = lines === undefined ? null : listOf(lines, "lines", fieldsIn).length;
    return {
      id: textOf(fields["id"], "id"),
      at: optionalInstantOf(fields["at"], "at") ?? at,
      isEmpty: count === null ? subtotal !== null && Number(subtotal) === 0 : count === 0,
    };
  });
}

function fieldsIn(value: unknown): Fields {
  if (!isFields(value)) throw new WrongForm("", "an object is expected");
  return value;
}
