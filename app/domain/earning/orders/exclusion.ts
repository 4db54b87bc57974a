import type { MemberBook } from "../../books/member-book.ts";
import type { Program } from "../../program/program.ts";
import type { Exclusion } from "../../books/frozen-award.ts";

/** Why a member earns nothing now; null where they do. Tags and domains compare without regard to case. */
export function exclusionOf(member: MemberBook, program: Program): Exclusion | null {
  if (member.status === "left" || member.status === "erased") return "member_left";
  if (member.excludedByHand) return "excluded_by_hand";
  const { customerTags, emailDomains } = program.exclude;
  if (customerTags.size > 0 && member.tags.some((tag) => customerTags.has(tag.toLowerCase()))) {
    return "customer_excluded";
  }
  if (emailDomains.size === 0 || member.email === null) return null;
  const domain = member.email.slice(member.email.lastIndexOf("@") + 1).toLowerCase();
  return emailDomains.has(domain) ? "email_domain_excluded" : null;
}
