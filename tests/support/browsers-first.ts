import { BaseSequencer, type TestSpecification } from "vitest/node";

const ORDER = ["browser", "contracts and flows"];

/**
 * Starts the long files first, so that no run ends with one of them on one core beside an idle one. A fresh clone has
 * no durations to go by, and Vitest would begin with the largest files.
 */
export class BrowsersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}

function rank({ project }: TestSpecification): number {
  const at = ORDER.indexOf(project.name);
  return at === -1 ? ORDER.length : at;
}
