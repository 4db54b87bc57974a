import type { LetterWords } from "./letter-words.ts";
import occasions from "./occasions/en.ts";

const en: LetterWords = {
  hello: "Hello,",
  helloName: "Hello {{ member.name }},",
  balance: "Your balance: {{ member.points }}",
  wayToNext: "{{ tier.missing }} to {{ tier.next }}",
  code: "Your code",
  codeUntil: "Valid until {{ code.until }}",
  why: "You get this mail because you are a member of {{ program.name }} at {{ shop.name }}.",
  preferences: "Choose what we write about",
  unsubscribe: "Unsubscribe",
  letters: {
    ...occasions,
    welcome: {
      subject: "Welcome to {{ program.name }}",
      preview: "From now on your purchases count.",
      title: "Good to have you with us",
      text: [
        "You are a member of {{ program.name }} now. From now on your purchases count.",
        "Your balance, your rewards and how everything works stand in the panel in the shop.",
      ],
      button: "Have a look",
    },
    "points-earned": {
      subject:
        "{% if news.points != '' %}{{ news.points }} for you{% else %}New {{ member.pointsName }} for you{% endif %}",
      preview: "Your balance is {{ member.points }} now.",
      title: "{% if news.points != '' %}{{ news.points }} more{% else %}Something came in{% endif %}",
      text: ["Thank you for your purchase. Your balance is {{ member.points }} now."],
      button: "See your balance",
    },
    "reward-in-reach": {
      subject:
        "{% if news.reward != '' %}{{ news.reward }} is in reach{% else %}A reward is in reach{% endif %}",
      preview: "Your {{ member.points }} are enough.",
      title:
        "{% if news.reward != '' %}{{ news.reward }} is yours if you like{% else %}A reward is yours if you like{% endif %}",
      text: ["Your {{ member.points }} are enough for it. You choose when to claim it."],
      button: "Claim it",
    },
    "tier-reached": {
      subject:
        "{% if news.level != '' %}You have reached {{ news.level }}{% else %}You have reached a new tier{% endif %}",
      preview: "Thank you for staying with us.",
      title:
        "{% if news.level != '' %}Welcome to {{ news.level }}{% else %}Welcome to your new tier{% endif %}",
      text: [
        "Thank you for staying with us. What your tier brings stands in the panel in the shop.",
        "{% if tier.until != '' %}It holds until {{ tier.until }} at least.{% endif %}",
      ],
      button: "See what it brings",
    },
    "tier-in-grace": {
      subject: "{% if news.level != '' %}{{ news.level }} ends soon{% else %}Your tier ends soon{% endif %}",
      preview: "{% if news.until != '' %}You keep it until {{ news.until }}.{% endif %}",
      title:
        "{% if news.level != '' %}Do you want to keep {{ news.level }}?{% else %}Do you want to keep your tier?{% endif %}",
      text: [
        "{% if news.until != '' %}You keep it until {{ news.until }}.{% endif %}",
        "{% if tier.keep != '' %}{{ tier.keep }} more by then, and it stays with you.{% endif %}",
      ],
      button: "To the shop",
    },
    "tier-lost": {
      subject:
        "{% if news.level != '' %}The way back to {{ news.level }}{% else %}The way back to your tier{% endif %}",
      preview: "We would like to have you back.",
      title:
        "{% if news.level != '' %}{{ news.level }} is over. For now.{% else %}Your tier is over. For now.{% endif %}",
      text: [
        "Your {{ member.pointsName }} stay yours, and the way back is open.",
        "{% if tier.missing != '' %}{{ tier.missing }} more, and you have reached {{ tier.next }}.{% endif %}",
      ],
      button: "To the shop",
    },
    "points-expiring": {
      subject:
        "{% if news.points != '' %}{{ news.points }} are about to expire{% else %}Some of your {{ member.pointsName }} are about to expire{% endif %}",
      preview: "{% if news.until != '' %}You can use them until {{ news.until }}.{% endif %}",
      title: "{% if news.until != '' %}To use until {{ news.until }}{% else %}Use them in time{% endif %}",
      text: [
        "{% if news.points != '' and news.until != '' %}You can use {{ news.points }} until {{ news.until }}, then they expire.{% endif %}",
        "Which rewards they are good for stands in the panel in the shop.",
      ],
      button: "See rewards",
    },
    "code-expiring": {
      subject: "Your code is about to expire",
      preview: "{% if code.until != '' %}It is valid until {{ code.until }}.{% endif %}",
      title: "Your code is waiting",
      text: [
        "You have not used it yet{% if code.until != '' %}, and it is valid until {{ code.until }}{% endif %}.",
      ],
      button: "Use it now",
    },
    birthday: {
      subject: "Happy birthday{% if member.name != '' %}, {{ member.name }}{% endif %}",
      preview: "All the best from {{ shop.name }}.",
      title: "Happy birthday!",
      text: [
        "All the best from all of us at {{ shop.name }}.{% if code.text != '' %} This is for you:{% endif %}",
      ],
      button: "To the shop",
    },
    "first-purchase": {
      subject: "Thank you for your first purchase",
      preview: "It has counted: {{ member.points }}.",
      title: "Thank you!",
      text: [
        "Your first purchase has counted. Your balance is {{ member.points }} now.",
        "{% if code.text != '' %}And this is for the next one:{% endif %}",
      ],
      button: "See your balance",
    },
    lapsed: {
      subject: "It has been a while",
      preview: "Your {{ member.points }} are still here.",
      title: "It has been a while",
      text: [
        "Your {{ member.points }} are still here.{% if code.text != '' %} And this is for your next visit:{% endif %}",
      ],
      button: "To the shop",
    },
    "return-explained": {
      subject: "Your return and your {{ member.pointsName }}",
      preview: "Your balance is {{ member.points }} now.",
      title: "What your return changes",
      text: [
        "What you sent back no longer counts{% if news.points != '' %}: {{ news.points }} went back{% endif %}.",
        "What you kept still counts. Your balance is {{ member.points }} now; each step stands in the panel in the shop.",
      ],
      button: "See your history",
    },
  },
  page: {
    title: "What we write to you about",
    intro: "You decide. It applies at once, and you can change it whenever you like.",
    marketing: "News and offers",
    marketingHint: "Rewards, birthdays, what is new.",
    service: "About your balance",
    serviceHint: "What expires, tiers, codes, returns.",
    profiling: "A picture of what you buy",
    profilingHint: "So that offers fit you. Without it your purchases count in the shop’s totals only.",
    save: "Save",
    saved: "Saved. It applies from now on.",
    stopAll: "Stop all mails",
    leading: "On to {{ shop.name }}",
    goOn: "Go on",
    broken: "This link does not work. Please take the one from the latest mail.",
  },
};

export default en;
