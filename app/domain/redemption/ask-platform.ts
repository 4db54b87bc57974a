import { assert } from "../assert.ts";
import type { Books } from "../books/books.ts";
import type { RewardCode } from "../books/codes.ts";
import type { DiscountTerms } from "../effect.ts";
import { request } from "../effect-queue.ts";
import { decimalText } from "../program/texts/decimal-text.ts";
import type { Reward } from "../program/program.ts";

/** Asks the shop to make a claimed code work, in the way of its reward. */
export function requestIssue(books: Books, code: RewardCode, reward: Reward): void {
  if (!books.effectsWanted) return;
  const { value } = reward;
  const { memberId, expiresAt } = code;
  switch (value.kind) {
    case "storeCredit":
    case "giftCard":
      assert(code.valueMinor !== null, "a money reward is worth an amount");
      request(books, {
        type: value.kind === "giftCard" ? "issue_gift_card" : "issue_store_credit",
        memberId,
        code: code.code,
        valueMinor: code.valueMinor,
        expiresAt,
      });
      return;
    case "experience":
      request(books, { type: "request_experience", memberId, code: code.code, rewardId: reward.id });
      return;
    case "amountOff":
    case "percentOff":
    case "freeShipping":
    case "freeProduct":
      request(books, {
        type: "issue_discount",
        memberId,
        code: code.code,
        rewardId: reward.id,
        programVersion: code.programVersion,
        terms: termsOf(code, value),
        minSubtotalMinor: reward.minSubtotalMinor,
        scope: { products: reward.products, collections: reward.collections },
        startsAt: code.claimedAt,
        expiresAt,
      });
  }
}

/** Asks the shop to make a code stop working; there is nothing to ask for what is no discount. */
export function requestWithdrawal(books: Books, code: RewardCode, reward: Reward): void {
  switch (reward.value.kind) {
    case "amountOff":
    case "percentOff":
    case "freeShipping":
    case "freeProduct":
      request(books, { type: "withdraw_discount", memberId: code.memberId, code: code.code });
      return;
    case "storeCredit":
    case "giftCard":
    case "experience":
      return;
  }
}

function termsOf(
  code: RewardCode,
  value: Extract<Reward["value"], { kind: DiscountTerms["kind"] }>,
): DiscountTerms {
  switch (value.kind) {
    case "amountOff":
      assert(code.valueMinor !== null, "an amount off is worth an amount");
      return { kind: "amountOff", valueMinor: code.valueMinor };
    case "percentOff":
      return { kind: "percentOff", percent: decimalText(value.percent) };
    case "freeShipping":
      return { kind: "freeShipping" };
    case "freeProduct":
      return { kind: "freeProduct", products: value.products, variants: value.variants };
  }
}
