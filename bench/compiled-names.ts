/**
 * What the compiler of a bench wraps named functions in, and a page does not have: to be there before a function of
 * ours runs in a page.
 */
export const COMPILED_NAMES = "globalThis.__name = (named) => named;";
