/**
 * Why a call did not end with a printer's consent, told so that a caller knows whether a card may come of it.
 *
 * - `unreachable`, `certificate`: not one byte of the request left. Trying again is safe.
 * - `refused`: the printer understood and said no. Without a document nothing came of the call. With one, a printer
 *   that prints while it reads may say no after the first face (`server-error-device-error`): look at the job.
 * - `cut`: bytes of ours may have arrived and been acted on. Never repeat what makes a card; ask by Get-Jobs.
 * - `not-ipp`: bytes of ours did arrive, and what came back is no answer. With an `httpStatus` from 400 to 499 the
 *   server refused the request as a whole. Anything else proves nothing: what makes a card is then as open as
 *   after `cut`.
 */
export type IppFailure =
  | { readonly kind: 'unreachable'; readonly why: 'refused' | 'no-route' | 'timed-out' | 'stopped' | 'other' }
  /** Another certificate than the pinned one, or none pinned yet; `fingerprint`: lower-case hex SHA-256 of what was shown. */
  | { readonly kind: 'certificate'; readonly fingerprint: string }
  /** `stopped`: by the caller's own signal. */
  | { readonly kind: 'cut'; readonly why: 'reset' | 'timed-out' | 'stopped' }
  | {
      readonly kind: 'not-ipp';
      readonly why: 'http-status' | 'content-type' | 'malformed' | 'too-much';
      readonly httpStatus?: number;
    }
  /** An IPP status code above the successful ones (RFC 8011, appendix B), as a number: printers have their own too. */
  | { readonly kind: 'refused'; readonly status: number };
