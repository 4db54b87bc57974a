import type { QuestionWords } from "../question-words.ts";

const it: QuestionWords = {
  ask: {
    earn: "Come raccolgo {name}?",
    counts: "Che cosa conta di un ordine?",
    excluded: "Possono raccogliere tutti?",
    spend: "Quando posso usare {name}?",
    rewards: "Che cosa ricevo in cambio di {name}?",
    use: "Come uso un premio?",
    expire: "C’è una scadenza per {name}?",
    levels: "Quali livelli ci sono e che cosa offrono?",
    keep: "Come raggiungo un livello e come lo mantengo?",
    challenges: "Che cosa danno le sfide?",
    memberships: "Che cosa offre un abbonamento a pagamento?",
    returned: "E se restituisco qualcosa?",
    fewer: "Perché il mio saldo in {name} è sceso?",
    kept: "Che cosa sa di me il negozio?",
    leave: "Come lascio il programma?",
    since: "Da quando valgono queste regole?",
  },
  line: "{what}: {gives}",
  useCode: "Riscattalo nella finestra del programma. Ricevi un codice per il pagamento.",
  useGiveBack: "Un codice non usato si può restituire. Riavrai allora quello che è costato.",
  useAsked: "Per {list} il negozio ti contatta. Fino ad allora il costo è messo da parte.",
  notice: "La finestra del programma lo segnala {days} prima.",
  climb: {
    spend: "Il livello dipende da quanto acquisti.",
    points: "Il livello dipende da quanto raccogli in {name}, appena si può usare.",
    orders: "Il livello dipende da quanti ordini fai.",
  },
  keep: {
    lifetime: "Conta tutto, dall’inizio. Un livello raggiunto non ha una data di fine.",
    rolling: "Un livello vale {months}. Viene prolungato se allora lo raggiungi ancora.",
    calendarYear:
      "Un livello vale fino alla fine dell’anno seguente. Viene prolungato se allora lo raggiungi ancora.",
  },
  levelReturned: "Quello che restituisci non conta più per il tuo livello.",
  challengeReturned: "Se per questo una sfida non è più superata, torna indietro quello che ha dato.",
  membershipBuy: "Si acquista come ogni altro prodotto del negozio.",
  fewerClaimed: "Un premio scala quello che costa appena lo riscatti.",
  fewerReasons: "La cronologia, nella finestra del programma, dà il motivo di ogni variazione.",
  leaveHow: "Con «{leave}», in fondo alla finestra.",
  leaveEnds: "Non raccogli più, i codici aperti finiscono e il tuo saldo non si può più usare.",
};

export default it;
