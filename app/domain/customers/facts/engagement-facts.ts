import type { Fact } from "./fact.ts";
import type { FactAsk } from "./fact-ask.ts";
import { interestNames, interestsOf, typesBought, typesLookedUnbought } from "./interests.ts";
import { PLAIN } from "./fact.ts";
import { ratio } from "./purchase-figures.ts";
import type { Subject } from "./subject.ts";

const OF_A_TIME = ["within"] as const;
/** Opens and clicks have no source yet: nothing was opened. */
const NONE_YET = () => 0;

/** What customers look at, do and answer. */
export const ENGAGEMENT_FACTS: readonly Fact[] = [
  {
    id: "interests",
    kind: "set",
    asks: OF_A_TIME,
    name: { en: "Interests", de: "Interessen" },
    definition: {
      en: "Product types, collections and tags bought or looked at, with how many lines kept and looks.",
      de: "Produktarten, Kollektionen und Tags, die gekauft oder angesehen wurden, mit der Zahl behaltener Positionen und Blicke.",
    },
    read: interestNames,
    shown: (subject) => interestsOf(subject, PLAIN),
  },
  {
    id: "types.count",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Product types bought", de: "Gekaufte Produktarten" },
    definition: {
      en: "Distinct product types bought and kept.",
      de: "Verschiedene gekaufte und behaltene Produktarten.",
    },
    read: (subject, ask) => typesBought(subject, ask).size,
  },
  {
    id: "types.lookedUnbought",
    kind: "count",
    asks: ["within", "times"],
    name: { en: "Types looked at and never bought", de: "Angesehene, nie gekaufte Produktarten" },
    definition: {
      en: "Product types looked at at least `times` times (1 unless said) and never bought.",
      de: "Produktarten, die mindestens `times`-mal (sonst 1-mal) angesehen und nie gekauft wurden.",
    },
    read: typesLookedUnbought,
  },
  {
    id: "activity.count",
    kind: "count",
    asks: ["within", "activity"],
    name: { en: "Activities", de: "Aktivitäten" },
    definition: {
      en: "How often the named `activity` was done; one with a key counts once.",
      de: "Wie oft die genannte Aktivität (`activity`) vorkam; eine mit Schlüssel zählt einmal.",
    },
    read: activityCount,
    shown: activityCounts,
  },
  {
    id: "mail.sent",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Messages sent", de: "Gesendete Nachrichten" },
    definition: { en: "Messages of ours that were sent.", de: "Nachrichten von uns, die gesendet wurden." },
    read: mailsSent,
  },
  {
    id: "mail.opened",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Messages opened", de: "Geöffnete Nachrichten" },
    definition: { en: "Messages of ours that were opened.", de: "Nachrichten von uns, die geöffnet wurden." },
    read: NONE_YET,
  },
  {
    id: "mail.clicked",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Messages clicked", de: "Angeklickte Nachrichten" },
    definition: {
      en: "Distinct messages of ours in which a link was clicked.",
      de: "Verschiedene Nachrichten von uns, in denen ein Link angeklickt wurde.",
    },
    read: NONE_YET,
  },
  {
    id: "mail.clickRate",
    kind: "number",
    asks: OF_A_TIME,
    name: { en: "Click rate", de: "Klickrate" },
    definition: { en: "Messages clicked ÷ sent.", de: "Angeklickte ÷ gesendete Nachrichten." },
    read: (subject, ask) => ratio(NONE_YET(), mailsSent(subject, ask)),
  },
  {
    id: "survey.count",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Surveys answered", de: "Beantwortete Umfragen" },
    definition: { en: "Surveys answered.", de: "Beantwortete Umfragen." },
    read: (subject, ask) => subject.customer.surveys.filter((survey) => subject.isWithin(survey, ask)).length,
  },
  {
    id: "survey.score",
    kind: "number",
    asks: [],
    name: { en: "Last survey score", de: "Letzte Umfragenote" },
    definition: {
      en: "The score of the last survey answered.",
      de: "Note der zuletzt beantworteten Umfrage.",
    },
    read: (subject) =>
      subject.customer.surveys.findLast((survey) => subject.isWithin(survey, PLAIN))?.score ?? null,
  },
  {
    id: "referrals.count",
    kind: "count",
    asks: OF_A_TIME,
    name: { en: "Friends referred", de: "Geworbene Freunde" },
    definition: {
      en: "Friends whose first order qualified and stands.",
      de: "Freunde, deren erste Bestellung zählt und steht.",
    },
    read: friendsReferred,
  },
];

/** Without a program there is nobody to bring along. */
function friendsReferred(subject: Subject, ask: FactAsk): number {
  const friends = subject.shop.pointsOf(subject.customer)?.friends ?? [];
  return friends.filter((friend) => subject.isWithin(friend, ask)).length;
}

function mailsSent(subject: Subject, ask: FactAsk): number {
  return subject.customer.mails.filter((mail) => subject.isWithin(mail, ask)).length;
}

function activityCount(subject: Subject, ask: FactAsk): number {
  let count = 0;
  for (const activity of subject.customer.activities) {
    const isNamed = ask.activity === null || activity.activity === ask.activity;
    if (isNamed && subject.isWithin(activity, ask)) count += 1;
  }
  return count;
}

function activityCounts(subject: Subject): Record<string, number> {
  if (subject.customer.activities.length === 0) return {};
  const counts = new Map<string, number>();
  for (const activity of subject.customer.activities) {
    if (!subject.isWithin(activity, PLAIN)) continue;
    counts.set(activity.activity, (counts.get(activity.activity) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
