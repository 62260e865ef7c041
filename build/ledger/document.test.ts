import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { entryKindNames, entryKinds, fieldsOf } from '../../shared/ledger/entries.ts';
import { ledgerDocument } from './document.ts';

describe('docs/ledger.md', () => {
  it('is what the declaration generates: npm run ledger -- document writes it', () => {
    const written = readFileSync(fileURLToPath(new URL('../../docs/ledger.md', import.meta.url)), 'utf8');
    expect(written).toBe(ledgerDocument());
  });

  it('has no field that says whether the date was in doubt; that somebody confirmed one is an entry of its own', () => {
    const kinds = entryKindNames.filter((kind) => fieldsOf(kind).some(([name]) => name.includes('doubt')));
    expect(kinds).toEqual(['date-confirmed']);
  });

  it('has no hash of a text that could be guessed but those with a salt', () => {
    const hashes = entryKindNames.flatMap((kind) =>
      fieldsOf(kind)
        .filter(([, field]) => field.type === 'hash')
        .map(([name]) => `${kind}.${name}`),
    );
    expect(hashes.toSorted()).toEqual(
      [
        // With a salt: file numbers and addresses of printers are few.
        ...['intake-resumed.reference', 'ordinary-printer-chosen.printer'],
        // Of keys, policies, heads and orders, which are public; of files and answers that nobody guesses.
        ...[
          'notice-accepted.policy',
          'opened-after.head',
          'opened-after.key',
          'opened.key',
          'order-carried-out.key',
        ],
        ...[
          'order-carried-out.order',
          'policy-in-force.policy',
          'policy-installed.policy',
          'printer-chosen.printer',
        ],
        ...['production-unfinished.package', 'programme-key-pinned.key', 'record-produced.package'],
        ...['record-produced.recipient', 'record-search-answered.answer', 'statement-made.statement'],
        'test-card-confirmed.printer',
      ].toSorted(),
    );
    for (const field of ['intake-resumed', 'printer-chosen', 'ordinary-printer-chosen'] as const)
      expect(JSON.stringify(entryKinds[field])).toContain('with a salt');
  });

  it('what is about one application or one person has no field that says which', () => {
    const kinds = [
      ...(['finish-refused', 'record-produced', 'production-unfinished', 'wipe-closed'] as const),
      ...(['records-searched', 'record-search-answered'] as const),
    ];
    const names = new Set(kinds.flatMap((kind) => fieldsOf(kind).map(([name]) => name)));
    expect([...names].toSorted()).toEqual([
      ...['answer', 'applications', 'by', 'hold', 'package', 'reason', 'recipient', 'searchEntry', 'second'],
      ...['step', 'unsearchable', 'utc'],
    ]);
  });

  it('names every kind, field and word, each in a row of its own', () => {
    const document = ledgerDocument();
    for (const kind of entryKindNames) {
      const section = document.split(`### \`${kind}\`\n`)[1]?.split('\n#')[0] ?? '';
      for (const [name, field] of fieldsOf(kind)) {
        expect(field.meaning).toMatch(/\.$/);
        const row = section.split('\n').find((text) => text.startsWith(`| \`${name}\` `));
        expect(row).toContain(field.meaning);
        if (field.type === 'enumeration')
          for (const word of field.words) expect(row).toContain(`\`${word}\``);
      }
    }
  });
});
