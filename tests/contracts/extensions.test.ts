import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import type { Effect } from "#app/domain/effect.ts";
import type { OutboxItem } from "#app/platforms/platform.ts";
import { flowActions, flowTriggerOf, readFlowWish } from "#app/platforms/shopify/deliver/flow.ts";

const targeting = z.object({ module: z.string(), target: z.string() });
const field = z.object({ type: z.string(), key: z.string().optional(), required: z.boolean().optional() });
const extension = z.object({
  name: z.string(),
  handle: z.string(),
  type: z.string(),
  runtime_url: z.string().optional(),
  url: z.string().optional(),
  targeting: z.array(targeting).default([]),
  settings: z.object({ fields: z.array(field) }).optional(),
});
const extensionFile = z.object({ api_version: z.string().optional(), extensions: z.array(extension) });
const appFile = z.object({ application_url: z.string() });

const LANGUAGES = ["de", "en.default", "es", "fr", "it", "nl"];
const readToml = (path: string): unknown => parse(readFileSync(path, "utf8"));
const app = appFile.parse(readToml("shopify.app.toml"));
const folders = readdirSync("extensions").filter((name) =>
  existsSync(`extensions/${name}/shopify.extension.toml`),
);
const files = folders
  .map((folder) => ({ folder, toml: readToml(`extensions/${folder}/shopify.extension.toml`) }))
  .filter(({ toml }) => extensionFile.safeParse(toml).success)
  .map(({ folder, toml }) => ({ folder, ...extensionFile.parse(toml) }));
const surfaces = files.filter(({ extensions }) => extensions.some(({ type }) => type === "ui_extension"));

function keysOf(sentences: unknown, path = ""): string[] {
  if (typeof sentences !== "object" || sentences === null) return [path];
  return Object.entries(sentences).flatMap(([key, value]) => keysOf(value, `${path}.${key}`));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

describe("the surfaces Shopify hosts", () => {
  it("stand in the customer account, on Shopify's customer page, at the till and in Flow", () => {
    const targets = surfaces.flatMap(({ extensions }) => extensions).flatMap((found) => found.targeting);
    expect(targets.map(({ target }) => target).sort()).toEqual([
      "admin.customer-details.action.render",
      "admin.customer-details.block.render",
      "customer-account.page.render",
      "customer-account.profile.block.render",
      "pos.customer-details.action.menu-item.render",
      "pos.customer-details.action.render",
      "pos.customer-details.block.render",
    ]);
  });

  it("stand at targets that Shopify documents, each driven by its own extension tester", () => {
    const types = "node_modules/@shopify/ui-extensions/build/ts/surfaces";
    const documented = readdirSync(types, { recursive: true, encoding: "utf8" })
      .filter((path) => path.includes("/targets/") && path.endsWith(".d.ts"))
      .map((path) => path.replace(/^.*\/targets\/|\.d\.ts$/gu, ""));
    for (const { folder, extensions } of surfaces) {
      const sources = readdirSync(`extensions/${folder}/src`).filter((name) => name.includes(".test."));
      const tests = sources
        .map((name) => readFileSync(`extensions/${folder}/src/${name}`, "utf8"))
        .join("\n");
      for (const { target, module } of extensions.flatMap((found) => found.targeting)) {
        expect(documented).toContain(target);
        expect(existsSync(`extensions/${folder}/${module}`)).toBe(true);
        expect(tests).toContain(`getExtension("${target}")`);
      }
    }
  });

  it("have handles that are unique and no longer than Shopify allows", () => {
    const handles = files.flatMap(({ extensions }) => extensions.map(({ handle }) => handle));
    expect(new Set(handles).size).toBe(handles.length);
    for (const handle of handles) expect(handle).toMatch(/^[a-z0-9-]{1,30}$/u);
  });

  it("speak the API version of the types they are checked against", () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(readJson("node_modules/@shopify/ui-extensions/package.json"));
    const [year, month = ""] = version.split(".");
    const expected = `${String(year)}-${month.padStart(2, "0")}`;
    for (const { folder, api_version } of surfaces) expect([folder, api_version]).toEqual([folder, expected]);
  });

  it.each(surfaces.map(({ folder }) => folder))("%s says every sentence in all six languages", (folder) => {
    const english = keysOf(readJson(`extensions/${folder}/locales/en.default.json`)).sort();
    const found = readdirSync(`extensions/${folder}/locales`).map((name) => name.replace(/\.json$/u, ""));
    expect(found.sort()).toEqual(LANGUAGES);
    for (const language of LANGUAGES) {
      const sentences = keysOf(readJson(`extensions/${folder}/locales/${language}.json`)).sort();
      expect([language, sentences]).toEqual([language, english]);
    }
  });

  it("call the app at the address Shopify knows it by", () => {
    const source = readFileSync("extensions/common/app-address.ts", "utf8");
    expect(/APPLICATION_URL = "([^"]+)"/u.exec(source)?.[1]).toBe(app.application_url);
  });
});

