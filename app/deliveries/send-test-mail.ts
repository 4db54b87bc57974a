import { randomUUID } from "node:crypto";
import type { LetterContent } from "#app/domain/messages/letter-content.ts";
import type { LetterFacts } from "#app/domain/messages/letter-facts.ts";
import { renderContent } from "#app/messages/letter/render-letter.ts";
import type { MailParts } from "#app/messages/mail.server.ts";

export interface TestMail {
  readonly to: string;
  readonly template: string;
  readonly content: LetterContent;
  readonly facts: LetterFacts;
  /** What stands before the subject. */
  readonly mark: string;
}

/** Whether the server took a mail that somebody sends themselves to look at. It is no message: nothing of it counts. */
export async function sendTestMail(mail: MailParts, test: TestMail): Promise<boolean> {
  const { to, template, content, facts, mark } = test;
  // Nobody's choices hang on these: the page says that the link does not work.
  const nowhere = mail.emptyLink;
  const links = { shop: nowhere, preferences: nowhere, unsubscribe: nowhere };
  const letter = await renderContent(content, { template, facts, links });
  try {
    const handover = await mail.transport.send({
      ...letter,
      messageId: `<${randomUUID()}@${mail.domain}>`,
      fromName: letter.from,
      to,
      subject: `${mark} ${letter.subject}`,
      unsubscribe: nowhere,
    });
    return handover.kind === "taken";
  } finally {
    mail.transport.close();
  }
}
