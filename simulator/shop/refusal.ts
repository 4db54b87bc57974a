/** A wish that cannot be granted, said to whoever asked (control, shopper): the fake's own 422. */
export class Refusal extends Error {}
