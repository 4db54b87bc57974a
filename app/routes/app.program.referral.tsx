export { ReferralPage as default } from "#app/components/program/pages/referral/referral-page.tsx";
