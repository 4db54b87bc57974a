import type { FakeShopify } from "#simulator/shopify/fake-shopify.ts";
import { startFakeShopify } from "#simulator/shopify/start-fake-shopify.ts";

export const shop = "beans.myshopify.com";

export interface ApiReply {
  readonly status: number;
  readonly headers: Headers;
  // The tests read whatever the API says.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface ApiClient {
  readonly fake: FakeShopify;
  /** As the preload sends it: to the fake's own address, the shop's domain in a header. */
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<ApiReply>;
  readonly query: (
    text: string,
    variables?: Record<string, unknown>,
    options?: { readonly token?: string; readonly version?: string; readonly scopes?: string[] },
  ) => Promise<ApiReply>;
}

export async function startApiClient(): Promise<ApiClient> {
  const fake = await startFakeShopify({
    apiKey: "key",
    apiSecret: "secret",
    appUrl: "http://127.0.0.1:9",
    tunnelPort: null,
    asyncDelayMs: 5,
    shops: [{ domain: shop, name: "Beans" }],
  });
  const post: ApiClient["post"] = async (path, body, headers = {}) => {
    const response = await fetch(`${fake.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-host": shop, ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return {
    fake,
    post,
    query: async (text, variables = {}, options = {}) => {
      const issued = await fake.control.issueToken({
        shop,
        ...(options.scopes ? { scopes: options.scopes } : {}),
      });
      const token = options.token ?? issued.access_token;
      const path = `/admin/api/${options.version ?? "2026-10"}/graphql.json`;
      return post(path, { query: text, variables }, { "x-shopify-access-token": token });
    },
  };
}
