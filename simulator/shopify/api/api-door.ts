import { customerView } from "./views/customer-view.ts";
import { orderView } from "./views/order-view.ts";
import { randomUUID } from "node:crypto";
import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from "graphql";
import { z } from "zod";
import { deleteCustomer } from "../actions/customers.ts";
import { uninstallApp } from "../actions/installation.ts";
import type { Stage } from "../actions/announce.ts";
import type { ControlParsed } from "../control-commands.ts";
import { answerTokenRequest, expireTokens, readAccessToken } from "../tokens/token-endpoint.ts";
import { json, parseFields, parseJson, type Answer, type Ask } from "../../shop/web/http.ts";
import type { Shop } from "../../shop/records.ts";
import { idOf } from "../world.ts";
import type { ApiContext } from "./api-context.ts";
import { loadApiSchema, servedVersion, type ApiSchema } from "./api-schema.ts";
import type { ShopifyMisconduct } from "../misconduct.ts";
import { requestedCost } from "./query-cost.ts";
import { runDocument } from "./run-document.ts";
import { takeCode } from "./take-code.ts";
import { Throttle } from "./throttle.ts";

const MOST_COST = 1_000;
const MOST_INPUTS = 250;

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

type Wish = ControlParsed<"misbehave">;

const UNAUTHORIZED = json(401, {
  errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
});

/** Everything under https://<shop>/admin/ that an app calls: tokens and the Admin GraphQL API. */
export class ApiDoor {
  readonly #stage: Stage;
  readonly #misconduct: ShopifyMisconduct;
  readonly #throttle = new Throttle();
  readonly #documents = new Map<string, DocumentNode>();

  constructor(stage: Stage, misconduct: ShopifyMisconduct) {
    this.#stage = stage;
    this.#misconduct = misconduct;
  }

