import { z } from "zod";
import type { Database } from "#app/db/client.ts";
import { readRecipient } from "#app/db/messages/recipients.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { LetterFacts } from "#app/domain/messages/letter-facts.ts";
import type { Program } from "#app/domain/program/program.ts";
import { letterToBe } from "./letter-facts.ts";

const newestRow = z.object({ memberId: z.string() });

/** Whom a letter is shown for, and in which language. */
export interface PreviewWish {
  readonly template: string;
  /** Null: whoever joined last. */
  readonly memberId: string | null;
  readonly language: string;
  readonly program: Program;
  readonly now: Instant;
}

const EXAMPLE_POINTS = 50;
const EXAMPLE_CODE = "EXAMPLE-1234";
const EXAMPLE_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * What a letter would tell a real member now. What it would be about has not happened: the points, the reward, the level
 * and the code are examples. Null: there is nobody to show it for.
 */
export async function factsToPreview(
  database: Database,
  shop: Shop,
  { template, memberId, language, program, now }: PreviewWish,
): Promise<LetterFacts | null> {
  const whom = memberId ?? (await newestMember(database, shop.shopId));
  const recipient = whom === null ? null : await readRecipient(database, shop.shopId, whom);
  if (recipient?.isActive !== true) return null;
  const endsAt = now + EXAMPLE_DAYS * DAY_MS;
  const [reward] = program.rewards;
  const level = program.tiers?.levels.at(-1);
  const [challenge] = program.challenges;
  const about = {
    ...{ points: EXAMPLE_POINTS, endsAt },
    ...(reward === undefined ? {} : { rewardId: reward.id }),
    ...(level === undefined ? {} : { levelId: level.id }),
    ...(challenge === undefined ? {} : { challengeId: challenge.id }),
  };
  const message = { about, template, code: null, purpose: "service" as const };
  const toBe = await letterToBe(database, shop, { message, recipient, readIn: language }, now);
  if (toBe === null) return null;
  return { ...toBe.facts, code: { text: EXAMPLE_CODE, endsAt } };
}

async function newestMember(database: Database, shopId: number): Promise<string | null> {
  const [row] = await readRows(
    database,
    newestRow,
    `SELECT member_id::text AS "memberId" FROM member WHERE shop_id = $1 AND status = 'active'
     ORDER BY enrolled_at DESC, member_id DESC LIMIT 1`,
    [shopId],
  );
  return row?.memberId ?? null;
}
