import type { Shop, StoreCreditAccount } from "../../shop/records.ts";
import type { World } from "../world.ts";

function accountOf(shop: Shop, customerId: string, currency: string): StoreCreditAccount | null {
  const accounts = Object.values(shop.storeCredit);
  return accounts.find((one) => one.customerId === customerId && one.currency === currency) ?? null;
}

/** Credits the customer's account in this currency, opening it when it is the first credit. */
export function credit(
  world: World,
  shop: Shop,
  customerId: string,
  {
    currency,
    amountMinor,
    expiresAt,
  }: { readonly currency: string; readonly amountMinor: number; readonly expiresAt: number | null },
): { readonly account: StoreCreditAccount; readonly transactionId: string } {
  const account = accountOf(shop, customerId, currency) ?? {
    id: world.newId(),
    customerId,
    currency,
    balanceMinor: 0,
    transactions: [],
  };
  shop.storeCredit[account.id] = account;
  account.balanceMinor += amountMinor;
  const transactionId = world.newId();
  const { balanceMinor } = account;
  account.transactions.push({ id: transactionId, amountMinor, balanceMinor, at: world.now(), expiresAt });
  world.changed();
  return { account, transactionId };
}
