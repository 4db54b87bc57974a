/** The parts of the merchant's pages, as the navigation lists them. */
export const SECTIONS = [
  { name: "home", to: "/app" },
  { name: "program", to: "/app/program" },
  { name: "members", to: "/app/members" },
  { name: "rewards", to: "/app/rewards" },
  { name: "journeys", to: "/app/journeys" },
  { name: "insight", to: "/app/insight" },
  { name: "settings", to: "/app/settings" },
] as const;