  async token(shop: Shop, ask: Ask): Promise<Answer> {
    if (ask.method !== "POST") return json(405, { error: "method_not_allowed" });
    const wish = this.#misconduct.take(shop.domain, ["token"]);
    const answer = await this.#misbehave(wish, shop, {}, () => {
      const { status, body } = answerTokenRequest(this.#stage.world, shop, parseFields(ask));
      return Promise.resolve(json(status, body));
    });
    this.#record(shop, ask, ["token"], { answer, variables: null });
    return answer;
  }

  /** The file of a bulk operation's result; its signed address needs no token. */
  file(shop: Shop, answer: () => Answer): Promise<Answer> {
    const wish = this.#misconduct.take(shop.domain, ["bulkFile"]);
    return this.#misbehave(wish, shop, {}, () => Promise.resolve(answer()));
  }

  async graphql(shop: Shop, askedVersion: string, ask: Ask): Promise<Answer> {
    const version = servedVersion(askedVersion);
    if (version === null) return json(404, { errors: "Not Found" });
    if (ask.method !== "POST") return json(405, { errors: "Method Not Allowed" });
    const request = graphqlRequest.safeParse(parseJson(ask.body));
    if (!request.success) return json(400, { errors: { query: "Required parameter missing or invalid" } });
    const variables = request.data.variables ?? {};
    const fields = rootFields(request.data.query, request.data.operationName);
    const wish = this.#misconduct.take(shop.domain, fields);
    const answer = await this.#misbehave(wish, shop, variables, () =>
      this.#answer(shop, loadApiSchema(version), ask, {
        query: request.data.query,
        variables,
        operationName: request.data.operationName,
      }),
    );
    this.#record(shop, ask, fields, { answer, variables });
    return {
      ...answer,
      headers: { ...answer.headers, "x-shopify-api-version": version, "x-request-id": randomUUID() },
    };
  }

  #record(
    shop: Shop,
    ask: Ask,
    fields: readonly string[],
    { answer, variables }: { readonly answer: Answer; readonly variables: unknown },
  ): void {
    const { world } = this.#stage;
    const path = ask.url.pathname;
    const status = answer.hangUp === true ? 0 : answer.status;
    this.#misconduct.record({ shop: shop.domain, path, fields, status, at: world.now(), variables });
    world.changed();
  }

  async #answer(
    shop: Shop,
    api: ApiSchema,
    ask: Ask,
    {
      query,
      variables,
      operationName,
    }: {
      readonly query: string;
      readonly variables: Readonly<Record<string, unknown>>;
      readonly operationName: string | null | undefined;
    },
  ): Promise<Answer> {
    const header = ask.headers["x-shopify-access-token"];
    const token = readAccessToken(this.#stage.world, shop, typeof header === "string" ? header : undefined);
    if (token === null) return UNAUTHORIZED;
    const prepared = this.#prepare(api, query, operationName);
    if ("errors" in prepared) return json(200, { errors: prepared.errors });
    const tooMany = longestList(variables);
    if (tooMany > MOST_INPUTS) {
      const message = `The input array size of ${tooMany} is greater than the maximum allowed of ${MOST_INPUTS}.`;
      return json(200, { errors: [{ message, extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } }] });
    }
    const cost = requestedCost(api.schema, prepared.document, prepared.operation, variables);
    if (cost > MOST_COST) return this.#tooDear(shop, cost);
    if (!this.#throttle.take(shop, cost)) return this.#throttled(shop, cost);
    const context: ApiContext = {
      ...this.#stage,
      shop,
      api,
      scopes: new Set(token.scopes),
      bulk: false,
      owners: { customer: customerView, order: orderView },
      objects: 0,
      readWhole: (whole) => runDocument({ ...context, bulk: true, objects: 0 }, parse(whole), {}, undefined),
    };
    const result = await runDocument(context, prepared.document, variables, operationName ?? undefined);
    const actual =
      prepared.operation.operation === OperationTypeNode.MUTATION ? cost : Math.min(cost, context.objects);
    this.#throttle.giveBack(shop, cost - actual);
    return json(200, { ...result, extensions: this.#costs(shop, cost, actual) });
  }

  /** Shopify's own parser and schema decide what is a valid document. */
  #prepare(
    api: ApiSchema,
    query: string,
    operationName: string | null | undefined,
  ): { document: DocumentNode; operation: OperationDefinitionNode } | { errors: readonly GraphQLError[] } {
    try {
      const key = `${api.version} ${query}`;
      const document = this.#documents.get(key) ?? parse(query);
      if (!this.#documents.has(key)) {
        const errors = validate(api.schema, document);
        if (errors.length > 0) return { errors };
        this.#documents.set(key, document);
      }
      const operation = getOperationAST(document, operationName);
      if (operation) return { document, operation };
      return { errors: [new GraphQLError("An operation name is required")] };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  #costs(shop: Shop, requestedQueryCost: number, actualQueryCost: number | null): unknown {
    return { cost: { requestedQueryCost, actualQueryCost, throttleStatus: this.#throttle.status(shop) } };
  }

  #throttled(shop: Shop, cost: number): Answer {
    const documentation = "https://shopify.dev/api/usage/rate-limits";
    const errors = [{ message: "Throttled", extensions: { code: "THROTTLED", documentation } }];
    return json(200, { errors, extensions: this.#costs(shop, cost, null) });
  }

  #tooDear(shop: Shop, cost: number): Answer {
    const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${MOST_COST}).`;
    const documentation = "https://shopify.dev/api/usage/rate-limits";
    const extensions = { code: "MAX_COST_EXCEEDED", cost, maxCost: MOST_COST, documentation };
    return json(200, { errors: [{ message, extensions }], extensions: this.#costs(shop, cost, null) });
  }

  async #misbehave(
    wish: Wish | null,
    shop: Shop,
    variables: Readonly<Record<string, unknown>>,
    answer: () => Promise<Answer>,
  ): Promise<Answer> {
    const html = { "content-type": "text/html; charset=utf-8" };
    switch (wish?.kind) {
      case undefined:
        return answer();
      case "http_429":
        return json(
          429,
          {
            errors:
              "Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.",
          },
          { "retry-after": wish.retryAfter },
        );
      case "throttled":
        this.#throttle.empty(shop);
        return this.#throttled(shop, 10);
      case "http_500":
        return json(500, { errors: "Internal Server Error" });
      case "http_502":
        return { status: 502, headers: html, body: "<html><body><h1>502 Bad Gateway</h1></body></html>" };
      case "http_503":
        return {
          status: 503,
          headers: { ...html, "retry-after": wish.retryAfter },
          body: "<html><body><h1>503 Service Unavailable</h1></body></html>",
        };
      case "timeout_before":
        return { status: 504, headers: html, body: "", delayMs: wish.delayMs, hangUp: true };
      case "timeout_after":
        return { ...(await answer()), delayMs: wish.delayMs, hangUp: true };
      case "hang_up_before":
        return { status: 504, body: "", hangUp: true };
      case "hang_up_after":
        return { ...(await answer()), hangUp: true };
      case "not_json":
        return { status: 200, headers: html, body: "<html><body>Something went wrong</body></html>" };
      case "token_expired":
        expireTokens(this.#stage.world, shop, false);
        return answer();
      case "refresh_refused":
        return json(400, {
          error: "invalid_grant",
          error_description: "The refresh token is invalid, has expired or was used before",
        });
      case "code_taken":
        takeCode(this.#stage.world, shop, variables);
        return answer();
      case "customer_gone":
        for (const id of customersIn(variables)) {
          if (shop.customers[id] !== undefined)
            deleteCustomer(this.#stage, { shop: shop.domain, customerId: id, deliver: true });
        }
        return answer();
      case "uninstall":
        uninstallApp(this.#stage, { shop: shop.domain, deliver: true });
        return answer();
      case "bulk_fails":
        return failInTheEnd(shop, answer);
      case "cut_off":
        return cutOff(await answer());
    }
  }
}

/** Answers as always; the bulk operation that begins with it will not succeed. */
async function failInTheEnd(shop: Shop, answer: () => Promise<Answer>): Promise<Answer> {
  const before = new Set(Object.keys(shop.bulkOperations));
  const given = await answer();
  for (const [id, one] of Object.entries(shop.bulkOperations)) if (!before.has(id)) one.willFail = true;
  return given;
}

/** Half of it comes, then the line breaks. */
function cutOff(given: Answer): Answer {
  const half = Math.floor(given.body.length / 2);
  return { ...given, body: given.body.slice(0, half), breaksOff: true };
}

function rootFields(query: string, operationName: string | null | undefined): readonly string[] {
  try {
    const operation = getOperationAST(parse(query), operationName);
    return (operation?.selectionSet.selections ?? []).flatMap((one) =>
      one.kind === Kind.FIELD ? [one.name.value] : [],
    );
  } catch {
    return [];
  }
}

function longestList(value: unknown): number {
  if (Array.isArray(value)) return Math.max(value.length, ...value.map(longestList));
  if (typeof value !== "object" || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(longestList));
}

function customersIn(value: unknown): string[] {
  if (typeof value === "string") return [idOf("Customer", value)].filter((id) => id !== null);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(customersIn);
}
