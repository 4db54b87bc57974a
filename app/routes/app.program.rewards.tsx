export { RewardsFormPage as default } from "#app/components/program/pages/rewards-page.tsx";
