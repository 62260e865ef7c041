import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, FrameError, FrameReader, MAXIMUM_FRAME_BYTES } from './frame.ts';

const message = fc.record({
  kind: fc.string(),
  nested: fc.array(fc.record({ text: fc.string({ unit: 'binary' }), bytes: fc.uint8Array() })),
  nothing: fc.constant(null),
});

describe('frames', () => {
  it('carry any message across any split of the stream', () => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 97 }),
        (messages, step) => {
          const stream = Buffer.concat(messages.map(encodeFrame));
          const reader = new FrameReader();
          const received: unknown[] = [];
          for (let at = 0; at < stream.byteLength; at += step)
            received.push(...reader.push(stream.subarray(at, at + step)));
          expect(received).toEqual(messages);
        },
      ),
    );
  });

  it('accept a Buffer as bytes, not as the object that its toJSON would make', () => {
    const [received] = new FrameReader().push(encodeFrame({ key: Buffer.from('abc') }));
    expect(received).toEqual({ key: new Uint8Array([97, 98, 99]) });
  });

  it('refuse a frame that claims to be larger than any of ours', () => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(MAXIMUM_FRAME_BYTES, 0);
    header.writeUInt32BE(1, 4);
    expect(() => new FrameReader().push(header)).toThrow(FrameError);
  });

  it('refuse bytes that lie outside the frame', () => {
    const json = Buffer.from('{"key":{"$bytes":[0,99]}}');
    const frame = Buffer.alloc(8 + json.byteLength);
    frame.writeUInt32BE(json.byteLength, 0);
    frame.set(json, 8);
    expect(() => new FrameReader().push(frame)).toThrow(FrameError);
  });

  it('refuse arbitrary bytes without anything but a FrameError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          new FrameReader().push(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
      }),
    );
  });
});
