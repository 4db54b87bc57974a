import { z } from "zod";
import { Refusal } from "./refusal.ts";
import { json, parseJson, type Answer, type Ask } from "./web/http.ts";

/** A command takes whatever it is given and checks it itself. */
export type Command = (input: unknown) => Promise<unknown>;

/** `POST /_control/<command>`: whatever a test or a person asks of a fake besides what its platform offers. */
export async function answerControl(command: Command | undefined, name: string, ask: Ask): Promise<Answer> {
  if (ask.method !== "POST") return json(405, { error: "POST a command" });
  if (command === undefined) return json(404, { error: `There is no command ${name}` });
  try {
    return json(200, await command(ask.body.length === 0 ? {} : parseJson(ask.body)));
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    if (error instanceof Refusal) return json(422, { error: error.message });
    throw error;
  }
}
