import type { memberTexts } from "../i18n/member-texts.ts";

export type MemberStatus = "active" | "shadow" | "left" | "erased" | "merged";

export interface NamedMember {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly customerId: string | null;
  readonly status: MemberStatus;
}

/** What a member is called: their name, else what else we know of them. */
export function memberName(member: NamedMember, t: (typeof memberTexts)["en"]): string {
  const name = [member.firstName, member.lastName].filter((part) => part !== null && part !== "").join(" ");
  if (name !== "") return name;
  if (member.status === "erased") return t.erasedName;
  return member.email ?? member.customerId ?? t.nameless;
}
