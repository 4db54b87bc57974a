import type { Answer, Ask } from "../../shop/web/http.ts";
import { revokeTokens } from "../actions/stores.ts";
import { parseJson } from "../../shop/web/http.ts";
import type { Fake, Wish } from "../fake.ts";
import type { Store, Token } from "../records.ts";
import { calculationEndpoints } from "./calculation.ts";
import { couponEndpoints, takeCode } from "./coupons.ts";
import { customerEndpoints } from "./customers.ts";
import type { Endpoint } from "./endpoint.ts";
import { ApiRefusal, apiError } from "./errors.ts";
import { extraFieldEndpoints } from "./extra-fields.ts";
import { orderEndpoints } from "./orders.ts";
import { productEndpoints } from "./products.ts";
import { profileEndpoints } from "./profile.ts";
import { promotionEndpoints } from "./promotions.ts";
import { storageEndpoints } from "./storage.ts";

const ENDPOINTS: readonly Endpoint[] = [
  ...profileEndpoints,
  ...orderEndpoints,
  ...customerEndpoints,
  ...extraFieldEndpoints,
  ...couponEndpoints,
  ...calculationEndpoints,
  ...promotionEndpoints,
  ...productEndpoints,
  ...storageEndpoints,
];
const MINUTE_MS = 60_000;

const INVALID_TOKEN = apiError(403, "INVALID_API_TOKEN", "Invalid API token");

/** Everything under /api/v3/<store>/: who asks, may they, how often, and the endpoint's own answer. */
export class RestDoor {
  readonly #fake: Fake;
  readonly #asked = new Map<string, number[]>();

  constructor(fake: Fake) {
    this.#fake = fake;
  }

  async answer(storeId: string, path: string, ask: Ask): Promise<Answer> {
    const { world, misconduct } = this.#fake;
    const found = endpointOf(ask.method, path);
    const fields = found === null ? [] : [found.endpoint.name, ...(ask.method === "GET" ? [] : ["write"])];
    const store = world.state.stores[storeId];
    const wish = misconduct.take(storeId, fields);
    const answer = await this.#misbehave(wish, store, ask, async () => {
      if (found === null) return apiError(404, "NOT_FOUND", `There is no ${path}`);
      return this.#answer(store, found.endpoint, found.id, ask);
    });
    const status = answer.hangUp === true ? 0 : answer.status;
    misconduct.record({ shop: storeId, path: ask.url.pathname, fields, status, at: world.now() });
    return answer;
  }

  async #answer(store: Store | undefined, endpoint: Endpoint, id: string, ask: Ask): Promise<Answer> {
    const { world } = this.#fake;
    const token = this.#tokenOf(ask);
    // Whose token it is not, does not learn whether there is such a store.
    if (store === undefined || token?.storeId !== store.id) return INVALID_TOKEN;
    if (store.suspended) return apiError(402, "STORE_IS_SUSPENDED", "The store is suspended");
    if (!store.features.includes("API")) {
      return apiError(402, "NOT_AVAILABLE_ON_CURRENT_PLAN", "Not available on the current plan");
    }
    if (this.#isTooOften(token, store, world.now())) {
      return withRetryAfter(apiError(429, "RATE_LIMITED", "Too many requests"), "2");
    }
    if (endpoint.scope !== null && !token.scopes.includes(endpoint.scope)) {
      return apiError(403, "INSUFFICIENT_APP_SCOPE", `The app needs ${endpoint.scope}`);
    }
    const { feature } = endpoint;
    if (feature !== undefined && !store.features.includes(feature.name)) {
      return apiError(403, feature.errorCode, "Upgrade to use this feature");
    }
    try {
      return await endpoint.answer({ fake: this.#fake, store, token, ask, id });
    } catch (error) {
      if (error instanceof ApiRefusal) return error.answer;
      throw error;
    }
  }

  #tokenOf(ask: Ask): Token | undefined {
    const bearer = /^Bearer (.+)$/.exec(ask.headers.authorization ?? "")?.[1];
    return bearer === undefined ? undefined : this.#fake.world.state.tokens[bearer];
  }

  #isTooOften({ token }: Token, store: Store, now: number): boolean {
    const lately = (this.#asked.get(token) ?? []).filter((at) => at > now - MINUTE_MS);
    if (lately.length >= store.requestsPerMinute) return true;
    this.#asked.set(token, [...lately, now]);
    return false;
  }

  async #misbehave(
    wish: Wish | null,
    store: Store | undefined,
    ask: Ask,
    answer: () => Promise<Answer>,
  ): Promise<Answer> {
    switch (wish?.kind) {
      case undefined:
        return answer();
      case "http_429":
        return withRetryAfter(apiError(429, "RATE_LIMITED", "Too many requests"), wish.retryAfter);
      case "http_500":
      case "http_502":
      case "http_503":
        return { status: Number(wish.kind.slice(-3)), body: "<html>Oops</html>" };
      case "empty_error":
        return { status: 400, body: "" };
      case "not_json":
        return { status: 200, body: "<html>Maintenance</html>" };
      case "timeout_before":
        return { status: 504, body: "", delayMs: wish.delayMs };
      case "timeout_after":
        return { ...(await answer()), delayMs: wish.delayMs };
      case "hang_up_before":
        return { status: 0, body: "", hangUp: true };
      case "hang_up_after":
        return { ...(await answer()), hangUp: true };
      case "code_taken":
        if (store !== undefined) takeCode(this.#fake, store, codeIn(ask));
        return answer();
      case "revoke":
        if (store !== undefined) revokeTokens(this.#fake.world, store.id);
        return answer();
    }
  }
}

function codeIn(ask: Ask): string {
  const body = parseJson(ask.body);
  const code: unknown = typeof body === "object" && body !== null && "code" in body ? body.code : "";
  return String(code);
}

function withRetryAfter(answer: Answer, seconds: string): Answer {
  return { ...answer, headers: { ...answer.headers, "retry-after": seconds } };
}

function endpointOf(method: string, path: string): { endpoint: Endpoint; id: string } | null {
  const parts = path.split("/").map(decodeURIComponent);
  for (const endpoint of ENDPOINTS) {
    const pattern = endpoint.path.split("/");
    if (endpoint.method !== method || pattern.length !== parts.length) continue;
    if (pattern.every((part, index) => part === ":id" || part === parts[index])) {
      return { endpoint, id: pattern.includes(":id") ? (parts.at(-1) ?? "") : "" };
    }
  }
  return null;
}
