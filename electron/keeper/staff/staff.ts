import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import type { StaffRole } from '../../../shared/contract/status.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/open-database.ts';
import { staffRow } from '../vault/rows.ts';

/** Argon2id (the library's default kind), 64 MiB, 3 passes, one lane (DESIGN 5): about 64 ms here. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** After this many wrong passphrases in a row each further one waits, twice as long each time. */
const FREE_ATTEMPTS = 3;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 300;

export interface SignedIn {
  readonly name: string;
  readonly role: StaffRole;
}

/** Somebody as the vault keeps them. */
export type Member = z.infer<typeof staffRow>;

export type SignInFailure =
  | { readonly kind: 'wrong-passphrase'; readonly waitSeconds: number }
  | { readonly kind: 'too-many-attempts'; readonly waitSeconds: number };

/** Who works here, and who is signed in now. Sign-in lives in the keeper, so a turn-over keeps it. */
export interface Staff {
  names(): readonly string[];
  signedIn(): SignedIn | null;
  add(name: string, role: StaffRole, passphrase: string): Promise<void>;
  /** Everybody anew, for set-up; part of the caller's transaction. */
  replaceAll(members: readonly Member[]): void;
  signIn(name: string, passphrase: string): Promise<Result<SignedIn, SignInFailure>>;
  signOut(): void;
}

/** What is kept of a passphrase. */
export function verifierOf(passphrase: string): Promise<string> {
  return hash(passphrase, ARGON2);
}

/** The staff kept in the vault's file. */
export function createStaff(database: Database, clock: Clock): Staff {
  let current: SignedIn | null = null;
  let wrongInARow = 0;
  let waitUntil = 0;
  let attempts: Promise<unknown> = Promise.resolve();

  const find = (name: string): Member | null => {
    const row = database.prepare('SELECT name, role, verifier FROM staff WHERE name = ?').get(name);
    return row === undefined ? null : staffRow.parse(row);
  };

  function refuse(): Result<never, SignInFailure> {
    wrongInARow += 1;
    const over = wrongInARow - FREE_ATTEMPTS;
    const waitSeconds = over < 0 ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** over, LONGEST_WAIT_SECONDS);
    waitUntil = clock.now() + waitSeconds * 1000;
    return err({ kind: 'wrong-passphrase', waitSeconds });
  }

  async function attempt(name: string, passphrase: string): Promise<Result<SignedIn, SignInFailure>> {
    const waitSeconds = Math.ceil((waitUntil - clock.now()) / 1000);
    if (waitSeconds > 0) return err({ kind: 'too-many-attempts', waitSeconds });
    const member = find(name);
    // An unknown name costs the same time as a known one: the screen does not tell who works here.
    const matches =
      member === null
        ? await verifierOf(passphrase).then(() => false)
        : await verify(member.verifier, passphrase);
    if (member === null || !matches) return refuse();
    wrongInARow = 0;
    current = { name: member.name, role: member.role };
    return ok(current);
  }

  function insert({ name, role, verifier }: Member): void {
    database.prepare('INSERT INTO staff (name, role, verifier) VALUES (?, ?, ?)').run(name, role, verifier);
  }

  return {
    names: () =>
      z
        .array(z.object({ name: z.string() }))
        .parse(database.prepare('SELECT name FROM staff ORDER BY name').all())
        .map((row) => row.name),
    signedIn: () => current,
    async add(name, role, passphrase) {
      insert({ name, role, verifier: await verifierOf(passphrase) });
    },
    replaceAll(members) {
      database.prepare('DELETE FROM staff').run();
      members.forEach(insert);
    },
    signIn(name, passphrase) {
      // One after the other: a hundred at once would all have passed the wait before the first was refused.
      const answer = attempts.then(() => attempt(name, passphrase));
      attempts = answer.catch(() => undefined);
      return answer;
    },
    signOut() {
      current = null;
    },
  };
}
