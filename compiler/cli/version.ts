// Which Kindling this is.

/** Put in by the build. */
declare const kindlingVersion: string;

export const version: string = kindlingVersion;

/** Versions as `--version` prints them. */
export const versionText = `Kindling ${kindlingVersion}, compatible with Butane 0.29.0`;
