import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cruise, type IConfiguration, type IReporterOutput } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crowdedRooms } from "../../tools/crowded-rooms.mjs";

/** Who reaches for what he may not, and the wall that must say so. */
const BREACHES: readonly (readonly [title: string, from: string, to: string, wall: string])[] = [
  ["the domain reaches no other room", "app/domain/a.ts", "app/db/client.ts", "wall-domain"],
  ["the domain uses no package but zod", "app/domain/b.ts", "react", "wall-domain-outside"],
  ["the domain uses nothing of Node", "app/domain/c.ts", "node:fs", "wall-domain-outside"],
  ["commands never reach platforms", "app/commands/a.ts", "app/platforms/platform.ts", "wall-commands"],
  ["platforms never reach commands", "app/platforms/a.ts", "app/commands/a.ts", "wall-platforms"],
  ["queries never reach commands", "app/queries/a.ts", "app/commands/a.ts", "wall-queries"],
  ["components never reach the database", "app/components/a.tsx", "app/db/client.ts", "wall-components"],
  [
    "components take only types from queries",
    "app/components/b.tsx",
    "app/queries/d.ts",
    "wall-components-types",
  ],
  [
    "routes reach an adapter only through the registry",
    "app/routes/a.tsx",
    "app/platforms/shopify/b.ts",
    "wall-routes",
  ],
  ["routes reach the database only through its door", "app/routes/b.tsx", "app/db/ledger.ts", "wall-routes"],
  ["the database reaches no command", "app/db/a.ts", "app/commands/a.ts", "wall-db"],
  ["the widget knows nothing of the app", "storefront/a.ts", "app/domain/good.ts", "wall-storefront"],
  ["the app knows nothing of the widget", "app/queries/b.ts", "storefront/panel/a.ts", "wall-widget"],
  ["the app takes only types from the contract", "app/queries/c.ts", "storefront/state.ts", "wall-contract"],
  ["commands speak of nothing shown", "app/commands/b.ts", "storefront/state.ts", "wall-contract-rooms"],
  ["what Shopify hosts knows nothing of the app", "extensions/a.ts", "app/domain/good.ts", "wall-extensions"],
  ["production knows no fake", "app/jobs/a.ts", "simulator/a.ts", "wall-production"],
  ["the fakes know nothing of the app", "simulator/b.ts", "app/domain/good.ts", "wall-simulator"],
];

const OTHERS: Readonly<Record<string, string>> = {
  "app/domain/good.ts": "export const good = 1;",
  "app/platforms/platform.ts": "export const platform = 1;",
  "app/platforms/shopify/b.ts": "export const adapter = 1;",
  "app/db/client.ts": "export const client = 1;",
  "app/db/ledger.ts": "export const ledger = 1;",
  "app/domain/round.ts": 'import { trip } from "./trip.ts";\nexport const round = (): number => trip();',
  "app/domain/trip.ts": 'import { round } from "./round.ts";\nexport const trip = (): number => round();',
  "app/domain/shape.ts": 'import type { Use } from "./use.ts";\nexport type Shape = Use[];',
  "app/domain/use.ts": 'import type { Shape } from "./shape.ts";\nexport type Use = Shape | null;',
  "app/domain/dead.ts": "export const dead = 1;",
  "app/queries/lost.ts": 'export * from "./nowhere.ts";',
  "app/queries/undeclared.ts": 'import "typescript-eslint";',
  "app/routes/whole.tsx": 'import "#app/queries/whole.ts";\nimport "#app/db/client.ts";',
  "app/queries/whole.ts": 'import "#app/domain/good.ts";\nimport "#app/db/ledger.ts";',
};

const require = createRequire(import.meta.url);
let house: string;
let found: readonly { readonly wall: string; readonly from: string; readonly to: string }[];

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), "regulars-rooms-"));
  const write = (path: string, code: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${code}\n`, { flag: "a" });
  };
  for (const [path, code] of Object.entries(OTHERS)) write(path, code);
  for (const [, from, to] of BREACHES) {
    write(from, `import "${/^(app|simulator|storefront)\//.test(to) ? `#${to}` : to}";`);
    if (to.includes("/") && to.endsWith(".ts")) write(to, "export {};");
  }
  writeFileSync(
    join(house, "package.json"),
    JSON.stringify({
      type: "module",
      imports: {
        "#app/*": "./app/*",
        "#simulator/*": "./simulator/*",
        "#storefront/*": "./storefront/*",
      },
      dependencies: { react: "18" },
    }),
  );
  writeFileSync(
    join(house, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        module: "ESNext",
        moduleResolution: "Bundler",
        allowImportingTsExtensions: true,
        noEmit: true,
      },
    }),
  );
  symlinkSync(resolve("node_modules"), join(house, "node_modules"));
  found = await cruiseHouse();
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

async function cruiseHouse() {
  const { options, forbidden }: IConfiguration = require(resolve(".dependency-cruiser.cjs"));
  const { output }: IReporterOutput = await cruise(["app", "simulator", "storefront", "extensions"], {
    ...options,
    baseDir: house,
    ruleSet: { forbidden: forbidden ?? [] },
    validate: true,
  });
  if (typeof output === "string") throw new Error(output);
  return output.summary.violations.map(({ rule, from, to }) => ({ wall: rule.name, from, to }));
}

test.each(BREACHES)("%s", (_, from, to, wall) => {
  const at = found.filter((violation) => violation.from === from && violation.wall === wall);
  expect(at.map((violation) => violation.to).join()).toContain(to.replace("node:", ""));
});

test.each([
  ["two files that need each other", "no-circles", "app/domain/round.ts"],
  ["two files that need each other's types", "no-circles", "app/domain/shape.ts"],
  ["a file that nothing running reaches", "no-dead-files", "app/domain/dead.ts"],
  ["an import that leads nowhere", "no-unresolvable", "app/queries/lost.ts"],
  ["a package that is not declared", "no-undeclared-packages", "app/queries/undeclared.ts"],
])("%s is found", (_, rule, file) => {
  const at = found.filter(({ wall }) => wall === rule);
  expect(at.flatMap(({ from, to }) => [from, to])).toContain(file);
});

test("a room with more than two dozen files flat is found, whatever its folders hold", () => {
  const crowd = (folder: string, files: number) => {
    mkdirSync(join(house, folder), { recursive: true });
    for (let file = 0; file < files; file += 1) writeFileSync(join(house, folder, `f${String(file)}.ts`), "");
  };
  crowd("app/messages", 24);
  crowd("app/messages/templates", 24);
  expect(crowdedRooms(house, ["app"])).toEqual([]);
  crowd("app/messages/templates", 25);
  crowd("app/routes/shopper", 25);
  crowd("app/routes", 25);
  expect(crowdedRooms(house, ["app"]).sort((a, b) => (a.room < b.room ? -1 : 1))).toEqual([
    { room: "app/messages/templates", files: 25 },
    { room: "app/routes/shopper", files: 25 },
  ]);
});

test("a route that reads through a query breaks no wall", () => {
  const clean = ["app/routes/whole.tsx", "app/queries/whole.ts"];
  expect(found.filter(({ from }) => clean.includes(from))).toEqual([]);
});