describe("Shopify Flow", () => {
  const flow = files.flatMap(({ extensions }) => extensions).filter(({ type }) => type.startsWith("flow_"));
  const declared = (handle: string) => flow.find((found) => found.handle === handle);
  const keysOfFields = (handle: string): string[] =>
    (declared(handle)?.settings?.fields ?? []).map(
      ({ key, type }) => key ?? type.replace("_reference", "_id"),
    );

  const effects: Effect[] = [
    { type: "notify_points_earned", memberId: "1", points: 1, cause: "order:1" },
    { type: "notify_tier_changed", memberId: "1", from: "bronze", to: "silver" },
    { type: "notify_reward_claimed", memberId: "1", rewardId: "five", code: "KC-1" },
    { type: "notify_points_expiring", memberId: "1", points: 1, expiresAt: 0, noticeDays: 7 },
    { type: "notify_segment_entered", memberId: "1", segmentId: "dormant" },
  ];
  const triggers = effects.map((effect) => {
    const item: OutboxItem = {
      id: "1",
      shopKey: "kiezcafe.myshopify.com",
      attempts: 0,
      effect,
      customerId: "7001",
      currency: "EUR",
      rewardName: "5 € Rabatt",
      combinesWith: FIRST_CHOICES.combinesWith,
      memberState: {
        customerId: "7001",
        available: 1,
        pending: 0,
        tierId: "silver",
        tierName: "Silber",
        nextTierId: null,
        nextTierName: null,
        progressPercent: 0,
        missing: null,
        tierUntil: null,
        tierTag: "leave",
      },
    };
    const trigger = flowTriggerOf(item);
    if (trigger === null) throw new Error(`${effect.type} starts no workflow.`);
    return trigger;
  });

  it.each(triggers)("declares $handle with exactly the fields it is sent", ({ handle, payload }) => {
    expect(declared(handle)?.type).toBe("flow_trigger");
    expect(keysOfFields(handle).sort()).toEqual(Object.keys(payload).sort());
  });

  it("declares no trigger that nothing starts, and no action that nobody answers", () => {
    const handles = flow.map(({ handle }) => handle).sort();
    const answered = ["trigger-use", ...flowActions];
    expect(handles).toEqual([...triggers.map(({ handle }) => handle), ...answered].sort());
  });

  it("tells the app which triggers workflows begin with", () => {
    expect(declared("trigger-use")).toMatchObject({
      type: "flow_trigger_lifecycle_callback",
      url: `${app.application_url}/api/flow/listening`,
    });
  });

  it.each(flowActions)(
    "sends %s to the app's own address, and the app reads every required field",
    (handle) => {
      expect(declared(handle)?.runtime_url).toBe(`${app.application_url}/api/flow/${handle}`);
      const values: Record<string, unknown> = {
        customer_id: "gid://shopify/Customer/7001",
        points: 5,
        reason: "Thank you",
        reward: "five",
      };
      const sent = Object.fromEntries(keysOfFields(handle).map((key) => [key, values[key]]));
      const body = (properties: object): string =>
        JSON.stringify({ shopify_domain: "kiezcafe.myshopify.com", action_run_id: "run-1", properties });
      expect(readFlowWish(handle, body(sent)).ok).toBe(true);
      const required = (declared(handle)?.settings?.fields ?? []).filter((found) => found.required === true);
      for (const { key, type } of required) {
        const { [key ?? type.replace("_reference", "_id")]: _left, ...rest } = sent;
        expect(readFlowWish(handle, body(rest)).ok).toBe(false);
      }
    },
  );
});
