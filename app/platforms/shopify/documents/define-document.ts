import type { z } from "zod";

/** A GraphQL document with the form of its answer. `points` is about what it costs of the shop's bucket. */
export interface Document<Data> {
  readonly text: string;
  readonly answer: z.ZodType<Data>;
  readonly points: number;
  /**
   * Fields about people that Shopify has not approved the app for come back as null beside an error.
   * With `partial` what came is taken as it is.
   */
  readonly partial?: boolean;
}

export function defineDocument<Data>(document: Document<Data>): Document<Data> {
  return document;
}
