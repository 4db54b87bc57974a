import { ecwidEnv } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";

const LIMIT_MS = 10_000;

/**
 * Hands a code over to whatever mails it. The app sends no mail of its own yet, so that is an address of the
 * installation's; where there is none, no shopper can be known, and the log says so without the code.
 */
export async function sendLoginCode(mail: { storeId: string; address: string; code: string }): Promise<void> {
  const address = ecwidEnv()?.ECWID_MAILBOX_URL;
  if (address === undefined) {
    log.warn("code_has_no_mailbox", { shopKey: mail.storeId });
    return;
  }
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(mail),
    redirect: "error",
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  if (!response.ok) throw new Error(`the mailbox answers ${String(response.status)}`);
}
