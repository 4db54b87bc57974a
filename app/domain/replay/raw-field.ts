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

/** Just behind the closing quote of the string that begins at `start`. */
function endOfString(json: string, start: number): number {
  for (let index = start + 1; index < json.length; index += 1) {
    if (json[index] === "\\") index += 1;
    else if (json[index] === '"') return index + 1;
  }
  return json.length;
}

/** Where the value that begins at or after `start` ends: at its object's next comma or closing brace. */
function endOfValue(json: string, start: number): number {
  let depth = 0;
  for (let index = start; index < json.length; index += 1) {
    const character = json[index];
    if (character === '"') index = endOfString(json, index) - 1;
    else if (character === "{" || character === "[") depth += 1;
    else if (depth === 0 && (character === "," || character === "}")) return index;
    else if (character === "}" || character === "]") depth -= 1;
  }
  return json.length;
}
