import { z } from "zod";
import { answerAdmin } from "../admin/answer-admin.ts";
import { RESULT_KEPT_MS } from "../api/bulk-operations.ts";
import type { Control } from "../control-answers.ts";
import { controlInputs, type ControlName } from "../control-commands.ts";
import type { Fake } from "../fake.ts";
import type { Storefront } from "../storefront/storefront.ts";
import { gid, Refusal } from "../world/world.ts";
import { answerProxy } from "./app-proxy.ts";
import { html, json, parseJson, type Answer, type Ask } from "./http.ts";
import { shopOfHost } from "./shop-of-host.ts";

const BULK_HOST = "storage.googleapis.com";

/** Finds what an address of the fake means and answers it. */
export async function answer(
  fake: Fake,
  control: Control,
  storefront: Storefront,
  ask: Ask,
): Promise<Answer> {
  const path = ask.url.pathname;
  if (path.startsWith("/_control/")) return answerControl(control, path.slice("/_control/".length), ask);
  if (ask.host === BULK_HOST) return answerBulkFile(fake, path);
  const admin = answerAdmin(fake, ask);
  if (admin !== null) return admin;
  const shop = shopOfHost(fake.world, ask.host);
  if (shop === null) return json(404, { errors: "Not Found" });
  const graphql = /^\/admin\/api\/([\w-]+)\/graphql\.json$/.exec(path);
  if (graphql !== null) return fake.api.graphql(shop, graphql[1] ?? "", ask);
  if (path === "/admin/oauth/access_token") return fake.api.token(shop, ask);
  if (path.startsWith("/admin/api/")) return json(404, { errors: "Not Found" });
  const proxy = fake.world.settings.config.proxy.path;
  if (path === proxy || path.startsWith(`${proxy}/`)) {
    return answerProxy(fake.world, shop.domain, storefront.customerOf(shop, ask), ask);
  }
  return storefront.answer(shop, ask);
}

async function answerControl(control: Control, name: string, ask: Ask): Promise<Answer> {
  if (ask.method !== "POST") return json(405, { error: "POST a command" });
  if (!(name in controlInputs)) return json(404, { error: `There is no command ${name}` });
  const command = control[name as ControlName] as (input: unknown) => Promise<unknown>;
  try {
    return json(200, await command(ask.body.length === 0 ? {} : parseJson(ask.body)));
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    if (error instanceof Refusal) return json(422, { error: error.message });
    throw error;
  }
}

/** The signed address of a bulk operation's result needs no token. */
async function answerBulkFile(fake: Fake, path: string): Promise<Answer> {
  const name = /([^/]+)-(\d+)\.jsonl$/.exec(path);
  const shop = fake.world.state.shops[name?.[1] ?? ""];
  const operation = shop?.bulkOperations[name?.[2] ?? ""];
  if (shop === undefined || operation === undefined || operation.jsonl === null) {
    return html(
      404,
      `<Error><Code>NoSuchKey</Code><Details>${gid("BulkOperation", name?.[2] ?? "0")}</Details></Error>`,
    );
  }
  if (operation.createdAt + RESULT_KEPT_MS <= fake.world.now()) {
    return html(400, "<Error><Code>ExpiredToken</Code><Message>Invalid argument.</Message></Error>");
  }
  const body = operation.jsonl;
  return fake.api.file(shop, () => ({ status: 200, headers: { "content-type": "application/jsonl" }, body }));
}
