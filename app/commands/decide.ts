import { z } from "zod";
import type { Books } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Refusal } from "#app/domain/refusal.ts";
import { writeAudit } from "#app/db/audit.ts";
import { openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { claimCommandKey, keepAnswer, releaseCommandKey } from "#app/db/command-keys.ts";
import { newCode } from "./codes/new-code.ts";

/** What most commands answer: it was done. */
export const done = z.object({ ok: z.literal(true) });

/** What every command about members is told. */
export interface Wish<Accepted> {
  readonly shopId: number;
  readonly command: string;
  readonly memberIds: readonly MemberId[];
  readonly now: Instant;
  /** Named by a page or a caller: the same key with the same input is answered once. Null: no click. */
  readonly key: string | null;
  readonly input: unknown;
  /** Parses what it answers, where the same click comes again. */
  readonly accepted: z.ZodType<Accepted>;
  /** Who did it by hand, for the record; null: the shopper or the worker. */
  readonly by: { readonly actor: string; readonly details: Readonly<Record<string, unknown>> } | null;
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal | "key_reused" | "too_many_in_an_hour";
  readonly message: string;
  /** How many points more it would take, where that is why. */
  readonly missing?: number | null;
}

/** Steps in the same transaction around loading and recording, where a command needs them. */
export interface Surroundings {
  readonly beforeLoad?: (tx: Statements) => Promise<void>;
  /** While the members are locked: a refusal that the books do not know of; null: go on. */
  readonly refuse?: (tx: Statements) => Promise<Refused | null>;
  readonly beforeRecord?: (tx: Statements) => Promise<void>;
  readonly afterRecord?: (tx: Statements) => Promise<void>;
}

/**
 * Load, decide, record: the shape of every command. What was due by now is recorded also where the
 * wish itself is refused.
 */
export async function decide<Accepted extends { readonly ok: true }>(
  database: Database,
  wish: Wish<Accepted>,
  decision: (books: Books) => Accepted | Refused,
  surroundings: Surroundings = {},
): Promise<Accepted | Refused> {
  const answer = await database.transaction(async (tx) => {
    const { shopId, key, command, input, accepted } = wish;
    if (key === null) return decideNow(tx, wish, decision, surroundings);
    const earlier = await claimCommandKey(tx, shopId, { key, command, input, accepted });
    if (earlier.kind === "same") return earlier.answer;
    if (earlier.kind === "other_input") return keyReused(key);
    const fresh = await decideNow(tx, wish, decision, surroundings);
    if (fresh.ok) await keepAnswer(tx, shopId, key, fresh);
    else await releaseCommandKey(tx, shopId, key);
    return fresh;
  });
  await database.notify("outbox", String(wish.shopId));
  return answer;
}

async function decideNow<Accepted extends { readonly ok: true }>(
  tx: Statements,
  wish: Wish<Accepted>,
  decision: (books: Books) => Accepted | Refused,
  { beforeLoad, refuse, beforeRecord, afterRecord }: Surroundings,
): Promise<Accepted | Refused> {
  const { shopId, memberIds, now, by } = wish;
  await beforeLoad?.(tx);
  const open = await openBooks(tx, shopId, memberIds, { nextCode: newCode, now });
  const missing = memberIds.find((memberId) => !open.books.members.has(memberId));
  if (missing !== undefined) {
    return { ok: false, refusal: "member_unknown", message: `there is no member ${missing}` };
  }
  const refused = (await refuse?.(tx)) ?? null;
  if (refused !== null) return refused;
  const answer = decision(open.books);
  if (answer.ok) await beforeRecord?.(tx);
  await recordBooks(tx, open, now);
  if (!answer.ok) return answer;
  await afterRecord?.(tx);
  if (by !== null) {
    const memberId = memberIds[0] ?? null;
    await writeAudit(tx, shopId, {
      at: now,
      actor: by.actor,
      action: wish.command,
      memberId,
      details: by.details,
    });
  }
  return answer;
}

function keyReused(key: string): Refused {
  return { ok: false, refusal: "key_reused", message: `the key ${key} was used for another wish before` };
}
