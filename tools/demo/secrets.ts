import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const secretsForm = z.object({
  apiKey: z.string(),
  apiSecret: z.string(),
  encryptionKey: z.string(),
  // A demo from before there was an Ecwid beside it has none yet.
  ecwidSecret: z.string().default(() => randomBytes(32).toString("hex")),
});

export type DemoSecrets = z.infer<typeof secretsForm>;

/** Keys of this demo alone, made at its first start and kept beside its data. */
export function demoSecrets(path: string): DemoSecrets {
  if (existsSync(path)) return secretsForm.parse(JSON.parse(readFileSync(path, "utf8")));
  const made = {
    apiKey: randomBytes(16).toString("hex"),
    apiSecret: randomBytes(32).toString("hex"),
    ecwidSecret: randomBytes(32).toString("hex"),
    encryptionKey: `demo:${randomBytes(32).toString("base64")}`,
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(made), { mode: 0o600 });
  return made;
}
