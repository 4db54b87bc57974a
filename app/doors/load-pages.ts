import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createPages } from "./pages.ts";

export interface Pages {
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/** Remix as built, or, in development, as Vite makes it anew on every change. */
export async function loadPages(mode: "development" | "production" | "test"): Promise<Pages> {
  return mode === "development" ? pagesFromVite() : pagesFromBuild(mode);
}

async function pagesFromBuild(mode: "production" | "test"): Promise<Pages> {
  const clientDirectory = resolve("build/client");
  const build: unknown = await import(pathToFileURL(resolve("build/server/index.js")).href);
  if (!isServerBuild(build))
    throw new Error("build/server/index.js is no build of Remix; run the build first.");
  const answer = createPages({ build, mode, clientDirectory, before: null });
  return { answer, close: () => Promise.resolve() };
}

async function pagesFromVite(): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  const build = async (): Promise<ServerBuild> => {
    const made = await vite.ssrLoadModule("virtual:remix/server-build");
    if (!isServerBuild(made)) throw new Error("Vite has made no build of Remix.");
    return made;
  };
  const answer = createPages({ build, mode: "development", clientDirectory: null, before: vite.middlewares });
  return { answer, close: () => vite.close() };
}

function isServerBuild(build: unknown): build is ServerBuild {
  return typeof build === "object" && build !== null && "routes" in build && "entry" in build;
}
