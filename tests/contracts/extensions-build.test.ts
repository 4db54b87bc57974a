import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What Shopify accepts at deploy, compressed; a full page of the customer account may be twice as big. */
const BUDGET_BYTES = 64 * 1024;
const PAGE_BUDGET_BYTES = 128 * 1024;
const BUILD_TIMEOUT_MS = 420_000;

const BUNDLES = [
  ["admin-adjust", "regulars-adjust", BUDGET_BYTES],
  ["admin-customer", "regulars-customer", BUDGET_BYTES],
  ["customer-account-page", "regulars-page", PAGE_BUDGET_BYTES],
  ["customer-account-profile", "regulars-profile", BUDGET_BYTES],
  ["pos-points", "regulars-pos", BUDGET_BYTES],
] as const;

const copy = mkdtempSync(join(tmpdir(), "regulars-extensions-"));

/** Builds a copy, so that what the bundler writes beside the sources stays out of the way. */
beforeAll(async () => {
  for (const name of ["shopify.app.toml", "package.json", "extensions", "storefront"]) {
    cpSync(name, join(copy, name), { recursive: true, filter: (path) => !path.endsWith("/dist") });
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  const args = ["app", "build", "--path", copy, "--skip-dependencies-installation"];
  const env = { ...process.env, SHOPIFY_CLI_NO_ANALYTICS: "1", CI: "1", FORCE_COLOR: "0" };
  await promisify(execFile)("node_modules/.bin/shopify", args, { env, timeout: BUILD_TIMEOUT_MS });
}, BUILD_TIMEOUT_MS);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("Shopify's own bundler, without an account or a network", () => {
  it.each(BUNDLES)("builds %s within its budget", (folder, handle, budget) => {
    const bundle = readFileSync(join(copy, "extensions", folder, "dist", `${handle}.js`));
    expect(gzipSync(bundle).length).toBeLessThanOrEqual(budget);
  });

  it("builds every surface there is", () => {
    const built = readdirSync("extensions").filter((folder) => existsSync(`extensions/${folder}/src`));
    expect(built).toEqual(BUNDLES.map(([folder]) => folder));
  });

  it("builds none of the test's own furniture into a bundle", () => {
    for (const [folder, handle] of BUNDLES) {
      const bundle = readFileSync(join(copy, "extensions", folder, "dist", `${handle}.js`), "utf8");
      expect(bundle).not.toContain("Kiezcafé");
    }
  });

  it.each(BUNDLES)("finds the types of %s as they are kept", (folder) => {
    const kept = readFileSync(`extensions/${folder}/shopify.d.ts`, "utf8");
    expect(readFileSync(join(copy, "extensions", folder, "shopify.d.ts"), "utf8")).toBe(kept);
  });
});
