/**
 * No database keeps NUL as text and nobody types it, so forms and addresses arrive without. What is JSON
 * is left as it came: a signature may be over its very bytes, and whoever parses it cleans its texts.
 */
export function withoutNul(body: Uint8Array, contentType: string | undefined): Uint8Array {
  if (contentType === undefined || !FORM.test(contentType)) return body;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (!bytes.includes(0) && !bytes.includes("%00")) return body;
  return Buffer.from(bytes.toString("latin1").replaceAll("\0", "").replaceAll("%00", ""), "latin1");
}

const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)/i;
