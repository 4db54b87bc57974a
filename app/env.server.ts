import { z } from "zod";

/**
 * The only place that reads the environment. Each part is parsed when it is first asked for, so
 * that a command which needs only the database does not ask for a Shopify secret.
 */
const databasePart = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
});

const encryptionPart = z.object({
  REGULARS_ENCRYPTION_KEYS: z
    .string({ error: "is missing: one or more `id:key`, the key 32 bytes in base64, the current one first" })
    .transform((text, context) => text.split(",").map((entry) => readKey(entry.trim(), context))),
});

const shopifyPart = z.object({
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  /** Still accepted while a rotated secret travels through Shopify. */
  SHOPIFY_API_SECRET_PREVIOUS: z.string().min(1).optional(),
  SHOPIFY_APP_URL: z.url(),
  /** Where a fake shop of this machine is, instead of its own domain. */
  SHOPIFY_SHOP_URL: z.url({ protocol: /^http$/, hostname: /^(?:127\.0\.0\.1|localhost)$/ }).optional(),
});

/** Plain http is for a fake on this machine, and never where a token could be read on its way. */
const outsideAddress = z
  .url()
  .refine((text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
  }, "https is expected; plain http goes to this machine only")
  .transform((text) => text.replace(/\/+$/u, ""));

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Addresses without a path, one behind another. They stand in a header, so nothing else may. */
const frameSources = z
  .string()
  .regex(
    /^(?:https:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d+)?|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?)(?: (?:https:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d+)?|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?))*$/u,
    "https addresses with a blank between them; plain http for this machine only",
  );

/** Without a client there is no Ecwid here: its stores are not served, and its addresses do not exist. */
const ecwidPart = z
  .object({
    ECWID_CLIENT_ID: z.string().min(1).optional(),
    ECWID_CLIENT_SECRET: z.string().min(16).optional(),
    ECWID_APP_URL: outsideAddress.optional(),
    ECWID_API_BASE: outsideAddress.default("https://app.ecwid.com/api/v3"),
    /** Where codes for shoppers are posted to, to be mailed from there. */
    ECWID_MAILBOX_URL: outsideAddress.optional(),
    /** Who may show the app in a frame: Ecwid's admin, and those of its resellers. */
    ECWID_FRAME_ANCESTORS: frameSources.default("https://my.ecwid.com"),
    ECWID_OAUTH_BASE: outsideAddress.default("https://my.ecwid.com/api/oauth"),
  })
  .transform((part, context) => {
    const { ECWID_CLIENT_ID, ECWID_CLIENT_SECRET, ECWID_APP_URL, ...bases } = part;
    const given = [ECWID_CLIENT_ID, ECWID_CLIENT_SECRET, ECWID_APP_URL].filter((one) => one !== undefined);
    if (given.length === 0) return null;
    if (ECWID_CLIENT_ID === undefined || ECWID_CLIENT_SECRET === undefined || ECWID_APP_URL === undefined) {
      context.addIssue({
        code: "custom",
        path: ["ECWID_CLIENT_ID"],
        message: "Ecwid needs ECWID_CLIENT_ID, ECWID_CLIENT_SECRET and ECWID_APP_URL, all of them or none",
      });
      return z.NEVER;
    }
    return { ECWID_CLIENT_ID, ECWID_CLIENT_SECRET, ECWID_APP_URL, ...bases };
  });

/** Without a server messages have nowhere to go: they are passed over, and pages say so. */
const mailPart = z
  .object({
    /** smtp://user:password@host:587 (STARTTLS), or smtps:// (TLS from the start). */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** The address mails come from. */
    MAIL_FROM: z
      .string()
      .regex(/^[^\s@<>"]+@[^\s@<>"]+$/u, "an address, and nothing else")
      .optional(),
    /** Hands mails over without encryption; refused but for a server on this machine. */
    SMTP_PLAIN: z.literal("1").optional(),
  })
  .transform(({ SMTP_URL, MAIL_FROM, SMTP_PLAIN }, context) => {
    if (SMTP_URL === undefined && MAIL_FROM === undefined) return null;
    if (SMTP_URL === undefined || MAIL_FROM === undefined) {
      context.addIssue({
        code: "custom",
        path: ["SMTP_URL"],
        message: "mail needs SMTP_URL and MAIL_FROM, both of them or none",
      });
      return z.NEVER;
    }
    if (SMTP_PLAIN !== undefined && !LOOPBACK.has(new URL(SMTP_URL).hostname)) {
      context.addIssue({
        code: "custom",
        path: ["SMTP_PLAIN"],
        message: "mails leave this machine encrypted",
      });
      return z.NEVER;
    }
    return { SMTP_URL, MAIL_FROM, plain: SMTP_PLAIN !== undefined };
  });

const serverPart = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Where the worker runs: in the web process, or in a process of its own (needs DATABASE_URL). */
  WORKER: z.enum(["inline", "separate"]).default("inline"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

export interface EncryptionKey {
  readonly id: string;
  readonly bytes: Buffer;
}

export const databaseEnv = parsedOnce(databasePart);
export const encryptionEnv = parsedOnce(encryptionPart);
export const shopifyEnv = parsedOnce(shopifyPart);
export const ecwidEnv = parsedOnce(ecwidPart);
export const mailEnv = parsedOnce(mailPart);
export const serverEnv = parsedOnce(serverPart);

/** A variable is missing or wrong. Says which and what is allowed, never the value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

function parsedOnce<Part extends z.ZodType>(part: Part): () => z.output<Part> {
  let parsed: { value: z.output<Part> } | undefined;
  return () => {
    parsed ??= { value: parsePart(part) };
    return parsed.value;
  };
}

function parsePart<Part extends z.ZodType>(part: Part): z.output<Part> {
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = part.safeParse(present);
  if (result.success) return result.data;
  const complaints = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new EnvironmentError(`The environment is not complete (see .env.example):\n${complaints.join("\n")}`);
}

function readKey(entry: string, context: z.RefinementCtx): EncryptionKey {
  const [id, encoded, ...rest] = entry.split(":");
  const bytes = Buffer.from(encoded ?? "", "base64");
  if (id === undefined || !/^[A-Za-z0-9_-]{1,16}$/.test(id) || bytes.length !== 32 || rest.length > 0) {
    context.addIssue({
      code: "custom",
      message: "each entry is `id:key`: an id of letters and digits, a key of 32 bytes in base64",
    });
    return z.NEVER;
  }
  return { id, bytes };
}
