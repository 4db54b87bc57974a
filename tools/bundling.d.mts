/** How what runs outside Remix is bundled. */
export const bundling: Readonly<Record<string, string | boolean>>;

/** Bundles a program as it is now, and answers with the file. */
export function bundleOf(entry: string): Promise<string>;
