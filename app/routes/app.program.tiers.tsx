export { TiersPage as default } from "#app/components/program/pages/tiers-page.tsx";
