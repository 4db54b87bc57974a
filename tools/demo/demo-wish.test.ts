import { describe, expect, it } from "vitest";
import { DEMO_HELP, readDemoWish } from "./demo-wish.ts";

const plain = { kind: "run", dev: false, reset: false, port: null, directory: ".data/demo" };

describe("npm run demo", () => {
  it.each([
    [[], plain],
    [["--reset"], { ...plain, reset: true }],
    [["--port", "4200", "--data=/tmp/other"], { ...plain, port: 4200, directory: "/tmp/other" }],
    [["--dev"], { ...plain, dev: true }],
    [["--check"], { kind: "check", platforms: ["shopify", "ecwid"] }],
    [["--check", "--platform", "ecwid"], { kind: "check", platforms: ["ecwid"] }],
    [["--help", "--reset"], { kind: "help" }],
    [["-h"], { kind: "help" }],
  ])("%j is understood", (words, wish) => {
    expect(readDemoWish(words, {})).toEqual(wish);
  });

  it.each([
    [["--rest"], "'--rest'"],
    [["reset"], "'reset'"],
    [["--port"], "'--port <value>'"],
    [["--check=no"], "'--check'"],
  ])("%j is refused with what there is", (words, named) => {
    expect(() => readDemoWish(words, {})).toThrow(named);
    expect(() => readDemoWish(words, {})).toThrow(DEMO_HELP);
  });

  it.each([
    [["--port", "0"], "--port takes a number from 1 to 65532"],
    [["--port", "65533"], "--port takes a number from 1 to 65532"],
    [["--port", "4e3"], "--port takes a number"],
    [["--data="], "--data takes a folder"],
    [["--check", "--data", "x"], "--check stands alone"],
    [["--check", "--platform", "etsy"], "--platform takes shopify or ecwid"],
    [["--platform", "ecwid"], "--platform goes with --check"],
  ])("%j is refused with what it takes", (words, said) => {
    expect(() => readDemoWish(words, {})).toThrow(said);
  });

  it("says how a flag comes through that npm took for itself", () => {
    expect(() => readDemoWish([], { npm_config_reset: "true" })).toThrow("npm run demo -- --reset");
    expect(() => readDemoWish(["4200"], { npm_config_port: "true" })).toThrow("npm run demo -- --port …");
  });
});
