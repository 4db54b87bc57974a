import { parseArgs } from "node:util";
import { saveJourneys } from "#app/commands/journeys/save-journeys.ts";
import type { Database } from "#app/db/client.ts";
import { readCurrentJourneys } from "#app/db/journeys/stored-journeys.ts";
import { findShopNamed } from "#app/db/shops/shop-named.ts";
import { renderDocumentError } from "#app/domain/program/document/describe-error.ts";
import { CannotRun, isForPeople } from "./cannot-run.ts";
import { readJson } from "./read-documents.ts";
import { complain, withDatabase } from "./with-database.ts";

/**
 * The journeys of a shop (`--shop NUMBER` or its address), a line each; with `--file journeys.json` those in the file
 * are saved first, each as its next version, on or off as it says.
 */
await withDatabase(async (database) => {
  try {
    return await run(database);
  } catch (error) {
    if (isForPeople(error)) return complain(`${error.message}\n`);
    throw error;
  }
});

async function run(database: Database): Promise<number> {
  const { values } = parseArgs({ options: { shop: { type: "string" }, file: { type: "string" } } });
  const { shop: named, file } = values;
  if (named === undefined) return complain("Use --shop NUMBER or its address, and --file journeys.json.\n");
  const shop = await findShopNamed(database, named);
  if (shop === null) return complain(`There is no shop ${named}.\n`);
  const { shopId } = shop;
  if (file !== undefined) await save(database, shopId, file);
  for (const { journeyId, version, onSince } of await readCurrentJourneys(database, shopId)) {
    const since = onSince === null ? "off" : `on since ${new Date(onSince).toISOString()}`;
    process.stdout.write(`${journeyId} version ${String(version)} ${since}\n`);
  }
  return 0;
}

async function save(database: Database, shopId: number, file: string): Promise<void> {
  const wish = { shopId, document: readJson(file), actor: "operator", now: Date.now() };
  const saved = await saveJourneys(database, wish);
  if (saved.ok) return;
  if ("refusal" in saved) throw new CannotRun("The shop has no program yet: journeys are about one.");
  throw new CannotRun(
    [`${file} cannot be used as the shop's journeys:`, ...saved.errors.map(renderDocumentError)].join("\n  "),
  );
}
