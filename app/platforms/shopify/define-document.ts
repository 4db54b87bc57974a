import type { z } from "zod";

/** A GraphQL document with the form of its answer. `points` is about what it costs of the shop's bucket. */
export interface Document<Data> {
  readonly text: string;
  readonly answer: z.ZodType<Data>;
  readonly points: number;
}

export function defineDocument<Data>(document: Document<Data>): Document<Data> {
  return document;
}
