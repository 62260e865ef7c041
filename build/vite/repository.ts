/** The top of this repository. */
export const repository = new URL('../../', import.meta.url);

/** Packages with a native addon; they are shipped as they are, beside the bundles. */
export const nativePackages = [
  'better-sqlite3',
  'sodium-native',
  '@node-rs/argon2',
  '@napi-rs/canvas',
] as const;
