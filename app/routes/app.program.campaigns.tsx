export { CampaignsPage as default } from "#app/components/program/pages/campaigns-page.tsx";
