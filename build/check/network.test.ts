import { expect, it } from 'vitest';
import { pathsWith, programSources } from './program-sources.test-support.ts';

const sources = programSources('{electron,renderer,shared}/**/*.{ts,tsx}');
const filesWith = (what: RegExp): readonly string[] => pathsWith(sources, what);

it('the program has sockets in these places and no other: to printers, to the display, and between keeper and core', () => {
  expect(filesWith(/'node:(?:net|tls|http|https|http2|dgram)'/)).toEqual([
    'electron/core/keeper-client.ts',
    'electron/keeper/start/core-server.ts',
    // A name on this machine: one kiosk on a display.
    'electron/lib/command-line/take-name.ts',
    'electron/lib/display/display.ts',
    'electron/lib/ipp/certificate.ts',
    'electron/lib/ipp/closing.ts',
    'electron/lib/ipp/connect.ts',
    'electron/lib/ipp/reply.ts',
    'electron/lib/ipp/send-body.ts',
    'electron/lib/ipp/transport.ts',
    // What an address is, without a socket.
    'electron/lib/print-server/listeners.ts',
    'electron/lib/x-display/x-connection.ts',
  ]);
  const otherwise = /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bnet\.request\b/;
  expect(otherwise.test('await fetch(address)')).toBe(true);
  expect(filesWith(otherwise)).toEqual([]);
});
