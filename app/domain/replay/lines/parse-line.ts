import type { Instant } from "../../calendar.ts";
import type { CustomerFact, CustomerRef, ShopFact, Ware } from "../../event.ts";
import { ENGAGEMENT_FIELDS, parseEngagementLine } from "./parse-engagement-line.ts";
import type { EngagementLine } from "./parse-engagement-line.ts";
import { parseOrder, parseSeen } from "./parse-order.ts";
import { customerIn, personIn } from "./parse-person.ts";
import type { PersonTold } from "./parse-person.ts";
import { rawField } from "./raw-field.ts";
import {
  fieldsOf,
  Form,
  instantOf,
  integerOf,
  isFields,
  optionalInstantOf,
  optionalTextOf,
  readAt,
  textOf,
  WrongForm,
} from "./wrong-form.ts";
import type { Fields } from "./wrong-form.ts";

/** A line of the history, read. Who its member is and what it does is decided by `run-replay.ts`. */
export type ReplayLine =
  | {
      readonly type: "fact";
      readonly at: Instant;
      readonly fact: ShopFact;
      /** What the line says of its person beside the fact; null where that is nothing. */
      readonly person: PersonTold | null;
      /** What an activity looked at, where it says so. */
      readonly seen: Ware | null;
      /** The cart an order came of, where it says so. */
      readonly cart: string | null;
    }
  | EngagementLine
  | {
      readonly type: "redeem";
      readonly at: Instant;
      readonly member: CustomerRef;
      readonly rewardId: string;
      readonly points: number | null;
      readonly code: string | null;
    }
  | {
      readonly type: "adjust";
      readonly at: Instant;
      readonly member: CustomerRef;
      readonly points: number;
      /** In the metric of the program that is live then: an amount for `spend`, else a whole number. */
      readonly qualifying: string;
      readonly reason: string;
    }
  | {
      readonly type: "tier";
      readonly at: Instant;
      readonly member: CustomerRef;
      readonly levelId: string;
      readonly lockedUntil: Instant | null;
      readonly reason: string;
    }
  | { readonly type: "program"; readonly at: Instant; readonly document: unknown }
  | {
      readonly type: "shopify";
      readonly at: Instant;
      readonly topic: string;
      /** The payload as it stands in the line. */
      readonly body: string;
    }
  | { readonly type: "ecwid"; readonly at: Instant; readonly body: string };

const LINE_FIELDS: ReadonlyMap<unknown, Form> = new Map([
  ["join", new Form("at", "type", "member")],
  ["order", new Form("at", "type", "order")],
  ["activity", new Form("at", "type", "member", "activity", "key", "line")],
  ["redeem", new Form("at", "type", "member", "reward", "points", "as")],
  ["adjust", new Form("at", "type", "member", "points", "qualifying", "reason")],
  ["tier", new Form("at", "type", "member", "level", "until", "reason")],
  ["program", new Form("at", "type", "program")],
  ["shopify", new Form("at", "type", "topic", "payload")],
  ["ecwid", new Form("at", "type", "order")],
  ...ENGAGEMENT_FIELDS,
]);

/**
 * Reads one line of the history; throws `WrongForm` where it is not of the documented form. Without a
 * program's currency an order is read in its own.
 */
export function parseLine(text: string, programCurrency: string | null): ReplayLine {
  const parsed = parseJson(text);
  if (!isFields(parsed)) throw new WrongForm("", "a JSON object is expected");
  const type = parsed["type"];
  const known = LINE_FIELDS.get(type);
  if (known === undefined) {
    throw new WrongForm("type", `one of ${[...LINE_FIELDS.keys()].join(", ")} is expected`);
  }
  const fields = readAt("line", () => fieldsOf(parsed, known));
  const at = instantOf(fields["at"], "line.at");
  switch (type) {
    case "order":
      return orderLine(fields, at, programCurrency);
    case "join":
      return {
        type: "fact",
        at,
        fact: { type: "customer", at, customer: customerOf(fields), joined: true },
        person: personOf(fields),
        seen: null,
        cart: null,
      };
    case "activity":
      return activityLine(fields, at);
    case "program":
      return { type: "program", at, document: fields["program"] };
    case "shopify":
      return {
        type: "shopify",
        at,
        topic: textOf(fields["topic"], "line.topic"),
        body: bodyOf(text, fields, "payload"),
      };
    case "ecwid":
      return { type: "ecwid", at, body: bodyOf(text, fields, "order") };
    default:
      return parseEngagementLine(fields, at) ?? parseWish(fields, at);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongForm("", "this is not valid JSON");
  }
}

