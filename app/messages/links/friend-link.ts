import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { encryptionEnv, type EncryptionKey } from "#app/env.server.ts";
import { readContent, signContent } from "./signed-content.ts";

/** What a mail to a friend says by its link: whose link they came by, and the address that the mail went to. */
export interface FriendLink {
  readonly shopId: number;
  /** The code of the advocate's link. */
  readonly code: string;
  readonly address: string;
  /** What the page was read in where the mail was asked for. */
  readonly language: string;
  readonly expiresAt: Instant;
}

const SIGNED = z.tuple([z.int().positive(), z.string(), z.string(), z.string(), z.int()]);
const PURPOSE = "regulars links to friends";

export function signFriendLink(
  { shopId, code, address, language, expiresAt }: FriendLink,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): string {
  return signContent([shopId, code, address, language, expiresAt], PURPOSE, keys);
}

/** Null: nobody of us signed it, or its time is over. */
export function readFriendLink(
  token: string,
  now: Instant,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): FriendLink | null {
  const said = SIGNED.safeParse(readContent(token, PURPOSE, keys));
  if (!said.success) return null;
  const [shopId, code, address, language, expiresAt] = said.data;
  return expiresAt <= now ? null : { shopId, code, address, language, expiresAt };
}
