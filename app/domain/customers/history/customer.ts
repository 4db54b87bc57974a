import type { Instant } from "../../calendar.ts";
import type { Ware } from "../../event.ts";
import type { ToldOrder } from "./told-order.ts";

/** What a person is, where known. */
export interface Person {
  readonly tags: readonly string[];
  readonly birthday: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly language: string | null;
  readonly consentEmail: boolean | null;
  readonly consentSms: boolean | null;
  readonly phone: string | null;
  /** As told: it may be none that is known. */
  readonly zone: string | null;
}

export interface DoneActivity {
  readonly at: Instant;
  /** Its local day. */
  readonly day: number;
  readonly activity: string;
  /** What was looked at. */
  readonly ware: Ware | null;
}

export interface AnsweredSurvey {
  readonly at: Instant;
  readonly day: number;
  readonly score: number;
}

/** A mail of ours. */
export interface Sent {
  readonly at: Instant;
  readonly day: number;
}

/** Everybody an accepted line names, with all that is theirs. */
export interface Customer {
  /** The platform's, or `guest:` and the address. */
  readonly id: string;
  readonly email: string | null;
  /** A customer with an id is a member, from the first line that names it until leaving. */
  readonly memberSince: Instant | null;
  readonly leftAt: Instant | null;
  readonly person: Person;
  /** By payment; unpaid ones last. */
  readonly orders: readonly ToldOrder[];
  /** In the order of time. */
  readonly activities: readonly DoneActivity[];
  readonly surveys: readonly AnsweredSurvey[];
  readonly mails: readonly Sent[];
  /** To profiling: they count in sums, and nothing is said of them by scores, predictions, segments or recommendations. */
  readonly objects: boolean;
}

export function isMemberAt({ memberSince, leftAt }: Customer, at: Instant): boolean {
  return memberSince !== null && memberSince <= at && (leftAt === null || leftAt > at);
}
