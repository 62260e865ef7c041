import { expect, test } from 'vitest';
import type { Bridge } from './bridge.ts';
import { createClient } from './client.ts';

function bridgeThat(call: Bridge['call']): Bridge {
  return { call, onEvent() {}, painted() {}, async camera() {} };
}

test('an answer is parsed by the call’s own schema', async () => {
  const client = createClient(bridgeThat(async () => ({ ok: true, value: {} })));
  expect(await client.putAside({})).toEqual({ ok: true, value: {} });
  expect(await client.photo({})).toEqual({ ok: false, error: { kind: 'broken' } });
});

test('a refusal comes through, an unknown one does not', async () => {
  const refused = createClient(bridgeThat(async () => ({ ok: false, error: { kind: 'not-now' } })));
  expect(await refused.print({})).toEqual({ ok: false, error: { kind: 'not-now' } });
  const odd = createClient(bridgeThat(async () => ({ ok: false, error: { kind: 'secret', name: 'Ana' } })));
  expect(await odd.print({})).toEqual({ ok: false, error: { kind: 'broken' } });
});

test('a bridge that is gone is a refusal, not a rejection', async () => {
  const client = createClient(bridgeThat(() => Promise.reject(new Error('port closed'))));
  expect(await client.getState({})).toEqual({ ok: false, error: { kind: 'broken' } });
});
