import { parseArgs } from "node:util";

const PLATFORMS = ["shopify", "ecwid"] as const;
export type CheckedPlatform = (typeof PLATFORMS)[number];

/** What the person who typed `npm run demo` wants. */
export type DemoWish =
  | { readonly kind: "help" }
  | { readonly kind: "check"; readonly platforms: readonly CheckedPlatform[] }
  | {
      readonly kind: "run";
      readonly dev: boolean;
      readonly reset: boolean;
      /** The first of four ports in a row; null where any will do. */
      readonly port: number | null;
      readonly directory: string;
    };

/** The demo does not begin: said to the person who started it, with what to do. No stack helps them. */
export class DemoRefused extends Error {
  override readonly name = "DemoRefused";
}

export const DEMO_DIRECTORY = ".data/demo";

export const DEMO_HELP = `npm run demo                        the app, and a shop to try it in, until Ctrl-C; keeps its data
npm run demo -- --reset             the same, begun afresh
npm run demo -- --port 4200         at the ports 4200 to 4203 (else from 4100, past what is taken)
npm run demo -- --data .data/other  with data of its own (else ${DEMO_DIRECTORY}), as a second demo needs
npm run demo -- --check             does the main job once, without a person, prints the figures and ends
npm run demo -- --check --platform ecwid  the same at Ecwid alone (or shopify)
npm run dev                         the same without a build, for who changes the code

DEMO_LOG=1 npm run demo             shows what the app logs
`;

const OPTIONS = {
  check: { type: "boolean", default: false },
  reset: { type: "boolean", default: false },
  dev: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  port: { type: "string" },
  data: { type: "string" },
  platform: { type: "string" },
} as const;

/** Where four ports in a row end, the highest there is. */
const HIGHEST_FIRST_PORT = 65_532;

/** Reads the words after `npm run demo --`. `env` shows the flags that npm has kept for itself. */
export function readDemoWish(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DemoWish {
  const kept = ["reset", "check", "port", "data", "platform"].find(
    (name) => env[`npm_config_${name}`] !== undefined,
  );
  if (kept !== undefined) {
    throw new DemoRefused(`npm took --${kept} for itself. Two dashes before it hand it on:
  npm run demo -- --${kept}${["port", "data", "platform"].includes(kept) ? " …" : ""}`);
  }
  const { check, reset, dev, help, port, data, platform } = parse(words);
  if (help) return { kind: "help" };
  const platforms = readPlatforms(platform, check);
  if (!check) return { kind: "run", dev, reset, port: readPort(port), directory: readDirectory(data) };
  if (reset || dev || port !== undefined || data !== undefined) {
    throw new DemoRefused(
      "--check stands alone: it takes a folder and ports of its own, and leaves nothing.",
    );
  }
  return { kind: "check", platforms };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS }).values;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [what = ""] = error.message.split("\n");
    throw new DemoRefused(`${what}. What there is:\n\n${DEMO_HELP}`, { cause: error });
  }
}

function readPlatforms(named: string | undefined, check: boolean): readonly CheckedPlatform[] {
  if (named === undefined) return PLATFORMS;
  const found = PLATFORMS.filter((platform) => platform === named);
  if (found.length === 0)
    throw new DemoRefused(`--platform takes ${PLATFORMS.join(" or ")}, not "${named}".`);
  if (!check) throw new DemoRefused("--platform goes with --check; a demo runs both.");
  return found;
}

function readPort(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (/^\d+$/u.test(text) && port > 0 && port <= HIGHEST_FIRST_PORT) return port;
  throw new DemoRefused(`--port takes a number from 1 to ${String(HIGHEST_FIRST_PORT)}, not "${text}".`);
}

function readDirectory(text: string | undefined): string {
  if (text === "") throw new DemoRefused("--data takes a folder, and was given none.");
  return text ?? DEMO_DIRECTORY;
}
