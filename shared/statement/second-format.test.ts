import { expect, it } from 'vitest';
import { statementOnPaper } from './on-paper.ts';
import { SAMPLE_CODE, SAMPLE_STATEMENT } from './sample-statement.test-support.ts';
import { type ReadStatement, statementFileSchema } from './statement-file.ts';

const SECOND = 'counterfoil custody statement 2';
const { search, doctor, ...rest } = SAMPLE_STATEMENT;
if (search.kind === 'void') throw new Error('the sample is void');
const { identifiersSearched: _, ...searchBefore } = search;
const BEFORE = { ...rest, format: SECOND, search: searchBefore };

function read(statement: unknown) {
  return statementFileSchema.safeParse({
    ...{
      statement,
      digest: 'c0'.repeat(32),
      signature: `${'A'.repeat(86)}==`,
      publicKey: `${'A'.repeat(59)}=`,
    },
  });
}

function sectionsOf(statement: ReadStatement) {
  return statementOnPaper(statement, { digest: 'c0'.repeat(32), code: SAMPLE_CODE }).sections;
}

function saidOf(statement: ReadStatement): string {
  const sections = sectionsOf(statement);
  const said = sections.find(({ label }) => label === 'How this kiosk searched');
  return [...(said?.rows ?? []).map(({ label, value }) => `${label}: ${value}`), ...(said?.lines ?? [])].join(
    '\n',
  );
}

it('a statement of the second format is read as its paper had it; one of today tells whose identifiers were searched for', () => {
  const before = read(BEFORE);
  if (!before.success) throw new Error('not read');
  expect(saidOf(before.data.statement)).toContain(
    'Identifiers of applications whose row or key is here, found in these files: 0',
  );
  expect(saidOf(before.data.statement)).not.toContain('began');
  const today = saidOf(SAMPLE_STATEMENT);
  expect(today).toContain('Applications whose row or key was here when the search began: 8');
  expect(today).toContain('Identifiers of these applications, found in these files: 0');
  expect(today).toContain('Its identifier wasn’t searched for.');
  expect(today).not.toContain('key is here');
});

it('a statement of the second format says nothing of the computer; one of today does', () => {
  const before = read(BEFORE);
  if (!before.success) throw new Error('not read');
  const labels = (statement: ReadStatement) => sectionsOf(statement).map(({ label }) => label);
  expect(labels(before.data.statement)).not.toContain('This computer');
  expect(labels(SAMPLE_STATEMENT)).toContain('This computer');
});

it('no format is read with what another one has', () => {
  expect(read(SAMPLE_STATEMENT).success).toBe(true);
  expect(read({ ...SAMPLE_STATEMENT, search: searchBefore }).success).toBe(false);
  expect(read({ ...rest, search }).success).toBe(false);
  expect(read({ ...BEFORE, doctor }).success).toBe(false);
  expect(read({ ...SAMPLE_STATEMENT, format: SECOND }).success).toBe(false);
});
