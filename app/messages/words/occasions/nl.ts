import type { LetterText, Occasion } from "../letter-words.ts";

const nl: Readonly<Record<Occasion, LetterText>> = {
  anniversary: {
    subject: "Bedankt voor nog een jaar",
    preview: "Je hebt {{ member.points }}.",
    title: "Bedankt voor nog een jaar",
    text: [
      "Je bent alweer een jaar langer lid van {{ program.name }}. Fijn dat je erbij bent.{% if code.text != '' %} Dit is voor jou:{% endif %}",
    ],
    button: "Naar de winkel",
  },
  "tier-near": {
    subject:
      "{% if news.level != '' %}{{ news.level }} is dichtbij{% else %}Het volgende niveau is dichtbij{% endif %}",
    preview: "{% if tier.missing != '' %}Nog {{ tier.missing }} en je bent er.{% endif %}",
    title:
      "{% if news.level != '' %}{{ news.level }} is dichtbij{% else %}Het volgende niveau is dichtbij{% endif %}",
    text: [
      "{% if tier.missing != '' %}Nog {{ tier.missing }} en je hebt {{ tier.next }} bereikt.{% endif %}",
      "Wat het oplevert staat in de hoek van de winkel.",
    ],
    button: "Bekijken wat het oplevert",
  },
  "membership-ending": {
    subject: "Je lidmaatschap loopt binnenkort af",
    preview: "{% if news.until != '' %}Het geldt tot en met {{ news.until }}.{% endif %}",
    title: "Het loopt binnenkort af",
    text: [
      "{% if news.until != '' %}Het geldt tot en met {{ news.until }}. {% endif %}Tot dan heb je alles wat erbij hoort. Verleng je op tijd, dan gaat het zonder onderbreking door.",
    ],
    button: "Naar de winkel",
  },
  unsubscribed: {
    subject: "Wat van jou blijft",
    preview: "Je hebt {{ member.points }}.",
    title: "Geen nieuwsbrief meer",
    text: [
      "Je krijgt onze nieuwsbrief niet meer. Je saldo van {{ member.points }} blijft van jou, met alles waar het goed voor is.",
      "{% if tier.missing != '' %}Nog {{ tier.missing }} tot {{ tier.next }}.{% endif %}",
    ],
    button: "Saldo bekijken",
  },
  "challenge-done": {
    subject: "{% if news.challenge != '' %}Gelukt: {{ news.challenge }}{% else %}Gelukt{% endif %}",
    preview: "Goed gedaan.",
    title: "{% if news.challenge != '' %}Gelukt: {{ news.challenge }}{% else %}Gelukt{% endif %}",
    text: ["Goed gedaan. Wat het je oplevert staat in de hoek van de winkel."],
    button: "Bekijken",
  },
  "challenge-near": {
    subject:
      "{% if news.challenge != '' %}Bijna gelukt: {{ news.challenge }}{% else %}Bijna gelukt{% endif %}",
    preview: "Er ontbreekt nog maar weinig.",
    title: "Bijna gelukt",
    text: [
      "{% if news.challenge != '' %}Bij {{ news.challenge }} ontbreekt nog maar weinig.{% else %}Er ontbreekt nog maar weinig.{% endif %}",
      "Hoever je bent staat in de hoek van de winkel.",
    ],
    button: "Bekijken hoever ik ben",
  },
  "big-basket": {
    subject: "Bedankt voor je grote bestelling",
    preview: "Dat was veel. Bedankt.",
    title: "Bedankt!",
    text: [
      "Dat was een grote bestelling. Bedankt voor je vertrouwen.{% if code.text != '' %} En dit is voor je volgende bezoek:{% endif %}",
    ],
    button: "Naar de winkel",
  },
  "welcome-guide": {
    subject: "Zo werkt {{ program.name }}",
    preview: "In een minuut gelezen.",
    title: "Zo werkt het",
    text: [
      "Wat je koopt levert {{ member.pointsName }} op. Hoeveel zie je bij de producten en in de hoek van de winkel.",
      "Daar zie je ook waar ze goed voor zijn. Een beloning die je kiest wordt een code voor de kassa.",
      "{% if tier.next != '' %}Hoe meer er telt, hoe dichterbij {{ tier.next }} komt.{% endif %}",
    ],
    button: "Naar de winkel",
  },
  "welcome-quick-win": {
    subject: "Snel meer {{ member.pointsName }}",
    preview: "Je hebt {{ member.points }}.",
    title: "Snel meer",
    text: [
      "In de hoek van de winkel zie je wat {{ member.pointsName }} oplevert, en wat je daarvan nog niet hebt gedaan.",
    ],
    button: "Bekijken",
  },
};

export default nl;
