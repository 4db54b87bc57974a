import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const MOST_FILES = 3;

/** Words that mean in code what they mean everywhere, and ones too short to say anything. */
const PLAIN = new Set(
  "and for the not has with only one new all json sql props options page pages status kind value values settings view spec".split(
    " ",
  ),
);

/** Endings that leave a word the same word: _settles_, _settled_, _settling_ are told under **settle**. */
const ENDINGS = ["s", "es", "ed", "d", "ing", "able", "y", "ies", "ied"];

function stems(word: string): readonly string[] {
  const ended = ENDINGS.filter((end) => word.endsWith(end) && word.length - end.length > 2);
  return [word, ...ended.map((end) => word.slice(0, -end.length))];
}

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(" ");
}

/** Each type that `app` exports and more than three of its files name. */
function wellKnownTypes(): readonly string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !file.startsWith("db/generated/"),
  );
  const sources = files.map((file) => readFileSync(join("app", file), "utf8"));
  const exported = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/export (?:interface|type|class) (\w+)/g)].map(([, name]) => String(name)),
    ),
  );
  const counts = new Map<string, number>();
  for (const source of sources) {
    for (const name of new Set(source.match(/\b[A-Z]\w+\b/g))) {
      if (exported.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count > MOST_FILES).map(([name]) => name);
}

test("the glossary knows every word of the types that more than three files name", () => {
  const told = readFileSync("app/domain/README.md", "utf8")
    .toLowerCase()
    .match(/[a-z]+/g);
  const glossary = new Set((told ?? []).flatMap(stems));
  const types = wellKnownTypes();
  expect(types.length).toBeGreaterThan(100);
  const untold = types.flatMap((type) =>
    wordsOf(type)
      .filter((word) => word.length > 2 && !PLAIN.has(word))
      .filter((word) => !stems(word).some((form) => glossary.has(form)))
      .map((word) => `${word} (${type})`),
  );
  expect(untold).toEqual([]);
});
