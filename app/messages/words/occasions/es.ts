import type { LetterText, Occasion } from "../letter-words.ts";

const es: Readonly<Record<Occasion, LetterText>> = {
  anniversary: {
    subject: "Gracias por un año más",
    preview: "Tienes {{ member.points }}.",
    title: "Gracias por un año más",
    text: [
      "Ha pasado otro año desde que te uniste a {{ program.name }}. Nos alegra que estés aquí.{% if code.text != '' %} Esto es para ti:{% endif %}",
    ],
    button: "Ir a la tienda",
  },
  "tier-near": {
    subject:
      "{% if news.level != '' %}{{ news.level }} está cerca{% else %}El siguiente nivel está cerca{% endif %}",
    preview: "{% if tier.missing != '' %}Solo {{ tier.missing }} más y lo tienes.{% endif %}",
    title:
      "{% if news.level != '' %}{{ news.level }} está cerca{% else %}El siguiente nivel está cerca{% endif %}",
    text: [
      "{% if tier.missing != '' %}Con {{ tier.missing }} más llegas a {{ tier.next }}.{% endif %}",
      "Lo que te aporta está en la esquina de la tienda.",
    ],
    button: "Ver qué aporta",
  },
  "membership-ending": {
    subject: "Tu suscripción termina pronto",
    preview: "{% if news.until != '' %}Es válida hasta el {{ news.until }}.{% endif %}",
    title: "Termina pronto",
    text: [
      "{% if news.until != '' %}Es válida hasta el {{ news.until }}. {% endif %}Hasta entonces tienes todo lo que incluye. Si la renuevas a tiempo, sigue sin interrupción.",
    ],
    button: "Ir a la tienda",
  },
  unsubscribed: {
    subject: "Lo que sigue siendo tuyo",
    preview: "Tienes {{ member.points }}.",
    title: "Sin más boletines",
    text: [
      "Ya no recibes nuestro boletín. Tu saldo de {{ member.points }} sigue siendo tuyo, con todo lo que permite.",
      "{% if tier.missing != '' %}Faltan {{ tier.missing }} para {{ tier.next }}.{% endif %}",
    ],
    button: "Ver mi saldo",
  },
  "challenge-done": {
    subject: "{% if news.challenge != '' %}Conseguido: {{ news.challenge }}{% else %}Conseguido{% endif %}",
    preview: "Bien hecho.",
    title: "{% if news.challenge != '' %}Conseguido: {{ news.challenge }}{% else %}Conseguido{% endif %}",
    text: ["Bien hecho. Lo que te aporta está en la esquina de la tienda."],
    button: "Ver",
  },
  "challenge-near": {
    subject:
      "{% if news.challenge != '' %}Casi conseguido: {{ news.challenge }}{% else %}Casi conseguido{% endif %}",
    preview: "Falta muy poco.",
    title: "Casi conseguido",
    text: [
      "{% if news.challenge != '' %}Falta muy poco para {{ news.challenge }}.{% else %}Falta muy poco.{% endif %}",
      "Hasta dónde has llegado está en la esquina de la tienda.",
    ],
    button: "Ver mi progreso",
  },
  "big-basket": {
    subject: "Gracias por tu gran compra",
    preview: "Ha sido mucho. Gracias.",
    title: "¡Gracias!",
    text: [
      "Ha sido una gran compra. Gracias por tu confianza.{% if code.text != '' %} Y esto es para tu próxima visita:{% endif %}",
    ],
    button: "Ir a la tienda",
  },
  "welcome-guide": {
    subject: "Así funciona {{ program.name }}",
    preview: "Se lee en un minuto.",
    title: "Así funciona",
    text: [
      "Lo que compras te da {{ member.pointsName }}. Cuánto, lo ves en los productos y en la esquina de la tienda.",
      "Allí ves también para qué sirven. La recompensa que eliges se convierte en un código para el pago.",
      "{% if tier.next != '' %}Cuanto más cuenta, más cerca está {{ tier.next }}.{% endif %}",
    ],
    button: "Ir a la tienda",
  },
  "welcome-quick-win": {
    subject: "Más {{ member.pointsName }} en un momento",
    preview: "Tienes {{ member.points }}.",
    title: "Más en un momento",
    text: ["En la esquina de la tienda ves qué da {{ member.pointsName }} y qué te queda por hacer."],
    button: "Ver",
  },
};

export default es;
