import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";

const ROUTES = join(import.meta.dirname, "../../app/routes");

/** One of the merchant's pages, and everything a person can read or hear on it. */
export interface WalkedPage {
  readonly path: string;
  readonly words: string;
}

/** The addresses of all of the merchant's pages, by their files: `/app/members/:id`. */
export function pagesByFile(): string[] {
  return readdirSync(ROUTES)
    .filter((file) => /^app[._].*tsx$/u.test(file))
    .filter((file) => /export default|default as|as default/u.test(readFileSync(join(ROUTES, file), "utf8")))
    .map((file) => addressOf(file.replace(/\.tsx$/u, "")))
    .sort();
}

function addressOf(name: string): string {
  const parts = name.split(".").filter((part) => part !== "_index");
  return `/${parts.map((part) => part.replace(/_$/u, "").replace(/^\$(?<name>\w*)$/u, (_, id: string) => (id === "" ? "nowhere" : `:${id}`))).join("/")}`;
}

/** Opens all of the merchant's pages in their frame, one after another, as a click on a link would. */
export async function walkPages(frame: Frame): Promise<WalkedPage[]> {
  // What was drawn on the server comes to life a moment later.
  await frame.waitForFunction(() => "__remixRouter" in globalThis);
  const walked: WalkedPage[] = [];
  const links = new Set<string>();
  // Pages of one thing come last: lists lead to them.
  const addresses = pagesByFile().sort((a, b) => Number(a.includes(":")) - Number(b.includes(":")));
  for (const address of addresses) {
    const path = address.includes(":") ? linkTo(address, links) : address;
    await goTo(frame, path);
    walked.push({ path, words: await wordsOn(frame) });
    for (const link of await linksOn(frame)) links.add(link);
  }
  return walked;
}

/** A page that a list has led to; where none has, one of something there is not, which says so. */
function linkTo(address: string, links: ReadonlySet<string>): string {
  const form = new RegExp(`^${address.replaceAll(/:\w+/gu, "[\\w-]+")}$`, "u");
  const found = [...links].find((link) => form.test(link) && !/\/(?:new|bulk)$/u.test(link));
  return found ?? address.replaceAll(/:\w+/gu, "1");
}

interface Router {
  navigate(to: string): Promise<void>;
  readonly state: {
    readonly navigation: { readonly state: string };
    readonly fetchers: ReadonlyMap<string, { readonly state: string }>;
  };
}

async function goTo(frame: Frame, path: string): Promise<void> {
  await frame.evaluate(async (to) => {
    const { __remixRouter: router } = globalThis as unknown as { __remixRouter: Router };
    await router.navigate(to);
  }, path);
  await drawn(frame);
  await frame.waitForFunction(() => {
    const { __remixRouter: router } = globalThis as unknown as { __remixRouter: Router };
    const isQuiet = [...router.state.fetchers.values()].every(({ state }) => state === "idle");
    return router.state.navigation.state === "idle" && isQuiet && document.querySelector("h1,h2") !== null;
  });
  await drawn(frame);
}

/** What the router has is on the page once the browser has drawn twice. */
async function drawn(frame: Frame): Promise<void> {
  await frame.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function wordsOn(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const shown = document.body.cloneNode(true) as HTMLElement;
    for (const unseen of shown.querySelectorAll("script, style, template")) unseen.remove();
    const named = [...shown.querySelectorAll("[aria-label], [placeholder], [title], [alt]")].flatMap((one) =>
      ["aria-label", "placeholder", "title", "alt"].map((name) => one.getAttribute(name) ?? ""),
    );
    return [document.title, shown.textContent, ...named].join("\n");
  });
}

async function linksOn(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => new URL(href).pathname),
  );
}
