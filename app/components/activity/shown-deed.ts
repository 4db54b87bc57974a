import type { Instant } from "#app/domain/calendar.ts";
import type { NamedMember } from "../members/member-name.ts";

export interface ShownDeed {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly member: (NamedMember & { readonly memberId: string }) | null;
  readonly points: number | null;
  readonly reason: string | null;
  readonly rewardName: string | null;
  readonly tierName: string | null;
  readonly code: string | null;
  readonly version: number | null;
}
