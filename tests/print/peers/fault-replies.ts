import { attribute, type Group, type IppRequest, operations } from './ipp-message.ts';

/** What a printer may do with a request. */
export type FaultReply =
  | { readonly kind: 'ipp'; readonly status: number; readonly groups: readonly Group[] }
  | { readonly kind: 'http'; readonly status: number }
  /** Ends the connection with a reset. */
  | { readonly kind: 'reset' }
  /** Never answers. */
  | { readonly kind: 'silence' }
  /** Answers 200 with these bytes, as if they were IPP. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** Answers IPP that begins well and never ends. */
  | { readonly kind: 'endless' };

/** What a job says of itself. */
export interface JobState {
  readonly id: number;
  readonly name?: string;
  /** 3 pending, 4 held, 5 processing, 6 stopped, 7 canceled, 8 aborted, 9 completed. */
  readonly state: number;
  readonly reasons?: readonly string[];
  readonly impressions?: number;
  /** As CUPS adds them: job-printer-state-reasons. */
  readonly printerReasons?: readonly string[];
}

/** What the printer says of itself. */
export interface PrinterState {
  /** 3 idle, 4 processing, 5 stopped. */
  readonly state?: number;
  readonly reasons?: readonly string[];
  readonly accepting?: boolean;
  readonly formats?: readonly string[];
  readonly media?: string;
  readonly sides?: readonly string[];
}

/** The group of one job in an answer. */
export function jobGroup(job: JobState): Group {
  return {
    of: 'job',
    attributes: [
      attribute.integer('job-id', job.id),
      attribute.uri('job-uri', `ipp://localhost/jobs/${job.id}`),
      ...(job.name === undefined ? [] : [attribute.name('job-name', job.name)]),
      attribute.enumeration('job-state', job.state),
      attribute.keyword('job-state-reasons', ...(job.reasons ?? ['none'])),
      ...(job.impressions === undefined
        ? []
        : [attribute.integer('job-impressions-completed', job.impressions)]),
      ...(job.printerReasons === undefined
        ? []
        : [attribute.keyword('job-printer-state-reasons', ...job.printerReasons)]),
    ],
  };
}

/** The group of the printer in an answer: a card printer with both sides, as far as nothing else is said. */
export function printerGroup(printer: PrinterState = {}): Group {
  const size = attribute.collection(
    'media-size',
    attribute.integer('x-dimension', 5398),
    attribute.integer('y-dimension', 8560),
  );
  const media = printer.media ?? 'om_card_54x86mm';
  const mediaCol = (name: string) =>
    attribute.collection(name, size, attribute.keyword('media-size-name', media));
  return {
    of: 'printer',
    attributes: [
      attribute.text('printer-make-and-model', 'Example Fault'),
      attribute.enumeration('printer-state', printer.state ?? 3),
      attribute.keyword('printer-state-reasons', ...(printer.reasons ?? ['none'])),
      attribute.boolean('printer-is-accepting-jobs', printer.accepting ?? true),
      attribute.mime('document-format-supported', ...(printer.formats ?? ['application/pdf'])),
      attribute.keyword('media-supported', media),
      attribute.keyword('media-default', media),
      attribute.collection(
        'media-size-supported',
        attribute.integer('x-dimension', 5398),
        attribute.integer('y-dimension', 8560),
      ),
      mediaCol('media-col-default'),
      mediaCol('media-col-database'),
      attribute.keyword('sides-supported', ...(printer.sides ?? ['one-sided', 'two-sided-long-edge'])),
      attribute.resolution('printer-resolution-supported', 300),
      attribute.enumeration('operations-supported', ...Object.values(operations)),
    ],
  };
}

/** An answer in IPP; successful-ok when no status is given. */
export function ippReply(groups: readonly Group[], status = 0x0000): FaultReply {
  return { kind: 'ipp', status, groups };
}

/** How a printer that works answers: job 1 waits for a document, takes it and is completed with two faces. */
export function goodPrinter(): (request: IppRequest) => FaultReply {
  let job: JobState = { id: 1, state: 3, impressions: 0 };
  return ({ operation, attributes }) => {
    const name = attributes.get('job-name');
    const become = (next: JobState): FaultReply => {
      job = next;
      return ippReply([jobGroup(job)]);
    };
    switch (operation) {
      case operations.getPrinterAttributes:
        return ippReply([printerGroup()]);
      case operations.validateJob:
      case operations.cancelJob:
        return ippReply([]);
      case operations.createJob:
        return become({ id: 1, ...(typeof name === 'string' ? { name } : {}), state: 3, impressions: 0 });
      case operations.printJob:
      case operations.sendDocument:
        return become({ ...job, state: 9, reasons: ['job-completed-successfully'], impressions: 2 });
      case operations.getJobAttributes:
      case operations.getJobs:
        return ippReply([jobGroup(job)]);
      default:
        // server-error-operation-not-supported
        return ippReply([], 0x0501);
    }
  };
}
