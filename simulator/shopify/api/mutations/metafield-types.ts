type Problem = { readonly code: "INVALID_VALUE" | "INVALID_TYPE"; readonly message: string };

const CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  single_line_text_field: (value) => !value.includes("\n"),
  multi_line_text_field: () => true,
  number_integer: (value) => /^-?\d+$/.test(value),
  number_decimal: (value) => /^-?\d+(\.\d{1,9})?$/.test(value),
  boolean: (value) => value === "true" || value === "false",
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(value),
  date_time: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.test(value),
  url: (value) => /^(https?|mailto|sms|tel):/.test(value),
  json: isJson,
  money: (value) => isJson(value) && /"amount"/.test(value) && /"currency_code"/.test(value),
  customer_reference: (value) => /^gid:\/\/shopify\/Customer\/\d+$/.test(value),
  id: (value) => value.length > 0,
};

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

/** Whether a value is one of its declared type, as Shopify would judge it. */
export function whyNotOfType(type: string, value: string): Problem | null {
  const listed = type.startsWith("list.");
  const check = CHECKS[listed ? type.slice("list.".length) : type];
  if (check === undefined)
    return { code: "INVALID_TYPE", message: `Type must be one of the supported types, not ${type}` };
  const wrong: Problem = { code: "INVALID_VALUE", message: `Value is not a valid ${type}.` };
  if (!listed) return check(value) ? null : wrong;
  if (!isJson(value)) return wrong;
  const parsed: unknown = JSON.parse(value);
  return Array.isArray(parsed) && parsed.every((one) => check(String(one))) ? null : wrong;
}
