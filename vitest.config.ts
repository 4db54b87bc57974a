import { defineConfig } from "vitest/config";
import { BrowsersFirst } from "./tests/support/browsers-first.ts";

/**
 * A busy machine takes its time, and a test that fails by that throws away the run: limits only end what would
 * never end. What takes a moment is waited for, and nothing is slept for.
 */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};

const shared = {
  ...patience,
  environment: "node" as const,
  // An unexpected console.error is a fault nobody looked at.
  setupFiles: ["tests/support/fail-on-console-error.ts"],
  restoreMocks: true,
};

// Kept apart from vite.config.ts: the Remix plugin is for the app's build and would refuse to run under Vitest.
export default defineConfig({
  test: {
    // Databases and browsers want a core of their own.
    maxWorkers: 2,
    minWorkers: 1,
    sequence: { sequencer: BrowsersFirst },
    // The throw-away PostgreSQL is stopped and removed within it.
    teardownTimeout: 60_000,
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          setupFiles: [...shared.setupFiles, "tests/support/same-chance.ts"],
          include: ["{app,simulator,storefront,tools}/**/*.test.{ts,tsx}"],
        },
      },
      {
        test: {
          ...shared,
          // One project, so that both databases are prepared once for all of it.
          name: "contracts and flows",
          include: ["tests/{contracts,flows}/**/*.test.ts"],
          globalSetup: ["tests/support/prepare-databases.ts"],
          testTimeout: 240_000,
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/support/prepare-house.ts"],
          testTimeout: 360_000,
          hookTimeout: 420_000,
        },
      },
      {
        // Shopify's tester gives each surface its own `shopify` and a page without a browser.
        esbuild: { jsx: "automatic", jsxImportSource: "preact" },
        test: {
          ...patience,
          name: "extensions",
          include: ["extensions/**/*.test.{ts,tsx}"],
          environment: "jsdom",
          restoreMocks: true,
          server: { deps: { inline: [/@shopify\/ui-extensions/] } },
        },
      },
    ],
  },
});
