import { notify, settle } from "./settle.ts";
import type { View } from "../view.ts";

/** Takes part in a challenge: what is bought from now on counts. */
export async function takePart(view: View, challengeId: string): Promise<void> {
  const settled = settle(view, await view.app.takePart(challengeId));
  if (settled.ok) notify(view, view.speech.words.challengeJoined, null);
  else notify(view, settled.text, settled);
}
