import { spawnSync } from 'node:child_process';

/** Everywhere at an X display where programs leave text for each other. */
export const PLACES = [
  'PRIMARY',
  'SECONDARY',
  'CLIPBOARD',
  ...Array.from({ length: 8 }, (_none, index) => `CUT_BUFFER${index}`),
] as const satisfies readonly string[];
export type SelectionPlace = (typeof PLACES)[number];

/** What lies in a place that is not empty, in every form in which its owner offers it. */
export interface SelectionFinding {
  readonly place: SelectionPlace;
  readonly text: string;
}

/** Another program at the same display, which is not ours: it reads what it is given, and leaves things. */
export interface OtherClient {
  /** The places that are not empty. */
  read(): readonly SelectionFinding[];
  /** Puts a text there as any program may: it owns the selection, or writes the cut buffer. */
  plant(place: SelectionPlace, text: string): void;
}

/** An owner that does not answer must not hang a suite. */
const ANSWER_MILLISECONDS = 60_000;
/** What an owner says about its text, and not the text. */
const ABOUT = new Set(['TARGETS', 'MULTIPLE', 'TIMESTAMP', 'SAVE_TARGETS', 'DELETE']);

/** By xclip and xprop, at the display that `environment` names. */
export function openOtherClient(environment: Readonly<Record<string, string>>): OtherClient {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', ...environment };
  const run = (program: string, words: readonly string[], input = ''): string | null => {
    const ran = spawnSync(program, words, { env, input, timeout: ANSWER_MILLISECONDS });
    if (ran.error !== undefined) throw ran.error;
    return ran.status === 0 ? ran.stdout.toString('latin1') : null;
  };
  /** xclip goes on in the background as the owner: its output must not keep us waiting. */
  const own = (place: string, text: string): void => {
    const ran = spawnSync('xclip', ['-selection', place.toLowerCase()], {
      env,
      input: text,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    if (ran.status !== 0) throw new Error(`xclip could not own ${place}`);
    // It goes on in the background, and owns it a moment later.
    const given = performance.now();
    while (run('xclip', ['-o', '-selection', place.toLowerCase()]) !== Buffer.from(text).toString('latin1'))
      if (performance.now() - given > ANSWER_MILLISECONDS) throw new Error(`xclip does not own ${place}`);
  };
  const textOf = (place: string): string | null => {
    const ask = (target: string): string | null =>
      run('xclip', ['-o', '-selection', place.toLowerCase(), '-t', target]);
    // Fails where nobody owns the selection. Chromium owns PRIMARY with nothing to offer once it has given it up.
    const targets = ask('TARGETS');
    if (targets === null) return null;
    const offered = targets.split('\n').filter((target) => target !== '' && !ABOUT.has(target));
    return offered.length === 0 ? null : offered.map((target) => ask(target) ?? '').join('\n');
  };
  return {
    read() {
      const found: SelectionFinding[] = [];
      const root = run('xprop', ['-root', '-notype']);
      if (root === null) throw new Error('xprop could not read the root window');
      for (const place of PLACES) {
        const text = place.startsWith('CUT_BUFFER')
          ? (root.split('\n').find((line) => line.startsWith(`${place} `)) ?? null)
          : textOf(place);
        if (text !== null) found.push({ place, text });
      }
      return found;
    },
    plant(place, text) {
      if (!place.startsWith('CUT_BUFFER')) return own(place, text);
      if (run('xprop', ['-root', '-f', place, '8s', '-set', place, text]) === null)
        throw new Error(`xprop could not write ${place}`);
    },
  };
}
