import { createHash } from 'node:crypto';
import { nameInputs, type TextInputName, textInputs, textsOf } from '../../shared/application/fields.ts';
import {
  type ApplicationToSearch,
  askedName,
  type RecordSearchOrder,
  type RecordSearchReport,
} from '../../shared/contract/command/record-search.ts';
import { sealedAnswers, sealedCard } from '../../shared/contract/sealed-content.ts';
import { matchNames, type NameMatch, nameMatches } from '../../shared/record-search/match-names.ts';
import { matchStaffTexts } from '../../shared/record-search/staff-texts.ts';
import { checkAskedName, digestedText } from '../../shared/record-search/terms.ts';
import { err, ok, type Result, unreachable } from '../../shared/result.ts';
import { openContent } from '../lib/sealing/sealed-content.ts';

interface HeldText {
  readonly input: TextInputName;
  readonly text: string;
}

/** Opens the name and what the order says to look at, and compares. */
export function searchForName({ name: asked, where }: RecordSearchOrder): RecordSearchReport {
  const opened = openContent(asked.key, asked.search, 'asked-name', asked.sealed, askedName);
  if (!opened.ok) return { kind: 'no-name' };
  const name = checkAskedName(opened.value.name);
  if (!name.ok) return { kind: 'no-name' };
  const digest = createHash('sha256').update(digestedText(opened.value.salt, name.value)).digest('hex');
  switch (where.kind) {
    case 'name-alone':
      return { kind: 'searched', digest, found: [] };
    case 'application': {
      const held = textsIn(where.application);
      if (!held.ok) return { kind: 'unreadable' };
      return { kind: 'searched', digest, found: nearestOf(name.value, held.value) };
    }
    case 'staff-texts':
      return { kind: 'staff-texts-searched', digest, found: matchStaffTexts(name.value, where.texts) };
    default:
      return unreachable(where);
  }
}

/**
 * Every text that the application holds: as it was typed last, and as it was printed last, which an edit may have left
 * behind. People write names where nobody asks for one. Of what the programme asks for now nothing is said here: a text
 * that it once asked for is held all the same.
 */
function textsIn({ id, key, answers, card }: ApplicationToSearch): Result<readonly HeldText[], null> {
  const typed = answers === null ? null : openContent(key, id, 'answers', answers, sealedAnswers);
  const printed = card === null ? null : openContent(key, id, 'card', card, sealedCard);
  if (typed?.ok === false || printed?.ok === false) return err(null);
  return ok([
    ...(typed === null ? [] : textInputs.map((input) => ({ input, text: typed.value[input] }))),
    ...(printed === null
      ? []
      : textsOf(printed.value.card).map(({ field: input, text }) => ({ input, text }))),
  ]);
}

/**
 * For each input that holds the name, the nearest match. That a single word is one of the asked name's counts where a name
 * is typed alone: eyes are brown in half of all applications.
 */
function nearestOf(
  asked: string,
  held: readonly HeldText[],
): { readonly input: TextInputName; readonly match: NameMatch }[] {
  return textInputs.flatMap((input) => {
    const matches = held.filter((each) => each.input === input).map(({ text }) => matchNames(asked, text));
    const counted = nameMatches.filter((each) => each !== 'one-word-of-it' || nameInputs.includes(input));
    const match = counted.find((each) => matches.includes(each));
    return match === undefined ? [] : [{ input, match }];
  });
}
