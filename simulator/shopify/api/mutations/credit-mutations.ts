import { randomBytes } from "node:crypto";
import { z } from "zod";
import { credit } from "../../actions/store-credit.ts";
import { toMinor } from "../../../shop/money.ts";
import type { GiftCard, StoreCreditAccount } from "../../../shop/records.ts";
import { idOf } from "../../world.ts";
import type { ApiContext, Args, View } from "../api-context.ts";
import { creditTransactionView, giftCardView } from "../views/store-credit-view.ts";

const decimal = z.union([z.string(), z.number()]).transform(String);
const MOST_CREDIT_MINOR = 1_000_000_00;

export const creditMutations = (context: ApiContext): Readonly<Record<string, (args: Args) => View>> => ({
  storeCreditAccountCredit: (args) => creditAccount(context, args),
  giftCardCreate: (args) => createGiftCard(context, args),
});

/** The id is an account's or its owner's; crediting an owner opens the account. Twice is twice. */
function creditAccount(context: ApiContext, args: Args): View {
  const { shop, world } = context;
  const input = z
    .object({
      creditAmount: z.object({ amount: decimal, currencyCode: z.string() }),
      expiresAt: z.string().nullish(),
    })
    .parse(args["creditInput"]);
  const refuse = (field: readonly string[], code: string, message: string): View => ({
    storeCreditAccountTransaction: null,
    userErrors: [{ field, code, message }],
  });
  const id = String(args["id"]);
  const account = shop.storeCredit[idOf("StoreCreditAccount", id) ?? ""];
  const customerId = account?.customerId ?? idOf("Customer", id);
  if (customerId === null)
    return refuse(["id"], "ACCOUNT_NOT_FOUND", "Store credit account could not be found");
  if (shop.customers[customerId] === undefined)
    return refuse(["id"], "OWNER_NOT_FOUND", "Owner does not exist");
  const { amount, currencyCode } = input.creditAmount;
  if (account !== undefined && account.currency !== currencyCode) {
    return refuse(
      ["creditInput", "creditAmount", "currencyCode"],
      "MISMATCHING_CURRENCY",
      "The currency provided does not match the currency of the store credit account",
    );
  }
  const amountMinor = toMinor(amount, currencyCode);
  if (amountMinor <= 0) {
    return refuse(
      ["creditInput", "creditAmount", "amount"],
      "NEGATIVE_OR_ZERO_AMOUNT",
      "A positive amount must be used to credit a store credit account",
    );
  }
  if (amountMinor > MOST_CREDIT_MINOR) {
    return refuse(
      ["creditInput", "creditAmount", "amount"],
      "CREDIT_LIMIT_EXCEEDED",
      "The operation would exceed the account's limit",
    );
  }
  const expiresAt = input.expiresAt ? Date.parse(input.expiresAt) : null;
  if (expiresAt !== null && expiresAt <= world.now()) {
    return refuse(
      ["creditInput", "expiresAt"],
      "EXPIRES_AT_IN_PAST",
      "The expiry date must be in the future",
    );
  }
  const credited = credit(world, shop, customerId, { currency: currencyCode, amountMinor, expiresAt });
  return { storeCreditAccountTransaction: newest(context, credited.account), userErrors: [] };
}

function newest(context: ApiContext, account: StoreCreditAccount): View | null {
  const last = account.transactions.at(-1);
  return last === undefined ? null : creditTransactionView(context, account, last);
}

function createGiftCard(context: ApiContext, args: Args): View {
  const { shop, world } = context;
  const input = z
    .object({
      code: z.string().nullish(),
      customerId: z.string().nullish(),
      expiresOn: z.string().nullish(),
      initialValue: decimal.nullish(),
      initialAmount: z.object({ amount: decimal, currencyCode: z.string() }).nullish(),
      note: z.string().nullish(),
    })
    .parse(args["input"]);
  const refuse = (field: string, code: string, message: string): View => ({
    giftCard: null,
    giftCardCode: null,
    userErrors: [{ field: ["input", field], code, message }],
  });
  const value = input.initialAmount?.amount ?? input.initialValue;
  if (!value) return refuse("initialValue", "MISSING_ARGUMENT", "Initial value is missing");
  const initialMinor = toMinor(value, shop.currency);
  if (initialMinor <= 0)
    return refuse("initialValue", "GREATER_THAN", "Initial value must be greater than 0");
  const code = input.code ?? randomBytes(8).toString("hex");
  if (code.length < 8) return refuse("code", "TOO_SHORT", "Code is too short (minimum is 8 characters)");
  if (code.length > 20) return refuse("code", "TOO_LONG", "Code is too long (maximum is 20 characters)");
  if (!/^[a-z0-9]+$/i.test(code))
    return refuse("code", "INVALID", "Code can only contain letters and numbers");
  if (Object.values(shop.giftCards).some((one) => one.code.toLowerCase() === code.toLowerCase())) {
    return refuse("code", "TAKEN", "Code has already been taken");
  }
  const customerId = input.customerId ? idOf("Customer", input.customerId) : null;
  if (input.customerId && (customerId === null || shop.customers[customerId] === undefined)) {
    return refuse("customerId", "CUSTOMER_NOT_FOUND", "The customer could not be found");
  }
  const card: GiftCard = {
    id: world.newId(),
    code,
    customerId,
    initialMinor,
    balanceMinor: initialMinor,
    expiresOn: input.expiresOn ?? null,
    note: input.note ?? null,
    createdAt: world.now(),
    enabled: true,
  };
  shop.giftCards[card.id] = card;
  return { giftCard: giftCardView(context, card), giftCardCode: code, userErrors: [] };
}
