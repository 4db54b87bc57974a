import type { IncomingMessage } from "node:http";

/** The bytes as they came, or null where there are more than `limitBytes` of them. */
export function readRawBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"]) > limitBytes) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limitBytes) {
        request.removeAllListeners("data");
        resolve(null);
        return;
      }
      chunks.push(chunk);
    });
    request.on("end", () => {
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    });
    request.on("error", reject);
    request.on("aborted", () => {
      reject(new Error("the caller went away"));
    });
  });
}
