import type { LetterText, Occasion } from "../letter-words.ts";

const de: Readonly<Record<Occasion, LetterText>> = {
  anniversary: {
    subject: "Danke für ein weiteres Jahr",
    preview: "Du hast {{ member.points }}.",
    title: "Danke für ein weiteres Jahr",
    text: [
      "Seit deinem Beitritt zu {{ program.name }} ist wieder ein Jahr vergangen. Schön, dass du dabei bist.{% if code.text != '' %} Das ist für dich:{% endif %}",
    ],
    button: "Zum Shop",
  },
  "tier-near": {
    subject:
      "{% if news.level != '' %}{{ news.level }} ist nah{% else %}Die nächste Stufe ist nah{% endif %}",
    preview: "{% if tier.missing != '' %}Noch {{ tier.missing }}, dann bist du da.{% endif %}",
    title: "{% if news.level != '' %}{{ news.level }} ist nah{% else %}Die nächste Stufe ist nah{% endif %}",
    text: [
      "{% if tier.missing != '' %}Noch {{ tier.missing }}, dann hast du {{ tier.next }} erreicht.{% endif %}",
      "Was die Stufe bringt, steht im Shop in der Ecke.",
    ],
    button: "Ansehen",
  },
  "membership-ending": {
    subject: "Deine Mitgliedschaft endet bald",
    preview: "{% if news.until != '' %}Sie gilt bis {{ news.until }}.{% endif %}",
    title: "Sie endet bald",
    text: [
      "{% if news.until != '' %}Sie gilt bis {{ news.until }}. {% endif %}Bis dahin hast du alles, was dazugehört. Verlängerst du rechtzeitig, geht sie ohne Lücke weiter.",
    ],
    button: "Zum Shop",
  },
  unsubscribed: {
    subject: "Was dir bleibt",
    preview: "Du hast {{ member.points }}.",
    title: "Kein Newsletter mehr",
    text: [
      "Du bekommst unseren Newsletter nicht mehr. Dein Stand von {{ member.points }} bleibt dir, mit allem, wofür er gut ist.",
      "{% if tier.missing != '' %}Bis {{ tier.next }} fehlen noch {{ tier.missing }}.{% endif %}",
    ],
    button: "Stand ansehen",
  },
  "challenge-done": {
    subject: "{% if news.challenge != '' %}Geschafft: {{ news.challenge }}{% else %}Geschafft{% endif %}",
    preview: "Gut gemacht.",
    title: "{% if news.challenge != '' %}Geschafft: {{ news.challenge }}{% else %}Geschafft{% endif %}",
    text: ["Gut gemacht. Was es dir bringt, steht im Shop in der Ecke."],
    button: "Ansehen",
  },
  "challenge-near": {
    subject:
      "{% if news.challenge != '' %}Fast geschafft: {{ news.challenge }}{% else %}Fast geschafft{% endif %}",
    preview: "Nur wenig fehlt noch.",
    title: "Fast geschafft",
    text: [
      "{% if news.challenge != '' %}Bei „{{ news.challenge }}“ fehlt nur noch wenig.{% else %}Es fehlt nur noch wenig.{% endif %}",
      "Wie weit du bist, steht im Shop in der Ecke.",
    ],
    button: "Ansehen",
  },
  "big-basket": {
    subject: "Danke für deinen großen Einkauf",
    preview: "Das war viel. Danke.",
    title: "Vielen Dank!",
    text: [
      "Das war ein großer Einkauf. Danke für dein Vertrauen.{% if code.text != '' %} Und das ist für deinen nächsten Besuch:{% endif %}",
    ],
    button: "Zum Shop",
  },
  "welcome-guide": {
    subject: "So funktioniert {{ program.name }}",
    preview: "In einer Minute gelesen.",
    title: "So funktioniert es",
    text: [
      "Was du kaufst, bringt {{ member.pointsName }}. Wie viele, steht bei den Produkten und im Shop in der Ecke.",
      "Dort siehst du auch, wofür sie gut sind. Eine Prämie, die du wählst, wird zu einem Code für die Kasse.",
      "{% if tier.next != '' %}Je mehr zählt, desto näher kommt {{ tier.next }}.{% endif %}",
    ],
    button: "Zum Shop",
  },
  "welcome-quick-win": {
    subject: "Schnell zu mehr {{ member.pointsName }}",
    preview: "Du hast {{ member.points }}.",
    title: "Schnell zu mehr",
    text: [
      "Im Shop in der Ecke siehst du, was {{ member.pointsName }} bringt, und was davon du noch nicht gemacht hast.",
    ],
    button: "Ansehen",
  },
};

export default de;
