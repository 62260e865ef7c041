/** A piece of a request as it passes by. */
export interface Piece {
  /** All bytes, as they came. */
  readonly bytes: Buffer;
  /** From where on the bytes belong to the body, as it is on the wire; their end when none does. */
  readonly bodyFrom: number;
  /** Bytes of this body that passed before the piece. */
  readonly bodyBefore: number;
  /** The IPP operation, on the piece with which it became known. */
  readonly operation: number | null;
  /** Whether the request is whole with this piece. */
  readonly last: boolean;
}

/** Takes bytes of a body: how many were its own, what they carried, and whether it is whole. */
type FollowBody = (data: Buffer) => { used: number; carried: Buffer; whole: boolean };

const HEAD_END = Buffer.from('\r\n\r\n');
/** Version, operation: bytes 2 and 3 name it (RFC 8010 section 3.1.1). */
const OPERATION_END = 4;

/**
 * Follows the requests on one HTTP/1.1 connection, as much as it takes to tell where the body of each begins
 * and ends and which IPP operation it is.
 */
export function followRequests(): (data: Buffer) => readonly Piece[] {
  let head = Buffer.alloc(0);
  let body: { passed: number; start: Buffer; readonly follow: FollowBody } | null = null;

  const nextPiece = (data: Buffer): Piece => {
    let bodyFrom = 0;
    if (body === null) {
      const known = head.length;
      head = Buffer.concat([head, data]);
      const end = head.indexOf(HEAD_END);
      if (end < 0) return { bytes: data, bodyFrom: data.length, bodyBefore: 0, operation: null, last: false };
      bodyFrom = end + HEAD_END.length - known;
      body = { passed: 0, start: Buffer.alloc(0), follow: followBody(head.toString('latin1', 0, end)) };
      head = Buffer.alloc(0);
    }
    const bodyBefore = body.passed;
    const { used, carried, whole } = body.follow(data.subarray(bodyFrom));
    const wasKnown = body.start.length >= OPERATION_END;
    if (!wasKnown) body.start = Buffer.concat([body.start, carried.subarray(0, OPERATION_END)]);
    const operation =
      !wasKnown && body.start.length >= OPERATION_END ? body.start.readUInt16BE(OPERATION_END - 2) : null;
    body.passed += used;
    if (whole) body = null;
    return { bytes: data.subarray(0, bodyFrom + used), bodyFrom, bodyBefore, operation, last: whole };
  };

  return (data) => {
    const pieces: Piece[] = [];
    for (let left = data; left.length > 0; ) {
      const piece = nextPiece(left);
      pieces.push(piece);
      left = left.subarray(piece.bytes.length);
    }
    return pieces;
  };
}

function followBody(head: string): FollowBody {
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return followChunks();
  let left = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return (data) => {
    const carried = data.subarray(0, left);
    left -= carried.length;
    return { used: carried.length, carried, whole: left === 0 };
  };
}

/** RFC 9112 section 7.1: a size in hex and a line end, so many bytes and a line end; 0 and an empty line end it. */
function followChunks(): FollowBody {
  let line = '';
  /** Bytes of this chunk still to come, its line end among them. */
  let left = 0;
  let ending = false;
  return (data) => {
    const carried: Buffer[] = [];
    let at = 0;
    while (at < data.length) {
      if (left > 0) {
        const taken = data.subarray(at, at + left);
        carried.push(taken.subarray(0, Math.max(0, left - 2)));
        left -= taken.length;
        at += taken.length;
        continue;
      }
      const lineEnd = data.indexOf(0x0a, at);
      line += data.toString('latin1', at, lineEnd < 0 ? data.length : lineEnd);
      at = lineEnd < 0 ? data.length : lineEnd + 1;
      if (lineEnd < 0) break;
      const text = line.trim();
      line = '';
      if (ending && text === '') return { used: at, carried: Buffer.concat(carried), whole: true };
      if (ending) continue;
      const size = Number.parseInt(text, 16);
      ending = size === 0;
      left = ending ? 0 : size + 2;
    }
    return { used: at, carried: Buffer.concat(carried), whole: false };
  };
}
