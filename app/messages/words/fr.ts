import type { LetterWords } from "./letter-words.ts";
import occasions from "./occasions/fr.ts";

const fr: LetterWords = {
  hello: "Bonjour,",
  helloName: "Bonjour {{ member.name }},",
  balance: "Votre solde : {{ member.points }}",
  wayToNext: "Encore {{ tier.missing }} pour {{ tier.next }}",
  code: "Votre code",
  codeUntil: "Valable jusqu’au {{ code.until }}",
  why: "Vous recevez ce message parce que vous participez à {{ program.name }} chez {{ shop.name }}.",
  preferences: "Choisir de quoi nous vous parlons",
  unsubscribe: "Se désinscrire",
  letters: {
    ...occasions,
    welcome: {
      subject: "Bienvenue dans {{ program.name }}",
      preview: "Désormais, chaque achat compte.",
      title: "Ravis de vous compter parmi nous",
      text: [
        "Vous participez maintenant à {{ program.name }}. Désormais, vos achats comptent.",
        "Votre solde, les récompenses et tout le reste se trouvent dans le coin de la boutique.",
      ],
      button: "Y jeter un œil",
    },
    "points-earned": {
      subject:
        "{% if news.points != '' %}{{ news.points }} pour vous{% else %}Du nouveau sur votre solde{% endif %}",
      preview: "Votre solde : {{ member.points }}.",
      title:
        "{% if news.points != '' %}{{ news.points }} de plus{% else %}Du nouveau sur votre solde{% endif %}",
      text: ["Merci pour votre achat. Votre solde est maintenant de {{ member.points }}."],
      button: "Voir mon solde",
    },
    "reward-in-reach": {
      subject:
        "{% if news.reward != '' %}{{ news.reward }} : c’est à votre portée{% else %}Une récompense est à votre portée{% endif %}",
      preview: "Vos {{ member.points }} suffisent.",
      title:
        "{% if news.reward != '' %}{{ news.reward }}, si le cœur vous en dit{% else %}Une récompense, si le cœur vous en dit{% endif %}",
      text: ["Vos {{ member.points }} suffisent. À vous de choisir le moment."],
      button: "En profiter",
    },
    "tier-reached": {
      subject:
        "{% if news.level != '' %}Vous avez atteint {{ news.level }}{% else %}Vous avez atteint un nouveau niveau{% endif %}",
      preview: "Merci de votre fidélité.",
      title:
        "{% if news.level != '' %}Bienvenue au niveau {{ news.level }}{% else %}Bienvenue à votre nouveau niveau{% endif %}",
      text: [
        "Merci de votre fidélité. Ce que ce niveau vous apporte se trouve dans le coin de la boutique.",
        "{% if tier.until != '' %}Il est à vous au moins jusqu’au {{ tier.until }}.{% endif %}",
      ],
      button: "Voir mes avantages",
    },
    "tier-in-grace": {
      subject:
        "{% if news.level != '' %}{{ news.level }} se termine bientôt{% else %}Votre niveau se termine bientôt{% endif %}",
      preview: "{% if news.until != '' %}Il est à vous jusqu’au {{ news.until }}.{% endif %}",
      title: "{% if news.level != '' %}Garder {{ news.level }} ?{% else %}Garder votre niveau ?{% endif %}",
      text: [
        "{% if news.until != '' %}Il est à vous jusqu’au {{ news.until }}.{% endif %}",
        "{% if tier.keep != '' %}Encore {{ tier.keep }} d’ici là, et vous le gardez.{% endif %}",
      ],
      button: "Aller à la boutique",
    },
    "tier-lost": {
      subject:
        "{% if news.level != '' %}Pour retrouver {{ news.level }}{% else %}Pour retrouver votre niveau{% endif %}",
      preview: "Nous aimerions vous revoir.",
      title:
        "{% if news.level != '' %}{{ news.level }}, c’est fini. Pour l’instant.{% else %}Votre niveau est terminé. Pour l’instant.{% endif %}",
      text: [
        "Votre solde reste à vous, et le chemin du retour est ouvert.",
        "{% if tier.missing != '' %}Encore {{ tier.missing }} et vous atteignez {{ tier.next }}.{% endif %}",
      ],
      button: "Aller à la boutique",
    },
    "points-expiring": {
      subject:
        "{% if news.points != '' %}{{ news.points }} expirent bientôt{% else %}Une partie de votre solde expire bientôt{% endif %}",
      preview: "{% if news.until != '' %}À utiliser jusqu’au {{ news.until }}.{% endif %}",
      title:
        "{% if news.until != '' %}À utiliser jusqu’au {{ news.until }}{% else %}À utiliser à temps{% endif %}",
      text: [
        "{% if news.points != '' and news.until != '' %}Vous pouvez utiliser {{ news.points }} jusqu’au {{ news.until }}, ensuite ils expirent.{% endif %}",
        "Les récompenses possibles se trouvent dans le coin de la boutique.",
      ],
      button: "Voir les récompenses",
    },
    "code-expiring": {
      subject: "Votre code expire bientôt",
      preview: "{% if code.until != '' %}Il est valable jusqu’au {{ code.until }}.{% endif %}",
      title: "Votre code vous attend",
      text: [
        "Vous ne l’avez pas encore utilisé{% if code.until != '' %}, et il est valable jusqu’au {{ code.until }}{% endif %}.",
      ],
      button: "L’utiliser",
    },
    birthday: {
      subject: "Joyeux anniversaire{% if member.name != '' %}, {{ member.name }}{% endif %}",
      preview: "Tous nos vœux, de la part de {{ shop.name }}.",
      title: "Joyeux anniversaire !",
      text: [
        "Tous nos vœux, de la part de toute l’équipe de {{ shop.name }}.{% if code.text != '' %} Voici pour vous :{% endif %}",
      ],
      button: "Aller à la boutique",
    },
    "first-purchase": {
      subject: "Merci pour votre premier achat",
      preview: "Il a compté : {{ member.points }}.",
      title: "Merci !",
      text: [
        "Votre premier achat a compté. Votre solde est maintenant de {{ member.points }}.",
        "{% if code.text != '' %}Et voici pour le prochain :{% endif %}",
      ],
      button: "Voir mon solde",
    },
    lapsed: {
      subject: "Cela fait longtemps",
      preview: "Vos {{ member.points }} sont toujours là.",
      title: "Cela fait longtemps",
      text: [
        "Vos {{ member.points }} sont toujours là.{% if code.text != '' %} Et voici pour votre prochaine visite :{% endif %}",
      ],
      button: "Aller à la boutique",
    },
    "return-explained": {
      subject: "Votre retour et votre solde",
      preview: "Votre solde : {{ member.points }}.",
      title: "Ce que votre retour change",
      text: [
        "Ce que vous avez renvoyé ne compte plus{% if news.points != '' %} : {{ news.points }} en moins{% endif %}.",
        "Ce que vous avez gardé compte toujours. Votre solde est maintenant de {{ member.points }} ; chaque étape se trouve dans le coin de la boutique.",
      ],
      button: "Voir l’historique",
    },
  },
  page: {
    title: "De quoi nous vous parlons",
    intro: "C’est vous qui décidez. Votre choix vaut tout de suite, et vous pouvez le changer à tout moment.",
    marketing: "Nouveautés et offres",
    marketingHint: "Récompenses, anniversaire, nouveautés.",
    service: "Autour de votre solde",
    serviceHint: "Ce qui expire, niveaux, codes, retours.",
    profiling: "Une idée de vos achats",
    profilingHint:
      "Pour des offres qui vous conviennent. Sans elle, vos achats ne comptent que dans les totaux de la boutique.",
    save: "Enregistrer",
    saved: "Enregistré. Votre choix vaut dès maintenant.",
    stopAll: "Plus aucun message",
    leading: "Vers {{ shop.name }}",
    goOn: "Continuer",
    broken: "Ce lien ne fonctionne pas. Prenez celui du dernier message.",
  },
};

export default fr;
