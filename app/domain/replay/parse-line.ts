import type { Instant } from "../calendar.ts";
import type { CustomerFact, CustomerRef, ShopFact } from "../event.ts";
import { parseOrder } from "./parse-order.ts";
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
  textsOf,
  WrongForm,
} from "./wrong-form.ts";
import type { Fields } from "./wrong-form.ts";

/** A line of the history, read. Who its member is and what it does is decided by `run-replay.ts`. */
export type ReplayLine =
  | { readonly type: "fact"; readonly at: Instant; readonly fact: ShopFact }
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
  ["activity", new Form("at", "type", "member", "activity", "key")],
  ["redeem", new Form("at", "type", "member", "reward", "points", "as")],
  ["adjust", new Form("at", "type", "member", "points", "qualifying", "reason")],
  ["tier", new Form("at", "type", "member", "level", "until", "reason")],
  ["program", new Form("at", "type", "program")],
  ["shopify", new Form("at", "type", "topic", "payload")],
  ["ecwid", new Form("at", "type", "order")],
]);
const MEMBER = new Form("id", "email", "birthday", "tags");

/** Reads one line of the history; throws `WrongForm` where it is not of the documented form. */
export function parseLine(text: string, programCurrency: string): ReplayLine {
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
      return { type: "fact", at, fact: orderFact(fields, at, programCurrency) };
    case "join":
      return { type: "fact", at, fact: { type: "customer", at, customer: customerOf(fields), joined: true } };
    case "activity":
      return { type: "fact", at, fact: activityFact(fields, at) };
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
      return parseWish(fields, at);
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

function orderFact(fields: Fields, at: Instant, programCurrency: string): ShopFact {
  const order = readAt("order", () => parseOrder(fields["order"], at, programCurrency));
  const holder = fields["order"];
  // An order of nobody, such as a sale at the counter without a customer, belongs to no member.
  const member = isFields(holder) ? holder["member"] : undefined;
  const customer =
    member === undefined || member === null ? null : readAt("order.member", () => customerIn(member));
  return { type: "order", at, customer, order };
}

function activityFact(fields: Fields, at: Instant): ShopFact {
  const { id, email } = customerOf(fields);
  return {
    type: "activity",
    at,
    customer: { id, email },
    activity: textOf(fields["activity"], "line.activity"),
    key: optionalTextOf(fields["key"], "line.key"),
  };
}

function customerOf(fields: Fields): CustomerFact {
  return readAt("member", () => customerIn(fields["member"]));
}

/** The history is the merchant's own: an address that stands beside a customer's id counts as proven. */
function customerIn(value: unknown): CustomerFact {
  const fields = fieldsOf(value, MEMBER);
  const id = optionalTextOf(fields["id"], "id");
  const email = optionalTextOf(fields["email"], "email");
  if (!id && !email) throw new WrongForm("", "an id or an email is expected");
  return {
    id,
    email,
    emailProven: id !== null,
    tags: fields["tags"] === undefined || fields["tags"] === null ? null : textsOf(fields["tags"], "tags"),
    birthday: optionalTextOf(fields["birthday"], "birthday"),
    firstName: null,
    lastName: null,
  };
}

function bodyOf(text: string, fields: Fields, name: string): string {
  if (!isFields(fields[name])) throw new WrongForm(`line.${name}`, "an object is expected");
  const body = rawField(text, name);
  if (body === null) throw new WrongForm(`line.${name}`, "an object is expected");
  return body;
}
