import { z } from "zod";
import { globalId, id, idIfAny, text } from "./fields.ts";

export const orderDeletedBody = z.object({ id });

export const customerDeletedBody = z.object({ id, admin_graphql_api_id: globalId.nullish() });

export const customerMergeBody = z.object({
  admin_graphql_api_customer_kept_id: globalId,
  admin_graphql_api_customer_deleted_id: globalId,
  status: z.string(),
});

export const privacyBody = z.object({
  customer: z.object({ id: idIfAny, email: text, phone: text }),
  data_request: z.object({ id }).nullish(),
});

export const scopesBody = z.object({ current: z.array(z.string()) });

export const bulkOperationBody = z.object({
  admin_graphql_api_id: z.string().startsWith("gid://shopify/BulkOperation/"),
  status: z.string(),
});

const discountId = z
  .string()
  .regex(/^gid:\/\/shopify\/Discount[A-Za-z]+\/\d{1,20}$/u, "is not a discount's id");

export const discountDeletedBody = z.object({ admin_graphql_api_id: discountId });

export const discountUpdatedBody = z.object({ admin_graphql_api_id: discountId, status: z.string() });

export const codeRemovedBody = z.object({ redeem_code: z.object({ code: z.string().min(1) }) });
