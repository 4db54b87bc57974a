import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

export interface Program {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
}

const PACKAGE = "node_modules/@sparticuz/chromium/package.json";

/**
 * The Chromium of the npm registry, unpacked once for all runs. It is a headless shell: a page costs it a sixth of
 * what a whole Chromium needs, which draws itself a window nobody sees; and it is the same on every machine.
 */
export async function headlessShell(): Promise<Program> {
  const { version } = JSON.parse(readFileSync(PACKAGE, "utf8")) as { version: string };
  const folder = resolve(`node_modules/.cache/headless-shell-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, "chromium"),
    env: {
      ...process.env,
      // A bare machine has neither NSS nor fonts; it brings both.
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: join(folder, "fonts/fonts.conf") }),
    },
  };
}

/** Two may do so at once, and a killed one leaves a half: what is there by its name is whole. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const half = mkdtempSync(`${folder}-`);
  try {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, "unpack-chromium.mjs")], {
      // It brings its libraries only where it believes to be on Amazon Linux.
      env: { ...process.env, TMPDIR: half, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    });
    const fonts = join(half, "fonts/fonts.conf");
    writeFileSync(fonts, readFileSync(fonts, "utf8").replaceAll("/tmp/", `${folder}/`));
    renameSync(half, folder);
  } catch (cause) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw cause;
  }
}
