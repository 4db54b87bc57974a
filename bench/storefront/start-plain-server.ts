import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface PlainServer {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** The plain server in a process of its own, as the app has one. */
export async function startPlainServer(secret: string, answerBytes: number): Promise<PlainServer> {
  const file = fileURLToPath(new URL("plain-server.ts", import.meta.url));
  const running = spawn(process.execPath, ["--import", "tsx", file, secret, String(answerBytes)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: unknown = await once(running.stdout, "data").then(([first]: unknown[]) => first);
  return {
    host: "127.0.0.1",
    port: Number(String(said)),
    async stop() {
      running.kill("SIGTERM");
      await once(running, "exit");
    },
  };
}
