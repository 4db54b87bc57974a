import type { Speech } from "../panel/speech.ts";
import type { StorefrontProgram, StorefrontReward, StorefrontState } from "../state.ts";
import {
  challengeConditions,
  challengeGives,
  challengeTask,
  membershipBenefits,
} from "../wording/challenges.ts";
import { isDiscount } from "../wording/claims.ts";
import { rewardConditions, rewardCost } from "../wording/rewards.ts";
import { isTold, termsByTheme } from "../wording/terms.ts";
import { levelBenefits, levelFrom } from "../wording/tiers.ts";
import { campaignWords, capWords, wayConditions, wayPoints, wayWords } from "../wording/ways.ts";
import { say } from "../words/words.ts";
import { QUESTION_NAMES, type QuestionName, type QuestionWords } from "./question-words.ts";

export interface Question {
  readonly name: QuestionName;
  readonly question: string;
  /** A sentence or a line each, never none. */
  readonly answers: readonly string[];
}

interface Telling {
  readonly speech: Speech;
  readonly asked: QuestionWords;
  readonly state: StorefrontState;
}

type Answers = readonly (string | null | false)[];

/**
 * What people ask about a program and what it answers, as everybody may read it: the panel's and the terms' own
 * sentences, by what is asked. What a program has not, is not asked either.
 */
export function questionsOf(speech: Speech, asked: QuestionWords, state: StorefrontState): Question[] {
  const answers = answersOf({ speech, asked, state: asEverybodySees(state) });
  return QUESTION_NAMES.map((name) => ({
    name,
    question: say(asked.ask[name], { name: speech.pointsName }),
    answers: answers[name].filter(isTold),
  })).filter((question) => question.answers.length > 0);
}

function answersOf(telling: Telling): Readonly<Record<QuestionName, Answers>> {
  const { speech, asked, state } = telling;
  const { program } = state;
  const terms = termsByTheme(speech, state);
  const { expiry, noticeDays } = program.terms;
  return {
    earn: earnAnswers(telling),
    counts: ordersCount(program) ? terms.counts : [],
    excluded: terms.excluded,
    spend: program.rewards.length > 0 ? terms.maturity : [],
    rewards: rewardAnswers(telling),
    use: useAnswers(telling),
    expire: [
      ...terms.expiry,
      // The terms' own sentence says "here", and these are read elsewhere too.
      expiry.kind !== "never" && say(asked.notice, { days: speech.counted(speech.words.days, noticeDays) }),
    ],
    levels: levelAnswers(telling),
    keep: keepAnswers(telling),
    challenges: challengeAnswers(telling),
    memberships: membershipAnswers(telling),
    returned: returnAnswers(telling),
    fewer: fewerAnswers(telling),
    kept: terms.privacy,
    leave: [say(asked.leaveHow, { leave: speech.words.leave }), asked.leaveEnds],
    since: terms.since,
  };
}

/** A member's own standing is no rule, and would be told as if it were one. */
function asEverybodySees(state: StorefrontState): StorefrontState {
  const { program, viewer } = state;
  const forAll = (reward: StorefrontReward): StorefrontReward => ({
    ...reward,
    claim: null,
    // To a member it is what they have, at most.
    variable:
      reward.variable === null || viewer.kind !== "member"
        ? reward.variable
        : { ...reward.variable, max: null },
  });
  return {
    ...state,
    viewer: { kind: "guest" },
    program: {
      ...program,
      rewards: program.rewards.map(forAll),
      challenges: program.challenges.map((challenge) => ({ ...challenge, standing: null })),
    },
  };
}

function line({ asked }: Telling, what: string, gives: readonly string[]): string {
  const told = gives.filter((part) => part !== "");
  return told.length === 0 ? what : say(asked.line, { what, gives: told.join(" · ") });
}

function earnAnswers(telling: Telling): Answers {
  const { speech, state } = telling;
  const { ways, campaigns, terms } = state.program;
  return [
    ...wayLines(telling, (points) => points > 0),
    ...campaigns.map((campaign) => {
      const { title, gives, conditions } = campaignWords(speech, campaign);
      return line(telling, title, [gives, ...conditions]);
    }),
    ways.length + campaigns.length === 0 && speech.words.waysNone,
    ...terms.caps.map(({ points, per }) =>
      say(speech.words.termsCap, { cap: capWords(speech, points, per) }),
    ),
  ];
}

