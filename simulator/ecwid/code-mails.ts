import { z } from "zod";
import type { Mailbox } from "../mail/mailbox.ts";
import { json, parseJson, type Answer, type Ask } from "../shop/web/http.ts";

const codeMail = z.object({ storeId: z.string(), address: z.string(), code: z.string() });

export type CodeMail = z.output<typeof codeMail>;

/** The codes that shoppers are to be known by, as the app posts them: each becomes a mail. */
export class CodeMails {
  readonly #mails: CodeMail[] = [];

  constructor(readonly mailbox: Mailbox) {}

  answer(ask: Ask): Answer {
    if (ask.method !== "POST") return this.mailbox.answer(ask);
    const sent = codeMail.safeParse(parseJson(ask.body));
    if (!sent.success) return json(400, { error: z.prettifyError(sent.error) });
    const { storeId, address, code } = sent.data;
    this.#mails.unshift(sent.data);
    this.mailbox.take({
      to: address,
      from: `Store ${storeId}`,
      subject: `Your code: ${code}`,
      text: `Your code for store ${storeId} is ${code}.`,
      html: null,
    });
    return json(200, { ok: true });
  }

  /** The latest first. */
  to(address: string): readonly CodeMail[] {
    return this.#mails.filter((one) => one.address === address);
  }
}
