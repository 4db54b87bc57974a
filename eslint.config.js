import tseslint from "typescript-eslint";

/** What Shopify hosts: each has types of its own, of the surface it stands on. */
const surfaces = [
  "common",
  "customer-account-page",
  "customer-account-profile",
  "admin-customer",
  "admin-adjust",
  "pos-points",
];

/** Everything that reads a clock or tosses a coin: in the domain, time and chance arrive as arguments. */
const noClockNoChance = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "The domain has no clock: take the instant as an argument.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The domain has no clock: take the instant as an argument.",
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: "The domain has no clock: take the instant as an argument.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "The domain has no chance: take a supply of random values as an argument.",
  },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: "The domain has no clock: take the instant as an argument.",
  },
  {
    selector: "MemberExpression[object.name='crypto']",
    message: "The domain has no chance: take a supply of random values as an argument.",
  },
];

const environmentOnce = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "The environment is read once, in app/env.server.ts.",
  },
  {
    selector: "ImportDeclaration[source.value='node:process']",
    message: "The environment is read once, in app/env.server.ts; `process` itself is global.",
  },
];

const oneWriterOfTransfers = ["Literal[value=/", "TemplateElement[value.raw=/"].map((node) => ({
  selector: `${node}(insert\\s+into|update|delete\\s+from)\\s+("?public"?\\.)?"?(transfer|ledger_transaction)\\b/i]`,
  message: "Transfers have one writer: app/db/ledger.ts.",
}));

/** A cast tells the compiler to believe; a parse or an assertion makes sure. */
const noBelief = [
  {
    selector:
      "TSAsExpression:not([typeAnnotation.type='TSTypeReference'][typeAnnotation.typeName.name='const'])",
    message: "Parse at the door or assert; do not cast.",
  },
  {
    selector: "CallExpression[callee.object.name='z'][callee.property.name='custom'][arguments.length=0]",
    message: "Parse at the door or assert: without a check z.custom is a cast.",
  },
];

/** A count that is not in a map yet is zero, which hides nothing; every other missing value is a case of its own. */
const nothingHidden = ["??", "||"].flatMap((operator) => [
  {
    selector: `LogicalExpression[operator='${operator}'][right.value=0]:not([left.callee.property.name='get'])`,
    message: "A missing value is not zero: parse it, assert it, or name the case.",
  },
  {
    selector: `LogicalExpression[operator='${operator}'][right.value='']`,
    message: "A missing value is not an empty text: parse it, assert it, or name the case.",
  },
]);

const restricted = (...rules) => ["error", ...rules.flat()];

export default tseslint.config(
  {
    ignores: [
      "build/",
      "coverage/",
      "node_modules/",
      "public/",
      ".data/",
      "app/db/generated/",
      "tests/rooms/fixtures/",
      "tests/browser/.artifacts/",
      "**/*.d.ts",
    ],
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Remix's actions and loaders throw responses: that is its way to answer early.
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "lib", name: "Response" }], allowThrowingUnknown: true },
      ],
      // The rule recurses without end on the types of graphql's schema.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 70 }],
      // What is told by its place alone is mixed up: more than four want their names.
      "@typescript-eslint/max-params": ["error", { max: 4 }],
      "no-console": "error",
      "no-restricted-syntax": restricted(environmentOnce, oneWriterOfTransfers),
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": restricted(environmentOnce, oneWriterOfTransfers, noBelief, nothingHidden),
    },
  },
  {
    files: ["app/domain/**/*.ts"],
    rules: {
      "no-restricted-syntax": restricted(
        environmentOnce,
        oneWriterOfTransfers,
        noBelief,
        nothingHidden,
        noClockNoChance,
      ),
    },
  },
  { files: ["app/routes/**/*.{ts,tsx}"], rules: { "max-lines": ["error", { max: 150 }] } },
  {
    files: ["app/env.server.ts"],
    rules: { "no-restricted-syntax": restricted(oneWriterOfTransfers, noBelief) },
  },
  { files: ["app/db/ledger.ts"], rules: { "no-restricted-syntax": restricted(environmentOnce, noBelief) } },
  ...surfaces.map((name) => ({
    files: [`extensions/${name}/**/*.{ts,tsx}`],
    languageOptions: { parserOptions: { project: `./extensions/${name}/tsconfig.json` } },
    // Shopify's entries are async functions, whether or not they wait for something.
    rules: { "@typescript-eslint/require-await": "off" },
  })),
  // The bundler writes an address in the place of a name that looks like the environment.
  {
    files: ["extensions/common/app-address.ts"],
    rules: { "no-restricted-syntax": restricted(oneWriterOfTransfers) },
  },
  // Programs for people at a terminal speak on standard output, and read their own environment.
  {
    files: ["app/cli/**", "simulator/**", "tools/**", "bench/**", "prisma/**", "tests/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["simulator/**", "tools/**", "bench/**", "tests/**", "*.ts"],
    rules: { "no-restricted-syntax": restricted(oneWriterOfTransfers) },
  },
  {
    files: ["**/*.test.{ts,tsx}", "tests/**/*.ts"],
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/max-params": "off",
      "no-restricted-syntax": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
);
