import { controlInputs, type ControlName } from "./control-commands.ts";
import type { Control } from "./control-answers.ts";

/** Drives a fake Shopify that runs in another process, over its `/_control` address. */
export function connectControl(url: string): Control {
  const call = async (name: ControlName, input: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/_control/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`Fake Shopify refused ${name}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const entries = Object.keys(controlInputs).map((name) => [
    name,
    (input: unknown) => call(name as ControlName, input),
  ]);
  return Object.fromEntries(entries) as Control;
}
