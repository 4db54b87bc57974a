import type { QuestionWords } from "../question-words.ts";

const es: QuestionWords = {
  ask: {
    earn: "¿Cómo reúno {name}?",
    counts: "¿Qué cuenta de un pedido?",
    excluded: "¿Puede reunir todo el mundo?",
    spend: "¿Cuándo puedo usar mis {name}?",
    rewards: "¿Qué recibo por mis {name}?",
    use: "¿Cómo uso una recompensa?",
    expire: "¿Caducan mis {name}?",
    levels: "¿Qué niveles hay y qué ofrecen?",
    keep: "¿Cómo alcanzo un nivel y cómo lo mantengo?",
    challenges: "¿Qué dan los retos?",
    memberships: "¿Qué ofrece una membresía de pago?",
    returned: "¿Y si devuelvo algo?",
    fewer: "¿Por qué tengo menos {name} que antes?",
    kept: "¿Qué sabe la tienda de mí?",
    leave: "¿Cómo salgo del programa?",
    since: "¿Desde cuándo se aplican estas reglas?",
  },
  line: "{what}: {gives}",
  useCode: "Canjéala en la ventana del programa. Recibes un código para pagar.",
  useGiveBack: "Un código sin usar se puede devolver. Entonces recuperas lo que costó.",
  useAsked: "Para {list}, la tienda se pondrá en contacto contigo. Hasta entonces el precio queda reservado.",
  notice: "La ventana del programa lo indica {days} antes.",
  climb: {
    spend: "El nivel depende de cuánto compras.",
    points: "El nivel depende de lo que reúnes en {name}, en cuanto se puede usar.",
    orders: "El nivel depende de cuántos pedidos haces.",
  },
  keep: {
    lifetime: "Todo cuenta, desde el principio. Un nivel alcanzado no tiene fecha de fin.",
    rolling: "Un nivel dura {months}. Se prolonga si entonces aún lo alcanzas.",
    calendarYear: "Un nivel dura hasta el final del año siguiente. Se prolonga si entonces aún lo alcanzas.",
  },
  levelReturned: "Lo que devuelves ya no cuenta para tu nivel.",
  challengeReturned: "Si por eso un reto deja de estar cumplido, se retira lo que dio.",
  membershipBuy: "Se compra como cualquier otro producto de la tienda.",
  fewerClaimed: "Una recompensa descuenta lo que cuesta en cuanto la canjeas.",
  fewerReasons: "El historial, en la ventana del programa, da el motivo de cada cambio.",
  leaveHow: "Con «{leave}», al final de la ventana.",
  leaveEnds: "Dejas de reunir, los códigos abiertos terminan y tu saldo ya no se podrá usar.",
};

export default es;
