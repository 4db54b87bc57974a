import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { encryptionEnv, type EncryptionKey } from "#app/env.server.ts";

const FORM = "s1";
const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;

/** A sealed text was changed, belongs to another place, or its key is not among ours. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
}

/**
 * Encrypts a secret with the current key: `s1.<key id>.<iv>.<tag>.<ciphertext>`. `place` (shop and
 * name) is bound in, so that a sealed text copied to another row does not open there.
 */
export function seal(
  secret: string,
  place: string,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): string {
  const [key] = keys;
  if (key === undefined) throw new SealBroken("There is no encryption key.");
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [FORM, key.id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(
    ".",
  );
}

/** Opens what `seal` made, with whichever of our keys it names. */
export function unseal(
  sealed: string,
  place: string,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): string {
  const [form, keyId, iv, tag, text] = sealed.split(".");
  const key = keys.find(({ id }) => id === keyId);
  if (form !== FORM || key === undefined) throw new SealBroken(`No key opens a secret of ${place}.`);
  if (iv === undefined || tag === undefined || text === undefined) {
    throw new SealBroken(`A secret of ${place} was cut off.`);
  }
  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, Buffer.from(iv, "base64url"))
      .setAAD(Buffer.from(place))
      .setAuthTag(Buffer.from(tag, "base64url"));
    return decipher.update(text, "base64url", "utf8") + decipher.final("utf8");
  } catch (error) {
    throw new SealBroken(`A secret of ${place} was changed.`, { cause: error });
  }
}

/** Sealed with another key than the current one: to be sealed anew. */
export function isSealedWithOldKey(sealed: string, keys: readonly EncryptionKey[]): boolean {
  return sealed.split(".")[1] !== keys[0]?.id;
}
