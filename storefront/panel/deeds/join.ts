import { joinedWords } from "../../wording/balance.ts";
import { notify, settle } from "./settle.ts";
import type { View } from "../view.ts";

export async function join(view: View): Promise<void> {
  const settled = settle(view, await view.app.join());
  if (settled.ok) notify(view, joinedWords(view.speech, view.state), null);
  else notify(view, settled.text, settled);
}
