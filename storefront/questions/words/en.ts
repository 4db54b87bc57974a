import type { QuestionWords } from "../question-words.ts";

const en: QuestionWords = {
  ask: {
    earn: "How do I collect {name}?",
    counts: "What of an order counts?",
    excluded: "Can everybody collect?",
    spend: "When can I spend my {name}?",
    rewards: "What do I get for my {name}?",
    use: "How do I use a reward?",
    expire: "Do my {name} expire?",
    levels: "Which tiers are there, and what do they bring?",
    keep: "How do I reach a tier, and how do I keep it?",
    challenges: "What do challenges bring?",
    memberships: "What does a paid membership bring?",
    returned: "What if I return something?",
    fewer: "Why do I have fewer {name} than before?",
    kept: "What does the shop know about me?",
    leave: "How do I leave the program?",
    since: "Since when have these rules been in force?",
  },
  line: "{what}: {gives}",
  useCode: "Claim it in the panel of the program. You get a code for the checkout.",
  useGiveBack: "A code you have not used can be given back. What it cost then returns to you.",
  useAsked: "For {list} the shop gets in touch with you. Until then what it costs is set aside.",
  notice: "The panel says so {days} before.",
  climb: {
    spend: "A tier goes by what you spend.",
    points: "A tier goes by the {name} you collect, once they can be spent.",
    orders: "A tier goes by the number of your orders.",
  },
  keep: {
    lifetime: "All of it counts, from the start. A tier you have reached has no end date.",
    rolling: "A tier is yours for {months}. It is extended where you still reach it then.",
    calendarYear:
      "A tier is yours until the end of the next year. It is extended where you still reach it then.",
  },
  levelReturned: "What you return no longer counts for your tier.",
  challengeReturned: "A challenge that is no longer met because of it takes back what it gave.",
  membershipBuy: "You buy it as you buy any product of the shop.",
  fewerClaimed: "A reward takes off what it costs when you claim it.",
  fewerReasons: "The history in the panel gives the reason for every change.",
  leaveHow: "With “{leave}” at the end of the panel.",
  leaveEnds: "You then stop collecting, open codes end, and your balance can no longer be spent.",
};

export default en;
