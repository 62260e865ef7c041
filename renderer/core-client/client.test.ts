import { expect, test } from 'vitest';
import { type ApplicationView, applicationView } from '../../shared/contract/application/application-view.ts';
import { screenCalls } from '../../shared/contract/screen.ts';
import { told } from './application-view.test-support.ts';
import type { Bridge } from './bridge.ts';
import { createClient } from './client.ts';

function bridgeThat(call: Bridge['call']): Bridge {
  return { call, onEvent() {}, painted() {}, failed() {}, async camera() {} };
}

const clientOf = (bridge: Bridge) => createClient(bridge, () => undefined);

test('the application that an act answers is heard of, from every act that answers one', async () => {
  const heard: ApplicationView[] = [];
  const answered = told(7, 'checked');
  const client = createClient(
    bridgeThat(async () => ({ ok: true, value: answered })),
    (application) => heard.push(application),
  );
  const acts = Object.entries(screenCalls).filter(([, { output }]) => output === applicationView);
  expect(acts.length).toBe(20);
  for (const [name] of acts) {
    const call: unknown = Reflect.get(client, name);
    if (!(call instanceof Function)) throw new Error(`${name} is no call`);
    expect(await call({}), name).toEqual({ ok: true, value: answered });
  }
  expect(heard).toEqual(acts.map(() => answered));
  expect(await client.putAside({})).toMatchObject({ ok: true });
  expect(heard.length).toBe(acts.length);
});

test('each call asks by its own name', async () => {
  const asked: string[] = [];
  const client = clientOf(
    bridgeThat(async (name) => {
      asked.push(name);
      return { ok: false, error: { kind: 'not-now' } };
    }),
  );
  const names = Object.keys(screenCalls);
  for (const name of names) {
    const call: unknown = Reflect.get(client, name);
    if (!(call instanceof Function)) throw new Error(`${name} is no call`);
    await call({});
  }
  expect(asked).toEqual(names);
});

test('an answer is parsed by the call’s own schema', async () => {
  const client = clientOf(bridgeThat(async () => ({ ok: true, value: {} })));
  expect(await client.putAside({})).toEqual({ ok: true, value: {} });
  expect(await client.photo({})).toEqual({ ok: false, error: { kind: 'broken' } });
});

test('a refusal comes through, an unknown one does not', async () => {
  const refused = clientOf(bridgeThat(async () => ({ ok: false, error: { kind: 'not-now' } })));
  expect(await refused.print({})).toEqual({ ok: false, error: { kind: 'not-now' } });
  const odd = clientOf(bridgeThat(async () => ({ ok: false, error: { kind: 'secret', name: 'Ana' } })));
  expect(await odd.print({})).toEqual({ ok: false, error: { kind: 'broken' } });
});

test('a bridge that is gone is a refusal, not a rejection', async () => {
  const client = clientOf(bridgeThat(() => Promise.reject(new Error('port closed'))));
  expect(await client.getState({})).toEqual({ ok: false, error: { kind: 'broken' } });
});
