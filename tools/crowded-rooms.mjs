// Who looks for something reads a folder's names at one glance: more than two dozen files want folders by noun.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HOUSE = ["app", "storefront", "simulator", "extensions", "tools", "bench", "prisma"];
const MOST = 24;
const SOURCE = /\.(?:tsx?|mts|mjs|cjs|js)$/u;

/** Remix reads a route's address from its flat name; Prisma's client is generated. */
const FLAT = new Set(["app/routes"]);
const NOT_WRITTEN = new Set(["app/db/generated"]);

/**
 * The rooms with more source files flat beside each other than one looks through, tests among them.
 * @param {string} root
 * @param {readonly string[]} rooms
 * @returns {{ room: string, files: number }[]}
 */
export function crowdedRooms(root, rooms = HOUSE) {
  return rooms.flatMap((room) => {
    const entries = readdirSync(join(root, room), { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && SOURCE.test(entry.name)).length;
    const inner = entries
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "dist")
      .map((entry) => `${room}/${entry.name}`)
      .filter((folder) => !NOT_WRITTEN.has(folder));
    const crowded = files > MOST && !FLAT.has(room) ? [{ room, files }] : [];
    return [...crowded, ...crowdedRooms(root, inner)];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const crowded = crowdedRooms(fileURLToPath(new URL("..", import.meta.url)));
  for (const { room, files } of crowded) {
    console.error(
      `${room} has ${String(files)} source files flat; more than ${String(MOST)} want folders by noun.`,
    );
  }
  if (crowded.length > 0) process.exitCode = 1;
}
