import fc from 'fast-check';
import { expect, it } from 'vitest';
import { followRequests } from './http-requests.ts';

const arbitraryRequest = fc.record({
  operation: fc.integer({ min: 0, max: 0xffff }),
  // Made of the bytes that end heads and chunks, to mislead whoever looks for those.
  rest: fc.array(fc.constantFrom('0', '\r', '\n', 'a', '\0'), { maxLength: 40 }).map((each) => each.join('')),
  /** Sizes of chunks, or a content length. */
  chunks: fc.option(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })),
});

function asBody(operation: number, rest: string): Buffer {
  const head = Buffer.from([2, 0, operation >> 8, operation & 0xff]);
  return Buffer.concat([head, Buffer.from(rest, 'latin1')]);
}

function onTheWire(body: Buffer, chunks: readonly number[] | null): Buffer {
  const head = 'POST /ipp/print HTTP/1.1\r\nHost: localhost\r\n';
  if (chunks === null) {
    return Buffer.concat([Buffer.from(`${head}Content-Length: ${body.length}\r\n\r\n`), body]);
  }
  const parts: Buffer[] = [Buffer.from(`${head}Transfer-Encoding: chunked\r\n\r\n`)];
  for (let at = 0, turn = 0; at < body.length; turn += 1) {
    const chunk = body.subarray(at, at + (chunks[turn % chunks.length] ?? 1));
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
    at += chunk.length;
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

it('finds every request and its operation, however the bytes are split', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryRequest, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }),
      (requests, splits) => {
        const wires = requests.map(({ operation, rest, chunks }) =>
          onTheWire(asBody(operation, rest), chunks),
        );
        const wire = Buffer.concat(wires);
        const follow = followRequests();
        const passed: Buffer[] = [];
        const operations: number[] = [];
        const ends: number[] = [];
        for (let at = 0, turn = 0; at < wire.length; turn += 1) {
          const size = splits[turn % splits.length] ?? 1;
          for (const piece of follow(wire.subarray(at, at + size))) {
            passed.push(piece.bytes);
            if (piece.operation !== null) operations.push(piece.operation);
            if (piece.last) ends.push(passed.reduce((sum, each) => sum + each.length, 0));
          }
          at += size;
        }
        expect(Buffer.concat(passed)).toEqual(wire);
        expect(operations).toEqual(requests.map(({ operation }) => operation));
        expect(ends).toEqual(
          wires.map((_each, at) => wires.slice(0, at + 1).reduce((sum, one) => sum + one.length, 0)),
        );
      },
    ),
  );
});
