import de from "./de.ts";
import type { LetterWords } from "./letter-words.ts";
import occasions from "./occasions/de-formal.ts";

const deFormal: LetterWords = {
  ...de,
  hello: "Guten Tag,",
  helloName: "Guten Tag, {{ member.name }},",
  balance: "Ihr Stand: {{ member.points }}",
  code: "Ihr Code",
  why: "Diese Mail bekommen Sie, weil Sie bei {{ program.name }} von {{ shop.name }} mitmachen.",
  letters: {
    ...occasions,
    welcome: {
      ...de.letters.welcome,
      title: "Schön, dass Sie dabei sind",
      text: [
        "Sie machen jetzt bei {{ program.name }} mit. Ab sofort zählt, was Sie kaufen.",
        "Ihren Stand, die Prämien und alles Weitere finden Sie im Shop in der Ecke.",
      ],
    },
    "points-earned": {
      ...de.letters["points-earned"],
      subject:
        "{% if news.points != '' %}{{ news.points }} für Sie{% else %}Neue {{ member.pointsName }} für Sie{% endif %}",
      preview: "Sie haben jetzt {{ member.points }}.",
      text: ["Danke für Ihren Einkauf. Sie haben jetzt {{ member.points }}."],
    },
    "reward-in-reach": {
      ...de.letters["reward-in-reach"],
      preview: "Ihre {{ member.points }} reichen dafür.",
      title:
        "{% if news.reward != '' %}{{ news.reward }}, wenn Sie mögen{% else %}Eine Prämie, wenn Sie mögen{% endif %}",
      text: ["Ihre {{ member.points }} reichen dafür. Wann Sie einlösen, entscheiden Sie."],
    },
    "tier-reached": {
      ...de.letters["tier-reached"],
      subject:
        "{% if news.level != '' %}Sie haben {{ news.level }} erreicht{% else %}Sie haben eine neue Stufe erreicht{% endif %}",
      preview: "Danke, dass Sie uns treu sind.",
      title:
        "{% if news.level != '' %}Willkommen in {{ news.level }}{% else %}Willkommen in Ihrer neuen Stufe{% endif %}",
      text: [
        "Danke, dass Sie uns treu sind. Was Ihnen die Stufe bringt, steht im Shop in der Ecke.",
        "{% if tier.until != '' %}Sie gilt mindestens bis {{ tier.until }}.{% endif %}",
      ],
    },
    "tier-in-grace": {
      ...de.letters["tier-in-grace"],
      subject:
        "{% if news.level != '' %}{{ news.level }} endet bald{% else %}Ihre Stufe endet bald{% endif %}",
      preview: "{% if news.until != '' %}Sie behalten sie noch bis {{ news.until }}.{% endif %}",
      title:
        "{% if news.level != '' %}Möchten Sie {{ news.level }} behalten?{% else %}Möchten Sie Ihre Stufe behalten?{% endif %}",
      text: [
        "{% if news.until != '' %}Sie behalten sie noch bis {{ news.until }}.{% endif %}",
        "{% if tier.keep != '' %}Noch {{ tier.keep }} bis dahin, und sie bleibt Ihnen.{% endif %}",
      ],
    },
    "tier-lost": {
      ...de.letters["tier-lost"],
      subject:
        "{% if news.level != '' %}So kommen Sie zurück zu {{ news.level }}{% else %}So kommen Sie zurück zu Ihrer Stufe{% endif %}",
      preview: "Wir hätten Sie gern wieder.",
      title:
        "{% if news.level != '' %}{{ news.level }} ist vorbei. Vorerst.{% else %}Ihre Stufe ist vorbei. Vorerst.{% endif %}",
      text: [
        "Ihre {{ member.pointsName }} bleiben Ihnen, und der Weg zurück steht offen.",
        "{% if tier.missing != '' %}Noch {{ tier.missing }}, dann haben Sie {{ tier.next }} erreicht.{% endif %}",
      ],
    },
    "points-expiring": {
      ...de.letters["points-expiring"],
      subject:
        "{% if news.points != '' %}{{ news.points }} verfallen bald{% else %}Ein Teil Ihrer {{ member.pointsName }} verfällt bald{% endif %}",
      preview: "{% if news.until != '' %}Einlösen können Sie sie noch bis {{ news.until }}.{% endif %}",
      text: [
        "{% if news.points != '' and news.until != '' %}{{ news.points }} können Sie noch bis {{ news.until }} einlösen, dann verfallen sie.{% endif %}",
        "Wofür sie reichen, steht im Shop in der Ecke.",
      ],
    },
    "code-expiring": {
      ...de.letters["code-expiring"],
      subject: "Ihr Code läuft bald ab",
      title: "Ihr Code wartet noch",
      text: [
        "Sie haben ihn noch nicht genutzt{% if code.until != '' %}, und er gilt noch bis {{ code.until }}{% endif %}.",
      ],
    },
    birthday: {
      ...de.letters.birthday,
      text: [
        "Herzliche Glückwünsche vom ganzen Team von {{ shop.name }}.{% if code.text != '' %} Das ist für Sie:{% endif %}",
      ],
    },
    "first-purchase": {
      ...de.letters["first-purchase"],
      subject: "Danke für Ihren ersten Einkauf",
      text: [
        "Ihr erster Einkauf hat gezählt. Sie haben jetzt {{ member.points }}.",
        "{% if code.text != '' %}Und das ist für den nächsten:{% endif %}",
      ],
    },
    lapsed: {
      ...de.letters.lapsed,
      preview: "Ihre {{ member.points }} sind noch da.",
      text: [
        "Ihre {{ member.points }} sind noch da.{% if code.text != '' %} Und das ist für Ihren nächsten Besuch:{% endif %}",
      ],
    },
    "return-explained": {
      ...de.letters["return-explained"],
      subject: "Ihre Rückgabe und Ihre {{ member.pointsName }}",
      preview: "Sie haben jetzt {{ member.points }}.",
      title: "Was Ihre Rückgabe ändert",
      text: [
        "Was Sie zurückgegeben haben, zählt nicht mehr{% if news.points != '' %}: {{ news.points }} sind zurückgegangen{% endif %}.",
        "Was Sie behalten haben, zählt weiter. Sie haben jetzt {{ member.points }}; jeder Schritt steht im Shop in der Ecke.",
      ],
    },
  },
  page: {
    ...de.page,
    title: "Worüber wir Ihnen schreiben",
    intro: "Sie entscheiden. Es gilt sofort, und Sie können es jederzeit ändern.",
    service: "Rund um Ihren Stand",
    profiling: "Ein Bild von Ihren Einkäufen",
    profilingHint:
      "Damit Angebote zu Ihnen passen. Ohne Haken zählen Ihre Einkäufe nur in den Summen des Shops.",
    broken: "Dieser Link geht nicht. Nehmen Sie bitte den aus der letzten Mail.",
  },
};

export default deFormal;
