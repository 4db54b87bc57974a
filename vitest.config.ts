import { defineConfig } from "vitest/config";

const shared = {
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
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["{app,simulator,storefront,tools}/**/*.test.{ts,tsx}"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          // One project, so that both databases are prepared once for all of it.
          name: "contracts and flows",
          include: ["tests/{contracts,flows}/**/*.test.ts"],
          globalSetup: ["tests/support/prepare-databases.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          poolOptions: { forks: { singleFork: true } },
          testTimeout: 240_000,
          hookTimeout: 180_000,
        },
      },
      {
        // Shopify's tester gives each surface its own `shopify` and a page without a browser.
        esbuild: { jsx: "automatic", jsxImportSource: "preact" },
        test: {
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
