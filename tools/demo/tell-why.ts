import { DemoRefused } from "./demo-wish.ts";

/** Why the demo did not start, in the words of what failed and of what made it fail, and what to do. */
export function tellWhy(error: unknown): string {
  if (error instanceof DemoRefused) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (process.env["DEMO_LOG"] === "1") return error.stack ?? error.message;
  const said = causesOf(error);
  const taken = said.find(({ code }) => code === "EADDRINUSE");
  if (taken !== undefined)
    return `Port ${String(taken.port)} was taken by another program while the demo started. Start it again, or with --port and another number.`;
  const why = said.map(({ message }) => message).join("\n");
  return `${why}\nThe demo did not start. DEMO_LOG=1 shows where it stopped.`;
}

interface Said extends Error {
  readonly code?: unknown;
  readonly port?: unknown;
}

function causesOf(error: Error): Said[] {
  return error.cause instanceof Error ? [error, ...causesOf(error.cause)] : [error];
}
