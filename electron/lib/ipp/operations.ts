import { type AttributeGroup, type IppValue, tags } from './syntax.ts';
import type { JobTicket, TicketMedia } from './ticket.ts';

/** Operation ids (RFC 8011, 5.4.15; PWG 5100.13; CUPS). */
export const operationIds = {
  validateJob: 0x0004,
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
  purgeJobs: 0x0012,
  identifyPrinter: 0x003c,
  listQueues: 0x4002,
} as const;

/**
 * The same for every job of every person: print servers keep user names and document names for months, and ask
 * for the user's name again before a job is canceled.
 */
const USER_NAME = 'counterfoil';
const DOCUMENT_NAME = 'card';

type Named = readonly [string, readonly IppValue[]];

export const keyword = (value: string): IppValue => ({ syntax: 'keyword', value });
const name = (value: string): IppValue => ({ syntax: 'name', value });
const integer = (value: number): IppValue => ({ syntax: 'integer', value });
const flag = (value: boolean): IppValue => ({ syntax: 'boolean', value });

/**
 * The operation attributes of any request. The first of them have their places (RFC 8011, 4.1.4 and 4.1.5):
 * charset, language, what it is asked of, which job, who asks.
 */
export function operationGroup(
  printerUri: string,
  job: number | null,
  more: readonly Named[] = [],
): AttributeGroup {
  return {
    tag: tags.operationGroup,
    attributes: new Map<string, readonly IppValue[]>([
      ['attributes-charset', [{ syntax: 'charset', value: 'utf-8' }]],
      ['attributes-natural-language', [{ syntax: 'language', value: 'en' }]],
      ['printer-uri', [{ syntax: 'uri', value: printerUri }]],
      ...(job === null ? [] : [['job-id', [integer(job)]] as const]),
      ['requesting-user-name', [name(USER_NAME)]],
      ...more,
    ]),
  };
}

export const requestedAttributes = (names: readonly string[]): Named => [
  'requested-attributes',
  names.map(keyword),
];

/** Of Send-Document. */
export function documentAttributes(format: string): readonly Named[] {
  return [
    ['document-name', [name(DOCUMENT_NAME)]],
    ['document-format', [{ syntax: 'mime', value: format }]],
  ];
}

export const lastDocument: Named = ['last-document', [flag(true)]];
/** CUPS: the job is to be forgotten, whether or not it has ended. */
export const purgeJob: Named = ['purge-job', [flag(true)]];

/** Of the operations that make a job. */
export function jobNameAttributes({ jobName }: JobTicket): readonly Named[] {
  return [
    ['job-name', [name(jobName)]],
    // Exactly as ordered or not at all (RFC 8011, 4.2.1.1): a card on other media is waste.
    ['ipp-attribute-fidelity', [flag(true)]],
  ];
}

/** The job template attributes of a ticket. */
export function jobGroup({ media, sides, scaling }: JobTicket): AttributeGroup {
  const attributes = new Map<string, readonly IppValue[]>([
    ['copies', [integer(1)]],
    ['sides', [keyword(sides)]],
    ['media-col', [mediaCollection(media)]],
  ]);
  if (scaling) attributes.set('print-scaling', [keyword(scaling)]);
  return { tag: tags.jobGroup, attributes };
}

function mediaCollection(media: TicketMedia): IppValue {
  if (media.by === 'name') {
    return { syntax: 'collection', members: new Map([['media-size-name', [keyword(media.name)]]]) };
  }
  const size: IppValue = {
    syntax: 'collection',
    members: new Map([
      ['x-dimension', [integer(media.widthHundredths)]],
      ['y-dimension', [integer(media.heightHundredths)]],
    ]),
  };
  return { syntax: 'collection', members: new Map([['media-size', [size]]]) };
}
