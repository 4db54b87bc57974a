import type { QuestionWords } from "../question-words.ts";

const fr: QuestionWords = {
  ask: {
    earn: "Comment cumuler des {name} ?",
    counts: "Qu’est-ce qui compte dans une commande ?",
    excluded: "Tout le monde peut-il cumuler ?",
    spend: "Quand puis-je utiliser mes {name} ?",
    rewards: "À quoi servent mes {name} ?",
    use: "Comment utiliser une récompense ?",
    expire: "Y a-t-il une date limite pour mes {name} ?",
    levels: "Quels sont les niveaux, et qu’apportent-ils ?",
    keep: "Comment atteindre un niveau, et comment le garder ?",
    challenges: "Qu’apportent les défis ?",
    memberships: "Qu’apporte une adhésion payante ?",
    returned: "Et si je retourne un article ?",
    fewer: "Pourquoi ai-je moins de {name} qu’avant ?",
    kept: "Que sait la boutique de moi ?",
    leave: "Comment quitter le programme ?",
    since: "Depuis quand ces règles s’appliquent-elles ?",
  },
  line: "{what} : {gives}",
  useCode: "Échangez-la dans la fenêtre du programme. Vous recevez un code pour le paiement.",
  useGiveBack: "Un code non utilisé peut être rendu. Vous récupérez alors ce qu’il a coûté.",
  useAsked: "Pour {list}, la boutique vous contacte. D’ici là, le prix est mis de côté.",
  notice: "La fenêtre du programme l’indique {days} avant.",
  climb: {
    spend: "Le niveau dépend du montant de vos achats.",
    points: "Le niveau dépend des {name} que vous cumulez, dès leur mise à disposition.",
    orders: "Le niveau dépend du nombre de vos commandes.",
  },
  keep: {
    lifetime: "Tout compte, depuis le début. Un niveau atteint n’a pas de date de fin.",
    rolling: "Un niveau vaut {months}. Il est prolongé si vous l’atteignez encore à ce moment-là.",
    calendarYear:
      "Un niveau vaut jusqu’à la fin de l’année suivante. Il est prolongé si vous l’atteignez encore à ce moment-là.",
  },
  levelReturned: "Ce que vous retournez ne compte plus pour votre niveau.",
  challengeReturned: "Si un défi n’est de ce fait plus relevé, ce qu’il a rapporté est repris.",
  membershipBuy: "Elle s’achète comme tout autre produit de la boutique.",
  fewerClaimed: "Une récompense déduit son prix dès que vous l’échangez.",
  fewerReasons: "L’historique, dans la fenêtre du programme, donne la raison de chaque changement.",
  leaveHow: "Avec « {leave} », à la fin de la fenêtre.",
  leaveEnds: "Vous ne cumulez plus, les codes ouverts prennent fin et votre solde n’est plus utilisable.",
};

export default fr;
