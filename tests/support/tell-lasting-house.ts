import { openDemoHouse } from "../../tools/demo/demo-house.ts";

/** Tells the demo's six months into the directory that is named, and leaves it as a demo that was stopped. */
const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error("Name the directory the house goes to.");
const house = await openDemoHouse({
  directory,
  ports: [0, 0, 0, 0],
  withHistory: true,
  development: false,
  onProgress: () => undefined,
});
await house.stop();
process.exit(0);
