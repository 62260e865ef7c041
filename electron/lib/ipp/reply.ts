import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { IppFailure } from './failure.ts';
import type { IppLimits } from './limits.ts';

export type Reply = Result<Buffer, IppFailure>;

/** Collects an HTTP reply that may be IPP, and tells once. The caller destroys the connection, whatever is told. */
export function receiveReply(
  response: IncomingMessage,
  limits: IppLimits,
  tell: (reply: Reply) => void,
): void {
  const httpStatus = response.statusCode ?? 0;
  if (httpStatus !== 200) {
    tell(err({ kind: 'not-ipp', why: 'http-status', httpStatus }));
    return;
  }
  if (!isIpp(response.headers['content-type'])) {
    tell(err({ kind: 'not-ipp', why: 'content-type', httpStatus }));
    return;
  }
  if (Number(response.headers['content-length'] ?? 0) > limits.replyBytes) {
    tell(err({ kind: 'not-ipp', why: 'too-much', httpStatus }));
    return;
  }
  const chunks: Buffer[] = [];
  let held = 0;
  let told = false;
  const tellOnce = (reply: Reply): void => {
    if (!told) tell(reply);
    told = true;
  };
  response.on('data', (chunk: Buffer) => {
    held += chunk.byteLength;
    if (held <= limits.replyBytes) chunks.push(chunk);
    else tellOnce(err({ kind: 'not-ipp', why: 'too-much', httpStatus }));
  });
  response.on('end', () => tellOnce(ok(Buffer.concat(chunks))));
  // Half a reply: what it would have said is not known.
  response.on('error', () => tellOnce(err({ kind: 'cut', why: 'reset' })));
}

/** Whether a reply refuses (RFC 8011, appendix B). One too short to say so is left to the decoder. */
export function saysNo(reply: Buffer): boolean {
  return reply.byteLength >= 4 && reply.readUInt16BE(2) >= 0x0100;
}

function isIpp(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/ipp';
}
