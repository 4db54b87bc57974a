import { defineConfig } from "vitest/config";

// Kept apart from vite.config.ts: the Remix plugin is for the app's build and would refuse to run under Vitest.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "app",
          include: [
            "app/**/*.test.{ts,tsx}",
            "simulator/**/*.test.ts",
            "storefront/**/*.test.ts",
            "tests/**/*.test.ts",
          ],
          environment: "node",
          restoreMocks: true,
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
