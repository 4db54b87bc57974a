import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineGlue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

const schemaPath = fileURLToPath(new URL("./schema.prisma", import.meta.url));
const wasmPath = new URL("../node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm", import.meta.url);

/**
 * The SQL that would bring this database to what schema.prisma says: empty when the migrations and
 * the schema agree. Prisma's own engine runs as WebAssembly here, because its binary would have to
 * be downloaded.
 */
export async function schemaDifference(migrated: PGlite): Promise<string> {
  await loadEngine();
  const content = await readFile(schemaPath, "utf8");
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(migrated));
  const engine = await engineGlue.SchemaEngine.new(
    { datamodels: [[schemaPath, content]] },
    () => undefined,
    adapter,
  );
  const difference = await engine.diff({
    from: { tag: "schemaDatasource", files: [{ path: schemaPath, content }], configDir: "." },
    to: { tag: "schemaDatamodel", files: [{ path: schemaPath, content }] },
    script: true,
    exitCode: null,
    filters: { externalTables: ["public._prisma_migrations"], externalEnums: [] },
  });
  engine.free();
  return difference.stdout ?? "";
}

let loaded: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const bytes = await readFile(wasmPath);
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engineGlue });
  engineGlue.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (!isStart(start)) throw new Error("Prisma's schema engine has no start function.");
  start();
}

function isStart(exported: unknown): exported is () => void {
  return typeof exported === "function";
}
