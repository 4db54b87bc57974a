import { z } from "zod";
import { parseBody } from "../../parse-body.ts";
import type { DeliverOutcome, PlatformAnswer } from "../../platform.ts";
import { type RestClient, withoutMissing } from "../rest-client.ts";

const stored = z.object({ value: z.string() });

/** What the app has put into a key of the store's app storage. Null: nothing, or nothing that can be read. */
export async function readStored<Value>(
  client: RestClient,
  shopKey: string,
  key: string,
  form: z.ZodType<Value>,
): Promise<PlatformAnswer<Value | null>> {
  const asked = await client.ask(shopKey, { path: `storage/${key}`, answer: stored });
  if (asked.kind === "missing") return { kind: "data", data: null };
  if (asked.kind !== "data") return asked;
  const value = form.safeParse(parseBody(asked.data.value));
  return { kind: "data", data: value.success ? value.data : null };
}

export function writeStored(
  client: RestClient,
  shopKey: string,
  key: string,
  value: unknown,
): Promise<DeliverOutcome> {
  return writeText(client, shopKey, key, JSON.stringify(value));
}

/** The body is the value as it is. What Ecwid says to it differs: any yes will do. */
async function writeText(
  client: RestClient,
  shopKey: string,
  key: string,
  value: string,
): Promise<DeliverOutcome> {
  const asked = withoutMissing(
    await client.ask(shopKey, {
      method: "PUT",
      path: `storage/${key}`,
      body: { kind: "text", value },
      answer: z.unknown(),
    }),
  );
  return asked.kind === "data" ? { kind: "done", reference: null } : asked;
}

/** Anybody on the storefront can read it: the program, and nothing about anybody. */
export function publishProgram(
  client: RestClient,
  shopKey: string,
  program: string,
): Promise<DeliverOutcome> {
  if (Buffer.byteLength(program) > PUBLIC_BYTES) {
    return Promise.resolve({ kind: "refused", reason: "the program is too long for the shop front" });
  }
  return writeText(client, shopKey, PUBLIC_KEY, program);
}

/** What the front is told, as far as it is read back. */
const toldFront = z.object({
  program: z.object({ name: z.string() }),
  widget: z.object({ shown: z.boolean().default(true) }).default({ shown: true }),
});

/** Whether the front shows the widget, by what the store itself holds. */
export async function widgetInShop(
  client: RestClient,
  shopKey: string,
): Promise<PlatformAnswer<"on" | "off" | "untold">> {
  const asked = await readStored(client, shopKey, PUBLIC_KEY, toldFront);
  if (asked.kind !== "data") return asked;
  const shown = asked.data?.widget.shown;
  return { kind: "data", data: shown === undefined ? "untold" : shown ? "on" : "off" };
}

/** The key that every page of the front can read. */
const PUBLIC_KEY = "public";
const PUBLIC_BYTES = 256 * 1024;