/** What somebody asks for, as against what happened in the shop. */
function parseWish(fields: Fields, at: Instant): ReplayLine {
  const { id, email } = customerOf(fields);
  const member = { id, email };
  const reason = optionalTextOf(fields["reason"], "line.reason") ?? "no reason given";
  switch (fields["type"]) {
    case "redeem":
      return {
        type: "redeem",
        at,
        member,
        rewardId: textOf(fields["reward"], "line.reward"),
        points:
          fields["points"] === undefined || fields["points"] === null
            ? null
            : integerOf(fields["points"], "line.points"),
        code: optionalTextOf(fields["as"], "line.as"),
      };
    case "adjust":
      return {
        type: "adjust",
        at,
        member,
        points: integerOf(fields["points"], "line.points"),
        qualifying: qualifyingOf(fields),
        reason,
      };
    default:
      return {
        type: "tier",
        at,
        member,
        levelId: textOf(fields["level"], "line.level"),
        lockedUntil: optionalInstantOf(fields["until"], "line.until"),
        reason,
      };
  }
}

const NOTHING_QUALIFYING = "0";

function qualifyingOf(fields: Fields): string {
  const text = optionalTextOf(fields["qualifying"], "line.qualifying") ?? NOTHING_QUALIFYING;
  if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) {
    throw new WrongForm("line.qualifying", "an amount or a whole number in quotes is expected");
  }
  return text;
}

function orderLine(fields: Fields, at: Instant, programCurrency: string | null): ReplayLine {
  const order = readAt("order", () => parseOrder(fields["order"], at, programCurrency));
  const holder = fields["order"];
  // An order of nobody, such as a sale at the counter without a customer, belongs to no member.
  const member = isFields(holder) ? holder["member"] : undefined;
  const customer =
    member === undefined || member === null ? null : readAt("order.member", () => customerIn(member));
  const person = customer === null ? null : readAt("order.member", () => personIn(member));
  const cart = isFields(holder) ? optionalTextOf(holder["cart"], "order.cart") : null;
  return { type: "fact", at, fact: { type: "order", at, customer, order }, person, seen: null, cart };
}

function activityLine(fields: Fields, at: Instant): ReplayLine {
  const { id, email, emailProven } = customerOf(fields);
  const fact: ShopFact = {
    type: "activity",
    at,
    customer: { id, email },
    ...(emailProven ? { emailProven } : {}),
    activity: textOf(fields["activity"], "line.activity"),
    key: optionalTextOf(fields["key"], "line.key"),
  };
  const told = fields["line"];
  const seen = told === undefined || told === null ? null : readAt("line.line", () => parseSeen(told));
  return { type: "fact", at, fact, person: personOf(fields), seen, cart: null };
}

function customerOf(fields: Fields): CustomerFact {
  return readAt("member", () => customerIn(fields["member"]));
}

function personOf(fields: Fields): PersonTold | null {
  return readAt("member", () => personIn(fields["member"]));
}

function bodyOf(text: string, fields: Fields, name: string): string {
  if (!isFields(fields[name])) throw new WrongForm(`line.${name}`, "an object is expected");
  const body = rawField(text, name);
  if (body === null) throw new WrongForm(`line.${name}`, "an object is expected");
  return body;
}
