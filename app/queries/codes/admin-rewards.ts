import type { Statements } from "#app/db/database.ts";
import type { CodeCondition } from "#app/domain/books/codes.ts";
import type { Language } from "#app/domain/ledger/explanations/language.ts";
import { nameFromId, rewardNameIn } from "#app/domain/program/compile/compile-text.ts";
import { describeReward } from "#app/domain/program/describe/describe-reward.ts";
import { programWords } from "#app/domain/program/describe/program-words.ts";
import type { Program, Reward } from "#app/domain/program/program.ts";
import type { GoodsGroup } from "#app/domain/program/shop-abilities.ts";
import type { Text } from "#app/domain/program/texts/text.ts";
import { isOnlyGiven } from "#app/domain/redemption/claim-reward.ts";
import type { Stock } from "#app/domain/redemption/stock.ts";
import { codeList, type CodeFilter, type CodeRow } from "./code-list.ts";
import { isGivable } from "./givable-rewards.ts";
import { codeCounts, rewardFigures, type RewardFigures } from "./reward-figures.ts";
import { rewardStock } from "./reward-stock.ts";
import { waitingExperiences } from "./waiting-experiences.ts";

const PAGE_SIZE = 50;

/** How the live program has a reward. */
export interface RewardOffer {
  readonly sentence: Readonly<Record<Language, string>>;
  readonly isEnabled: boolean;
  readonly isOnlyGiven: boolean;
  /** Staff can give it: it is offered, and is not worth what a member chooses. */
  readonly isGivable: boolean;
  readonly stock: Stock | null;
}

export interface AdminReward extends RewardFigures {
  readonly name: Text;
  /** Null: the program has it no more. */
  readonly offer: RewardOffer | null;
}

type NamedCode = CodeRow & { readonly rewardName: Text };

export interface AdminRewards {
  readonly rewards: readonly AdminReward[];
  readonly counts: Readonly<Record<CodeCondition, number>>;
  readonly waiting: readonly NamedCode[];
  readonly codes: readonly NamedCode[];
  readonly next: string | null;
}

/** The page of rewards and codes: who waits, what each reward did, and a page of the codes. */
export async function adminRewards(
  statements: Statements,
  shopId: number,
  { program, goodsGroup }: { readonly program: Program | null; readonly goodsGroup: GoodsGroup },
  filter: CodeFilter,
): Promise<AdminRewards> {
  const [figures, counts, waiting, { codes, next }, stock] = await Promise.all([
    rewardFigures(statements, shopId),
    codeCounts(statements, shopId),
    waitingExperiences(statements, shopId),
    codeList(statements, shopId, filter, PAGE_SIZE),
    rewardStock(statements, shopId, { rewards: program?.rewards ?? [] }),
  ]);
  const nameOf = (id: string) => (program === null ? nameFromId(id) : rewardNameIn(program, id));
  const named = (code: CodeRow): NamedCode => ({ ...code, rewardName: nameOf(code.rewardId) });
  return {
    rewards: rewardsOf(program, goodsGroup, figures, stock),
    counts,
    waiting: waiting.map(named),
    codes: codes.map(named),
    next,
  };
}

/** The program's rewards in its order, then those that only codes remember. */
function rewardsOf(
  program: Program | null,
  goodsGroup: GoodsGroup,
  figures: readonly RewardFigures[],
  stock: ReadonlyMap<string, Stock>,
): AdminReward[] {
  const offered = program?.rewards ?? [];
  const figuresOf = new Map(figures.map((one) => [one.rewardId, one]));
  const gone = figures.filter(({ rewardId }) => offered.every(({ id }) => id !== rewardId));
  const known = program === null ? [] : offeredRewards(program, goodsGroup, figuresOf, stock);
  return [...known, ...gone.map((one) => ({ ...one, name: nameFromId(one.rewardId), offer: null }))];
}

function offeredRewards(
  program: Program,
  goodsGroup: GoodsGroup,
  figuresOf: ReadonlyMap<string, RewardFigures>,
  stock: ReadonlyMap<string, Stock>,
): AdminReward[] {
  const words = {
    en: programWords(program, "en", goodsGroup),
    de: programWords(program, "de", goodsGroup),
  };
  return program.rewards.map((reward) => ({
    ...(figuresOf.get(reward.id) ?? nothingYet(reward)),
    name: reward.name,
    offer: {
      sentence: { en: describeReward(reward, words.en), de: describeReward(reward, words.de) },
      isEnabled: reward.enabled,
      isOnlyGiven: isOnlyGiven(reward),
      isGivable: isGivable(reward),
      stock: stock.get(reward.id) ?? null,
    },
  }));
}

function nothingYet({ id }: Reward): RewardFigures {
  return {
    rewardId: id,
    claimed: 0,
    given: 0,
    open: 0,
    used: 0,
    lapsed: 0,
    pointsSpent: 0,
    usedMinor: null,
  };
}
