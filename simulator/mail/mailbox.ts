import { escapeHtml } from "../shop/web/escape-html.ts";
import { html, json, type Answer, type Ask } from "../shop/web/http.ts";

/** A mail as it lies in the mailbox. */
export interface Mail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Null: it has none. */
  readonly html: string | null;
}

const KEPT = 500;
const PAGE = "/_mailbox";

/** Everybody's mailbox: whatever is sent to anybody can be opened here. */
export class Mailbox {
  /** By the number each was given as it came. */
  readonly #mails = new Map<number, Mail>();
  #taken = 0;

  take(mail: Mail): void {
    this.#mails.set(this.#taken, mail);
    this.#mails.delete(this.#taken - KEPT);
    this.#taken += 1;
  }

  /** The latest first. */
  to(address: string): readonly Mail[] {
    return [...this.#mails.values()].filter((mail) => mail.to === address).reverse();
  }

  answer(ask: Ask): Answer {
    if (ask.method !== "GET") return json(405, { error: "A mailbox is read" });
    const [, number, part] = /^\/_mailbox\/(\d+)(\/html)?$/u.exec(ask.url.pathname) ?? [];
    if (number === undefined) return html(200, this.#list());
    const mail = this.#mails.get(Number(number));
    if (mail === undefined) return html(404, page("Mailbox", "<p>There is no such mail.</p>"));
    // Links open beside the mailbox, as in a mail program.
    if (part !== undefined) return html(200, `<base target="_blank">${mail.html ?? ""}`);
    return html(200, opened(mail, number));
  }

  #list(): string {
    const rows = [...this.#mails].map(
      ([number, { to, from, subject }]) =>
        `<tr><td>${escapeHtml(to)}</td><td><a href="${PAGE}/${number}">${escapeHtml(subject)}</a></td><td>${escapeHtml(from)}</td></tr>`,
    );
    return page(
      "Mailbox",
      `<p>Whatever the app has sent to anybody, the latest first.</p>
<table><tr><th>To</th><th>Subject</th><th>From</th></tr>${rows.reverse().join("")}</table>`,
    );
  }
}

function opened({ to, from, subject, text, html: letter }: Mail, number: string): string {
  const plain = `<pre>${escapeHtml(text)}</pre>`;
  const body =
    letter === null
      ? plain
      : `<iframe title="Mail" src="${PAGE}/${number}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<details><summary>As plain text</summary>${plain}</details>`;
  return page(
    subject,
    `<p><a href="${PAGE}">Mailbox</a></p><p>From ${escapeHtml(from)}<br>To ${escapeHtml(to)}</p>${body}`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
td,th{text-align:left;padding:.25rem 1rem .25rem 0}iframe{width:100%;height:44rem;border:1px solid #8888}pre{white-space:pre-wrap}</style>
<h1>${escapeHtml(title)}</h1>${body}</html>`;
}
