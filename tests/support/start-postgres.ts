import { execFile, spawn, type ChildProcess } from "node:child_process";
import { chownSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../tools/free-port.ts";
import {
  copyPrograms,
  installedPrograms,
  makeServerFolder,
  serverUser,
  type ServerUser,
} from "./postgres-programs.ts";

export interface TestServer {
  /** `postgres://user:password@host:port`, without a database. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

interface Place {
  /** A temporary folder of the server's own, with its programs and its data. */
  readonly directory: string;
  readonly user: ServerUser;
  readonly env: NodeJS.ProcessEnv;
}

const PASSWORD = "postgres";
/** How much of what the server said is worth repeating. */
const LAST_LINES = 20;

/**
 * Starts a throw-away PostgreSQL from the npm registry on a free loopback port. We start its programs
 * ourselves: the package would run them where they were installed, and ends the process without a word
 * where another user cannot read them there.
 */
export async function startEmbeddedPostgres(programs?: string): Promise<TestServer> {
  let directory: string | null = null;
  try {
    const user = serverUser();
    directory = makeServerFolder(user);
    // It knows its messages in one language only, and we wait for one of them.
    const place = { directory, user, env: { ...process.env, LC_ALL: "C" } };
    copyPrograms(programs ?? installedPrograms(), directory, user);
    await makeCluster(place);
    const port = await freePort();
    const server = await serve(place, port);
    const ours = directory;
    return {
      url: `postgres://postgres:${PASSWORD}@127.0.0.1:${String(port)}`,
      stop: async () => {
        await server.stop();
        rmSync(ours, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    if (directory !== null) rmSync(directory, { recursive: true, force: true });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `No throw-away PostgreSQL could be started.\n${why}\n` +
        `If that cannot be mended here, name a server in which databases may be made: ` +
        `TEST_DATABASE_URL=postgres://user:password@host:port npm test`,
      { cause },
    );
  }
}

async function makeCluster({ directory, user, env }: Place): Promise<void> {
  const data = join(directory, "data");
  const passwordFile = join(directory, "password");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
  if (user !== null) {
    for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);
  }
  const flags = [`--pgdata=${data}`, "--auth=password", "--username=postgres", `--pwfile=${passwordFile}`];
  await promisify(execFile)(
    join(directory, "native/bin/initdb"),
    [...flags, "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...user, env, cwd: directory },
  );
}

async function serve({ directory, user, env }: Place, port: number): Promise<{ stop(): Promise<void> }> {
  const settings = [
    ...["listen_addresses=127.0.0.1", "max_connections=200", "unix_socket_directories="],
    // Nothing of it is kept: that it outlives the machine would be paid for with every commit.
    ...["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
  ];
  const child = spawn(
    join(directory, "native/bin/postgres"),
    ["-D", join(directory, "data"), "-p", String(port), ...settings.flatMap((one) => ["-c", one])],
    { ...user, env, cwd: directory, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const endWithUs = (): void => {
    child.kill("SIGQUIT");
  };
  process.once("exit", endWithUs);
  await untilReady(child);
  return {
    stop: async () => {
      process.off("exit", endWithUs);
      child.kill("SIGINT");
      await ended;
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      reject(new Error(`The server ended at once (${String(signal ?? code)}). It said:\n${said.join("")}`));
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said.push(text);
      if (said.length > LAST_LINES) said.shift();
      if (text.includes("ready to accept connections")) resolve();
    });
  });
}
