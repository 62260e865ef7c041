import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { readNextOrder } from '../../electron/keeper/suspension/orders-on-stick.ts';
import { keyOfBytes } from '../../electron/lib/policy-file/programme-key.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { sample } from '../../tests/support/sample.ts';
import { fileOf } from '../policy/policy-paths.test-support.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import { checkOrder } from './check.ts';
import { makeOrdersKey } from './keys.ts';
import { writeNewOrder } from './new.ts';
import { signOrderFile } from './sign.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const DAY = 24 * 3_600_000;

/** An office with its key, and the policy that names it. */
function office() {
  const folder = join(workingFolder(), 'keys');
  const made = makeOrdersKey(folder);
  const [, key = ''] = /"key": "([^"]+)"/.exec(made.say) ?? [];
  const policy = fileOf({ ...harborCity, orders: { name: 'Office of the City Clerk', key } });
  return { folder, made, key, policy, privateKey: join(folder, 'orders-key.private.pem') };
}

/** The same with an order in a folder of its own. */
function withOrder(serial = 1, act: 'suspend' | 'resume' = 'suspend') {
  const folder = workingFolder();
  const path = join(folder, `order-${serial}.json`);
  const by = office();
  expect(writeNewOrder(path, act, by.policy, NOON).code).toBe(0);
  const change = (more: object) =>
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...more }));
  return { ...by, stick: folder, path, change };
}

describe('order keys', () => {
  it('makes a pair that nobody else may read, prints what the policy says of it, and overwrites nothing', () => {
    const { folder, made, key, privateKey } = office();
    expect(made.code).toBe(0);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(statSync(privateKey).mode & 0o777).toBe(0o600);
    expect(makeOrdersKey(folder)).toMatchObject({
      code: 2,
      say: expect.stringContaining('never overwritten'),
    });
    rmSync(privateKey);
    expect(makeOrdersKey(folder)).toMatchObject({ code: 2, say: expect.stringContaining('orders-key.pem') });
  });
});

describe('order new, sign and check', () => {
  it('make an order that a kiosk carries out', () => {
    const { path, policy, privateKey, stick, key } = withOrder();
    expect(checkOrder(path, policy, NOON)).toMatchObject({
      code: 1,
      say: expect.stringContaining('not signed'),
    });
    expect(signOrderFile(path, privateKey, policy, NOON)).toMatchObject({ code: 0 });
    expect(checkOrder(path, policy, NOON)).toMatchObject({
      code: 0,
      say: expect.stringMatching(/order 1 of harbor-city\..*may be finished.*\n.*\n.*signed by Office of/),
    });
    const yardstick = { key: keyOfBytes(Buffer.from(key, 'base64')), program: 'harbor-city', newest: 0 };
    expect(readNextOrder(stick, { ...yardstick, now: NOON, languages: undefined })).toMatchObject({
      ok: true,
      value: { order: { serial: 1, act: 'suspend', expires: NOON + 7 * DAY } },
    });
  });

  it('of one that resumes say nothing of notices', () => {
    const { path, policy, privateKey } = withOrder(12, 'resume');
    expect(signOrderFile(path, privateKey, policy, NOON)).toMatchObject({
      code: 0,
      say: expect.stringContaining('order 12 of harbor-city. Intake resumes'),
    });
    expect(readFileSync(path, 'utf8')).not.toContain('notice');
  });

  it('overwrite neither an order nor a signature: a number is given once', () => {
    const { path, policy, privateKey, change } = withOrder();
    expect(writeNewOrder(path, 'resume', policy, NOON)).toMatchObject({
      code: 2,
      say: expect.stringContaining('is there already'),
    });
    expect(signOrderFile(path, privateKey, policy, NOON).code).toBe(0);
    const signature = readFileSync(`${path}.sig`, 'utf8');
    change({ open: 'wipe' });
    expect(signOrderFile(path, privateKey, policy, NOON)).toMatchObject({
      code: 2,
      say: expect.stringContaining('A number is given once'),
    });
    expect(readFileSync(`${path}.sig`, 'utf8')).toBe(signature);
    expect(checkOrder(path, policy, NOON)).toMatchObject({
      code: 1,
      say: expect.stringContaining('not the signature of this file'),
    });
  });

  it.each([
    ['another program', { program: 'quayside' }, 'quayside'],
    ['another number than its file', { serial: 2 }, 'order-2.json'],
    ['expired', { expires: new Date(NOON).toISOString() }, 'over'],
    [
      'a notice in English alone, under a policy that says nothing of languages',
      { notice: { en: 'Not today.' } },
      'lacks the language "es"',
    ],
    ['a notice without English', { notice: { es: 'Hoy no.' } }, 'notice.en'],
    ['a key that nobody knows', { until: 'Monday' }, 'until'],
    ['no moment', { takesEffect: 'Monday' }, '2026-12-01T08:00:00-05:00'],
  ])('sign none that no kiosk takes: %s', (_what, wrong, said) => {
    const { path, policy, privateKey, change } = withOrder();
    change(wrong);
    for (const outcome of [signOrderFile(path, privateKey, policy, NOON), checkOrder(path, policy, NOON)])
      expect(outcome).toMatchObject({ code: 1, say: expect.stringContaining(said) });
    expect(() => readFileSync(`${path}.sig`)).toThrow('ENOENT');
  });

  it('sign with no key but the one that the policy names', () => {
    const { path, policy, folder } = withOrder();
    const [other, publicKey] = [office().privateKey, join(folder, 'orders-key.pem')];
    expect(signOrderFile(path, other, policy, NOON)).toMatchObject({
      code: 2,
      say: expect.stringContaining('is not the key'),
    });
    for (const none of [publicKey, path, join(folder, 'nowhere')])
      expect(signOrderFile(path, none, policy, NOON), none).toMatchObject({ code: 2 });
    const nobody = shippedPolicy;
    expect(signOrderFile(path, other, nobody, NOON)).toMatchObject({
      code: 2,
      say: expect.stringContaining('has no "orders"'),
    });
    expect(checkOrder(path, path, NOON)).toMatchObject({
      code: 2,
      say: expect.stringContaining('no policy'),
    });
  });

  it('ask for a file that is called by its number', () => {
    const { policy } = office();
    for (const name of ['order.json', 'order-0.json', 'order-01.json', 'stop-1.json'])
      expect(writeNewOrder(join(workingFolder(), name), 'suspend', policy, NOON), name).toMatchObject({
        code: 2,
        say: expect.stringContaining('such as order-1.json'),
      });
  });
});

describe('npm run order', () => {
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('../order.ts', import.meta.url)), ...words], {
      encoding: 'utf8',
    });

  it('answers on the right stream, with the right code', () => {
    const { policy } = office();
    const path = join(workingFolder(), 'order-1.json');
    expect(run('new', 'suspend', path, '--policy', policy)).toMatchObject({ status: 0, stderr: '' });
    expect(run('check', path, '--policy', policy)).toMatchObject({ status: 1, stderr: '' });
    const strange = [
      ['keys', 'a', '--policy', policy],
      ['new', 'erase', path, '--policy', policy],
      ['sign', path, '--policy', policy],
      ['check', path, '--loudly'],
    ];
    for (const words of sample(strange, 1))
      expect(run(...words), words.join(' ')).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('Use: npm run order'),
      });
  });
});
