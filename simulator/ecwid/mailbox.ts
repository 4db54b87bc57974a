import { z } from "zod";
import { escapeHtml } from "../shop/web/escape-html.ts";
import { html, json, parseJson, type Answer, type Ask } from "../shop/web/http.ts";

const mail = z.object({ storeId: z.string(), address: z.string(), code: z.string() });

export type Mail = z.output<typeof mail>;

const KEPT = 200;

/** Everybody's mailbox: what the app sends to shoppers can be read here. */
export class Mailbox {
  readonly #mails: Mail[] = [];

  answer(ask: Ask): Answer {
    if (ask.method !== "POST") return html(200, this.#page());
    const sent = mail.safeParse(parseJson(ask.body));
    if (!sent.success) return json(400, { error: z.prettifyError(sent.error) });
    this.#mails.unshift(sent.data);
    this.#mails.length = Math.min(this.#mails.length, KEPT);
    return json(200, { ok: true });
  }

  to(address: string): readonly Mail[] {
    return this.#mails.filter((one) => one.address === address);
  }

  #page(): string {
    const rows = this.#mails.map(
      ({ storeId, address, code }) =>
        `<tr><td>${escapeHtml(address)}</td><td>${escapeHtml(storeId)}</td><td><b>${escapeHtml(code)}</b></td></tr>`,
    );
    return `<!doctype html><meta charset="utf-8"><title>Mailbox</title>
<h1>Mailbox</h1><p>What shoppers of this fake Ecwid were sent, the latest first.</p>
<table><tr><th>To</th><th>Store</th><th>Code</th></tr>${rows.join("")}</table>`;
  }
}
