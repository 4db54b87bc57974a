import type { LetterWords } from "./letter-words.ts";
import occasions from "./occasions/it.ts";

const it: LetterWords = {
  hello: "Ciao,",
  helloName: "Ciao {{ member.name }},",
  balance: "Il tuo saldo: {{ member.points }}",
  wayToNext: "Ancora {{ tier.missing }} per {{ tier.next }}",
  code: "Il tuo codice",
  codeUntil: "Valido fino al giorno {{ code.until }}",
  why: "Ricevi questa mail perché partecipi a {{ program.name }} di {{ shop.name }}.",
  preferences: "Scegliere di cosa ti scriviamo",
  unsubscribe: "Annullare l’iscrizione",
  letters: {
    ...occasions,
    welcome: {
      subject: "Ti diamo il benvenuto in {{ program.name }}",
      preview: "Da adesso ogni acquisto conta.",
      title: "Che bello averti con noi",
      text: [
        "Ora partecipi a {{ program.name }}. Da adesso i tuoi acquisti contano.",
        "Il tuo saldo, i premi e tutto il resto si trovano nell’angolo del negozio.",
      ],
      button: "Dare un’occhiata",
    },
    "points-earned": {
      subject: "{% if news.points != '' %}{{ news.points }} per te{% else %}Novità sul tuo saldo{% endif %}",
      preview: "Adesso hai {{ member.points }}.",
      title: "{% if news.points != '' %}{{ news.points }} in più{% else %}Novità sul tuo saldo{% endif %}",
      text: ["Grazie per il tuo acquisto. Adesso hai {{ member.points }}."],
      button: "Vedere il saldo",
    },
    "reward-in-reach": {
      subject:
        "{% if news.reward != '' %}{{ news.reward }}: ora puoi averlo{% else %}Ora puoi avere un premio{% endif %}",
      preview: "I tuoi {{ member.points }} bastano.",
      title: "{% if news.reward != '' %}{{ news.reward }}, se vuoi{% else %}Un premio, se vuoi{% endif %}",
      text: ["I tuoi {{ member.points }} bastano. Quando riscattarlo lo decidi tu."],
      button: "Riscattare",
    },
    "tier-reached": {
      subject:
        "{% if news.level != '' %}Hai raggiunto {{ news.level }}{% else %}Hai raggiunto un nuovo livello{% endif %}",
      preview: "Grazie per la tua fedeltà.",
      title: "{% if news.level != '' %}Ora sei {{ news.level }}{% else %}Il tuo nuovo livello{% endif %}",
      text: [
        "Grazie per la tua fedeltà. Cosa ti offre il livello si trova nell’angolo del negozio.",
        "{% if tier.until != '' %}È tuo almeno fino al giorno {{ tier.until }}.{% endif %}",
      ],
      button: "Vedere i vantaggi",
    },
    "tier-in-grace": {
      subject:
        "{% if news.level != '' %}{{ news.level }} finisce presto{% else %}Il tuo livello finisce presto{% endif %}",
      preview: "{% if news.until != '' %}È tuo fino al giorno {{ news.until }}.{% endif %}",
      title:
        "{% if news.level != '' %}Vuoi mantenere {{ news.level }}?{% else %}Vuoi mantenere il tuo livello?{% endif %}",
      text: [
        "{% if news.until != '' %}È tuo fino al giorno {{ news.until }}.{% endif %}",
        "{% if tier.keep != '' %}Con altri {{ tier.keep }} entro allora lo mantieni.{% endif %}",
      ],
      button: "Al negozio",
    },
    "tier-lost": {
      subject:
        "{% if news.level != '' %}La strada per tornare a {{ news.level }}{% else %}La strada per tornare al tuo livello{% endif %}",
      preview: "Ci piacerebbe rivederti.",
      title:
        "{% if news.level != '' %}{{ news.level }} è finito. Per ora.{% else %}Il tuo livello è finito. Per ora.{% endif %}",
      text: [
        "Il tuo saldo resta tuo, e la strada per tornare è aperta.",
        "{% if tier.missing != '' %}Ancora {{ tier.missing }} e raggiungi {{ tier.next }}.{% endif %}",
      ],
      button: "Al negozio",
    },
    "points-expiring": {
      subject:
        "{% if news.points != '' %}{{ news.points }} in scadenza{% else %}Una parte del tuo saldo è in scadenza{% endif %}",
      preview: "{% if news.until != '' %}Da usare entro il giorno {{ news.until }}.{% endif %}",
      title:
        "{% if news.until != '' %}Da usare entro il giorno {{ news.until }}{% else %}Da usare in tempo{% endif %}",
      text: [
        "{% if news.points != '' and news.until != '' %}Puoi usare {{ news.points }} entro il giorno {{ news.until }}, poi scadono.{% endif %}",
        "I premi possibili si trovano nell’angolo del negozio.",
      ],
      button: "Vedere i premi",
    },
    "code-expiring": {
      subject: "Il tuo codice sta per scadere",
      preview: "{% if code.until != '' %}È valido fino al giorno {{ code.until }}.{% endif %}",
      title: "Il tuo codice ti aspetta",
      text: [
        "Non l’hai ancora usato{% if code.until != '' %} ed è valido fino al giorno {{ code.until }}{% endif %}.",
      ],
      button: "Usarlo ora",
    },
    birthday: {
      subject: "Buon compleanno{% if member.name != '' %}, {{ member.name }}{% endif %}",
      preview: "Tanti auguri da {{ shop.name }}.",
      title: "Buon compleanno!",
      text: [
        "Tanti auguri da tutta la squadra di {{ shop.name }}.{% if code.text != '' %} Questo è per te:{% endif %}",
      ],
      button: "Al negozio",
    },
    "first-purchase": {
      subject: "Grazie per il tuo primo acquisto",
      preview: "Ha contato: {{ member.points }}.",
      title: "Grazie!",
      text: [
        "Il tuo primo acquisto ha contato. Adesso hai {{ member.points }}.",
        "{% if code.text != '' %}E questo è per il prossimo:{% endif %}",
      ],
      button: "Vedere il saldo",
    },
    lapsed: {
      subject: "È passato un po’ di tempo",
      preview: "I tuoi {{ member.points }} sono ancora qui.",
      title: "È passato un po’ di tempo",
      text: [
        "I tuoi {{ member.points }} sono ancora qui.{% if code.text != '' %} E questo è per la tua prossima visita:{% endif %}",
      ],
      button: "Al negozio",
    },
    "return-explained": {
      subject: "Il tuo reso e il tuo saldo",
      preview: "Adesso hai {{ member.points }}.",
      title: "Cosa cambia con il tuo reso",
      text: [
        "Quello che hai restituito non conta più{% if news.points != '' %}: {{ news.points }} in meno{% endif %}.",
        "Quello che hai tenuto conta ancora. Adesso hai {{ member.points }}; ogni passo si trova nell’angolo del negozio.",
      ],
      button: "Vedere la cronologia",
    },
  },
  page: {
    title: "Di cosa ti scriviamo",
    intro: "Decidi tu. Vale subito, e puoi cambiarlo quando vuoi.",
    marketing: "Novità e offerte",
    marketingHint: "Premi, compleanno, novità.",
    service: "Sul tuo saldo",
    serviceHint: "Scadenze, livelli, codici, resi.",
    profiling: "Un’idea dei tuoi acquisti",
    profilingHint:
      "Perché le offerte siano adatte a te. Senza, i tuoi acquisti contano solo nei totali del negozio.",
    save: "Salvare",
    saved: "Salvato. Vale da adesso.",
    stopAll: "Nessuna mail",
    leading: "Verso {{ shop.name }}",
    goOn: "Continuare",
    broken: "Questo link non funziona. Usa quello dell’ultima mail.",
  },
};

export default it;
