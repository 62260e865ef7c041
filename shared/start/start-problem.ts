import { z } from 'zod';
import { sealRefusal } from '../contract/custody.ts';
import { settingsMistake } from '../settings/settings-mistake.ts';

/** A page has room for so many of them; the log has all. */
export const MISTAKES_ON_PAGE = 3;

/** A path or a value out of the environment: shown to IT, never longer than a screen has room for. */
const place = z.string().max(4096);

/** The kiosk's files by the names that people know. */
const file = z.enum(['vault', 'ledger', 'keys', 'signing']);
export type KioskFile = z.infer<typeof file>;

/** Why a kiosk does not start, or stopped and does not come up again. Nothing in it is about an applicant. */
export const startProblem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('arguments') }),
  /** A variable that begins like ours. `path`: where settings are. */
  z.object({ kind: z.literal('settings-in-environment'), name: place, path: place }),
  /** Of a variable that an evaluation package takes. */
  z.object({ kind: z.literal('relative-path'), name: z.string(), value: place }),
  z.object({ kind: z.literal('no-settings'), path: place }),
  /** Others than root could change it. `path`: the file, or the folder that it lies in. */
  z.object({
    kind: z.literal('unprotected-settings'),
    why: z.enum(['link', 'foreign-owner', 'writable']),
    path: place,
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('unreadable-settings'),
    why: z.enum(['no-file', 'too-large', 'not-read']),
    path: place,
    reason: z.string(),
  }),
  /** `mistakes`: the first ones, in the order of the lines; `more`: how many others there are. */
  z.object({
    kind: z.literal('wrong-settings'),
    path: place,
    mistakes: z.array(settingsMistake).min(1).max(MISTAKES_ON_PAGE),
    more: z.number().int(),
  }),
  z.object({ kind: z.literal('root') }),
  z.object({ kind: z.literal('no-home') }),
  z.object({ kind: z.literal('no-policy'), path: place }),
  z.object({
    kind: z.literal('unreadable-policy'),
    why: z.enum(['no-file', 'too-large', 'not-read']),
    path: place,
    reason: z.string(),
  }),
  /** `at`: the steps to the place in the document, which may be none; `more`: how many other places are wrong. */
  z.object({
    kind: z.literal('wrong-policy'),
    path: place,
    line: z.number().int(),
    at: place,
    allowed: place,
    more: z.number().int(),
  }),
  /** A key of the programme is pinned. `path`: the signature that should be there. */
  z.object({
    kind: z.literal('unsigned-policy'),
    why: z.enum(['missing', 'unreadable', 'malformed', 'wrong']),
    path: place,
    reason: z.string(),
  }),
  /** Not what may follow the policy in force. `found`, `inForce`: a program's id, a version, or what a hold does with wipes. */
  z.object({
    kind: z.literal('policy-out-of-turn'),
    why: z.enum(['other-program', 'older', 'same-version', 'loosens-hold']),
    path: place,
    found: place,
    inForce: place,
  }),
  /**
   * What a supervisor installed is no policy by the rules of this release. `path`: the policy file, which may take its place;
   * `version`: the highest that was in force; `reason`: why that file does not.
   */
  z.object({
    kind: z.literal('policy-of-other-release'),
    path: place,
    version: z.number().int(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('program-key'),
    why: z.enum(['unreadable', 'no-key', 'other-key']),
    path: place,
    reason: z.string(),
  }),
  /**
   * Settings say that a provisioning sets the kiosk up, and none has. `path`: where first staff are waited for; `refused`: the exit
   * code of the last one that was refused since this computer was started, null: none was.
   */
  z.object({ kind: z.literal('not-provisioned'), path: place, refused: z.number().int().nullable() }),
  /**
   * `marked`: one is being put in place, or was cut off; `changed`: one was while the kiosk started; `not-read`: nobody can tell.
   * `path`: of which this shows.
   */
  z.object({
    kind: z.literal('unfinished-provisioning'),
    why: z.enum(['marked', 'changed', 'not-read']),
    path: place,
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('unprotected-first-staff'),
    why: z.enum(['no-file', 'foreign-owner', 'open-to-others', 'linked', 'not-read', 'too-large']),
    path: place,
    reason: z.string(),
  }),
  /** `reason`: of which this shows, a word of our own. */
  z.object({
    kind: z.literal('wrong-first-staff'),
    why: z.enum(['not-signed', 'other-computer', 'no-key', 'unfit']),
    path: place,
    reason: z.string(),
  }),
  /** Beside a kiosk that is set up. */
  z.object({ kind: z.literal('needless-first-staff'), path: place }),
  z.object({ kind: z.literal('not-writable'), path: place }),
  z.object({ kind: z.literal('foreign-owner'), path: place }),
  /** Other accounts may write there. */
  z.object({ kind: z.literal('open-to-others'), path: place }),
  z.object({ kind: z.literal('not-a-folder'), path: place }),
  /** A link, a pipe or a folder in the place of a file that the kiosk writes. */
  z.object({ kind: z.literal('not-a-plain-file'), path: place }),
  z.object({ kind: z.literal('dangling-link'), path: place }),
  z.object({ kind: z.literal('read-only-disk'), path: place }),
  z.object({ kind: z.literal('disk-full'), path: place }),
  /** `code`: errno's name, or SQLite's. */
  z.object({ kind: z.literal('disk-error'), path: place, code: z.string() }),
  /** `tried`: which folders were looked at. */
  z.object({ kind: z.literal('no-tmpfs'), tried: z.array(place) }),
  z.object({ kind: z.literal('locked'), file, path: place }),
  /** `reason`: for IT, a word of our own and never a library's message. */
  z.object({ kind: z.literal('foreign-file'), file, path: place, reason: z.string() }),
  z.object({
    kind: z.literal('damaged'),
    file: z.enum([...file.options, 'holds']),
    path: place,
    reason: z.string(),
  }),
  /** The policy in force, as the vault keeps it. `reason`: which part of it. */
  z.object({ kind: z.literal('altered-policy'), path: place, reason: z.enum(['content', 'signature']) }),
  z.object({ kind: z.literal('newer'), file, path: place }),
  z.object({ kind: z.literal('older'), file, path: place }),
  /** `path`: where it should be. Without the key that signs a kiosk starts, and nothing is signed. */
  z.object({ kind: z.literal('missing'), file: file.exclude(['signing']), path: place }),
  z.object({ kind: z.literal('other-kiosk'), path: place }),
  z.object({ kind: z.literal('broken-ledger'), path: place }),
  z.object({ kind: z.literal('of-rehearsal'), path: place }),
  z.object({ kind: z.literal('of-residents'), path: place }),
  z.object({ kind: z.literal('of-evaluation'), path: place }),
  /** Without a key of the programme, on a release for residents. */
  z.object({ kind: z.literal('live-without-key'), path: place }),
  z.object({ kind: z.literal('keys-place'), path: place, reason: sealRefusal }),
  z.object({ kind: z.literal('no-display') }),
  z.object({ kind: z.literal('silent-display'), display: place }),
  z.object({ kind: z.literal('no-window') }),
  z.object({ kind: z.literal('keeps-stopping'), starts: z.number().int(), minutes: z.number() }),
  z.object({ kind: z.literal('display-taken'), display: place }),
  z.object({ kind: z.literal('no-sandbox') }),
]);
export type StartProblem = z.infer<typeof startProblem>;

