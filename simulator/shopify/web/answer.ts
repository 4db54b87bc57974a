import { answerAdmin } from "../admin/answer-admin.ts";
import { RESULT_KEPT_MS } from "../api/bulk-operations.ts";
import type { Control } from "../control-answers.ts";
import { controlInputs, type ControlName } from "../control-commands.ts";
import type { Fake } from "../fake.ts";
import type { Storefront } from "../storefront/storefront.ts";
import { answerControl, type Command } from "../../shop/answer-control.ts";
import { gid } from "../world.ts";
import { answerProxy } from "./app-proxy.ts";
import { html, json, type Answer, type Ask } from "../../shop/web/http.ts";
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
  if (path.startsWith("/_control/")) {
    const name = path.slice("/_control/".length);
    const command = name in controlInputs ? (control[name as ControlName] as Command) : undefined;
    return answerControl(command, name, ask);
  }
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
