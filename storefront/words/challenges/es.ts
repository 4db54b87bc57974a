import type { ChallengeWords } from "./challenge-words.ts";

const es: ChallengeWords = {
  challengesTitle: "Retos",
  challengeProducts: { one: "{number} producto", other: "{number} productos distintos" },
  challengeTypes: { one: "{number} tipo de artículo", other: "{number} tipos de artículos distintos" },
  challengeSpend: "{money} en compras",
  challengeStreak: "{goal} {per}, {number} veces seguidas",
  challengeCard: "{goal} llenan una tarjeta",
  challengeSurprise: "{goal} en un pedido, una semana cada {weeks}",
  challengeOneOf: "uno de estos: {list}",
  challengeStep: "{goal}: {gift}",
  challengeAgain: "cada vez",
  challengePerOrder: "como mucho {goal} por pedido",
  challengeBadge: "Insignia: {name}",
  challengeBadgeEarned: "Insignia conseguida: {name}",
  challengeProgress: "{number} de {of}",
  challengeOptIn: "Solo cuenta lo que pidas después de participar.",
  challengeJoin: "Participar",
  challengeJoined: "Estás participando.",
  weeks: { one: "{number} semana", other: "{number} semanas" },

  membershipsTitle: "Membresía de pago",
  membershipLasts: "{months} con cada compra",
  membershipGrace: "las ventajas siguen {days} más",
  membershipMonthly: "{gift} cada mes",
  membershipRewards: "recompensas para miembros: {list}",
  membershipUntil: "Vigente hasta el {day}",
  membershipInGrace: "Pagada hasta el {day}. Si la renuevas antes del {until}, continúa.",
};

export default es;
