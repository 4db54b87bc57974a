import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildIfStale } from "./demo/build-if-stale.ts";
import { demoPeople } from "./demo/people.ts";
import { demoShop } from "./demo/catalogue.ts";
import { openDemoHouse, type DemoHouse } from "./demo/demo-house.ts";
import { runCheck } from "./demo/run-check.ts";

const DIRECTORY = ".data/demo";
const PORTS = [4100, 4101, 4102] as const;

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    reset: { type: "boolean", default: false },
    dev: { type: "boolean", default: false },
  },
});

if (values.check) {
  await buildIfStale();
  process.exit((await runCheck()) ? 0 : 1);
}
if (values.reset) rmSync(DIRECTORY, { recursive: true, force: true });
if (!values.dev) await buildIfStale();

let house: DemoHouse | null = null;
let stopping = false;
const stop = (): void => {
  if (stopping) process.exit(1);
  stopping = true;
  process.stderr.write("\nStopping …\n");
  void (house?.stop() ?? Promise.resolve()).then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

house = await openDemoHouse({
  directory: DIRECTORY,
  ports: PORTS,
  withHistory: true,
  development: values.dev,
  onProgress: (done, all) => {
    process.stderr.write(`\rTelling six months of ${demoShop.name} … ${String(done)} of ${String(all)}`);
    if (done === all) process.stderr.write("\n");
  },
});
house.app.process.once("exit", (code) => {
  if (stopping) return;
  process.stderr.write(
    `The app has stopped by itself (code ${String(code)}). DEMO_LOG=1 shows what it says.\n`,
  );
  process.exit(1);
});

const store = demoShop.domain.replace(".myshopify.com", "");
const anna = demoPeople[0];
process.stdout.write(`
Regulars is running, with a Shopify that is not the real one.

  The merchant's admin   ${house.fake.url}/store/${store}/apps/regulars
  The shop's front       ${house.fake.url}/
      sign in as         ${anna?.email ?? ""} (or any of the forty; no password)

Order something, refund it, and watch points, tier and progress change.
Ctrl-C stops it and keeps the data. "npm run demo -- --reset" starts afresh.
`);
