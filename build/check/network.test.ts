import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';
import { isOfTests } from './imports.ts';

const sources = globSync('{electron,renderer,shared}/**/*.{ts,tsx}', { cwd: fileURLToPath(repository) })
  .filter((path) => !isOfTests(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, repository), 'utf8') }));

const filesWith = (pattern: RegExp): readonly string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .toSorted();

it('the program has sockets in these places and no other: to printers, to the display, and between keeper and core', () => {
  expect(filesWith(/'node:(?:net|tls|http|https|http2|dgram)'/)).toEqual([
    'electron/core/keeper-client.ts',
    'electron/keeper/start/core-server.ts',
    'electron/keeper/x-display/x-connection.ts',
    // A name on this machine: one kiosk on a display.
    'electron/launcher/display-lock.ts',
    'electron/lib/display/display.ts',
    'electron/lib/ipp/certificate.ts',
    'electron/lib/ipp/closing.ts',
    'electron/lib/ipp/connect.ts',
    'electron/lib/ipp/reply.ts',
    'electron/lib/ipp/send-body.ts',
    'electron/lib/ipp/transport.ts',
    // What an address is, without a socket.
    'electron/print/spool/listeners.ts',
  ]);
  const otherwise = /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bnet\.request\b/;
  expect(otherwise.test('await fetch(address)')).toBe(true);
  expect(filesWith(otherwise)).toEqual([]);
});
