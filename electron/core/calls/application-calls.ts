import type { Answers } from '../../../shared/application/answers.ts';
import { askedInputs } from '../../../shared/application/fields.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { clerkEvents } from '../../../shared/contract/keeper.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { checkAge } from '../../../shared/programme/ages.ts';
import { evaluateDocuments } from '../../../shared/programme/evaluate-documents.ts';
import { andThen, err, ok } from '../../../shared/result.ts';
import { seal } from '../../lib/sealing/seal.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import type { ApplicantSession } from '../applicant-session.ts';
import { isPhoto } from '../application/photo.ts';
import { enterState, validAnswers } from '../application/record.ts';
import { forgetPhoto } from '../application/values.ts';

type ApplicationCalls = Pick<
  Handlers<typeof screenCalls>,
  'putAside' | 'answer' | 'tickDocument' | 'confirmDocuments' | 'keepPhoto' | 'retakePhoto' | 'photo'
>;
type Nothing = Record<string, never>;

/** Tells the keeper what the clerk did, and takes over the state it answers. */
export function move(
  session: ApplicantSession,
  event: (typeof clerkEvents)[number],
): Promise<Answer<Nothing>> {
  return andThen(session.keeper.call('move', { event }), ({ state }) => {
    enterState(session.current(), state);
    return ok({});
  });
}

/**
 * The fingerprints of what this session drew go into the vault, so that a later session of the same application
 * can search for them.
 */
export async function registerMade(session: ApplicantSession): Promise<Answer<Nothing>> {
  const record = session.current();
  if (record.made.length === 0) return ok({});
  const content = { product: 'preview', windows: record.made };
  const sealed = sealContent(record.key, record.application, 'windows', content);
  const kept = record.made.length;
  const stored = await session.keeper.call('storeFingerprints', { sealed });
  // Once: the search gets them back from the vault.
  if (stored.ok) record.made.splice(0, kept);
  return stored;
}

/** Calls that fill the application. Every one commits to the vault before it answers. */
export function applicationCalls(session: ApplicantSession): ApplicationCalls {
  /** What was read back is no longer what will be printed: the state goes back before the change is kept. */
  async function beforeEdit(): Promise<Answer<Nothing>> {
    return session.current().state.kind === 'draft' ? ok({}) : move(session, 'clerk-edited');
  }

  /**
   * Commits a change. It is applied to the answers of that moment, after every wait: fields commit beside
   * each other, and a change worked out before a wait would undo what another field committed meanwhile.
   */
  async function commit(change: (answers: Answers) => Answers): Promise<Answer<Nothing>> {
    const before = await beforeEdit();
    if (!before.ok) return before;
    const record = session.current();
    record.answers = change(record.answers);
    const sealed = sealContent(record.key, record.application, 'answers', record.answers);
    const stored = session.keeper.call('store', { column: 'answers', sealed });
    session.changed();
    return stored;
  }

  return {
    putAside: () => andThen(registerMade(session), () => session.keeper.call('putAside', {})),
    answer({ field, typed }) {
      // What the programme does not ask for is not kept either.
      if (!askedInputs(session.current().policy.fields).includes(field)) return err({ kind: 'malformed' });
      return commit((answers) => ({ ...answers, [field]: typed }));
    },
    tickDocument({ document, seen }) {
      if (!session.current().policy.documents.some(({ id }) => id === document))
        return err({ kind: 'malformed' });
      return commit((answers) => {
        const others = answers.documents.filter((id) => id !== document);
        return { ...answers, documents: seen ? [...others, document] : others };
      });
    },
    async confirmDocuments() {
      const record = session.current();
      const { today } = session.status();
      const valid = validAnswers(record, today);
      if (valid === null || checkAge(record.policy, valid.birthDate, today) !== null)
        return err({ kind: 'answers-incomplete' });
      const { rule, documents } = record.policy;
      const seen = evaluateDocuments(rule, documents, record.answers.documents);
      if (!seen.satisfied) return err({ kind: 'documents-incomplete' });
      if (record.state.kind !== 'draft') return ok({});
      const moved = await move(session, 'clerk-checked');
      session.changed();
      return moved;
    },
    async keepPhoto({ jpeg }) {
      const record = session.current();
      if (!isPhoto(jpeg) || !(await session.canDraw(jpeg))) return err({ kind: 'not-a-photo' });
      if (record.state.kind === 'draft') return err({ kind: 'documents-incomplete' });
      // The state goes back before the photo changes: what was read back had another one.
      const back = record.state.kind === 'checked' ? ok({}) : await move(session, 'clerk-dropped-photo');
      if (!back.ok) return back;
      const sealed = seal(record.key, record.application, 'photo', jpeg);
      const stored = await session.keeper.call('store', { column: 'photo', sealed });
      if (!stored.ok) return stored;
      forgetPhoto(record);
      record.photo = jpeg;
      const moved = await move(session, 'clerk-photographed');
      session.changed();
      return moved;
    },
    async retakePhoto() {
      const record = session.current();
      const moved = await move(session, 'clerk-dropped-photo');
      if (!moved.ok) return moved;
      forgetPhoto(record);
      const stored = await session.keeper.call('store', { column: 'photo', sealed: null });
      session.changed();
      return stored;
    },
    photo() {
      const { photo } = session.current();
      return photo === null ? err({ kind: 'photo-missing' }) : ok({ jpeg: photo });
    },
  };
}
