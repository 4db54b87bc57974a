import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import type { Deed } from "../use-deed.ts";

type Problems = (typeof memberPageTexts)["en"]["problems"];

/** What is wrong with a field, as the property Polaris shows it at the field with; nothing where it is right. */
export function useProblem(deed: Deed): (field: string) => { error?: string } {
  const { problems } = useTexts(memberPageTexts);
  return (field) => {
    const problem = deed.problemOf(field);
    if (problem === null) return {};
    return { error: isKnown(problem, problems) ? problems[problem] : problem };
  };
}

function isKnown(problem: string, problems: Problems): problem is keyof Problems {
  return problem in problems;
}
