/**
 * The text of one field's value in a JSON object, exactly as it stands there: a platform's ids are
 * greater than a number can hold, so they must reach the adapter unread. The text is known to be
 * valid JSON. Null where the object has no such field.
 */
export function rawField(json: string, name: string): string | null {
  let position = json.indexOf("{") + 1;
  while (position < json.length) {
    const keyStart = json.indexOf('"', position);
    if (keyStart < 0) return null;
    const keyEnd = endOfString(json, keyStart);
    const valueStart = json.indexOf(":", keyEnd) + 1;
    const valueEnd = endOfValue(json, valueStart);
    if (JSON.parse(json.slice(keyStart, keyEnd)) === name) return json.slice(valueStart, valueEnd).trim();
    position = valueEnd + 1;
  }
  return null;
}

/** Just behind the closing quote of the string that begins at `start`: the first that no odd number of backslashes stands before. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let backslash = end - 1;
    while (json.charCodeAt(backslash) === BACKSLASH) backslash -= 1;
    if ((end - backslash) % 2 === 1) return end + 1;
  }
  return json.length;
}

/** Where the value that begins at or after `start` ends: at its object's next comma or closing brace. */
function endOfValue(json: string, start: number): number {
  let depth = 0;
  for (let index = start; index < json.length; index += 1) {
    switch (json.charCodeAt(index)) {
      case QUOTE:
        index = endOfString(json, index) - 1;
        break;
      case OPENING_BRACE:
      case OPENING_BRACKET:
        depth += 1;
        break;
      case COMMA:
        if (depth === 0) return index;
        break;
      case CLOSING_BRACE:
      case CLOSING_BRACKET:
        if (depth === 0) return index;
        depth -= 1;
    }
  }
  return json.length;
}

const QUOTE = 34;
const COMMA = 44;
const OPENING_BRACKET = 91;
const BACKSLASH = 92;
const CLOSING_BRACKET = 93;
const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;
