import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { askForProof, type CodeMail, proveMailbox } from "#app/commands/shoppers/prove-mailbox.ts";
import type { Database } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { describeError, log } from "#app/log.server.ts";
import { storefrontShop } from "#app/queries/storefront/storefront-shop.ts";
import { readBody } from "./bound-request.ts";
import { AskingLimit } from "./asking-limit.ts";

export interface ShopperDoorParts {
  readonly database: Database;
  /** Whose shoppers come here. */
  readonly platform: string;
  readonly key: () => Buffer;
  /** Whom the store knows by an address. Null: nobody, or it does not say. */
  readonly findCustomer: (storeId: string, address: string) => Promise<string | null>;
  /** Carries a code to a mailbox; what comes of it is not waited for. */
  readonly sendLoginCode: (mail: {
    readonly storeId: string;
    readonly address: string;
    readonly code: string;
  }) => Promise<void>;
  readonly issueToken: (shopper: { storeId: string; customerId: string }, now: Instant) => string;
  readonly now: () => Instant;
}

const LIMIT = { bytes: 4_096, isStreamed: false };
const PER_NETWORK = { asked: 20, windowMs: 10 * 60_000 };

const storeId = z.string().regex(/^\d{1,15}$/u);
const address = z
  .string()
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/u);
const askBody = z.object({ storeId, address });
const proofBody = z.object({ storeId, address, code: z.string().regex(/^\d{6}$/u) });

/**
 * Where a shopper of a platform that vouches for nobody becomes known: a code goes to the address they name,
 * and who brings it back is whoever that address belongs to. Asking is answered the same whether the address
 * is anybody's or nobody's.
 */
export function createShopperDoor(parts: ShopperDoorParts) {
  const asked = new AskingLimit(PER_NETWORK.asked, PER_NETWORK.windowMs);
  const tried = new AskingLimit(PER_NETWORK.asked, PER_NETWORK.windowMs);
  return async (
    wish: "code" | "proof",
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    if (request.method !== "POST") {
      response.setHeader("Allow", "POST");
      answer(response, 405, null);
      return;
    }
    const body = await readBody(request, response, LIMIT);
    if (body === null) return;
    const limit = wish === "code" ? asked : tried;
    if (!limit.takes(networkOf(request), parts.now())) {
      answer(response, 429, null);
      return;
    }
    const said = parseCleanJson(Buffer.from(body).toString("utf8"));
    try {
      await (wish === "code" ? askFor(parts, said, response) : prove(parts, said, response));
    } catch (error) {
      log.warn("shopper_not_answered", { wish, reason: describeError(error) });
      answer(response, 503, null);
    }
  };
}

async function askFor(parts: ShopperDoorParts, said: unknown, response: ServerResponse): Promise<void> {
  const wish = askBody.safeParse(said);
  if (!wish.success) {
    answer(response, 400, null);
    return;
  }
  const shop = await storefrontShop(parts.database, parts.platform, wish.data.storeId);
  const mail = shop === null ? null : await mailFor(parts, shop.shopId, wish.data);
  answer(response, 202, {});
  if (mail === null) return;
  parts.sendLoginCode({ storeId: wish.data.storeId, ...mail }).catch((error: unknown) => {
    log.warn("code_not_sent", { reason: describeError(error) });
  });
}

/** The store is asked whoever it is, so that the time it takes says nothing. */
async function mailFor(
  { database, findCustomer, key, now }: ShopperDoorParts,
  shopId: number,
  wish: z.output<typeof askBody>,
): Promise<CodeMail | null> {
  const customerId = await findCustomer(wish.storeId, wish.address);
  return askForProof(database, { shopId, address: wish.address, key: key(), now: now() }, customerId);
}

async function prove(parts: ShopperDoorParts, said: unknown, response: ServerResponse): Promise<void> {
  const wish = proofBody.safeParse(said);
  if (!wish.success) {
    answer(response, 400, null);
    return;
  }
  const { database, platform, key, now, issueToken } = parts;
  const shop = await storefrontShop(database, platform, wish.data.storeId);
  const proof = { address: wish.data.address, code: wish.data.code, key: key(), now: now() };
  const customerId = shop === null ? null : await proveMailbox(database, { shopId: shop.shopId, ...proof });
  if (customerId === null) {
    answer(response, 403, {});
    return;
  }
  answer(response, 200, { token: issueToken({ storeId: wish.data.storeId, customerId }, now()) });
}

/** Who sits behind one address counts together. */
function networkOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress ?? "unknown";
}

function answer(response: ServerResponse, status: number, body: object | null): void {
  response.statusCode = status;
  response.setHeader("Cache-Control", "no-store");
  if (body === null) {
    response.end();
    return;
  }
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.end(JSON.stringify(body));
}
