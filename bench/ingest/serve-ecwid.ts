import { startFakeEcwid } from "#simulator/ecwid/start-fake-ecwid.ts";

/** A fake Ecwid in a process of its own, as the real one is; says where it listens, and ends with its parent. */
const [clientId, clientSecret] = process.argv.slice(2);
if (clientId === undefined || clientSecret === undefined) throw new Error("Whose Ecwid is it?");
const fake = await startFakeEcwid({ clientId, clientSecret, appUrl: "http://127.0.0.1:1" });
process.stdout.write(`${JSON.stringify({ url: fake.url })}\n`);
process.on("disconnect", () => process.exit(0));
