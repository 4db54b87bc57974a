import { randomBytes } from "node:crypto";
import type { SpokenProgram, ToldGift } from "#app/domain/referral/friend-told.ts";
import { readableOn } from "#storefront/launcher/contrast.ts";
import { say } from "#storefront/words/words.ts";
import { readPage } from "../letter/liquid.ts";
import type { GuardedPage } from "../pages/members-page.ts";
import type { FriendWords } from "../words/referral/friend-words.ts";
import { friendSpeech } from "./friend-speech.ts";

/** Why somebody is not counted as a friend, in the words of the page. */
export type FriendObstacle = "self" | "existing" | "already" | "throwAway" | "over" | "tooMany";

/** What the page of a friend shows. */
export type FriendStep =
  | {
      readonly kind: "invited";
      readonly advocateName: string | null;
      readonly gift: ToldGift | null;
      /** What was typed, and is no address. */
      readonly wrong: string | null;
    }
  | { readonly kind: "sent"; readonly address: string }
  | { readonly kind: "confirm"; readonly address: string; readonly gift: ToldGift | null }
  | {
      readonly kind: "joined";
      readonly address: string;
      readonly code: string | null;
      readonly gift: ToldGift | null;
      readonly isInReview: boolean;
    }
  | { readonly kind: "stopped"; readonly why: FriendObstacle };

/**
 * A page for somebody who came by a member's link. Nobody has to be known for it, nothing runs in it, and nothing
 * changes by looking at it.
 */
export function friendPage(spoken: SpokenProgram, step: FriendStep, shopAddress: string | null): GuardedPage {
  const { language, words, gift } = friendSpeech(spoken);
  const { title, body, values } = partsOf(step, { words, gift });
  const nonce = randomBytes(16).toString("base64url");
  const accent = spoken.accent ?? INK;
  const html = readPage(`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>{{ page.title }} · {{ shop.name }}</title>
<style nonce="${nonce}">${styleOf(accent)}</style></head>
<body><main><p>{{ shop.name }}</p><h1>{{ page.title }}</h1>${body}${shopAddress === null ? "" : `<p><a href="{{ shop.address }}">${words.toShop}</a></p>`}</main></body></html>`)(
    {
      shop: { name: spoken.shopName, ...(shopAddress === null ? {} : { address: shopAddress }) },
      page: { title: say(title, { ...values, shop: spoken.shopName, program: spoken.programName }) },
      say: sayAll(body, words, { ...values, shop: spoken.shopName, program: spoken.programName }),
      typed: { address: step.kind === "invited" && step.wrong !== null ? step.wrong : "" },
    },
  );
  const policy = [
    ...["default-src 'none'", `style-src 'nonce-${nonce}'`, "img-src data:"],
    ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
  ].join("; ");
  return { html, policy };
}

/** Sentences stand in the page by their names, so that whatever is filled into them is escaped with them. */
function sayAll(
  body: string,
  words: FriendWords,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const named = Object.entries(words).filter(([name]) => body.includes(`say.${name} `));
  return Object.fromEntries(named.map(([name, text]: [string, string]) => [name, say(text, values)]));
}

const p = (name: keyof FriendWords, look = ""): string => `<p${look}>{{ say.${name} }}</p>`;

interface PageParts {
  readonly title: string;
  readonly body: string;
  readonly values: Readonly<Record<string, string>>;
}

function partsOf(
  step: FriendStep,
  { words, gift }: { readonly words: FriendWords; readonly gift: (gift: ToldGift) => string },
): PageParts {
  switch (step.kind) {
    case "invited": {
      const { advocateName, wrong } = step;
      const fault = wrong === null ? "" : `<p id="fault" role="alert">{{ say.wrongAddress }}</p>`;
      const faulty = wrong === null ? "" : ` aria-invalid="true" aria-describedby="fault"`;
      return {
        title: advocateName === null ? words.invited : words.invitedBy,
        body: `${step.gift === null ? "" : p("gift", ' class="gift"')}${p("forNew")}
<form method="post"><label for="address">{{ say.address }}</label>
<input id="address" name="address" type="email" autocomplete="email" required maxlength="254" value="{{ typed.address }}"${faulty}>${fault}
${p("consent", ' class="small"')}<button>{{ say.send }}</button></form>`,
        values: {
          ...(advocateName === null ? {} : { name: advocateName }),
          ...(step.gift === null ? {} : { gift: gift(step.gift) }),
        },
      };
    }
    case "sent":
      return { title: words.sentTitle, body: p("sent", ' role="status"'), values: { address: step.address } };
    case "confirm":
      return {
        title: words.confirmTitle,
        body: `${step.gift === null ? "" : p("gift", ' class="gift"')}${p("confirmText")}
<form method="post"><button>{{ say.confirmButton }}</button></form>`,
        values: { address: step.address, ...(step.gift === null ? {} : { gift: gift(step.gift) }) },
      };
    case "joined": {
      const { code, address } = step;
      const given = step.gift === null ? "" : gift(step.gift);
      if (step.isInReview) return { title: words.welcome, body: p("inReview"), values: {} };
      if (code !== null) {
        const body = `${p("code", ' class="gift"')}${p("codeHint")}`;
        return { title: words.welcome, body, values: { gift: code, address } };
      }
      const isPoints = step.gift?.kind === "points";
      return {
        title: words.welcome,
        body: isPoints ? p("givenPoints", ' class="gift"') : "",
        values: { gift: given },
      };
    }
    case "stopped":
      return { title: words[step.why], body: "", values: {} };
  }
}

const INK = "#1f2328";

/** The merchant's colours are numbers, checked when they were chosen. */
function styleOf(accent: string): string {
  const part = (at: number): number => Number.parseInt(accent.slice(at, at + 2), 16);
  return `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:8vh auto;padding:0 1.25rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25}.gift{font-size:1.25rem;font-weight:600}
.small{font-size:.9rem;opacity:.85}label{display:block;font-weight:600;margin-top:1.5rem}
input{font:inherit;color:inherit;background:none;box-sizing:border-box;width:100%;min-height:2.75rem;padding:.5rem .75rem;margin-top:.25rem;border:1px solid currentColor;border-radius:.5rem}
[role=alert]{font-weight:600;margin:.5rem 0 0}a{color:inherit;display:inline-flex;align-items:center;min-height:2.75rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.5rem;border-radius:.5rem;border:1px solid currentColor;cursor:pointer;background:${accent};color:rgb(${readableOn([part(1), part(3), part(5)]).join(",")})}`;
}
