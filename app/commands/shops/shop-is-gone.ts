/** The shop uninstalled while something was done for it: that stops, and goes on should the shop come back. */
export class ShopIsGone extends Error {
  constructor() {
    super("the shop has uninstalled");
  }
}
