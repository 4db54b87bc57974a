import { describe, expect, it } from "vitest";
import { translateEcwid } from "./translate.ts";

const at = Date.UTC(2026, 0, 5);
const context = { currency: "EUR", timezone: "Europe/Berlin", at, triggeredAt: at - 1_000 };
const hint = JSON.stringify({ eventId: "e1", entityId: "17", orderId: "K8XTQ" });
const translate = (topic: string, body = hint) => translateEcwid(topic, body, context);
const read = (topic: string, body: object = { id: "17" }) => translate(topic, JSON.stringify(body));

describe("an event of Ecwid's", () => {
  it.each([
    ["order.created", "order", "K8XTQ"],
    ["order.updated", "order", "K8XTQ"],
    ["order.deleted", "order", "K8XTQ"],
    ["customer.created", "customer", "17"],
    ["customer.deleted", "customer", "17"],
    ["customer.personalDataRemovalRequest", "customer_removal", "17"],
    ["customer.personal_data_removal_request", "customer_removal", "17"],
    ["application.uninstalled", "shop", "shop"],
    ["profile.personalDataRemovalRequest", "shop_removal", "shop"],
    ["profile.personal_data_removal_request", "shop_removal", "shop"],
  ])("%s only makes us ask about the %s", (name, about, subjectId) => {
    expect(translate(`event/${name}`)).toEqual({
      ok: true,
      facts: [{ type: "hinted", at, about, subjectId }],
    });
  });

  it.each(["product.updated", "profile.updated", "application.subscriptionStatusChanged", "no.name"])(
    "%s is of no concern",
    (name) => {
      expect(translate(`event/${name}`)).toMatchObject({ ok: true, facts: [{ type: "nothing" }] });
    },
  );

  it("a wish for one's data is recorded in both spellings", () => {
    for (const name of ["customer.personalDataExportRequest", "customer.personal_data_export_request"]) {
      expect(translate(`event/${name}`)).toMatchObject({
        facts: [{ type: "customer_data_requested", customer: { id: "17" }, requestId: "e1" }],
      });
    }
  });

  it("that claims to be what we read ourselves does nothing", () => {
    for (const name of ["order.gone", "customer.removed", "shop.gone", "shop.removed"]) {
      expect(translate(`event/${name}`)).toMatchObject({ ok: true, facts: [{ type: "nothing" }] });
    }
  });

  it("of an older kind that names only the order's number is asked by it", () => {
    const body = JSON.stringify({ eventId: "e1", entityId: "103", orderId: null });
    expect(translate("event/order.created", body)).toMatchObject({ facts: [{ subjectId: "103" }] });
  });

  it("that names nothing is parked", () => {
    const body = JSON.stringify({ eventId: "e1", entityId: null, orderId: null });
    expect(translate("event/order.created", body)).toMatchObject({ ok: false });
  });
});

describe("what was read after it", () => {
  it.each([
    ["order.gone", { type: "order_deleted", orderId: "17" }],
    ["customer.gone", { type: "customer_deleted", customerId: "17" }],
    ["customer.removed", { type: "customer_redacted", customer: { id: "17", email: null } }],
    ["shop.gone", { type: "app_uninstalled" }],
    ["shop.removed", { type: "shop_redacted" }],
  ])("%s counts from when it was read", (topic, fact) => {
    expect(read(topic)).toEqual({ ok: true, facts: [{ ...fact, at: at - 1_000 }] });
  });

  it("a customer's address is not proven by having an account", () => {
    expect(read("customer", { id: 17, email: "anna@example.com" })).toMatchObject({
      facts: [{ type: "customer", customer: { id: "17", email: "anna@example.com", emailProven: false } }],
    });
  });

  it.each([
    [true, "2026-01-04 09:00:00 +0000", Date.parse("2026-01-04T09:00:00Z")],
    [false, null, at - 1_000],
  ])("a customer's record says whether they agree to mails: %s", (acceptMarketing, updated, saidAt) => {
    const consent = { channel: "email", granted: acceptMarketing, at: saidAt, recordOf: "17" };
    expect(read("customer", { id: 17, acceptMarketing, updated })).toMatchObject({
      facts: [{ type: "customer" }, { type: "consent", customer: { id: "17" }, consents: [consent] }],
    });
  });

  it("a customer who was never asked has agreed to nothing, whatever Ecwid lets others do", () => {
    expect(read("customer", { id: 17, acceptMarketing: null })).toMatchObject({
      facts: [{ type: "customer" }],
    });
  });

  it("a consent that is none is refused with its place", () => {
    expect(read("customer", { id: 17, acceptMarketing: "maybe" })).toEqual({
      ok: false,
      reason: "what was read is no customer: acceptMarketing",
    });
  });

  it("whom the store was asked to forget and has not is left for a person to decide", () => {
    expect(read("customer.kept")).toMatchObject({ ok: false });
    expect(read("shop.kept")).toMatchObject({ ok: false });
  });
});
