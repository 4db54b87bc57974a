import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PLAN_LACKS } from "#app/domain/shop-words.ts";
import { messageTexts } from "../i18n/messages/message-texts.ts";
import { messageTitle, reasonWords } from "./message-words.ts";

describe("a message between shop and app", () => {
  test("every topic the app subscribes to has words in both languages", () => {
    const config = readFileSync("shopify.app.toml", "utf8");
    const topics = [...config.matchAll(/"([a-z_]+\/[a-z_]+)"/gu)].map(([, topic]) => topic ?? "");
    expect(topics.length).toBeGreaterThan(10);
    for (const topic of topics) {
      expect(messageTitle(topic, messageTexts.en)).not.toBe(messageTexts.en.otherTopic);
      expect(messageTitle(topic, messageTexts.de)).not.toBe(messageTexts.de.otherTopic);
    }
  });

  test.each([
    ["event/order.updated", "Change of an order reported"],
    ["event/customer.personalDataRemovalRequest", "A customer asks to be forgotten"],
    ["event/customer.personal_data_removal_request", "A customer asks to be forgotten"],
    ["event/discount_coupon.created", "Something else reported"],
    ["regulars:activity", "Something a member did"],
    ["order", "Order read"],
    ["order.gone", "Order deleted"],
  ])("what only hints at a change has words as well: %s", (topic, words) => {
    expect(messageTitle(topic, messageTexts.en)).toBe(words);
    expect(messageTitle(topic, messageTexts.de)).not.toBe(messageTexts.de.otherTopic);
  });

  test("what the shop said behind the app's own reason does not hide that reason", () => {
    const reason = `${PLAN_LACKS.codes}: 403 DISCOUNTS_FEATURE_NOT_AVAILABLE`;
    expect(reasonWords(reason, messageTexts.en)).toContain("Your shop's plan has no discount codes");
  });

  test("nothing technical is shown where a message or a reason has no words yet", () => {
    expect(messageTitle("publish_something_new", messageTexts.en)).toBe("Another message");
    expect(reasonWords("ECONNRESET 10.0.0.1:443", messageTexts.en)).toBe("See the technical reason");
    expect(reasonWords("ECONNRESET 10.0.0.1:443", messageTexts.de)).toBe("Siehe den technischen Grund");
  });

  test("what the app asks of the shop is said in words", () => {
    expect(messageTitle("publish_member_state", messageTexts.en)).toBe("Update points and tier in the shop");
    expect(reasonWords("nobody listens", messageTexts.de)).toBe("Kein Workflow wollte es wissen");
    expect(reasonWords("told with a later delivery of the same order", messageTexts.en)).toBe(
      "Not needed any more: a newer update followed",
    );
  });
});
