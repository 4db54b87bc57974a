import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { World } from "../world.ts";

const LIFETIME_S = 60;

const claims = z.object({
  iss: z.string(),
  dest: z.string(),
  aud: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number(),
});

export type SessionClaims = z.infer<typeof claims>;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value), "utf8").toString("base64url");

function sign(text: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(text, "utf8").digest();
}

/** The id token App Bridge hands to the app: HS256, one minute. */
export function issueSessionToken(world: World, domain: string, userId: string): string {
  const nowS = Math.floor(world.now() / 1_000);
  const head = encode({ alg: "HS256", typ: "JWT" });
  const body = encode({
    iss: `https://${domain}/admin`,
    dest: `https://${domain}`,
    aud: world.settings.apiKey,
    sub: userId,
    exp: nowS + LIFETIME_S,
    nbf: nowS,
    iat: nowS,
    jti: randomUUID(),
    sid: randomUUID(),
    sig: randomUUID().replaceAll("-", ""),
  });
  const signature = sign(`${head}.${body}`, world.settings.apiSecret).toString("base64url");
  return `${head}.${body}.${signature}`;
}

/** Why Shopify would refuse it is not said to the caller: invalid_subject_token covers all. */
export function readSessionToken(world: World, token: string): SessionClaims | null {
  const [head, body, signature] = token.split(".");
  if (head === undefined || body === undefined || signature === undefined) return null;
  const expected = sign(`${head}.${body}`, world.settings.apiSecret);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const parsed = claims.safeParse(parseJson(Buffer.from(body, "base64url").toString("utf8")));
  if (!parsed.success || parsed.data.aud !== world.settings.apiKey) return null;
  const nowS = world.now() / 1_000;
  return parsed.data.exp > nowS && parsed.data.nbf <= nowS + 10 ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
