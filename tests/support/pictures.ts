/** Every picture of the docs, by the name of its file. A browser test takes each. */
export const PICTURES = [
  "account-page",
  "account-profile",
  "admin-adjust",
  "admin-customer",
  "admin-home",
  "cart-points",
  "code",
  "flow",
  "guest",
  "launcher",
  "panel",
  "product-points",
  "program",
  "theme-editor-launcher",
  "theme-editor-tier-progress",
  "tier-progress",
  "till-customer",
  "till-redeem",
] as const;

export type PictureName = (typeof PICTURES)[number];

/** What a page of the docs may load for one picture. */
export const PICTURE_BYTES = 150_000;
