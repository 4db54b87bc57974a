// Takes the pictures of the docs anew. The browser tests take them at every run; here they put them into
// docs/images. Look at what changed before you keep it: letters differ a little from machine to machine.
import { spawn } from "node:child_process";

const child = spawn(
  "node_modules/.bin/vitest",
  ["run", "--project", "browser", "-t", "pictures of the docs"],
  {
    stdio: "inherit",
    env: { ...process.env, PICTURES_INTO: "docs/images" },
  },
);
child.once("error", (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
