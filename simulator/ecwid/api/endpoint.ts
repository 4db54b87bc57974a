import type { Answer, Ask } from "../../shop/web/http.ts";
import type { Fake } from "../fake.ts";
import type { Store, Token } from "../records.ts";
import type { Scope } from "../scopes.ts";

export interface Call {
  readonly fake: Fake;
  readonly store: Store;
  readonly token: Token;
  readonly ask: Ask;
  /** What the path names: `/orders/K8XTQ` → "K8XTQ". */
  readonly id: string;
}

export interface Endpoint {
  /** What misbehaviour and the record of calls know it by. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Behind `/api/v3/<store>/`; `:id` is one part. */
  readonly path: string;
  readonly scope: Scope | null;
  /** A feature of the merchant's plan besides the API itself, and the code of its lack. */
  readonly feature?: { readonly name: string; readonly errorCode: string };
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}
