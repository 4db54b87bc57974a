import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const WHOLE = {
  ECWID_CLIENT_ID: "client",
  ECWID_CLIENT_SECRET: "a-secret-of-enough-length",
  ECWID_APP_URL: "https://regulars.example.com/",
};

/** The environment is read once in a process: each case has one of its own. */
function read(env: Record<string, string>): string {
  const script = `import("./app/env.server.ts").then(({ ecwidEnv }) => {
    try { console.log(JSON.stringify(ecwidEnv())); } catch (error) { console.log(error.message); }
  })`;
  const { PATH = "" } = process.env;
  const args = ["--import", "tsx", "--input-type=module", "--eval", script];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    env: { NODE_ENV: "test", PATH, ...env },
    encoding: "utf8",
  });
  return stdout + stderr;
}

describe("Ecwid's part of the environment", () => {
  it("is not there where nothing of it is set, and is Ecwid's own where nothing else is said", () => {
    expect(read({}).trim()).toBe("null");
    expect(JSON.parse(read(WHOLE))).toMatchObject({
      ECWID_APP_URL: "https://regulars.example.com",
      ECWID_API_BASE: "https://app.ecwid.com/api/v3",
      ECWID_OAUTH_BASE: "https://my.ecwid.com/api/oauth",
    });
  });

  it("is whole or not there", () => {
    expect(read({ ECWID_CLIENT_ID: "client" })).toContain("all of them or none");
  });

  it("takes plain http to this machine and to no other", () => {
    const at = (base: string) => read({ ...WHOLE, ECWID_API_BASE: base });
    expect(at("http://127.0.0.1:4100/api/v3")).toContain("127.0.0.1:4100");
    for (const base of ["http://app.ecwid.com/api/v3", "http://127.0.0.1.example.com", "ftp://localhost/x"]) {
      expect(at(base)).toContain("https is expected");
    }
  });
});
