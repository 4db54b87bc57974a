export { OverviewPage as default } from "#app/components/program/pages/overview-page.tsx";
