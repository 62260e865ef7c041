import { fileURLToPath } from 'node:url';

/** The policy of the invented programme: for demonstrations, tests, and packages that are no release. */
export const shippedPolicy = fileURLToPath(new URL('harbor-city.json', import.meta.url));
