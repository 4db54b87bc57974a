import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";

/** Whom Shopify vouches for: a shopper signed in to a customer account, or staff in admin or at the till. */
export type SurfaceVisitor =
  | { readonly kind: "shopper"; readonly shopKey: string; readonly customerId: string }
  | {
      readonly kind: "staff";
      readonly shopKey: string;
      readonly userId: string;
      /** A till is signed in as one person and used by many: it may do less than a person in the admin. */
      readonly at: "admin" | "till";
    };

export type ReadSessionToken =
  | { readonly ok: true; readonly visitor: SurfaceVisitor }
  /** Untimely: it was right, or will be; whoever brings it may fetch another. */
  | { readonly ok: false; readonly reason: string; readonly isUntimely: boolean };

export interface TokenRules {
  /** The token must be made for this app. */
  readonly apiKey: string;
  /** While a secret is being replaced Shopify may sign with either. */
  readonly secrets: readonly string[];
  readonly now: Instant;
}

const LEEWAY_SECONDS = 10;
const TOKEN_MAX_LENGTH = 4_096;
const CUSTOMER = /^gid:\/\/shopify\/Customer\/(\d{1,19})$/u;
const USER = /^\d{1,19}$/u;

const header = z.object({ alg: z.literal("HS256") });
const claims = z.object({
  aud: z.string(),
  exp: z.number(),
  nbf: z.number(),
  /** A bare domain for customer accounts, an address for staff. */
  dest: z
    .string()
    .transform((dest) => dest.replace(/^https:\/\//u, ""))
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/u)),
  iss: z.string().optional(),
  sub: z.string().optional(),
  /** The session of a person in the admin; a till has none. */
  sid: z.string().min(1).optional(),
});

/**
 * Reads the session token a UI extension sends: a JWT signed HS256 with the app's secret. One secret
 * signs the tokens of shoppers and of staff alike, so what tells them apart is checked strictly: a
 * shopper's subject is a customer, a staff token is issued by the shop's admin for a user, and a
 * person in the admin has a session there.
 */
export function readSessionToken(token: string, { apiKey, secrets, now }: TokenRules): ReadSessionToken {
  const [head, body, signature, ...rest] = token.length > TOKEN_MAX_LENGTH ? [] : token.split(".");
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) {
    return refuse("no token");
  }
  if (!header.safeParse(decode(head)).success) return refuse("another algorithm");
  if (!isSigned(`${head}.${body}`, signature, secrets)) return refuse("signature wrong");
  const read = claims.safeParse(decode(body));
  if (!read.success) return refuse("claims missing or malformed");
  const { aud, exp, nbf, dest, iss, sub, sid } = read.data;
  const nowSeconds = now / 1000;
  if (aud !== apiKey) return refuse("made for another app");
  if (nowSeconds >= exp + LEEWAY_SECONDS) return untimely("expired");
  if (nowSeconds < nbf - LEEWAY_SECONDS) return untimely("not valid yet");
  const customerId = CUSTOMER.exec(sub ?? "none")?.[1];
  if (customerId !== undefined) {
    return { ok: true, visitor: { kind: "shopper", shopKey: dest, customerId } };
  }
  if (sub !== undefined && USER.test(sub) && iss === `https://${dest}/admin`) {
    const at = sid === undefined ? "till" : "admin";
    return { ok: true, visitor: { kind: "staff", shopKey: dest, userId: sub, at } };
  }
  return refuse("nobody we can tell who it is");
}

function isSigned(content: string, signature: string, secrets: readonly string[]): boolean {
  return secretOf(content, signature, secrets) !== null;
}

/** Which of the secrets a token was signed with; null: none. Says nothing yet of what it claims. */
export function secretOfToken(token: string, secrets: readonly string[]): string | null {
  const [head, body, signature] = token.length > TOKEN_MAX_LENGTH ? [] : token.split(".");
  if (head === undefined || body === undefined || signature === undefined) return null;
  return secretOf(`${head}.${body}`, signature, secrets);
}

function secretOf(content: string, signature: string, secrets: readonly string[]): string | null {
  const given = Buffer.from(signature, "base64url");
  const found = secrets.find((secret) => {
    const expected = createHmac("sha256", secret).update(content).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return found ?? null;
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

function refuse(reason: string): ReadSessionToken {
  return { ok: false, reason, isUntimely: false };
}

function untimely(reason: string): ReadSessionToken {
  return { ok: false, reason, isUntimely: true };
}
