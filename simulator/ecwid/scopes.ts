/** The scopes the fake knows; one it does not know cannot be granted. */
export const SCOPES = [
  "read_store_profile",
  "update_store_profile",
  "read_catalog",
  "read_orders",
  "update_orders",
  "read_customers",
  "update_customers",
  "create_customers",
  "read_customers_extrafields",
  "update_customers_extrafields",
  "read_discount_coupons",
  "create_discount_coupons",
  "update_discount_coupons",
  "read_promotion",
  "create_promotion",
  "update_promotion",
  "delete_promotion",
  "customize_storefront",
  "add_to_cp",
  "customize_cart_calculation",
  "public_storefront",
] as const;

export type Scope = (typeof SCOPES)[number];
