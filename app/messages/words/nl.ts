import type { LetterWords } from "./letter-words.ts";
import occasions from "./occasions/nl.ts";

const nl: LetterWords = {
  hello: "Hallo,",
  helloName: "Hallo {{ member.name }},",
  balance: "Je saldo: {{ member.points }}",
  wayToNext: "Nog {{ tier.missing }} tot {{ tier.next }}",
  code: "Je code",
  codeUntil: "Geldig tot en met {{ code.until }}",
  why: "Je krijgt deze mail omdat je meedoet met {{ program.name }} van {{ shop.name }}.",
  preferences: "Kiezen waarover we schrijven",
  unsubscribe: "Afmelden",
  letters: {
    ...occasions,
    welcome: {
      subject: "Welkom bij {{ program.name }}",
      preview: "Vanaf nu telt elke aankoop.",
      title: "Fijn dat je meedoet",
      text: [
        "Je doet nu mee met {{ program.name }}. Vanaf nu tellen je aankopen.",
        "Je saldo, de beloningen en al het andere vind je in de hoek van de winkel.",
      ],
      button: "Bekijken",
    },
    "points-earned": {
      subject:
        "{% if news.points != '' %}{{ news.points }} voor jou{% else %}Nieuws over je saldo{% endif %}",
      preview: "Je hebt nu {{ member.points }}.",
      title: "{% if news.points != '' %}{{ news.points }} erbij{% else %}Er is iets bijgekomen{% endif %}",
      text: ["Bedankt voor je aankoop. Je hebt nu {{ member.points }}."],
      button: "Saldo bekijken",
    },
    "reward-in-reach": {
      subject:
        "{% if news.reward != '' %}{{ news.reward }}: nu mogelijk{% else %}Een beloning is nu mogelijk{% endif %}",
      preview: "Je {{ member.points }} zijn genoeg.",
      title:
        "{% if news.reward != '' %}{{ news.reward }}, als je wilt{% else %}Een beloning, als je wilt{% endif %}",
      text: ["Je {{ member.points }} zijn genoeg. Wanneer je ze inwisselt, bepaal jij."],
      button: "Inwisselen",
    },
    "tier-reached": {
      subject:
        "{% if news.level != '' %}Je hebt {{ news.level }} bereikt{% else %}Je hebt een nieuw niveau bereikt{% endif %}",
      preview: "Bedankt dat je bij ons blijft.",
      title:
        "{% if news.level != '' %}Welkom bij {{ news.level }}{% else %}Welkom op je nieuwe niveau{% endif %}",
      text: [
        "Bedankt dat je bij ons blijft. Wat je niveau je brengt, vind je in de hoek van de winkel.",
        "{% if tier.until != '' %}Het geldt in elk geval tot en met {{ tier.until }}.{% endif %}",
      ],
      button: "Voordelen bekijken",
    },
    "tier-in-grace": {
      subject:
        "{% if news.level != '' %}{{ news.level }} eindigt binnenkort{% else %}Je niveau eindigt binnenkort{% endif %}",
      preview: "{% if news.until != '' %}Je houdt het tot en met {{ news.until }}.{% endif %}",
      title:
        "{% if news.level != '' %}Wil je {{ news.level }} houden?{% else %}Wil je je niveau houden?{% endif %}",
      text: [
        "{% if news.until != '' %}Je houdt het tot en met {{ news.until }}.{% endif %}",
        "{% if tier.keep != '' %}Met nog {{ tier.keep }} voor die tijd blijft het van jou.{% endif %}",
      ],
      button: "Naar de winkel",
    },
    "tier-lost": {
      subject:
        "{% if news.level != '' %}De weg terug naar {{ news.level }}{% else %}De weg terug naar je niveau{% endif %}",
      preview: "We zien je graag terug.",
      title:
        "{% if news.level != '' %}{{ news.level }} is voorbij. Voorlopig.{% else %}Je niveau is voorbij. Voorlopig.{% endif %}",
      text: [
        "Je saldo blijft van jou, en de weg terug staat open.",
        "{% if tier.missing != '' %}Nog {{ tier.missing }} en je hebt {{ tier.next }} bereikt.{% endif %}",
      ],
      button: "Naar de winkel",
    },
    "points-expiring": {
      subject:
        "{% if news.points != '' %}{{ news.points }} verlopen binnenkort{% else %}Een deel van je saldo verloopt binnenkort{% endif %}",
      preview: "{% if news.until != '' %}Te gebruiken tot en met {{ news.until }}.{% endif %}",
      title:
        "{% if news.until != '' %}Gebruiken tot en met {{ news.until }}{% else %}Op tijd gebruiken{% endif %}",
      text: [
        "{% if news.points != '' and news.until != '' %}Je kunt {{ news.points }} gebruiken tot en met {{ news.until }}, daarna verlopen ze.{% endif %}",
        "Welke beloningen mogelijk zijn, vind je in de hoek van de winkel.",
      ],
      button: "Beloningen bekijken",
    },
    "code-expiring": {
      subject: "Je code verloopt binnenkort",
      preview: "{% if code.until != '' %}Hij is geldig tot en met {{ code.until }}.{% endif %}",
      title: "Je code wacht nog",
      text: [
        "Je hebt hem nog niet gebruikt{% if code.until != '' %} en hij is geldig tot en met {{ code.until }}{% endif %}.",
      ],
      button: "Nu gebruiken",
    },
    birthday: {
      subject: "Gefeliciteerd met je verjaardag{% if member.name != '' %}, {{ member.name }}{% endif %}",
      preview: "De hartelijke groeten van {{ shop.name }}.",
      title: "Gefeliciteerd!",
      text: [
        "Het hele team van {{ shop.name }} wenst je een mooie dag.{% if code.text != '' %} Dit is voor jou:{% endif %}",
      ],
      button: "Naar de winkel",
    },
    "first-purchase": {
      subject: "Bedankt voor je eerste aankoop",
      preview: "Hij heeft geteld: {{ member.points }}.",
      title: "Bedankt!",
      text: [
        "Je eerste aankoop heeft geteld. Je hebt nu {{ member.points }}.",
        "{% if code.text != '' %}En dit is voor de volgende:{% endif %}",
      ],
      button: "Saldo bekijken",
    },
    lapsed: {
      subject: "Dat is lang geleden",
      preview: "Je {{ member.points }} zijn er nog.",
      title: "Dat is lang geleden",
      text: [
        "Je {{ member.points }} zijn er nog.{% if code.text != '' %} En dit is voor je volgende bezoek:{% endif %}",
      ],
      button: "Naar de winkel",
    },
    "return-explained": {
      subject: "Je retour en je saldo",
      preview: "Je hebt nu {{ member.points }}.",
      title: "Wat je retour verandert",
      text: [
        "Wat je hebt teruggestuurd, telt niet meer{% if news.points != '' %}: {{ news.points }} eraf{% endif %}.",
        "Wat je hebt gehouden, telt nog steeds. Je hebt nu {{ member.points }}; elke stap vind je in de hoek van de winkel.",
      ],
      button: "Overzicht bekijken",
    },
  },
  page: {
    title: "Waarover we je schrijven",
    intro: "Jij beslist. Het geldt meteen, en je kunt het altijd veranderen.",
    marketing: "Nieuws en aanbiedingen",
    marketingHint: "Beloningen, verjaardag, wat er nieuw is.",
    service: "Over je saldo",
    serviceHint: "Wat verloopt, niveaus, codes, retouren.",
    profiling: "Een beeld van wat je koopt",
    profilingHint:
      "Zodat aanbiedingen bij je passen. Zonder vinkje tellen je aankopen alleen mee in de totalen van de winkel.",
    save: "Opslaan",
    saved: "Opgeslagen. Het geldt vanaf nu.",
    stopAll: "Geen mails meer",
    leading: "Naar {{ shop.name }}",
    goOn: "Verder",
    broken: "Deze link werkt niet. Neem die uit de laatste mail.",
  },
};

export default nl;
