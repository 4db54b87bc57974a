/** How what runs outside Remix is bundled: packages stay outside and come from node_modules. */
export const bundling = {
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
};
