import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import type { Instant } from "#app/domain/calendar.ts";
import { normaliseAddress } from "#app/domain/people/normalise-address.ts";
import type { Statements } from "#app/db/database.ts";
import { takeTry, useProof, writeProof } from "#app/db/shoppers/mailbox-proofs.ts";

const MINUTE_MS = 60_000;
const LIVES_MS = 10 * MINUTE_MS;
const TRIES = 5;
/** Whoever asks again at once has one on its way. */
const AGAIN_AFTER_MS = MINUTE_MS;
const COUNTED_MS = 60 * MINUTE_MS;
const CODES_PER_ADDRESS = 5;
const CODES_PER_SHOP = 500;

export interface MailboxWish {
  readonly shopId: number;
  readonly address: string;
  /** Digests are made with it: who reads the table can make no code of it. */
  readonly key: Buffer;
  readonly now: Instant;
}

/** What is to be sent where; null: nothing is, which whoever asked is not told. */
export interface CodeMail {
  readonly address: string;
  readonly code: string;
}

/**
 * Somebody says that an address is theirs; `customerId` is whom the shop knows by it, if anybody. The same is done and written whether it is known or not, so that
 * neither the answer nor its time tells who is a customer.
 */
export async function askForProof(
  statements: Statements,
  { shopId, address, key, now }: MailboxWish,
  customerId: string | null,
): Promise<CodeMail | null> {
  const normal = normaliseAddress(address);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const written = await writeProof(
    statements,
    {
      shopId,
      addressDigest: digestOf(key, `address ${String(shopId)} ${normal}`),
      codeDigest: codeDigestOf(key, shopId, normal, code),
      customerId,
    },
    {
      now,
      youngestAt: now - AGAIN_AFTER_MS,
      countedSince: now - COUNTED_MS,
      codesPerAddress: CODES_PER_ADDRESS,
      codesPerShop: CODES_PER_SHOP,
    },
  );
  return written && customerId !== null ? { address: normal, code } : null;
}

/** The code from the mailbox: five tries in ten minutes, once. Null: it is not the one, whatever is wrong with it. */
export async function proveMailbox(
  statements: Statements,
  { shopId, address, key, now, code }: MailboxWish & { readonly code: string },
): Promise<string | null> {
  const normal = normaliseAddress(address);
  const addressDigest = digestOf(key, `address ${String(shopId)} ${normal}`);
  const codeDigest = codeDigestOf(key, shopId, normal, code);
  const wanted = await takeTry(statements, shopId, addressDigest, {
    madeAfter: now - LIVES_MS,
    mostTries: TRIES,
  });
  if (wanted === null || wanted.customerId === null || !isSame(wanted.codeDigest, codeDigest)) return null;
  return (await useProof(statements, shopId, addressDigest, codeDigest)) ? wanted.customerId : null;
}

function codeDigestOf(key: Buffer, shopId: number, address: string, code: string): string {
  return digestOf(key, `code ${String(shopId)} ${address} ${code}`);
}

function digestOf(key: Buffer, text: string): string {
  return createHmac("sha256", key).update(text, "utf8").digest("base64url");
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
