import type { Program } from "../program/program.ts";

/** Whether who earns what by a program depends on the tags a shop has given its customers. */
export function asksForCustomerTags({ exclude, rules }: Program): boolean {
  return (
    exclude.customerTags.size > 0 || rules.some((rule) => rule.enabled && rule.member?.tags !== undefined)
  );
}
