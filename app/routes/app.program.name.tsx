export { NamePage as default } from "#app/components/program/pages/name-page.tsx";
