import type { DeliverOutcome } from "../../platform.ts";
import type { AdminClient, Asked } from "../admin-client.ts";
import { TITLE_MARK } from "./discount-input.ts";
import { FIND_DISCOUNT } from "../documents/discounts.ts";
import type { UserErrors } from "../documents/user-errors.ts";
import { refusalOf } from "./refusal.ts";

export interface FoundDiscount {
  readonly discountId: string;
  readonly redeemCodeId: string | null;
  readonly ours: boolean;
  readonly shared: boolean;
  readonly used: boolean;
}

/** Whose is the code? Null: nobody's. */
export async function findDiscount(
  client: AdminClient,
  shopKey: string,
  code: string,
): Promise<Asked<FoundDiscount | null>> {
  const asked = await client.ask(shopKey, FIND_DISCOUNT, { code, search: `code:"${code}"` });
  if (asked.kind !== "data") return asked;
  const node = asked.data.codeDiscountNodeByCode;
  if (node === null) return { kind: "data", data: null };
  const { title, codes } = node.codeDiscount;
  const redeemCode = codes?.nodes[0];
  const found = {
    discountId: node.id,
    redeemCodeId: redeemCode?.id ?? null,
    ours: title?.startsWith(TITLE_MARK) === true,
    shared: title?.endsWith(code) !== true,
    used: redeemCode !== undefined && redeemCode.asyncUsageCount > 0,
  };
  return { kind: "data", data: found };
}

export function outcomeOfTaken(found: FoundDiscount): DeliverOutcome {
  if (found.ours) return { kind: "done", reference: found.discountId };
  return { kind: "refused", reason: "TAKEN: the code belongs to a discount that is not ours" };
}

/** TAKEN by ourselves means that an earlier try did arrive; by others, that we must not touch it. */
export async function whyNot(
  client: AdminClient,
  shopKey: string,
  code: string,
  errors: UserErrors,
): Promise<DeliverOutcome> {
  if (errors.some((error) => error.code === "TAKEN")) {
    const taken = await findDiscount(client, shopKey, code);
    if (taken.kind !== "data") return taken;
    if (taken.data !== null) return outcomeOfTaken(taken.data);
  }
  return refusalOf(errors);
}
