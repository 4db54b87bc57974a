export { ChallengesPage as default } from "#app/components/program/pages/challenges/challenges-page.tsx";
