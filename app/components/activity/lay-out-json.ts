/** A text that is never closed ends with the body: nothing is looked through twice. */
const TOKEN = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/** JSON laid out in lines; anything else as it is. Numbers stay as they were written: ids are long. */
export function layOutJson(body: string): string {
  const indentMany = (depth: number) => "\n" + "  ".repeat(Math.min(depth, DEEPEST_INDENT));
  let depth = 0;
  let text = "";
  for (const [token] of body.matchAll(TOKEN)) {
    if (token === "{" || token === "[") text += token + indentMany((depth += 1));
    else if (token === "}" || token === "]") text += indentMany((depth = Math.max(0, depth - 1))) + token;
    else if (token === ",") text += token + indentMany(depth);
    else text += token === ":" ? ": " : token;
  }
  return text.replace(/([{[])\s+([}\]])/g, "$1$2");
}

/** What is nested more deeply is nobody's order, and would print more blanks than anything else. */
const DEEPEST_INDENT = 20;
