import type { QuestionWords } from "../question-words.ts";

const nl: QuestionWords = {
  ask: {
    earn: "Hoe spaar ik {name}?",
    counts: "Wat telt mee van een bestelling?",
    excluded: "Kan iedereen sparen?",
    spend: "Wanneer kan ik mijn {name} gebruiken?",
    rewards: "Wat krijg ik voor mijn {name}?",
    use: "Hoe gebruik ik een beloning?",
    expire: "Verlopen mijn {name}?",
    levels: "Welke niveaus zijn er, en wat leveren ze op?",
    keep: "Hoe haal ik een niveau, en hoe houd ik het?",
    challenges: "Wat leveren uitdagingen op?",
    memberships: "Wat levert een betaald lidmaatschap op?",
    returned: "Wat als ik iets terugstuur?",
    fewer: "Waarom heb ik minder {name} dan eerst?",
    kept: "Wat weet de winkel over mij?",
    leave: "Hoe verlaat ik het programma?",
    since: "Sinds wanneer gelden deze regels?",
  },
  line: "{what}: {gives}",
  useCode: "Wissel haar in via het venster van het programma. Je krijgt een code voor het afrekenen.",
  useGiveBack: "Een ongebruikte code kun je teruggeven. Wat hij kostte, krijg je dan terug.",
  useAsked: "Voor {list} neemt de winkel contact met je op. Tot die tijd is de prijs opzijgezet.",
  notice: "Het venster van het programma zegt het {days} eerder.",
  climb: {
    spend: "Je niveau hangt af van hoeveel je koopt.",
    points: "Je niveau hangt af van hoeveel {name} je spaart, zodra je ze kunt gebruiken.",
    orders: "Je niveau hangt af van hoe vaak je bestelt.",
  },
  keep: {
    lifetime: "Alles telt, vanaf het begin. Een behaald niveau heeft geen einddatum.",
    rolling: "Een niveau geldt {months}. Het wordt verlengd als je het dan nog haalt.",
    calendarYear:
      "Een niveau geldt tot het einde van het volgende jaar. Het wordt verlengd als je het dan nog haalt.",
  },
  levelReturned: "Wat je terugstuurt, telt niet meer voor je niveau.",
  challengeReturned: "Is een uitdaging daardoor niet meer gehaald, dan gaat terug wat ze opleverde.",
  membershipBuy: "Je koopt het zoals elk ander product van de winkel.",
  fewerClaimed: "Een beloning haalt eraf wat ze kost, zodra je haar inwisselt.",
  fewerReasons: "De geschiedenis in het venster van het programma geeft bij elke verandering de reden.",
  leaveHow: "Met ‘{leave}’ onderaan het venster.",
  leaveEnds: "Je spaart dan niet meer, open codes vervallen en je saldo is niet meer te gebruiken.",
};

export default nl;
