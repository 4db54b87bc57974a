import { database, type Database } from "#app/db/client.ts";
import { type MailLink, readLink } from "#app/messages/links/signed-link.ts";
import { brokenPage } from "#app/messages/pages/mail-pages.ts";
import { type MailChoices, mailChoices } from "#app/queries/messages/mail-choices.ts";

export interface OpenedLink {
  readonly database: Database;
  readonly link: MailLink;
  readonly choices: MailChoices;
}

/** Whose link it is; whoever brings one that is nobody's, or over, is answered by a thrown page. */
export async function openLink(request: Request, kinds: readonly MailLink["kind"][]): Promise<OpenedLink> {
  const token = new URL(request.url).searchParams.get("t");
  const link = token === null ? null : readLink(token, Date.now());
  if (link === null || !kinds.includes(link.kind)) throw answerPage(brokenPage(null), 404);
  const opened = await database();
  const choices = await mailChoices(opened, link);
  if (choices === null) throw answerPage(brokenPage(null), 404);
  return { database: opened, link, choices };
}

/** The address holds a signature that lets its bearer choose: it is told to nobody. */
export function answerPage(html: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
