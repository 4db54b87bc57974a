/**
 * The walls of the house, from one table (docs: architecture). A room names what it may reach; whatever
 * is not named is refused. A name is a room (`db`), a file of a room (`db/client`) or a file of `app/`.
 */
const ROOMS = {
  doors: [
    "platforms/registry.server",
    "platforms/platform",
    "db/client",
    "db/database",
    "db/inbox/inbox",
    "commands/members/bring-up-to-date",
    "commands/shoppers/prove-mailbox",
    "commands/activities/note-seen-in-front",
    "queries",
    "jobs/worker",
    "domain",
    "env.server",
    "log.server",
  ],
  routes: [
    "styles",
    "components",
    "commands",
    "queries",
    "messages",
    "platforms/registry.server",
    "platforms/platform",
    "deliveries",
    "db/client",
    "db/database",
    "db/inbox/inbox",
    "domain",
    "log.server",
  ],
  deliveries: ["commands", "queries", "platforms", "messages", "db", "domain", "env.server", "log.server"],
  jobs: [
    "deliveries",
    "commands",
    "queries",
    "platforms",
    "messages",
    "db",
    "domain",
    "env.server",
    "log.server",
  ],
  cli: ["commands", "queries", "platforms", "jobs/worker", "db", "domain", "env.server", "log.server"],
  commands: ["db", "domain", "log.server"],
  queries: ["db", "domain"],
  platforms: [
    "domain",
    "env.server",
    "log.server",
    "db/client",
    "db/credentials",
    "db/shops/shopify-sessions",
  ],
  messages: ["domain", "env.server", "log.server"],
  components: ["queries", "domain"],
  db: ["domain", "env.server", "log.server"],
  domain: [],
};

/** Where running begins: what none of these reaches is dead. */
const BEGINNINGS =
  "^app/(root\\.tsx|entry\\.(server|client)\\.tsx|routes/|doors/server\\.ts|cli/|db/generated/)";

const TESTS = "\\.test\\.tsx?$";
/** What the tests of the extensions share. */
const EXTENSION_TESTING = "^extensions/common/testing/";
/** What the app tells the widget, as types. */
const CONTRACT = "^storefront/state(-challenge|-friends|-history|-reward)?\\.ts$";
/** What letters share with the panel. */
const WORDING = "^storefront/(words/|panel/speech\\.ts$|launcher/contrast\\.ts$)";
const GENERATED = "^app/db/generated/";

const place = (name) => (name.includes("/") || name.includes(".") ? `${name}\\.tsx?$` : `${name}/`);

const walls = Object.entries(ROOMS).map(([room, reaches]) => ({
  name: `wall-${room}`,
  severity: "error",
  comment: `app/${room} may reach: ${reaches.length === 0 ? "no other room" : reaches.join(", ")}.`,
  from: { path: `^app/${room}/`, pathNot: TESTS },
  to: { path: "^app/", pathNot: `^app/(${[`${room}/`, ...reaches.map(place)].join("|")})` },
}));

const refuse = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

module.exports = {
  forbidden: [
    ...walls,
    refuse(
      "wall-floor-1",
      "env and log stand on the ground.",
      { path: "^app/(env|log)\\.server\\.ts$" },
      { path: "^app/", pathNot: "^app/(env|log)\\.server\\.ts$" },
    ),
    refuse(
      "wall-domain-outside",
      "The domain knows no platform of any kind: npm's zod and nothing else, but a hash to draw lots by.",
      { path: "^app/domain/", pathNot: [TESTS, "^app/domain/draw\\.ts$"] },
      {
        dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg"],
        pathNot: "(^|node_modules/)zod(/|$)",
      },
    ),
    refuse(
      "wall-storefront",
      "The widget runs in the shopper's browser and knows nothing of the app.",
      { path: "^storefront/", pathNot: TESTS },
      { path: "^(app|extensions|simulator|prisma|tests|tools)/" },
    ),
    refuse(
      "wall-widget",
      "Of the widget the app knows the contract of what is shown, storefront/state.ts; letters share its words too.",
      { path: "^app/", pathNot: "^app/messages/" },
      { path: "^storefront/", pathNot: CONTRACT },
    ),
    refuse(
      "wall-letters",
      "Letters say things as the panel says them: its words, its formatters, its contrast, and nothing else of it.",
      { path: "^app/messages/", pathNot: TESTS },
      { path: "^storefront/", pathNot: WORDING },
    ),
    refuse(
      "wall-contract",
      "The contract with the widget is types: queries answer in them, doors and routes pass them on.",
      { path: "^app/" },
      { path: CONTRACT, dependencyTypesNot: ["type-only"] },
    ),
    refuse(
      "wall-contract-rooms",
      "Only what answers shoppers speaks of what shoppers are shown.",
      { path: "^app/", pathNot: "^app/(queries|routes|doors)/" },
      { path: CONTRACT },
    ),
    refuse(
      "wall-components-types",
      "Of queries a component knows the types of what they answer, and calls none.",
      { path: "^app/components/", pathNot: TESTS },
      { path: "^app/queries/", dependencyTypesNot: ["type-only"] },
    ),
    refuse(
      "wall-extensions",
      "What Shopify hosts shares the widget's words and shapes, and knows nothing else of the house.",
      { path: "^extensions/", pathNot: [TESTS, EXTENSION_TESTING] },
      { path: `^(app|prisma)/|${EXTENSION_TESTING}` },
    ),
    refuse(
      "wall-simulator",
      "The fake shops speak the protocols; they know nothing of the app.",
      { path: "^simulator/" },
      { path: "^app/" },
    ),
    refuse(
      "wall-production",
      "Production code knows neither fakes, tests nor tools.",
      { path: "^(app|storefront|extensions)/", pathNot: [TESTS, EXTENSION_TESTING] },
      { path: "^(simulator|tests|tools|bench)/" },
    ),
    refuse(
      "no-circles",
      "Two files that need each other, be it for a type, are one file, or hide a third.",
      {},
      { circular: true },
    ),
    refuse(
      "no-dead-files",
      "Nothing that runs reaches this file.",
      { path: BEGINNINGS, pathNot: TESTS },
      { path: "^app/", pathNot: [TESTS, GENERATED, BEGINNINGS, "\\.d\\.ts$"], reachable: false },
    ),
    refuse(
      "no-unresolvable",
      "An import leads nowhere.",
      { pathNot: GENERATED },
      { couldNotResolve: true, pathNot: "^virtual:" },
    ),
    refuse(
      "no-undeclared-packages",
      "A package is used that package.json does not declare.",
      { pathNot: GENERATED },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown", "undetermined"] },
    ),
    refuse(
      "no-dev-packages-in-production",
      "Production code uses a package that is only declared for development.",
      { path: "^app/", pathNot: [TESTS, "\\.d\\.ts$"] },
      // Loaded on demand only: Vite, by the server in development.
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], dynamic: false },
    ),
  ],
  options: {
    doNotFollow: { path: ["node_modules", GENERATED] },
    exclude: { path: ["^build/", "^tests/rooms/fixtures/", "\\?url$"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
