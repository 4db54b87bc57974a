import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PAGE_BYTES } from "#app/domain/replay/paged-memory.ts";
import { adjust, answer, program, run } from "#tests/support/replay-story.ts";
import { NoRoomForPages, PageFile } from "./page-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "regulars-test-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const pageOf = (value: number) => new Uint8Array(PAGE_BYTES).fill(value);

describe("a file of pages", () => {
  test("gives back what was written last, in any sequence", () => {
    const file = new PageFile();
    for (const page of [3, 1, 700, 2, 3]) file.write(page, pageOf(page));
    file.write(1, pageOf(9));
    const read = (page: number) => {
      const into = pageOf(0);
      file.read(page, into);
      return into;
    };
    expect([700, 1, 3, 2].map(read)).toEqual([700, 9, 3, 2].map(pageOf));
    file.close();
  });

  test("serves a replay as memory does", () => {
    const lines = Array.from({ length: 400 }, (_, index) => adjust(`m${String(index % 90)}`, 1 + index));
    const file = new PageFile();
    const limited = answer(run(lines, program, { pageLimit: { pages: 4, store: file } }));
    expect(limited).toEqual(answer(run(lines)));
    expect(() => {
      file.read(1, pageOf(0));
    }).not.toThrow();
    file.close();
  });

  test("has no name that anybody could open it by", () => {
    const file = new PageFile();
    file.write(1, pageOf(1));
    expect(readdirSync(folder)).toEqual([]);
    file.close();
  });

  test("says which page it does not have", () => {
    const file = new PageFile();
    expect(() => {
      file.read(1, pageOf(0));
    }).toThrow("no page was written yet");
    file.write(1, pageOf(1));
    expect(() => {
      file.read(5, pageOf(0));
    }).toThrow("page 5 was never written");
    file.close();
  });

  test("says what to do where there is no room", () => {
    // A limit on the size of files, as a full disk cannot be had for a test.
    const write = `
      import { PageFile } from "./app/cli/page-file.ts";
      process.on("SIGXFSZ", () => {});
      const file = new PageFile();
      for (let page = 0; page < 100; page += 1) file.write(page, new Uint8Array(${String(PAGE_BYTES)}));`;
    const script = `ulimit -f 64; exec "$0" --import tsx --input-type=module --eval "$1"`;
    const { status, stderr } = spawnSync("sh", ["-c", script, process.execPath, write], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain(
      `${NoRoomForPages.name}: no room is left in ${folder} for what the history leaves behind; name a folder with more by TMPDIR`,
    );
  });
});
