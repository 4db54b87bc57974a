// Bundles what runs outside Remix: the app's own server, its worker and its commands. Remix's part is
// built by Vite into build/server.
import { existsSync } from "node:fs";
import { build } from "esbuild";
import { bundling } from "./bundling.mjs";

const entries = {
  server: "app/doors/server.ts",
  worker: "app/cli/worker.ts",
  migrate: "app/cli/migrate.ts",
  "verify-ledger": "app/cli/verify-ledger.ts",
  journeys: "app/cli/journeys.ts",
  member: "app/cli/member.ts",
  export: "app/cli/export.ts",
  "import-ledger": "app/cli/import-ledger.ts",
  "rotate-keys": "app/cli/rotate-keys.ts",
  replay: "app/cli/replay.ts",
};

await build({
  ...bundling,
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path))),
  outdir: "build",
  outExtension: { ".js": ".mjs" },
  sourcemap: true,
});
