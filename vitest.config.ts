import { defineConfig } from "vitest/config";

// Kept apart from vite.config.ts: the Remix plugin is for the app's build and would refuse to run under Vitest.
export default defineConfig({
  test: {
    include: [
      "app/**/*.test.{ts,tsx}",
      "simulator/**/*.test.ts",
      "storefront/**/*.test.ts",
      "tests/**/*.test.ts",
    ],
    environment: "node",
    restoreMocks: true,
  },
});
