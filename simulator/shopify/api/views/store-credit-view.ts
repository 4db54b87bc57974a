import type { GiftCard, StoreCreditAccount } from "../../../shop/records.ts";
import { gid } from "../../world.ts";
import { time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection } from "../connection.ts";
import { moneyV2 } from "./money-view.ts";

export function storeCreditAccountView(context: ApiContext, one: StoreCreditAccount): View {
  return {
    __typename: "StoreCreditAccount",
    id: gid("StoreCreditAccount", one.id),
    balance: moneyV2(one.balanceMinor, one.currency),
    owner: () => ownerView(context, one.customerId),
    transactions: (args: Args) =>
      connection(context, one.transactions, args, (transaction) =>
        creditTransactionView(context, one, transaction),
      ),
  };
}

export function creditTransactionView(
  context: ApiContext,
  account: StoreCreditAccount,
  one: StoreCreditAccount["transactions"][number],
): View {
  return {
    __typename: "StoreCreditAccountCreditTransaction",
    id: gid("StoreCreditAccountCreditTransaction", one.id),
    amount: moneyV2(one.amountMinor, account.currency),
    balanceAfterTransaction: moneyV2(one.balanceMinor, account.currency),
    remainingAmount: moneyV2(one.amountMinor, account.currency),
    createdAt: time(one.at),
    expiresAt: one.expiresAt === null ? null : time(one.expiresAt),
    event: "ADJUSTMENT",
    account: () => storeCreditAccountView(context, account),
  };
}

export function giftCardView(context: ApiContext, one: GiftCard): View {
  const { currency } = context.shop;
  return {
    __typename: "GiftCard",
    id: gid("GiftCard", one.id),
    balance: moneyV2(one.balanceMinor, currency),
    initialValue: moneyV2(one.initialMinor, currency),
    createdAt: time(one.createdAt),
    updatedAt: time(one.createdAt),
    customer: () => ownerView(context, one.customerId),
    enabled: one.enabled,
    isRedeemable: one.enabled,
    expiresOn: one.expiresOn,
    deactivatedAt: null,
    lastCharacters: one.code.slice(-4),
    maskedCode: `•••• •••• •••• ${one.code.slice(-4)}`,
    note: one.note,
  };
}

function ownerView(context: ApiContext, customerId: string | null): View | null {
  const customer = customerId === null ? undefined : context.shop.customers[customerId];
  return customer === undefined ? null : context.owners.customer(context, customer);
}
