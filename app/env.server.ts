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
