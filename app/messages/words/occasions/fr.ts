import type { LetterText, Occasion } from "../letter-words.ts";

const fr: Readonly<Record<Occasion, LetterText>> = {
  anniversary: {
    subject: "Merci pour une année de plus",
    preview: "Votre solde : {{ member.points }}.",
    title: "Merci pour une année de plus",
    text: [
      "Voilà une année de plus que vous avez rejoint {{ program.name }}. Merci d’être avec nous.{% if code.text != '' %} Voici pour vous :{% endif %}",
    ],
    button: "Aller à la boutique",
  },
  "tier-near": {
    subject:
      "{% if news.level != '' %}{{ news.level }} est tout proche{% else %}Le prochain niveau est tout proche{% endif %}",
    preview: "{% if tier.missing != '' %}Plus que {{ tier.missing }}, et vous y êtes.{% endif %}",
    title:
      "{% if news.level != '' %}{{ news.level }} est tout proche{% else %}Le prochain niveau est tout proche{% endif %}",
    text: [
      "{% if tier.missing != '' %}Plus que {{ tier.missing }}, et vous atteignez {{ tier.next }}.{% endif %}",
      "Ses avantages se trouvent dans le coin de la boutique.",
    ],
    button: "Voir ses avantages",
  },
  "membership-ending": {
    subject: "Votre abonnement se termine bientôt",
    preview: "{% if news.until != '' %}Il est valable jusqu’au {{ news.until }}.{% endif %}",
    title: "Il se termine bientôt",
    text: [
      "{% if news.until != '' %}Il est valable jusqu’au {{ news.until }}. {% endif %}D’ici là, vous profitez de tout ce qu’il comprend. Renouvelé à temps, il continue sans interruption.",
    ],
    button: "Aller à la boutique",
  },
  unsubscribed: {
    subject: "Ce qui vous reste",
    preview: "Votre solde : {{ member.points }}.",
    title: "Plus de newsletter",
    text: [
      "Vous ne recevez plus notre newsletter. Votre solde de {{ member.points }} vous reste, avec tout ce qu’il permet.",
      "{% if tier.missing != '' %}Il manque {{ tier.missing }} pour {{ tier.next }}.{% endif %}",
    ],
    button: "Voir mon solde",
  },
  "challenge-done": {
    subject: "{% if news.challenge != '' %}Réussi : {{ news.challenge }}{% else %}C’est réussi{% endif %}",
    preview: "Bravo.",
    title: "{% if news.challenge != '' %}Réussi : {{ news.challenge }}{% else %}C’est réussi{% endif %}",
    text: ["Bravo. Ce que cela vous apporte se trouve dans le coin de la boutique."],
    button: "Voir",
  },
  "challenge-near": {
    subject:
      "{% if news.challenge != '' %}Presque réussi : {{ news.challenge }}{% else %}Presque réussi{% endif %}",
    preview: "Il manque très peu.",
    title: "Presque réussi",
    text: [
      "{% if news.challenge != '' %}Il manque très peu pour {{ news.challenge }}.{% else %}Il manque très peu.{% endif %}",
      "Où vous en êtes se trouve dans le coin de la boutique.",
    ],
    button: "Voir où j’en suis",
  },
  "big-basket": {
    subject: "Merci pour votre belle commande",
    preview: "C’était une grande commande. Merci.",
    title: "Merci !",
    text: [
      "C’était une grande commande. Merci de votre confiance.{% if code.text != '' %} Et voici pour votre prochaine visite :{% endif %}",
    ],
    button: "Aller à la boutique",
  },
  "welcome-guide": {
    subject: "Comment fonctionne {{ program.name }}",
    preview: "Une minute suffit.",
    title: "Comment cela fonctionne",
    text: [
      "Vos achats rapportent des {{ member.pointsName }}. Combien, cela se voit sur les produits et dans le coin de la boutique.",
      "Vous y voyez aussi à quoi ils servent. La récompense choisie devient un code pour la caisse.",
      "{% if tier.next != '' %}Plus vos achats comptent, plus {{ tier.next }} approche.{% endif %}",
    ],
    button: "Aller à la boutique",
  },
  "welcome-quick-win": {
    subject: "Plus de {{ member.pointsName }}, vite fait",
    preview: "Votre solde : {{ member.points }}.",
    title: "Plus, vite fait",
    text: [
      "Dans le coin de la boutique, vous voyez ce qui rapporte des {{ member.pointsName }} et ce que vous n’avez pas encore fait.",
    ],
    button: "Voir",
  },
};

export default fr;
