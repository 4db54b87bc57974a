import type { LetterWords } from "./letter-words.ts";
import occasions from "./occasions/de.ts";

const de: LetterWords = {
  hello: "Hallo,",
  helloName: "Hallo {{ member.name }},",
  balance: "Dein Stand: {{ member.points }}",
  wayToNext: "Noch {{ tier.missing }} bis {{ tier.next }}",
  code: "Dein Code",
  codeUntil: "Gültig bis {{ code.until }}",
  why: "Diese Mail bekommst du, weil du bei {{ program.name }} von {{ shop.name }} mitmachst.",
  preferences: "Auswählen, worüber wir schreiben",
  unsubscribe: "Abmelden",
  letters: {
    ...occasions,
    welcome: {
      subject: "Willkommen bei {{ program.name }}",
      preview: "Ab jetzt zählt jeder Einkauf.",
      title: "Schön, dass du dabei bist",
      text: [
        "Du machst jetzt bei {{ program.name }} mit. Ab sofort zählt, was du kaufst.",
        "Deinen Stand, die Prämien und alles Weitere findest du im Shop in der Ecke.",
      ],
      button: "Ansehen",
    },
    "points-earned": {
      subject:
        "{% if news.points != '' %}{{ news.points }} für dich{% else %}Neue {{ member.pointsName }} für dich{% endif %}",
      preview: "Du hast jetzt {{ member.points }}.",
      title: "{% if news.points != '' %}{{ news.points }} mehr{% else %}Da ist etwas angekommen{% endif %}",
      text: ["Danke für deinen Einkauf. Du hast jetzt {{ member.points }}."],
      button: "Stand ansehen",
    },
    "reward-in-reach": {
      subject:
        "{% if news.reward != '' %}{{ news.reward }}: jetzt möglich{% else %}Eine Prämie ist jetzt möglich{% endif %}",
      preview: "Deine {{ member.points }} reichen dafür.",
      title:
        "{% if news.reward != '' %}{{ news.reward }}, wenn du magst{% else %}Eine Prämie, wenn du magst{% endif %}",
      text: ["Deine {{ member.points }} reichen dafür. Wann du einlöst, entscheidest du."],
      button: "Einlösen",
    },
    "tier-reached": {
      subject:
        "{% if news.level != '' %}Du hast {{ news.level }} erreicht{% else %}Du hast eine neue Stufe erreicht{% endif %}",
      preview: "Danke, dass du uns treu bist.",
      title:
        "{% if news.level != '' %}Willkommen in {{ news.level }}{% else %}Willkommen in deiner neuen Stufe{% endif %}",
      text: [
        "Danke, dass du uns treu bist. Was dir die Stufe bringt, steht im Shop in der Ecke.",
        "{% if tier.until != '' %}Sie gilt mindestens bis {{ tier.until }}.{% endif %}",
      ],
      button: "Vorteile ansehen",
    },
    "tier-in-grace": {
      subject:
        "{% if news.level != '' %}{{ news.level }} endet bald{% else %}Deine Stufe endet bald{% endif %}",
      preview: "{% if news.until != '' %}Du behältst sie noch bis {{ news.until }}.{% endif %}",
      title:
        "{% if news.level != '' %}Magst du {{ news.level }} behalten?{% else %}Magst du deine Stufe behalten?{% endif %}",
      text: [
        "{% if news.until != '' %}Du behältst sie noch bis {{ news.until }}.{% endif %}",
        "{% if tier.keep != '' %}Noch {{ tier.keep }} bis dahin, und sie bleibt dir.{% endif %}",
      ],
      button: "Zum Shop",
    },
    "tier-lost": {
      subject:
        "{% if news.level != '' %}So kommst du zurück zu {{ news.level }}{% else %}So kommst du zurück zu deiner Stufe{% endif %}",
      preview: "Wir hätten dich gern wieder.",
      title:
        "{% if news.level != '' %}{{ news.level }} ist vorbei. Vorerst.{% else %}Deine Stufe ist vorbei. Vorerst.{% endif %}",
      text: [
        "Deine {{ member.pointsName }} bleiben dir, und der Weg zurück steht offen.",
        "{% if tier.missing != '' %}Noch {{ tier.missing }}, dann hast du {{ tier.next }} erreicht.{% endif %}",
      ],
      button: "Zum Shop",
    },
    "points-expiring": {
      subject:
        "{% if news.points != '' %}{{ news.points }} verfallen bald{% else %}Ein Teil deiner {{ member.pointsName }} verfällt bald{% endif %}",
      preview: "{% if news.until != '' %}Einlösen kannst du sie noch bis {{ news.until }}.{% endif %}",
      title:
        "{% if news.until != '' %}Noch bis {{ news.until }} einlösen{% else %}Rechtzeitig einlösen{% endif %}",
      text: [
        "{% if news.points != '' and news.until != '' %}{{ news.points }} kannst du noch bis {{ news.until }} einlösen, dann verfallen sie.{% endif %}",
        "Wofür sie reichen, steht im Shop in der Ecke.",
      ],
      button: "Prämien ansehen",
    },
    "code-expiring": {
      subject: "Dein Code läuft bald ab",
      preview: "{% if code.until != '' %}Er gilt noch bis {{ code.until }}.{% endif %}",
      title: "Dein Code wartet noch",
      text: [
        "Du hast ihn noch nicht genutzt{% if code.until != '' %}, und er gilt noch bis {{ code.until }}{% endif %}.",
      ],
      button: "Jetzt nutzen",
    },
    birthday: {
      subject: "Alles Gute zum Geburtstag{% if member.name != '' %}, {{ member.name }}{% endif %}",
      preview: "Herzliche Grüße von {{ shop.name }}.",
      title: "Alles Gute zum Geburtstag!",
      text: [
        "Herzliche Glückwünsche vom ganzen Team von {{ shop.name }}.{% if code.text != '' %} Das ist für dich:{% endif %}",
      ],
      button: "Zum Shop",
    },
    "first-purchase": {
      subject: "Danke für deinen ersten Einkauf",
      preview: "Er hat gezählt: {{ member.points }}.",
      title: "Vielen Dank!",
      text: [
        "Dein erster Einkauf hat gezählt. Du hast jetzt {{ member.points }}.",
        "{% if code.text != '' %}Und das ist für den nächsten:{% endif %}",
      ],
      button: "Stand ansehen",
    },
    lapsed: {
      subject: "Lange nicht gesehen",
      preview: "Deine {{ member.points }} sind noch da.",
      title: "Lange nicht gesehen",
      text: [
        "Deine {{ member.points }} sind noch da.{% if code.text != '' %} Und das ist für deinen nächsten Besuch:{% endif %}",
      ],
      button: "Zum Shop",
    },
    "return-explained": {
      subject: "Deine Rückgabe und deine {{ member.pointsName }}",
      preview: "Du hast jetzt {{ member.points }}.",
      title: "Was deine Rückgabe ändert",
      text: [
        "Was du zurückgegeben hast, zählt nicht mehr{% if news.points != '' %}: {{ news.points }} sind zurückgegangen{% endif %}.",
        "Was du behalten hast, zählt weiter. Du hast jetzt {{ member.points }}; jeder Schritt steht im Shop in der Ecke.",
      ],
      button: "Verlauf ansehen",
    },
  },
  page: {
    title: "Worüber wir dir schreiben",
    intro: "Du entscheidest. Es gilt sofort, und du kannst es jederzeit ändern.",
    marketing: "Neues und Angebote",
    marketingHint: "Prämien, Geburtstag, was es Neues gibt.",
    service: "Rund um deinen Stand",
    serviceHint: "Was verfällt, Stufen, Codes, Rückgaben.",
    profiling: "Ein Bild von deinen Einkäufen",
    profilingHint:
      "Damit Angebote zu dir passen. Ohne Haken zählen deine Einkäufe nur in den Summen des Shops.",
    save: "Speichern",
    saved: "Gespeichert. Es gilt ab jetzt.",
    stopAll: "Keine Mails mehr",
    leading: "Weiter zu {{ shop.name }}",
    goOn: "Weiter",
    broken: "Dieser Link geht nicht. Nimm bitte den aus der letzten Mail.",
  },
};

export default de;
