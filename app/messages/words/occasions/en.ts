import type { LetterText, Occasion } from "../letter-words.ts";

const en: Readonly<Record<Occasion, LetterText>> = {
  anniversary: {
    subject: "Thank you for another year",
    preview: "Your balance is {{ member.points }}.",
    title: "Thank you for another year",
    text: [
      "It is another year since you joined {{ program.name }}. We are glad that you are with us.{% if code.text != '' %} This is for you:{% endif %}",
    ],
    button: "To the shop",
  },
  "tier-near": {
    subject: "{% if news.level != '' %}Nearly {{ news.level }}{% else %}Nearly the next tier{% endif %}",
    preview: "{% if tier.missing != '' %}{{ tier.missing }} more, and you are there.{% endif %}",
    title: "{% if news.level != '' %}{{ news.level }} is near{% else %}The next tier is near{% endif %}",
    text: [
      "{% if tier.missing != '' %}{{ tier.missing }} more, and you have reached {{ tier.next }}.{% endif %}",
      "What it brings stands in the panel in the shop.",
    ],
    button: "See what it brings",
  },
  "membership-ending": {
    subject: "Your membership ends soon",
    preview: "{% if news.until != '' %}It holds until {{ news.until }}.{% endif %}",
    title: "It ends soon",
    text: [
      "{% if news.until != '' %}It holds until {{ news.until }}. {% endif %}Until then you have everything that comes with it. Renew it in time, and it goes on without a gap.",
    ],
    button: "To the shop",
  },
  unsubscribed: {
    subject: "What stays yours",
    preview: "Your balance is {{ member.points }}.",
    title: "No more newsletters",
    text: [
      "You no longer get our newsletter. Your balance of {{ member.points }} stays yours, and so does everything it is good for.",
      "{% if tier.missing != '' %}It is {{ tier.missing }} to {{ tier.next }}.{% endif %}",
    ],
    button: "See your balance",
  },
  "challenge-done": {
    subject: "{% if news.challenge != '' %}Done: {{ news.challenge }}{% else %}You have done it{% endif %}",
    preview: "Well done.",
    title:
      "{% if news.challenge != '' %}You have done {{ news.challenge }}{% else %}You have done it{% endif %}",
    text: ["Well done. What it brings you stands in the panel in the shop."],
    button: "Have a look",
  },
  "challenge-near": {
    subject:
      "{% if news.challenge != '' %}Nearly there: {{ news.challenge }}{% else %}Nearly there{% endif %}",
    preview: "Only a little is missing.",
    title: "Nearly there",
    text: [
      "{% if news.challenge != '' %}Only a little is missing to {{ news.challenge }}.{% else %}Only a little is missing.{% endif %}",
      "How far you are stands in the panel in the shop.",
    ],
    button: "See how far you are",
  },
  "big-basket": {
    subject: "Thank you for your big order",
    preview: "That was a lot. Thank you.",
    title: "Thank you!",
    text: [
      "That was a big order. Thank you for your trust.{% if code.text != '' %} And this is for your next visit:{% endif %}",
    ],
    button: "To the shop",
  },
  "welcome-guide": {
    subject: "How {{ program.name }} works",
    preview: "It takes a minute.",
    title: "How it works",
    text: [
      "What you buy brings {{ member.pointsName }}. How many is shown on the products and in the panel in the shop.",
      "In the panel you also see what they are good for. A reward you choose becomes a code for the checkout.",
      "{% if tier.next != '' %}The more counts, the nearer {{ tier.next }} comes.{% endif %}",
    ],
    button: "To the shop",
  },
  "welcome-quick-win": {
    subject: "A quick way to more {{ member.pointsName }}",
    preview: "Your balance is {{ member.points }}.",
    title: "A quick way to more",
    text: [
      "In the panel in the shop you see what brings {{ member.pointsName }}, and which of it you have not done yet.",
    ],
    button: "Have a look",
  },
};

export default en;
