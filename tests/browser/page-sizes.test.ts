import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";

const CLIENT = "build/client";
const LIMIT_KB = 250;

const part = z.object({ module: z.string(), imports: z.array(z.string()).default([]) });
const manifest = z.object({
  entry: part,
  routes: z.record(z.string(), part.extend({ id: z.string(), parentId: z.string().optional() })),
});
type Manifest = z.output<typeof manifest>;

/** What the built client says of itself: a script that hands it to the page. */
function builtManifest(): Manifest {
  const name = readdirSync(`${CLIENT}/assets`).find((file) => /^manifest-[\w-]+\.js$/u.test(file));
  const script = readFileSync(`${CLIENT}/assets/${String(name)}`, "utf8");
  return manifest.parse(JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1)));
}

/** All that a page has to load before it can be used: its own scripts, those of the frames around it, and what they name. */
function scriptsOf({ entry, routes }: Manifest, id: string): Set<string> {
  const scripts = new Set([entry.module, ...entry.imports]);
  for (let route = routes[id]; route !== undefined; route = routes[route.parentId ?? ""]) {
    for (const script of [route.module, ...route.imports]) scripts.add(script);
  }
  return scripts;
}

test("no page of the admin loads more than 250 KB of its own scripts", () => {
  const built = builtManifest();
  const sizes = new Map<string, number>();
  const sizeOf = (script: string): number => {
    const size = sizes.get(script) ?? gzipSync(readFileSync(`${CLIENT}${script}`)).length;
    sizes.set(script, size);
    return size;
  };
  const pages = Object.keys(built.routes).filter((id) => id.startsWith("routes/app"));
  const kb = pages.map((id): [string, number] => {
    const bytes = [...scriptsOf(built, id)].reduce((sum, script) => sum + sizeOf(script), 0);
    return [id, Math.round(bytes / 1_024)];
  });
  expect(kb.length).toBeGreaterThan(20);
  // Nothing is counted where the manifest is not what it is taken for.
  expect(Math.min(...kb.map(([, size]) => size))).toBeGreaterThan(100);
  expect(kb.filter(([, size]) => size > LIMIT_KB)).toEqual([]);
});
