/** What stands in the field an event came from. Its type says no more than that there is a target. */
export function fieldText({ currentTarget }: { readonly currentTarget: unknown }): string {
  const field = currentTarget;
  if (typeof field !== "object" || field === null || !("value" in field)) return "";
  return typeof field.value === "string" ? field.value : "";
}
