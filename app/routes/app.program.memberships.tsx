export { MembershipsPage as default } from "#app/components/program/pages/memberships-page.tsx";
