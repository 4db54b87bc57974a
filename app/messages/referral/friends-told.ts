import { renderSVG } from "uqr";
import type { OwnFriends } from "#app/domain/referral/friend-told.ts";
import { say } from "#storefront/words/words.ts";
import { friendSpeech, type FriendSpeech } from "./friend-speech.ts";

/** Everything the panel says to a member who brings friends along, in their language. */
export function friendsTold(own: OwnFriends, link: string) {
  const spoken = friendSpeech(own.spoken);
  const { words, speech } = spoken;
  const { shopName } = own.spoken;
  const message = say(words.mailToFriend, { shop: shopName, link });
  const number = (text: string, count: number): string => say(text, { number: speech.number(count) });
  return {
    link,
    message,
    mail: `mailto:?subject=${encodeURIComponent(shopName)}&body=${encodeURIComponent(message)}`,
    qr: `data:image/svg+xml,${encodeURIComponent(renderSVG(link, { border: 2 }))}`,
    gains: gainsOf(own, spoken),
    counts: [
      number(words.joined, own.joined),
      number(words.pending, own.pending),
      number(words.matured, own.matured),
    ],
    steps: own.steps.map(({ friends, badge, points, level }) => {
      const gains = [badge, points === 0 ? null : speech.points(points), level];
      const gain = speech.list(gains.filter((one) => one !== null));
      return {
        text: say(words.step, { number: speech.number(friends), gain }),
        reached: own.matured >= friends,
      };
    }),
    words: {
      ...{ link: words.link, copy: words.copy, copied: words.copied },
      ...{ share: words.share, byMail: words.byMail, qr: words.qr },
    },
  };
}

function gainsOf({ friendGets, gain }: OwnFriends, { words, speech, gift }: FriendSpeech): string[] {
  const friend = friendGets === null ? [] : [say(words.friendGets, { gift: gift(friendGets) })];
  if (gain === null) return friend;
  const { points, minSubtotalMinor, maturityDays, limit } = gain;
  const what = minSubtotalMinor === 0 ? words.youGet : words.youGetFrom;
  const own = [
    say(what, { points: speech.points(points), money: speech.money(minSubtotalMinor) }),
    ...(maturityDays === 0
      ? []
      : [say(words.countAfter, { days: speech.counted(speech.words.days, maturityDays) })]),
    ...(limit === null
      ? []
      : [say(words.limit, { number: speech.number(limit.count), per: speech.words.per[limit.per] })]),
  ];
  return [...friend, own.join(" ")];
}
