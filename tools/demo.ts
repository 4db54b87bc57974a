import { buildIfStale } from "./demo/build-if-stale.ts";
import { demoShop } from "./demo/catalogue.ts";
import { takeDemoFolder } from "./demo/demo-folder.ts";
import { openDemoHouse, type DemoHouse } from "./demo/demo-house.ts";
import { findDemoPorts } from "./demo/demo-ports.ts";
import { DEMO_HELP, readDemoWish, type DemoWish } from "./demo/demo-wish.ts";
import { firstScreen } from "./demo/first-screen.ts";
import { runCheck } from "./demo/run-check.ts";
import { tellWhy } from "./demo/tell-why.ts";

try {
  await start(readDemoWish(process.argv.slice(2), process.env));
} catch (error) {
  process.stderr.write(`\n${tellWhy(error)}\n`);
  process.exit(1);
}

async function start(wish: DemoWish): Promise<void> {
  switch (wish.kind) {
    case "help":
      process.stdout.write(DEMO_HELP);
      return;
    case "check":
      await buildIfStale();
      return process.exit((await runCheck(wish.platforms)) ? 0 : 1);
    case "run":
      return run(wish);
  }
}

async function run({ dev, reset, port, directory }: Extract<DemoWish, { kind: "run" }>): Promise<void> {
  const release = takeDemoFolder(directory, reset);
  process.once("exit", release);
  const { ports, taken } = await findDemoPorts(port);
  if (taken !== null) say(`Port ${String(taken)} is taken; the demo goes to ${String(ports[0])}.\n`);
  if (!dev) await buildIfStale();
  let house: DemoHouse | null = null;
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say("\nStopping …\n");
    void (house?.stop() ?? Promise.resolve()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  house = await openDemoHouse({
    directory,
    ports,
    withHistory: true,
    development: dev,
    onProgress: (done, all) => {
      say(`\rTelling six months of ${demoShop.name} … ${String(done)} of ${String(all)}`);
      if (done === all) say("\n");
    },
  });
  house.app.process.once("exit", (code) => {
    if (stopping) return;
    say(`The app has stopped by itself (code ${String(code)}). DEMO_LOG=1 shows what it says.\n`);
    process.exit(1);
  });
  process.stdout.write(firstScreen(house.fake.url, house.ecwid.url, directory));
}

function say(text: string): void {
  process.stderr.write(text);
}
