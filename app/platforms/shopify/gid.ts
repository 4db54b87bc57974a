/** `gid("Customer", "7")` → "gid://shopify/Customer/7"; a whole gid is left as it is. */
export function gid(type: string, id: string): string {
  return id.startsWith("gid://") ? id : `gid://shopify/${type}/${id}`;
}
