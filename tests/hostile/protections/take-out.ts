import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { repository } from '../../../build/vite/repository.ts';
import { type Protection, textWithout } from './protection.ts';
import { protections } from './protections.ts';

/** Names the protection that is missing in a run of tests. */
export const TAKEN_OUT = 'COUNTERFOIL_TAKEN_OUT';

/** The protection of that name. @throws where there is none. */
export function protectionOf(name: string): Protection {
  const known = protections.find((protection) => protection.name === name);
  if (known === undefined) throw new Error(`no protection is called ${name}`);
  return known;
}

/** The protection that this run is without; null: it has all of them. @throws where none is called so. */
function protectionTakenOut(): Protection | null {
  const name = process.env[TAKEN_OUT] ?? '';
  return name === '' ? null : protectionOf(name);
}

/** Whether this run has all protections. Whatever is kept of a module from one run to the next is of such runs alone. */
export function hasAllProtections(): boolean {
  return protectionTakenOut() === null;
}

/**
 * Takes a protection out of whatever is bundled or loaded for a test: the product has no switch for it. First of all plugins, so
 * that the text is the one that stands in the file.
 */
export function takeOut(protection: Protection | null = protectionTakenOut()): Plugin {
  const path = protection === null ? '' : fileURLToPath(new URL(protection.source.file, repository));
  return {
    name: 'take-out-a-protection',
    enforce: 'pre',
    transform(text, id) {
      const [file] = id.split('?', 1);
      if (protection === null || file !== path) return null;
      return { code: textWithout(protection, text), map: null };
    },
  };
}
