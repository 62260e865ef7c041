import { createRequire } from 'node:module';

const zxcvbn: typeof import('@zxcvbn-ts/core') = createRequire(import.meta.url)('@zxcvbn-ts/core');

type Judgement = ReturnType<InstanceType<typeof zxcvbn.ZxcvbnFactory>['check']>;

/**
 * zxcvbn's own judgement, worked out once for each passphrase in a process: nearly every test of a keeper sets a kiosk up with the
 * same few people, and judging their passphrases again took up to a third of its time.
 */
export class ZxcvbnFactory extends zxcvbn.ZxcvbnFactory {
  readonly #remembered = new Map<string, Judgement>();

  override check(passphrase: string, known?: (string | number)[]): Judgement {
    const asked = JSON.stringify([passphrase, known]);
    const judgement = this.#remembered.get(asked) ?? super.check(passphrase, known);
    this.#remembered.set(asked, judgement);
    return judgement;
  }
}
