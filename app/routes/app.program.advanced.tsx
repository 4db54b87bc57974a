export { AdvancedPage as default } from "#app/components/program/pages/advanced-page.tsx";
