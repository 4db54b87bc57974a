export { ExpiryPage as default } from "#app/components/program/pages/expiry-page.tsx";
