/** What the app asks a merchant for when it is installed, and what each is for: docs/ecwid.md. */
export const SCOPES = [
  "read_store_profile",
  "update_store_profile",
  "read_catalog",
  "read_orders",
  "read_customers",
  "update_customers",
  "create_customers",
  "read_discount_coupons",
  "create_discount_coupons",
  "update_discount_coupons",
  "read_promotion",
  "create_promotion",
  "update_promotion",
  "delete_promotion",
  "customize_storefront",
  "add_to_cp",
] as const;
