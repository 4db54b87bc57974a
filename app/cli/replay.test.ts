import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { adjust, program } from "#tests/support/replay-story.ts";
import { eachLine } from "./each-line.ts";

const folder = mkdtempSync(join(tmpdir(), "regulars-replay-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function replay(input: string, ...args: string[]) {
  return replayWith({}, input, ...args);
}

function replayWith(env: Record<string, string>, input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["tools/run-bundled.mjs", "app/cli/replay.ts", ...args],
    { input, encoding: "utf8", env: { ...process.env, ...env } },
  );
  return { status, stdout, stderr };
}

const good = file("program.json", JSON.stringify(program));
const history = `${JSON.stringify(adjust("m1", 120))}\n\n${JSON.stringify(adjust("m1", 5))}`;

describe("npm run replay", { timeout: 60_000 }, () => {
  test("prints the answer as JSON, from a file or from standard input, with blank lines in between", () => {
    const fromFile = replay("", "--program", good, "--events", file("events.ndjson", history));
    expect(fromFile).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(fromFile.stdout)).toMatchObject({ members: [{ id: "m1", available: 125 }] });
    expect(replay(history, "--program", good, "--events", "-").stdout).toBe(fromFile.stdout);
  });

  test("a line of the wrong form stops it with its number", () => {
    expect(replay(`${history}\n{"at":`, "--program", good, "--events", "-")).toEqual({
      status: 1,
      stdout: "",
      stderr: "line 4: this is not valid JSON\n",
    });
  });

  test("a wrong program is answered with its errors", () => {
    const bad = file("bad.json", JSON.stringify({ ...program, currency: "EUX" }));
    const answer = replay("", "--program", bad, "--events", "-");
    expect(answer).toMatchObject({ status: 1, stdout: "" });
    expect(answer.stderr).toContain('currency: found "EUX", allowed: an ISO 4217 currency code');
  });

  test("a program file may begin with a byte order mark", () => {
    const marked = file("marked.json", `\uFEFF${JSON.stringify(program)}`);
    expect(replay(history, "--program", marked, "--events", "-")).toMatchObject({ status: 0, stderr: "" });
  });

  test("a raw Shopify delivery goes through the adapter that runs live", () => {
    const payload = '{"id":820982911946154508,"topic":"nothing"}';
    const line = `{"at":"2026-01-05T10:00:00+01:00","type":"shopify","topic":"orders/paid","payload":${payload}}`;
    const { status, stdout } = replay(line, "--program", good, "--events", "-");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ rejected: [{ line: 1 }] });
  });

  test("where memory runs short it says what it held, and how to give it more", () => {
    const members = Array.from({ length: 40_000 }, (_, index) =>
      JSON.stringify(adjust(`m${String(index)}`, 1)),
    );
    const scarce = { NODE_OPTIONS: "--max-old-space-size=96" };
    const { status, stdout, stderr } = replayWith(
      scarce,
      members.join("\n"),
      "--program",
      good,
      "--events",
      "-",
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      /^line [\d,]+: memory runs short\. \d+ MB of the \d+ MB that Node may take hold$/m,
    );
    expect(stderr).toMatch(/^[\d,]+ members and 0 orders so far\.$/m);
    expect(stderr).toContain("NODE_OPTIONS=--max-old-space-size=1");
  });

  test("journeys answer who would be written to, and wrong ones with their path", () => {
    const welcome = {
      ...{ format: "regulars.journey/1", id: "welcome", trigger: { on: "joined" } },
      steps: [{ send: { channel: "inbox", template: "hello" } }],
    };
    const joins = '{"at":"2026-01-05T10:00:00+01:00","type":"join","member":{"id":"m1"}}';
    const args = ["--program", good, "--events", "-", "--journeys"];
    const journeys = file("journeys.json", JSON.stringify([welcome]));
    const { status, stdout } = replay(joins, ...args, journeys);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      messages: [
        {
          ...{ at: "2026-01-05T10:00:00+01:00", member: "m1", journey: "welcome", step: "0" },
          ...{ channel: "inbox", template: "hello" },
        },
      ],
      skipped: [],
      heldOut: [],
    });
    const bad = replay("", ...args, file("bad-journeys.json", JSON.stringify([{ ...welcome, hold: 5 }])));
    expect(bad).toMatchObject({ status: 1, stdout: "" });
    expect(bad.stderr).toContain("[0].hold: found 5, allowed: no such field");
  });

  test("an explained member's ledger is printed instead, and an unknown member is told", () => {
    const explained = replay(history, "--program", good, "--events", "-", "--explain", "m1");
    expect(explained.stdout.trimEnd().split("\n")).toHaveLength(2);
    const unknown = replay(history, "--program", good, "--events", "-", "--explain", "m9");
    expect(unknown).toEqual({ status: 1, stdout: "", stderr: "there is no member m9 in this history\n" });
  });
});

describe("lines of a stream", () => {
  test.each([
    [["a\nb\n"], ["a", "b"]],
    [
      ["a", "b\n", "\nc"],
      ["ab", "", "c"],
    ],
    [["\uFEFFa\r\n"], ["a\r"]],
    [[], []],
  ])("%j are %j", async (chunks, expected) => {
    const lines: string[] = [];
    await eachLine(stream(chunks), (line) => lines.push(line));
    expect(lines).toEqual(expected);
  });
});

async function* stream(chunks: readonly string[]) {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}
