/**
 * The options of Remix's Vite plugin, as data; `vite.config.ts` passes them on.
 * `v3_singleFetch` stays off: with it a leaf route that forgets `headers = boundary.headers` loses the
 * headers by which App Bridge renews a session (docs/decisions).
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/.*", "**/*.test.*", "**/*.server.ts"],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_singleFetch: false,
    v3_throwAbortReason: true,
  },
};
