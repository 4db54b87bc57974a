import { openDemoHouse } from "../../tools/demo/demo-house.ts";

/** Opens a house in the directory that is named, and leaves it as a demo that was stopped. */
const [directory, history] = process.argv.slice(2);
if (directory === undefined || (history !== "with-history" && history !== "without-history")) {
  throw new Error("Name the directory the house goes to, and whether it has a history.");
}
const house = await openDemoHouse({
  directory,
  ports: [0, 0, 0, 0],
  withHistory: history === "with-history",
  development: false,
  onProgress: () => undefined,
});
await house.stop();
process.exit(0);
