import { Liquid, LiquidError, type Template } from "liquidjs";
import { anyValues, LETTER_VARIABLES, type LetterValues } from "./letter-values.ts";

/** A template says too much, asks too much of the machine, or names what does not exist. `line` and `column` begin at 1. */
export interface TemplateFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const LONGEST_TEXT = 50_000;
const LONGEST_RENDER_MS = 2_000;
const MOST_MEMORY = 1_000_000;
/** What reads other files, or could run for long: a letter's text is whole in itself. */
const CLOSED_TAGS = ["include", "render", "layout", "block", "for", "tablerow", "cycle", "liquid"];

function engine(forHtml: boolean): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: LONGEST_TEXT,
    renderLimit: LONGEST_RENDER_MS,
    memoryLimit: MOST_MEMORY,
    ...(forHtml ? { outputEscape: "escape" as const } : {}),
  });
  for (const tag of CLOSED_TAGS) Reflect.deleteProperty(liquid.tags, tag);
  // It would hand values on as they are.
  Reflect.deleteProperty(liquid.filters, "raw");
  return liquid;
}

const toHtml = engine(true);
const toText = engine(false);

/** Reads a text once; it can be rendered often. */
export interface ReadText {
  html(values: LetterValues): string;
  plain(values: LetterValues): string;
}

export function readText(source: string): ReadText {
  const html: Template[] = toHtml.parse(source);
  const plain: Template[] = toText.parse(source);
  return {
    html: (values) => rendered(toHtml, html, values),
    plain: (values) => rendered(toText, plain, values),
  };
}

/** A page that was laid out already: it is far longer than a text somebody writes. */
export function readPage(source: string): (values: LetterValues) => string {
  const page = toHtml.parse(source);
  return (values) => rendered(toHtml, page, values);
}

function rendered(liquid: Liquid, templates: Template[], values: LetterValues): string {
  const text: unknown = liquid.renderSync(templates, values);
  return typeof text === "string" ? text : "";
}

/** Null: it can be used. Else what is wrong with it first, and where. */
export function faultOf(source: string): TemplateFault | null {
  if (source.length > LONGEST_TEXT) return { message: "the text is too long", line: 1, column: 1 };
  try {
    const templates = toText.parse(source);
    const { globals } = toText.analyzeSync(templates, { partials: false });
    for (const uses of Object.values(globals)) {
      for (const { segments, location } of uses) {
        const path = segments.map(String).join(".");
        if (!Object.hasOwn(LETTER_VARIABLES, path)) {
          return { message: `unknown variable: ${path}`, line: location.row, column: location.col };
        }
      }
    }
    // What reads well may still ask for what cannot be done with a text.
    for (const text of ["", "1"]) rendered(toText, templates, anyValues(text));
    return null;
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    const [line = 1, column = 1] = error.token.getPosition();
    return { message: error.message.split(", line:")[0] ?? error.message, line, column };
  }
}
