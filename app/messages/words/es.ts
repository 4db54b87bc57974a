import type { LetterWords } from "./letter-words.ts";
import occasions from "./occasions/es.ts";

const es: LetterWords = {
  hello: "Hola:",
  helloName: "Hola, {{ member.name }}:",
  balance: "Tu saldo: {{ member.points }}",
  wayToNext: "Te faltan {{ tier.missing }} para {{ tier.next }}",
  code: "Tu código",
  codeUntil: "Válido hasta el {{ code.until }}",
  why: "Recibes este correo porque participas en {{ program.name }} de {{ shop.name }}.",
  preferences: "Elegir sobre qué te escribimos",
  unsubscribe: "Darse de baja",
  letters: {
    ...occasions,
    welcome: {
      subject: "Te damos la bienvenida a {{ program.name }}",
      preview: "A partir de ahora, cada compra cuenta.",
      title: "Qué bien tenerte aquí",
      text: [
        "Ya participas en {{ program.name }}. A partir de ahora, tus compras cuentan.",
        "Tu saldo, las recompensas y todo lo demás están en la esquina de la tienda.",
      ],
      button: "Echar un vistazo",
    },
    "points-earned": {
      subject:
        "{% if news.points != '' %}{{ news.points }} para ti{% else %}Novedades en tu saldo{% endif %}",
      preview: "Ahora tienes {{ member.points }}.",
      title: "{% if news.points != '' %}{{ news.points }} más{% else %}Novedades en tu saldo{% endif %}",
      text: ["Gracias por tu compra. Ahora tienes {{ member.points }}."],
      button: "Ver mi saldo",
    },
    "reward-in-reach": {
      subject:
        "{% if news.reward != '' %}{{ news.reward }}: ya está a tu alcance{% else %}Ya tienes una recompensa a tu alcance{% endif %}",
      preview: "Con tus {{ member.points }} te llega.",
      title:
        "{% if news.reward != '' %}{{ news.reward }}, si quieres{% else %}Una recompensa, si quieres{% endif %}",
      text: ["Con tus {{ member.points }} te llega. Tú decides cuándo canjearla."],
      button: "Canjear",
    },
    "tier-reached": {
      subject:
        "{% if news.level != '' %}Has llegado a {{ news.level }}{% else %}Has llegado a un nuevo nivel{% endif %}",
      preview: "Gracias por seguir con nosotros.",
      title:
        "{% if news.level != '' %}Ya estás en {{ news.level }}{% else %}Ya estás en tu nuevo nivel{% endif %}",
      text: [
        "Gracias por seguir con nosotros. Lo que te aporta tu nivel está en la esquina de la tienda.",
        "{% if tier.until != '' %}Es tuyo al menos hasta el {{ tier.until }}.{% endif %}",
      ],
      button: "Ver mis ventajas",
    },
    "tier-in-grace": {
      subject:
        "{% if news.level != '' %}{{ news.level }} termina pronto{% else %}Tu nivel termina pronto{% endif %}",
      preview: "{% if news.until != '' %}Es tuyo hasta el {{ news.until }}.{% endif %}",
      title:
        "{% if news.level != '' %}¿Quieres conservar {{ news.level }}?{% else %}¿Quieres conservar tu nivel?{% endif %}",
      text: [
        "{% if news.until != '' %}Es tuyo hasta el {{ news.until }}.{% endif %}",
        "{% if tier.keep != '' %}Con {{ tier.keep }} más hasta entonces lo conservas.{% endif %}",
      ],
      button: "Ir a la tienda",
    },
    "tier-lost": {
      subject:
        "{% if news.level != '' %}El camino de vuelta a {{ news.level }}{% else %}El camino de vuelta a tu nivel{% endif %}",
      preview: "Nos gustaría volver a verte.",
      title:
        "{% if news.level != '' %}{{ news.level }} ha terminado. Por ahora.{% else %}Tu nivel ha terminado. Por ahora.{% endif %}",
      text: [
        "Tu saldo sigue siendo tuyo, y el camino de vuelta está abierto.",
        "{% if tier.missing != '' %}Con {{ tier.missing }} más llegas a {{ tier.next }}.{% endif %}",
      ],
      button: "Ir a la tienda",
    },
    "points-expiring": {
      subject:
        "{% if news.points != '' %}{{ news.points }} caducan pronto{% else %}Parte de tu saldo caduca pronto{% endif %}",
      preview: "{% if news.until != '' %}Puedes usarlo hasta el {{ news.until }}.{% endif %}",
      title:
        "{% if news.until != '' %}Para usar hasta el {{ news.until }}{% else %}Úsalo a tiempo{% endif %}",
      text: [
        "{% if news.points != '' and news.until != '' %}Puedes usar {{ news.points }} hasta el {{ news.until }}; después caducan.{% endif %}",
        "Las recompensas posibles están en la esquina de la tienda.",
      ],
      button: "Ver recompensas",
    },
    "code-expiring": {
      subject: "Tu código caduca pronto",
      preview: "{% if code.until != '' %}Es válido hasta el {{ code.until }}.{% endif %}",
      title: "Tu código te espera",
      text: [
        "Todavía no lo has usado{% if code.until != '' %} y es válido hasta el {{ code.until }}{% endif %}.",
      ],
      button: "Usarlo ahora",
    },
    birthday: {
      subject: "Feliz cumpleaños{% if member.name != '' %}, {{ member.name }}{% endif %}",
      preview: "Con los mejores deseos de {{ shop.name }}.",
      title: "¡Feliz cumpleaños!",
      text: [
        "Todo el equipo de {{ shop.name }} te desea lo mejor.{% if code.text != '' %} Esto es para ti:{% endif %}",
      ],
      button: "Ir a la tienda",
    },
    "first-purchase": {
      subject: "Gracias por tu primera compra",
      preview: "Ha contado: {{ member.points }}.",
      title: "¡Gracias!",
      text: [
        "Tu primera compra ha contado. Ahora tienes {{ member.points }}.",
        "{% if code.text != '' %}Y esto es para la próxima:{% endif %}",
      ],
      button: "Ver mi saldo",
    },
    lapsed: {
      subject: "Cuánto tiempo",
      preview: "Tus {{ member.points }} siguen aquí.",
      title: "Cuánto tiempo",
      text: [
        "Tus {{ member.points }} siguen aquí.{% if code.text != '' %} Y esto es para tu próxima visita:{% endif %}",
      ],
      button: "Ir a la tienda",
    },
    "return-explained": {
      subject: "Tu devolución y tu saldo",
      preview: "Ahora tienes {{ member.points }}.",
      title: "Qué cambia con tu devolución",
      text: [
        "Lo que has devuelto ya no cuenta{% if news.points != '' %}: {{ news.points }} menos{% endif %}.",
        "Lo que te has quedado sigue contando. Ahora tienes {{ member.points }}; cada paso está en la esquina de la tienda.",
      ],
      button: "Ver el historial",
    },
  },
  page: {
    title: "Sobre qué te escribimos",
    intro: "Tú decides. Vale desde ya, y puedes cambiarlo cuando quieras.",
    marketing: "Novedades y ofertas",
    marketingHint: "Recompensas, cumpleaños, novedades.",
    service: "Sobre tu saldo",
    serviceHint: "Lo que caduca, niveles, códigos, devoluciones.",
    profiling: "Una idea de lo que compras",
    profilingHint:
      "Para que las ofertas encajen contigo. Sin ella, tus compras cuentan solo en los totales de la tienda.",
    save: "Guardar",
    saved: "Guardado. Vale a partir de ahora.",
    stopAll: "Ningún correo más",
    leading: "Ir a {{ shop.name }}",
    goOn: "Continuar",
    broken: "Este enlace no funciona. Usa el del último correo.",
  },
};

export default es;
