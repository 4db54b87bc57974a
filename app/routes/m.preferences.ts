import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { objectToProfiling } from "#app/commands/customers/object-to-profiling.ts";
import { chooseMails } from "#app/commands/messages/choose-mails.ts";
import { preferencesPage, wordingOf } from "#app/messages/pages/mail-pages.ts";
import { answerPage, openLink } from "./mail/open-link.server.ts";

const KINDS = ["preferences", "unsubscribe"] as const;

/** What a member is written about, and whether they object to profiling. Looking at it changes nothing: scanners of mail look at every link. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { choices } = await openLink(request, KINDS);
  const { marketing, service } = choices.consents;
  return answerPage(
    preferencesPage(choices, {
      marketing: marketing === true,
      service: service !== false,
      profiling: !choices.objects,
      isSaved: false,
    }),
  );
}

/** Their choice, from the page or by the one click of their mail program (RFC 8058). */
export async function action({ request }: ActionFunctionArgs) {
  const { database, choices } = await openLink(request, KINDS);
  const { shopId, memberId, purpose } = choices;
  const said = new URLSearchParams(await request.text());
  const by = { shopId, memberId, now: Date.now() };
  if (said.get("List-Unsubscribe") === "One-Click") {
    const wanted = purpose === null ? { marketing: false, service: false } : { [purpose]: false };
    await chooseMails(database, { ...by, wanted, source: "one_click", wording: null });
    return answerPage("");
  }
  const chosen = said.get("do");
  if (chosen !== "save" && chosen !== "stop") return answerPage("", 400);
  const isSaved = chosen === "save";
  const wanted = {
    marketing: isSaved && said.has("marketing"),
    service: isSaved && said.has("service"),
  };
  await chooseMails(database, { ...by, wanted, source: "preferences", wording: wordingOf(choices) });
  // Who stops all mails has said nothing of profiling.
  const objects = isSaved ? !said.has("profiling") : choices.objects;
  await objectToProfiling(database, { ...by, objects, actor: "member" });
  return answerPage(preferencesPage(choices, { ...wanted, profiling: !objects, isSaved: true }));
}
