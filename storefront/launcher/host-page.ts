import type { App } from "../panel/ask-app.ts";
import type { Visit } from "./visit.ts";

/** What the page tells the widget, as attributes of its element. */
export interface HostPage {
  /** Where the app answers, e.g. `/apps/regulars`. */
  readonly endpoint: string;
  readonly locale: string;
  readonly panelUrl: string;
  readonly deedsUrl: string;
  /** Questions and answers in the language of `wordsUrl`. */
  readonly questionsUrl: string;
  readonly wordsUrl: string;
  readonly signInUrl: string;
  readonly joinUrl: string;
  /** A code is put behind this to use it, e.g. `/discount/`. */
  readonly applyPath: string;
  /** Where the shop tells the present cart as JSON; empty where it cannot. */
  readonly cartUrl: string;
  readonly visit: Visit | null;
}

/** What the panel needs of the element that opened it. */
export interface PanelHost {
  readonly page: HostPage;
  /** The launcher asks it too, so it is loaded with the page and handed on. */
  readonly app: App;
  readonly root: ShadowRoot;
  /** The reward that a button of the page opened the panel for. */
  readonly wanted: string | null;
  /** The balance changed: what the launcher shows follows. */
  readonly showBalance: (text: string) => void;
}

export interface PanelModule {
  readonly openPanel: (host: PanelHost, words: unknown) => void;
}

/** Reads the attributes; an address that is missing is a mistake in the theme block, said aloud. */
export function readHostPage(element: HTMLElement, visit: Visit | null): HostPage {
  const required = (name: string): string => {
    const value = element.dataset[name];
    if (value === undefined) throw new Error(`<${element.localName}> lacks data-${name}`);
    return value;
  };
  return {
    endpoint: required("endpoint"),
    locale: required("locale"),
    panelUrl: required("panel"),
    deedsUrl: required("deeds"),
    questionsUrl: required("questions"),
    wordsUrl: required("words"),
    signInUrl: required("signin"),
    joinUrl: required("join"),
    applyPath: required("apply"),
    cartUrl: required("cart"),
    visit,
  };
}
