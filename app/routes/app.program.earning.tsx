export { EarningPage as default } from "#app/components/program/pages/earning-page.tsx";
