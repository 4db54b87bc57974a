import type { ServerResponse } from "node:http";

export interface HealthDoorParts {
  readonly isStopping: () => boolean;
  /** Rejects where the database does not answer. */
  readonly askDatabase: () => Promise<unknown>;
}

const ASK_LIMIT_MS = 2_000;

/** /healthz: the process lives. /readyz: it can take requests (not stopping, the database answers). */
export function createHealthDoor({ isStopping, askDatabase }: HealthDoorParts) {
  return {
    live: (response: ServerResponse): void => {
      say(response, 200, "ok");
    },
    ready: async (response: ServerResponse): Promise<void> => {
      if (isStopping()) {
        say(response, 503, "stopping");
        return;
      }
      const answers = await Promise.race([
        askDatabase().then(
          () => true,
          () => false,
        ),
        new Promise<false>((resolve) => {
          setTimeout(() => {
            resolve(false);
          }, ASK_LIMIT_MS).unref();
        }),
      ]);
      say(response, answers ? 200 : 503, answers ? "ok" : "database does not answer");
    },
  };
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain", "cache-control": "no-store" });
  response.end(text);
}
