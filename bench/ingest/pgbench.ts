import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const DEBIAN = "/usr/lib/postgresql";
const SECONDS = 15;

/** Where pgbench is: on the path, or where Debian keeps it; null where this machine has none. */
export function findPgbench(): string | null {
  if (spawnSync("pgbench", ["--version"]).status === 0) return "pgbench";
  if (!existsSync(DEBIAN)) return null;
  const candidates = readdirSync(DEBIAN).map((version) => join(DEBIAN, version, "bin", "pgbench"));
  return candidates.filter((path) => existsSync(path)).at(-1) ?? null;
}

/** Transactions a second of TPC-B-like work with 8 clients at scale 10, on this server. */
export function runPgbench(pgbench: string, url: string): number {
  execFileSync(pgbench, ["-i", "-q", "-s", "10", url], { stdio: "ignore" });
  const output = execFileSync(pgbench, ["-c", "8", "-j", "2", "-T", String(SECONDS), url], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const tps = /tps = ([\d.]+) \(without/.exec(output)?.[1];
  if (tps === undefined) throw new Error(`pgbench has said nothing about its speed:\n${output}`);
  return Number(tps);
}
