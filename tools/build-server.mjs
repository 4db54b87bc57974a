// Bundles what runs outside Remix: the app's own server, its worker and its commands. Packages stay
// outside the bundle and come from node_modules; Remix's part is built by Vite into build/server.
import { existsSync } from "node:fs";
import { build } from "esbuild";

const entries = {
  server: "app/doors/server.ts",
  worker: "app/cli/worker.ts",
  migrate: "app/cli/migrate.ts",
  "verify-ledger": "app/cli/verify-ledger.ts",
  member: "app/cli/member.ts",
  "rotate-keys": "app/cli/rotate-keys.ts",
  replay: "app/cli/replay.ts",
};

await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path))),
  outdir: "build",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
});