function wayLines(telling: Telling, fits: (points: number) => boolean): string[] {
  const { speech, state } = telling;
  return state.program.ways
    .filter(({ points }) => fits(points))
    .map((way) =>
      line(telling, wayWords(speech, way), [wayPoints(speech, state, way), ...wayConditions(speech, way)]),
    );
}

/** What is bought matters to something: points, a level or a challenge. */
function ordersCount({ ways, tiers, challenges }: StorefrontProgram): boolean {
  return tiers !== null || challenges.length > 0 || ways.some(({ kind }) => kind !== "activity");
}

function rewardAnswers(telling: Telling): Answers {
  const { speech, state } = telling;
  const { rewards, worth } = state.program;
  if (rewards.length === 0) return [];
  return [
    worth !== null &&
      say(speech.words.guestWorth, {
        points: speech.points(worth.points),
        money: speech.money(worth.valueMinor),
      }),
    ...rewards.map((reward) => {
      const { variable } = reward;
      const rate =
        variable === null
          ? ""
          : say(speech.words.rate, {
              points: speech.points(variable.points),
              money: speech.money(variable.valueMinor),
            });
      return line(telling, speech.rewardTitle(reward), [
        rewardCost(speech, reward),
        rate,
        ...rewardConditions(speech, reward),
      ]);
    }),
  ];
}

function useAnswers(telling: Telling): Answers {
  const { speech, asked, state } = telling;
  const named = (fits: (kind: StorefrontReward["kind"]) => boolean): string =>
    speech.list(
      state.program.rewards.filter(({ kind }) => fits(kind)).map((reward) => speech.rewardTitle(reward)),
    );
  const codes = named(isDiscount);
  const experiences = named((kind) => kind === "experience");
  const credited = named((kind) => kind !== "experience" && !isDiscount(kind));
  return [
    codes !== "" && asked.useCode,
    codes !== "" && asked.useGiveBack,
    credited !== "" && line(telling, credited, [speech.words.claimCredited]),
    experiences !== "" && say(asked.useAsked, { list: experiences }),
  ];
}

function levelAnswers(telling: Telling): Answers {
  const { speech, state } = telling;
  const { tiers } = state.program;
  if (tiers === null) return [];
  return tiers.levels.map((level) =>
    line(telling, `${level.name}, ${levelFrom(speech, tiers, level)}`, levelBenefits(speech, level)),
  );
}

function keepAnswers({ speech, asked, state }: Telling): Answers {
  const { tiers } = state.program;
  if (tiers === null) return [];
  const months = tiers.windowMonths === null ? "" : speech.counted(speech.words.months, tiers.windowMonths);
  const [window, grace] = termsByTheme(speech, state).levels;
  return [
    say(asked.climb[tiers.metric], { name: speech.pointsName }),
    window ?? null,
    say(asked.keep[tiers.window], { months }),
    grace ?? null,
  ];
}

function challengeAnswers(telling: Telling): Answers {
  const { speech, state } = telling;
  return state.program.challenges.map((challenge) =>
    line(telling, challenge.name, [
      challengeTask(speech, challenge),
      challengeGives(speech, challenge),
      ...challengeConditions(speech, challenge),
      challenge.optIn ? speech.words.challengeOptIn : "",
    ]),
  );
}

function membershipAnswers(telling: Telling): Answers {
  const { speech, asked, state } = telling;
  const { memberships } = state.program;
  if (memberships.length === 0) return [];
  const told = memberships.map((membership) =>
    line(telling, membership.name, membershipBenefits(speech, membership)),
  );
  return [...told, asked.membershipBuy];
}

function returnAnswers({ speech, asked, state }: Telling): Answers {
  const { ways, rewards, tiers, challenges } = state.program;
  const { returned, spent } = termsByTheme(speech, state);
  return [
    ...(ways.some(({ kind }) => kind !== "activity") ? returned : []),
    ...(rewards.length > 0 ? spent : []),
    tiers !== null && asked.levelReturned,
    challenges.length > 0 && asked.challengeReturned,
  ];
}

function fewerAnswers(telling: Telling): Answers {
  const { speech, asked, state } = telling;
  const { program } = state;
  const { returned, expiry } = termsByTheme(speech, state);
  return [
    program.rewards.some(({ cost, variable }) => variable !== null || (cost !== null && cost > 0)) &&
      asked.fewerClaimed,
    ...(program.ways.some(({ kind }) => kind !== "activity") ? returned.slice(0, 1) : []),
    ...wayLines(telling, (points) => points < 0),
    ...(program.terms.expiry.kind === "never" ? [] : expiry),
    asked.fewerReasons,
  ];
}