/**
 * The number of a problem: of its code (CF-30) and of the exit code alike. Stable: monitoring and what people
 * wrote down rely on it, so a number is never given to another problem. Above what Node and shells use
 * themselves (up to 13, and from 126), and outside systemd's own (from 200).
 */
export function problemNumber(problem: StartProblem): number {
  switch (problem.kind) {
    case 'missing':
      return { vault: 45, ledger: 46, keys: 47 }[problem.file];
    default:
      return NUMBERS[problem.kind];
  }
}

/** 21 and 23 were of settings in the environment, which earlier versions took. */
const NUMBERS: Readonly<Record<Exclude<StartProblem['kind'], 'missing'>, number>> = {
  arguments: 20,
  'relative-path': 22,
  root: 24,
  'no-home': 25,
  'no-policy': 26,
  'unreadable-policy': 27,
  'wrong-policy': 28,
  'unsigned-policy': 29,
  'not-writable': 30,
  'foreign-owner': 31,
  'not-a-folder': 32,
  'dangling-link': 33,
  'read-only-disk': 34,
  'disk-full': 35,
  'no-tmpfs': 36,
  'disk-error': 37,
  'policy-out-of-turn': 38,
  'program-key': 39,
  locked: 40,
  'foreign-file': 41,
  damaged: 42,
  newer: 43,
  older: 44,
  'other-kiosk': 48,
  'broken-ledger': 49,
  'keys-place': 50,
  'of-rehearsal': 51,
  'of-residents': 52,
  'altered-policy': 53,
  'policy-of-other-release': 54,
  'settings-in-environment': 55,
  'no-settings': 56,
  'unprotected-settings': 57,
  'unreadable-settings': 58,
  'wrong-settings': 59,
  'no-display': 60,
  'silent-display': 61,
  'no-window': 62,
  'keeps-stopping': 63,
  'display-taken': 64,
  'no-sandbox': 65,
  'of-evaluation': 66,
  'live-without-key': 67,
  'not-provisioned': 70,
  'unfinished-provisioning': 71,
  'unprotected-first-staff': 72,
  'wrong-first-staff': 73,
  'needless-first-staff': 74,
  'open-to-others': 75,
  'not-a-plain-file': 76,
};

/** As people say it on the phone: CF-30. */
export function problemCode(problem: StartProblem): string {
  return `CF-${problemNumber(problem)}`;
}

/** What may have gone away by itself or by somebody's hand, so that trying again makes sense without a new start. */
const PASSING: ReadonlySet<StartProblem['kind']> = new Set([
  'no-settings',
  'unprotected-settings',
  'unreadable-settings',
  'wrong-settings',
  'no-policy',
  'unreadable-policy',
  'wrong-policy',
  'unsigned-policy',
  'policy-out-of-turn',
  'policy-of-other-release',
  'program-key',
  'not-provisioned',
  'unfinished-provisioning',
  'unprotected-first-staff',
  'wrong-first-staff',
  'needless-first-staff',
  'not-writable',
  'foreign-owner',
  'open-to-others',
  'not-a-folder',
  'not-a-plain-file',
  'dangling-link',
  'read-only-disk',
  'disk-full',
  'disk-error',
  'no-tmpfs',
  'locked',
  'foreign-file',
  'damaged',
  'altered-policy',
  'missing',
  'other-kiosk',
  'broken-ledger',
  'no-window',
  'keeps-stopping',
]);

/** Whether the page offers to try again. What stands in the environment changes with a new start only. */
export function mayTryAgain(problem: StartProblem): boolean {
  return PASSING.has(problem.kind);
}
