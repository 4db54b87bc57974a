import { z } from "zod";
import { writeAudit } from "#app/db/audit.ts";
import { claimCommandKey, keepAnswer } from "#app/db/command-keys.ts";
import type { Database } from "#app/db/client.ts";
import { createFile } from "#app/db/member-files/member-file.ts";
import type { MemberFilter } from "#app/db/members/member-filter.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { BulkDeed } from "#app/domain/members/bulk/bulk-deed.ts";

export interface DeedPlan {
  readonly shopId: number;
  readonly deed: BulkDeed;
  readonly whom: MemberFilter;
  readonly actor: string;
  /** Of the click: pressing twice plans it once. */
  readonly key: string;
  readonly now: Instant;
}

const planned = z.object({ ok: z.literal(true), fileId: z.int() });

/** A deed for many is written down, for a worker to count whom it concerns. Nothing is done before it is wanted. */
export function planDeed(
  database: Database,
  { shopId, deed, whom, actor, key, now }: DeedPlan,
): Promise<z.output<typeof planned> | { readonly ok: false; readonly refusal: "key_reused" }> {
  return database.transaction(async (tx) => {
    const asked = { key, command: "plan_bulk", input: { deed, whom }, accepted: planned };
    const earlier = await claimCommandKey(tx, shopId, asked);
    if (earlier.kind === "same") return earlier.answer;
    if (earlier.kind === "other_input") return { ok: false, refusal: "key_reused" };
    const fileId = await createFile(tx, shopId, { name: "", actor, now, deed: { deed, whom } });
    const answer = { ok: true, fileId } as const;
    await keepAnswer(tx, shopId, key, answer);
    await writeAudit(tx, shopId, {
      at: now,
      actor,
      action: "plan_bulk",
      memberId: null,
      details: { fileId, ...deed },
    });
    return answer;
  });
}
