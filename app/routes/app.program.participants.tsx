export { ParticipantsPage as default } from "#app/components/program/pages/participants-page.tsx";
