import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeDemoFolder } from "./demo-folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "regulars-folder-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function layDemo(): void {
  mkdirSync(join(folder, "database"));
  for (const name of ["secrets.json", "seeded", "fake-shopify.json", "notes.txt"]) {
    writeFileSync(join(folder, name), "{}");
  }
}

describe("a demo's folder", () => {
  it("is one demo's alone while it runs, and the next one's afterwards", () => {
    const release = takeDemoFolder(join(folder, "new"), false);
    expect(() => takeDemoFolder(join(folder, "new"), true)).toThrow("--data .data/second");
    takeDemoFolder(join(folder, "beside"), false)();
    release();
    takeDemoFolder(join(folder, "new"), false)();
  });

  it("is free again when its demo was killed", () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    mkdirSync(join(folder, "demo"));
    writeFileSync(join(folder, "demo/in-use-by"), String(pid));
    takeDemoFolder(folder, false)();
    expect(existsSync(join(folder, "demo/in-use-by"))).toBe(false);
  });

  it("loses the demo by --reset, and nothing that somebody else laid there", () => {
    layDemo();
    takeDemoFolder(folder, true)();
    expect(readdirSync(folder).sort()).toEqual(["demo", "notes.txt"]);
  });

  it("keeps everything otherwise", () => {
    layDemo();
    takeDemoFolder(folder, false)();
    expect(readdirSync(folder)).toContain("database");
  });

  it("is refused where it holds something else, whose database would be taken for the demo's", () => {
    mkdirSync(join(folder, "database"));
    writeFileSync(join(folder, "thesis.tex"), "");
    expect(() => takeDemoFolder(folder, true)).toThrow("and no demo");
    expect(readdirSync(folder).sort()).toEqual(["database", "thesis.tex"]);
  });
});
