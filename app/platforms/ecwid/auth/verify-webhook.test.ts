import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyEcwidWebhook } from "./verify-webhook.ts";

/** Ecwid's own example, which its documents and its client agree on. */
const SECRET = "test_client_secret";
const EVENT_ID = "80aece08-40e8-4145-8764-6c2f0d38678";
const CREATED = 1234567;
const SIGNATURE = "ekmGPQc/IpCwO6woAiM+L8uvY6chew4n6JVQCiDrEVw=";
const NOW = CREATED * 1000 + 60_000;
const HOUR = 3_600_000;

const event = {
  eventId: EVENT_ID,
  eventCreated: CREATED,
  storeId: 1003,
  entityId: 103878161,
  eventType: "order.updated",
  data: { orderId: "XJ12H", newPaymentStatus: "PAID", customerEmail: "anna@example.com" },
};

function verify(body: unknown, signature: string | null = SIGNATURE, now = NOW, secret = SECRET) {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const readHeader = (name: string) => (name === "x-ecwid-webhook-signature" ? signature : null);
  return verifyEcwidWebhook(readHeader, bytes, secret, now);
}

describe("an event of Ecwid's", () => {
  it("with the signature of the documents is let in, and only what it hints at is kept", () => {
    expect(verify(event)).toEqual({
      ok: true,
      delivery: {
        platform: "ecwid",
        shopKey: "1003",
        topic: "event/order.updated",
        deliveryId: EVENT_ID,
        triggeredAt: CREATED * 1000,
        body: JSON.stringify({ eventId: EVENT_ID, entityId: "103878161", orderId: "XJ12H" }),
      },
    });
  });

  it.each([
    ["without a signature", event, null, 400],
    ["with an empty one", event, "", 401],
    ["with a flipped one", event, SIGNATURE.replace("e", "f"), 401],
    ["with a cut one", event, SIGNATURE.slice(0, 20), 401],
    ["whose id was changed", { ...event, eventId: "another" }, SIGNATURE, 401],
    ["whose moment was changed", { ...event, eventCreated: CREATED + 1 }, SIGNATURE, 401],
    ["that is no JSON", "{", SIGNATURE, 400],
    ["that is a list", [event], SIGNATURE, 400],
    ["of no store", { ...event, storeId: "../1003" }, SIGNATURE, 400],
    ["of a store written as a path", { ...event, storeId: "1003/orders" }, SIGNATURE, 400],
    ["with a name that is none", { ...event, eventType: "order" }, SIGNATURE, 400],
    ["with a name of ours", { ...event, eventType: "event/order.gone" }, SIGNATURE, 400],
  ])("%s is refused", (_, body, signature, status) => {
    expect(verify(body, signature)).toMatchObject({ ok: false, status });
  });

  it("signed with another secret is refused", () => {
    expect(verify(event, SIGNATURE, NOW, "another-secret")).toMatchObject({ ok: false, status: 401 });
  });

  it("a store's token is not the secret that signs", () => {
    const signature = createHmac("sha256", "secret_x")
      .update(`${String(CREATED)}.${EVENT_ID}`)
      .digest("base64");
    expect(verify(event, signature)).toMatchObject({ ok: false, status: 401 });
  });

  it.each([
    ["a day old, as Ecwid's last try is", 24 * HOUR, true],
    ["two days old", 49 * HOUR, false],
    ["of tomorrow", -2 * HOUR, false],
  ])("%s: let in %s", (_, age, isLetIn) => {
    expect(verify(event, SIGNATURE, CREATED * 1000 + age).ok).toBe(isLetIn);
  });

  it("ids as numbers and as texts are the same", () => {
    const asText = verify({ ...event, storeId: "1003", entityId: "103878161" });
    expect(asText).toEqual(verify(event));
  });
});
