import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixConfig)],
  build: { assetsInlineLimit: 0, target: "es2022" },
  // Polaris ships CommonJS-style deep imports of its locales; bundling it keeps the server build plain ESM.
  ssr: { noExternal: ["@shopify/polaris", "@shopify/shopify-app-remix"] },
});
