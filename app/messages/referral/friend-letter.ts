import type { SpokenProgram } from "#app/domain/referral/friend-told.ts";
import { say } from "#storefront/words/words.ts";
import type { Letter } from "../letter/render-letter.ts";
import { readPage } from "../letter/liquid.ts";
import { friendSpeech } from "./friend-speech.ts";

/** The one mail a friend gets before they are known: a link that proves the address, and nothing else. */
export function friendLetter(spoken: SpokenProgram, link: string): Letter {
  const { language, words } = friendSpeech(spoken);
  const values = { shop: spoken.shopName, program: spoken.programName };
  const subject = say(words.mailSubject, values);
  const text = say(words.mailText, values);
  const html = readPage(`<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{{ mail.subject }}</title></head>
<body style="font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;max-width:32rem;margin:24px auto;padding:0 24px">
<p>{{ shop.name }}</p><h1 style="font-size:24px;line-height:30px">{{ mail.subject }}</h1><p>{{ mail.text }}</p>
<p><a href="{{ mail.link }}" style="display:inline-block;padding:12px 24px;border:1px solid;border-radius:8px;font-weight:600;color:inherit">{{ mail.button }}</a></p>
<p>{{ mail.notYou }}</p></body></html>`)({
    shop: { name: spoken.shopName },
    mail: { subject, text, link, button: words.mailButton, notYou: words.mailNotYou },
  });
  return {
    from: spoken.shopName,
    subject: subject.replaceAll(/\s+/gu, " ").trim(),
    html,
    text: [text, `${words.mailButton}: ${link}`, words.mailNotYou].join("\n\n"),
  };
}
