import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Statements } from "./database.ts";
import { tables } from "./generated/tables.ts";
import { readRows } from "./read-rows.ts";

const keptRow = tables.command_key.pick({ input_hash: true, answer: true });

export type EarlierAnswer<Answer> =
  | { readonly kind: "none" }
  | { readonly kind: "same"; readonly answer: Answer }
  | { readonly kind: "other_input" };

export interface KeyedCommand<Answer> {
  readonly key: string;
  readonly command: string;
  readonly input: unknown;
  /** Parses the answer this command once gave. */
  readonly accepted: z.ZodType<Answer>;
}

/**
 * Claims a key for a command within its transaction. Whoever comes second with the same key waits
 * for the first and is given its answer; another input under the same key is told so.
 */
export async function claimCommandKey<Answer extends object>(
  tx: Statements,
  shopId: number,
  { key, command, input, accepted }: KeyedCommand<Answer>,
): Promise<EarlierAnswer<Answer>> {
  const inputHash = createHash("sha256")
    .update(JSON.stringify([command, input]))
    .digest("hex");
  const claimed = await tx.query(
    `INSERT INTO command_key (shop_id, key, command, input_hash, answer) VALUES ($1, $2, $3, $4, 'null')
     ON CONFLICT (shop_id, key) DO NOTHING RETURNING key`,
    [shopId, key, command, inputHash],
  );
  if (claimed.length > 0) return { kind: "none" };
  const [earlier] = await readRows(
    tx,
    keptRow,
    "SELECT input_hash, answer FROM command_key WHERE shop_id = $1 AND key = $2",
    [shopId, key],
  );
  if (earlier?.input_hash !== inputHash) return { kind: "other_input" };
  return { kind: "same", answer: accepted.parse(earlier.answer) };
}

export async function keepAnswer(tx: Statements, shopId: number, key: string, answer: object): Promise<void> {
  await tx.query("UPDATE command_key SET answer = $3::json WHERE shop_id = $1 AND key = $2", [
    shopId,
    key,
    JSON.stringify(answer),
  ]);
}

/** A refused wish leaves its key free: the same click may succeed later. */
export async function releaseCommandKey(tx: Statements, shopId: number, key: string): Promise<void> {
  await tx.query("DELETE FROM command_key WHERE shop_id = $1 AND key = $2", [shopId, key]);
}
