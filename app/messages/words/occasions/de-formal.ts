import type { LetterText, Occasion } from "../letter-words.ts";
import de from "./de.ts";

const deFormal: Readonly<Record<Occasion, LetterText>> = {
  anniversary: {
    ...de.anniversary,
    preview: "Sie haben {{ member.points }}.",
    text: [
      "Seit Ihrem Beitritt zu {{ program.name }} ist wieder ein Jahr vergangen. Schön, dass Sie dabei sind.{% if code.text != '' %} Das ist für Sie:{% endif %}",
    ],
  },
  "tier-near": {
    ...de["tier-near"],
    preview: "{% if tier.missing != '' %}Noch {{ tier.missing }}, dann sind Sie da.{% endif %}",
    text: [
      "{% if tier.missing != '' %}Noch {{ tier.missing }}, dann haben Sie {{ tier.next }} erreicht.{% endif %}",
      "Was die Stufe bringt, steht im Shop in der Ecke.",
    ],
  },
  "membership-ending": {
    ...de["membership-ending"],
    subject: "Ihre Mitgliedschaft endet bald",
    text: [
      "{% if news.until != '' %}Sie gilt bis {{ news.until }}. {% endif %}Bis dahin haben Sie alles, was dazugehört. Verlängern Sie rechtzeitig, geht sie ohne Lücke weiter.",
    ],
  },
  unsubscribed: {
    ...de.unsubscribed,
    subject: "Was Ihnen bleibt",
    preview: "Sie haben {{ member.points }}.",
    text: [
      "Sie bekommen unseren Newsletter nicht mehr. Ihr Stand von {{ member.points }} bleibt Ihnen, mit allem, wofür er gut ist.",
      "{% if tier.missing != '' %}Bis {{ tier.next }} fehlen noch {{ tier.missing }}.{% endif %}",
    ],
  },
  "challenge-done": {
    ...de["challenge-done"],
    text: ["Gut gemacht. Was es Ihnen bringt, steht im Shop in der Ecke."],
  },
  "challenge-near": {
    ...de["challenge-near"],
    text: [
      "{% if news.challenge != '' %}Bei „{{ news.challenge }}“ fehlt nur noch wenig.{% else %}Es fehlt nur noch wenig.{% endif %}",
      "Wie weit Sie sind, steht im Shop in der Ecke.",
    ],
  },
  "big-basket": {
    ...de["big-basket"],
    subject: "Danke für Ihren großen Einkauf",
    text: [
      "Das war ein großer Einkauf. Danke für Ihr Vertrauen.{% if code.text != '' %} Und das ist für Ihren nächsten Besuch:{% endif %}",
    ],
  },
  "welcome-guide": {
    ...de["welcome-guide"],
    text: [
      "Was Sie kaufen, bringt {{ member.pointsName }}. Wie viele, steht bei den Produkten und im Shop in der Ecke.",
      "Dort sehen Sie auch, wofür sie gut sind. Eine Prämie, die Sie wählen, wird zu einem Code für die Kasse.",
      "{% if tier.next != '' %}Je mehr zählt, desto näher kommt {{ tier.next }}.{% endif %}",
    ],
  },
  "welcome-quick-win": {
    ...de["welcome-quick-win"],
    preview: "Sie haben {{ member.points }}.",
    text: [
      "Im Shop in der Ecke sehen Sie, was {{ member.pointsName }} bringt, und was davon Sie noch nicht gemacht haben.",
    ],
  },
};

export default deFormal;
