import { element } from "../element.ts";
import { button } from "../panel/button.ts";
import { PROOF_WORDS, type ProofWords } from "./proof-words.ts";

export interface ProofParts {
  /** Where the app answers, e.g. `https://regulars.example.com`. */
  readonly origin: string;
  readonly storeId: number;
  readonly locale: string;
  /** What the page says of whoever is logged in: only to be typed less. */
  readonly address: string;
  readonly keep: (token: string) => void;
}

/** A bundle of its own: it comes when somebody wants to be known. */
export function proofForm(parts: ProofParts, done: () => void): HTMLElement {
  const words = PROOF_WORDS[parts.locale] ?? PROOF_WORDS[parts.locale.slice(0, 2)] ?? PROOF_WORDS["en"];
  const place = element("div", { class: "ask" });
  if (words === undefined) return place;
  const told = element("p", { role: "status" });
  askAddress({ ...parts, words, place, told, done });
  return place;
}

interface Asking extends ProofParts {
  readonly words: ProofWords;
  readonly place: HTMLElement;
  readonly told: HTMLElement;
  readonly done: () => void;
}

function askAddress(asking: Asking): void {
  const { words, told } = asking;
  const field = input(words.address, { type: "email", autocomplete: "email", value: asking.address });
  const send = async (): Promise<void> => {
    if (!field.box.reportValidity()) return;
    const address = field.box.value.trim();
    const status = await post(asking, "code", { address });
    if (status.code === 202) askDigits({ ...asking, address });
    else told.textContent = status.code === 429 ? words.often : words.failed;
  };
  put(asking, field, send, [button("button", words.send, send, { focus: "proof-send" })]);
}

/** Answered the same whether the address is anybody's or nobody's. */
function askDigits(asking: Asking): void {
  const { words, told, address } = asking;
  const field = input(words.digits, {
    inputmode: "numeric",
    autocomplete: "one-time-code",
    pattern: "[0-9]{6}",
    maxlength: 6,
  });
  const confirm = async (): Promise<void> => {
    if (!field.box.reportValidity()) return;
    const { code, token } = await post(asking, "proof", { address, code: field.box.value });
    if (token !== null) {
      asking.keep(token);
      asking.done();
      return;
    }
    told.textContent = code === 429 ? words.often : code === 403 ? words.wrong : words.failed;
    field.box.select();
  };
  told.textContent = words.sent;
  const again = (): void => {
    told.textContent = "";
    askAddress(asking);
  };
  const buttons = [
    button("button", words.confirm, confirm, { focus: "proof-confirm" }),
    button("quiet", words.other, again),
  ];
  put(asking, field, confirm, buttons);
}

interface Field {
  readonly label: HTMLElement;
  readonly box: HTMLInputElement;
}

function input(text: string, about: Readonly<Record<string, string | number>>): Field {
  const box = element("input", { required: true, ...about });
  const label = element("label", {}, text, box);
  Object.assign(label.style, { display: "grid", gap: "0.5rem" });
  return { label, box };
}

function put(
  { place, told }: Asking,
  { label, box }: Field,
  go: () => Promise<void>,
  buttons: readonly HTMLElement[],
): void {
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") void go();
  });
  place.replaceChildren(told, label, element("div", { class: "row" }, ...buttons));
  box.focus();
}

async function post(
  { origin, storeId }: ProofParts,
  wish: "code" | "proof",
  body: object,
): Promise<{ readonly code: number; readonly token: string | null }> {
  try {
    const response = await fetch(`${origin}/shoppers/${wish}?ecwid=${String(storeId)}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ storeId: String(storeId), ...body }),
      credentials: "omit",
    });
    const answer: unknown = response.ok ? await response.json() : null;
    const token =
      typeof answer === "object" && answer !== null && "token" in answer ? String(answer.token) : null;
    return { code: response.status, token };
  } catch {
    return { code: 0, token: null };
  }
}
