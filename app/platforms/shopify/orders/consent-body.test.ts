import { describe, expect, it } from "vitest";
import { type Body, facts, reason } from "#tests/support/shopify-bodies.ts";

describe("a consent to marketing", () => {
  const EMAIL = "customers/email_marketing_consent_update";
  const SMS = "customers/marketing_consent_update";
  const on = "2026-01-02T10:00:00+01:00";
  const saidAt = Date.parse(on);
  it.each<[string, string, Body, object]>([
    [EMAIL, "subscribed", { consent_updated_at: on }, { channel: "email", granted: true, at: saidAt }],
    [EMAIL, "unsubscribed", { consent_updated_at: on }, { channel: "email", granted: false, at: saidAt }],
    [EMAIL, "pending", { consent_updated_at: on }, { channel: "email", granted: false, at: saidAt }],
    [EMAIL, "subscribed", {}, { channel: "email", granted: true, recordOf: "7" }],
    [EMAIL, "unsubscribed", { consent_updated_at: null }, { granted: false, recordOf: "7" }],
    [SMS, "subscribed", { consent_updated_at: on }, { channel: "sms", granted: true, recordOf: null }],
  ])("%s: %s %j", (topic, state, more, consent) => {
    const told =
      topic === EMAIL
        ? { customer_id: 7, email_marketing_consent: { state, ...more } }
        : { id: 7, sms_marketing_consent: { state, ...more } };
    expect(facts(topic, told)).toMatchObject([
      { type: "consent", customer: { id: "7" }, consents: [consent] },
    ]);
  });

  it("that was never given says nothing", () => {
    const told = {
      customer_id: 7,
      email_marketing_consent: { state: "not_subscribed", consent_updated_at: null },
    };
    expect(facts(EMAIL, told)).toMatchObject([{ type: "nothing" }]);
  });

  it.each<[Body, RegExp]>([
    [{ customer_id: 7 }, /^email_marketing_consent: /],
    [{ customer_id: 7, email_marketing_consent: { state: 5 } }, /^email_marketing_consent\.state: /],
    [
      { customer_id: 7, email_marketing_consent: { state: "subscribed", consent_updated_at: "yesterday" } },
      /^email_marketing_consent\.consent_updated_at: /,
    ],
    [{ email_marketing_consent: { state: "subscribed" } }, /^customer_id: /],
  ])("that is none is refused with its place: %j", (told, why) => {
    expect(reason(EMAIL, told)).toMatch(why);
  });
});
