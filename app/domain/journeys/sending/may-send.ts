import type { MemberBook } from "../../books/member-book.ts";
import type { Person } from "../../customers/history/customer.ts";
import type { Channel } from "../journey.ts";
import type { Pass } from "../pass.ts";
import type { SkipReason } from "../record.ts";

/** What is looked at again before a message goes. */
export interface LastLook {
  readonly member: MemberBook | undefined;
  readonly person: Person;
  readonly channel: Channel;
  readonly isSuppressed: boolean;
  /** Whether the journey's condition still holds. */
  readonly holds: () => boolean;
}

/** Why a message does not go, frequency apart: the first reason that holds. Null: it may go. */
export function reasonToSkip(pass: Pass, look: LastLook): SkipReason | null {
  const { member, person, channel } = look;
  if (member?.status !== "active") return "left";
  if (!look.holds()) return "condition";
  if (!hasAddress(channel, member, person)) return "no_address";
  if (look.isSuppressed) return "suppressed";
  if (pass.journey.purpose === "marketing" && !hasConsent(channel, person)) return "no_consent";
  const code = pass.codes.at(-1);
  return code !== undefined && member.codes.get(code)?.state === "used" ? "code_used" : null;
}

function hasAddress(channel: Channel, member: MemberBook, person: Person): boolean {
  switch (channel) {
    case "email":
      return member.email !== null;
    case "sms":
      return person.phone !== null && person.phone !== "";
    case "push":
    case "inbox":
      return true;
  }
}

function hasConsent(channel: Channel, person: Person): boolean {
  switch (channel) {
    case "email":
      return person.consentEmail === true;
    case "sms":
      return person.consentSms === true;
    case "push":
    case "inbox":
      return true;
  }
}
