import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const APP = join(import.meta.dirname, "../../app");

/** Where a platform may be called by its name: its own room, the registry, its own routes, and what is left below. */
const OWN = [/^platforms\//u, /^db\/generated\//u, /\.test\.tsx?$/u];
const ROUTES = [
  "routes/admin/ecwid-arrival.server.ts",
  "routes/api.flow.$action.ts",
  "routes/api.flow.listening.ts",
  "routes/shopper/surface-door.server.ts",
];
/** The table of Shopify's own library. */
const TABLES = ["db/shops/shopify-sessions.ts"];
/** Lines of a history are called after the platform whose words they hold: that is the format's own word. */
const FORMAT = [
  "domain/customers/history/customer-history.ts",
  "domain/customers/run-customers.ts",
  "domain/replay/lines/parse-line.ts",
  "domain/replay/replay.ts",
  "domain/replay/run-replay.ts",
  "cli/translate-line.ts",
];
const ALLOWED = new Set([...ROUTES, ...TABLES, ...FORMAT]);

const LITERAL = /["'`](?:shopify|ecwid)["'`]/u;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/u.test(entry.name) ? [relative(APP, path)] : [];
  });
}

describe("the core", () => {
  it("calls no platform by its name outside that platform's room, its routes and the registry", () => {
    const named = sources(APP)
      .filter((path) => !OWN.some((own) => own.test(path)) && !ALLOWED.has(path))
      .filter((path) => LITERAL.test(readFileSync(join(APP, path), "utf8")));
    expect(named).toEqual([]);
  });

  it("keeps no permission for a file that does not need it any more", () => {
    const needless = [...ALLOWED].filter((path) => !LITERAL.test(readFileSync(join(APP, path), "utf8")));
    expect(needless).toEqual([]);
  });
});
