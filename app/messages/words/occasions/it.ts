import type { LetterText, Occasion } from "../letter-words.ts";

const it: Readonly<Record<Occasion, LetterText>> = {
  anniversary: {
    subject: "Grazie per un altro anno",
    preview: "Hai {{ member.points }}.",
    title: "Grazie per un altro anno",
    text: [
      "È passato un altro anno da quando fai parte di {{ program.name }}. Siamo felici che tu ci sia.{% if code.text != '' %} Questo è per te:{% endif %}",
    ],
    button: "Al negozio",
  },
  "tier-near": {
    subject:
      "{% if news.level != '' %}{{ news.level }} è vicino{% else %}Il prossimo livello è vicino{% endif %}",
    preview: "{% if tier.missing != '' %}Ancora {{ tier.missing }} e ci sei.{% endif %}",
    title:
      "{% if news.level != '' %}{{ news.level }} è vicino{% else %}Il prossimo livello è vicino{% endif %}",
    text: [
      "{% if tier.missing != '' %}Ancora {{ tier.missing }} e raggiungi {{ tier.next }}.{% endif %}",
      "Che cosa offre si trova nell’angolo del negozio.",
    ],
    button: "Vedere che cosa offre",
  },
  "membership-ending": {
    subject: "Il tuo abbonamento sta per finire",
    preview: "{% if news.until != '' %}Vale fino al {{ news.until }}.{% endif %}",
    title: "Sta per finire",
    text: [
      "{% if news.until != '' %}Vale fino al {{ news.until }}. {% endif %}Fino ad allora hai tutto ciò che comprende. Se lo rinnovi in tempo, continua senza interruzioni.",
    ],
    button: "Al negozio",
  },
  unsubscribed: {
    subject: "Quello che resta tuo",
    preview: "Hai {{ member.points }}.",
    title: "Niente più newsletter",
    text: [
      "Non ricevi più la nostra newsletter. Il tuo saldo di {{ member.points }} resta tuo, con tutto ciò che permette.",
      "{% if tier.missing != '' %}Mancano {{ tier.missing }} a {{ tier.next }}.{% endif %}",
    ],
    button: "Vedere il saldo",
  },
  "challenge-done": {
    subject:
      "{% if news.challenge != '' %}Ce l’hai fatta: {{ news.challenge }}{% else %}Ce l’hai fatta{% endif %}",
    preview: "Complimenti.",
    title:
      "{% if news.challenge != '' %}Ce l’hai fatta: {{ news.challenge }}{% else %}Ce l’hai fatta{% endif %}",
    text: ["Complimenti. Che cosa ti porta si trova nell’angolo del negozio."],
    button: "Guardare",
  },
  "challenge-near": {
    subject:
      "{% if news.challenge != '' %}Ci sei quasi: {{ news.challenge }}{% else %}Ci sei quasi{% endif %}",
    preview: "Manca poco.",
    title: "Ci sei quasi",
    text: [
      "{% if news.challenge != '' %}Manca poco a {{ news.challenge }}.{% else %}Manca poco.{% endif %}",
      "A che punto sei si trova nell’angolo del negozio.",
    ],
    button: "Vedere a che punto sono",
  },
  "big-basket": {
    subject: "Grazie per il tuo grande ordine",
    preview: "È stato tanto. Grazie.",
    title: "Grazie!",
    text: [
      "È stato un grande ordine. Grazie per la fiducia.{% if code.text != '' %} E questo è per la tua prossima visita:{% endif %}",
    ],
    button: "Al negozio",
  },
  "welcome-guide": {
    subject: "Come funziona {{ program.name }}",
    preview: "Si legge in un minuto.",
    title: "Come funziona",
    text: [
      "Quello che compri porta {{ member.pointsName }}. Quanto, lo vedi sui prodotti e nell’angolo del negozio.",
      "Lì vedi anche a che cosa servono. Il premio che scegli diventa un codice per la cassa.",
      "{% if tier.next != '' %}Più conta, più si avvicina {{ tier.next }}.{% endif %}",
    ],
    button: "Al negozio",
  },
  "welcome-quick-win": {
    subject: "Più {{ member.pointsName }} in poco tempo",
    preview: "Hai {{ member.points }}.",
    title: "Di più in poco tempo",
    text: [
      "Nell’angolo del negozio vedi che cosa porta {{ member.pointsName }} e che cosa non hai ancora fatto.",
    ],
    button: "Guardare",
  },
};

export default it;
