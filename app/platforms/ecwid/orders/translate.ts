import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerFact, ShopFact } from "#app/domain/event.ts";
import { parseBody } from "../../parse-body.ts";
import type { ShopSettings, Translation } from "../../platform.ts";
import { id, instant } from "../fields.ts";
import { birthdayIn, extrafields } from "./birthday-in.ts";
import { consentRecord } from "./consent-record.ts";
import { translateEcwidOrder } from "./translate-order.ts";

export interface TranslationContext extends ShopSettings {
  readonly at: Instant;
  readonly triggeredAt: Instant | null;
}

/** What we asked the store and it said. An event can never come under one of these names. */
export type ReadTopic =
  | "order"
  | "order.gone"
  | "customer"
  | "customer.gone"
  | "customer.removed"
  | "customer.kept"
  | "shop.gone"
  | "shop.removed"
  | "shop.kept";

/** One delivery as facts: an event is a hint, and what was read after it is what counts. */
export function translateEcwid(topic: string, body: string, context: TranslationContext): Translation {
  if (topic.startsWith("event/")) return translateEvent(topic.slice("event/".length), body, context);
  return translateRead(topic, body, context);
}

const named = z.object({ id });

function translateRead(topic: string, body: string, context: TranslationContext): Translation {
  if (topic === "order") return translateEcwidOrder(body, context);
  if (topic === "customer") return translateCustomer(body, context);
  const subject = named.safeParse(parseBody(body));
  if (!subject.success) return { ok: false, reason: "what was read has no id" };
  const fact = factOf(topic, subject.data.id, context);
  if (fact !== null) return { ok: true, facts: [fact] };
  switch (topic) {
    case "customer.kept":
      return { ok: false, reason: "a customer asks to be forgotten, and the shop still has them" };
    case "shop.kept":
      return { ok: false, reason: "the shop asks to be forgotten, and still has the app" };
    default:
      return { ok: false, reason: `topic ${topic} is not one of ours` };
  }
}

/** When it was read is when it was so: the shop may be back by the time it is applied. */
function factOf(topic: string, subjectId: string, context: TranslationContext): ShopFact | null {
  const at = context.triggeredAt ?? context.at;
  switch (topic) {
    case "order.gone":
      return { type: "order_deleted", at, orderId: subjectId };
    case "customer.gone":
      return { type: "customer_deleted", at, customerId: subjectId };
    case "customer.removed":
      return { type: "customer_redacted", at, customer: { id: subjectId, email: null } };
    case "shop.gone":
      return { type: "app_uninstalled", at };
    case "shop.removed":
      return { type: "shop_redacted", at };
    default:
      return null;
  }
}

const customerBody = z.object({
  id,
  email: z.string().nullish(),
  updated: instant.nullish(),
  /** Ecwid's documents let `null` be mailed as well; agreed has only who is said to. */
  acceptMarketing: z.boolean().nullish(),
  extrafields,
});

/** Ecwid makes an account of every address typed at its checkout, so an address here proves nothing. */
function translateCustomer(body: string, { at, triggeredAt, timezone }: TranslationContext): Translation {
  const parsed = customerBody.safeParse(parseBody(body));
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join(".");
    return { ok: false, reason: `what was read is no customer: ${path ?? "its root"}` };
  }
  const email = parsed.data.email === "" ? null : (parsed.data.email ?? null);
  const customer: CustomerFact = {
    id: parsed.data.id,
    email,
    emailProven: false,
    tags: null,
    birthday: birthdayIn(parsed.data.extrafields ?? [], timezone),
    firstName: null,
    lastName: null,
  };
  const granted = parsed.data.acceptMarketing ?? null;
  const toldAt = parsed.data.updated ?? triggeredAt ?? at;
  const consents = granted === null ? [] : [consentRecord(parsed.data.id, granted, { at: toldAt })];
  return { ok: true, facts: [{ type: "customer", at, customer, joined: false }, ...consents] };
}

const eventBody = z.object({ eventId: z.string(), entityId: id.nullable(), orderId: id.nullable() });

/** Documents and Ecwid's own client spell events differently: `_` and capitals behind the dot say nothing. */
function spelled(name: string): string {
  const [noun = "", verb = ""] = name.split(".");
  return `${noun}.${verb.replaceAll("_", "").toLowerCase()}`;
}

function translateEvent(name: string, body: string, { at }: TranslationContext): Translation {
  const parsed = eventBody.safeParse(parseBody(body));
  if (!parsed.success) return { ok: false, reason: "the event says nothing" };
  const { eventId, entityId, orderId } = parsed.data;
  const hint = (
    about: Extract<ShopFact, { type: "hinted" }>["about"],
    subjectId: string | null,
  ): Translation =>
    subjectId === null
      ? { ok: false, reason: "the event does not say what it is about" }
      : { ok: true, facts: [{ type: "hinted", at, about, subjectId }] };
  switch (spelled(name)) {
    case "order.created":
    case "order.updated":
    case "order.deleted":
      return hint("order", orderId ?? entityId);
    case "customer.created":
    case "customer.updated":
    case "customer.deleted":
      return hint("customer", entityId);
    case "customer.personaldataremovalrequest":
      return hint("customer_removal", entityId);
    case "customer.personaldataexportrequest": {
      if (entityId === null) return { ok: false, reason: "the event does not say what it is about" };
      const customer = { id: entityId, email: null };
      return {
        ok: true,
        facts: [{ type: "customer_data_requested", at, customer, requestId: eventId }],
      };
    }
    case "application.uninstalled":
      return hint("shop", "shop");
    case "profile.personaldataremovalrequest":
      return hint("shop_removal", "shop");
    default:
      return { ok: true, facts: [{ type: "nothing", at, reason: "of no concern to the program" }] };
  }
}
