import { describe, expect, it } from 'vitest';
import { createIppClient } from './client.ts';
import { decodeMessage } from './decode.ts';
import { httpPeer, patient } from './peer.test-support.ts';
import { enumeration, integer, JOB, nameValue, PRINTER } from './samples.test-support.ts';
import type { IppMessage } from './syntax.ts';
import type { JobTicket } from './ticket.ts';
import { replyOf, wire } from './wire.test-support.ts';

const TICKET: JobTicket = {
  jobName: 'b3f1',
  media: { by: 'measures', widthHundredths: 5398, heightHundredths: 8560 },
  sides: 'two-sided-long-edge',
};

/** A client, and the printer it asks: always the same reply, and every request is kept. */
async function asking(reply: Uint8Array) {
  const heard: { path: string; body: Buffer }[] = [];
  const peer = await httpPeer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ path: request.url ?? '', body: Buffer.concat(chunks) });
      response.writeHead(200, { 'Content-Type': 'application/ipp' }).end(reply);
    });
  });
  const target = { ...peer.target, path: '/printers/card' };
  const uri = `ipp://127.0.0.1:${target.port}/printers/card`;
  return { client: createIppClient(target, { limits: patient }), heard, uri };
}

/** A request in plain values: one object a group. */
function plainly(body: Buffer | undefined): unknown {
  const message = decodeMessage(body ?? Buffer.alloc(0));
  if (!message.ok) throw new Error('no request');
  const { major, minor, code, groups } = message.value;
  return {
    version: [major, minor],
    code,
    groups: groups.map(({ tag, attributes }) => [tag, plain(attributes)]),
  };
}

function plain(attributes: IppMessage['groups'][number]['attributes']): Record<string, unknown> {
  return Object.fromEntries(
    [...attributes].map(([name, values]) => [
      name,
      values.map((each) => {
        if (each.syntax === 'collection') return plain(each.members);
        return 'value' in each ? `${each.syntax} ${each.value}` : { ...each };
      }),
    ]),
  );
}

const operation = (uri: string, more: Record<string, unknown>) => [
  1,
  {
    'attributes-charset': ['charset utf-8'],
    'attributes-natural-language': ['language en'],
    'printer-uri': [`uri ${uri}`],
    'requesting-user-name': ['name counterfoil'],
    ...more,
  },
];
const job = [
  2,
  {
    copies: ['integer 1'],
    sides: ['keyword two-sided-long-edge'],
    'media-col': [{ 'media-size': [{ 'x-dimension': ['integer 5398'], 'y-dimension': ['integer 8560'] }] }],
  },
];
const named = { 'job-name': ['name b3f1'], 'ipp-attribute-fidelity': ['boolean true'] };
const documented = { 'document-name': ['name card'], 'document-format': ['mime application/pdf'] };

describe('a job', () => {
  it('is made without a document, and has a number', async () => {
    const { client, heard, uri } = await asking(replyOf(1, 2, integer('job-id', 147)));
    expect(await client.createJob(TICKET)).toEqual({ ok: true, value: { number: 147 } });
    expect(plainly(heard[0]?.body)).toEqual({
      version: [2, 0],
      code: 5,
      groups: [operation(uri, named), job],
    });
  });

  it('gets its only document', async () => {
    const { client, heard, uri } = await asking(replyOf(1));
    expect(await client.sendDocument(147, 'application/pdf', wire('%PDF'))).toEqual({
      ok: true,
      value: null,
    });
    expect(heard[0]?.body.subarray(-5).toString()).toBe('\u0003%PDF');
    expect(plainly(heard[0]?.body)).toEqual({
      version: [2, 0],
      code: 6,
      groups: [
        operation(uri, { 'job-id': ['integer 147'], ...documented, 'last-document': ['boolean true'] }),
      ],
    });
    // Targets of an operation stand before everything else (RFC 8011, 4.1.5), which an object does not show.
    const message = decodeMessage(heard[0]?.body ?? Buffer.alloc(0));
    expect(message.ok && [...(message.value.groups[0]?.attributes.keys() ?? [])].slice(0, 5)).toEqual([
      'attributes-charset',
      'attributes-natural-language',
      'printer-uri',
      'job-id',
      'requesting-user-name',
    ]);
  });

  it('may be asked for with all that a ticket can say', async () => {
    const { client, heard, uri } = await asking(replyOf(1));
    const ticket = {
      jobName: 'b3f1',
      media: { by: 'name', name: 'x' },
      sides: 'one-sided',
      scaling: 'none',
    } as const;
    expect(await client.validateJob(ticket)).toEqual({ ok: true, value: null });
    expect(plainly(heard[0]?.body)).toEqual({
      version: [2, 0],
      code: 4,
      groups: [
        operation(uri, named),
        [
          2,
          {
            copies: ['integer 1'],
            sides: ['keyword one-sided'],
            'media-col': [{ 'media-size-name': ['keyword x'] }],
            'print-scaling': ['keyword none'],
          },
        ],
      ],
    });
  });

  it('has no number: then the reply is none', async () => {
    const { client } = await asking(replyOf(1));
    const failure = { ok: false, error: { kind: 'not-ipp', why: 'malformed', httpStatus: 200 } };
    expect(await client.createJob(TICKET)).toEqual(failure);
  });
});

describe('a printer that speaks no more than IPP 1.1', () => {
  /** Refuses every other version, and says so in its own (RFC 8011, 4.1.8). */
  async function old() {
    const heard: { version: string; code: number }[] = [];
    const peer = await httpPeer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const [major = 0, minor = 0, , code = 0] = Buffer.concat(chunks);
        heard.push({ version: `${major}.${minor}`, code });
        const isKnown = major === 1;
        response.writeHead(200, { 'Content-Type': 'application/ipp' });
        response.end(isKnown ? replyOf(1, 2, ...JOB) : wire(1, 1, 0x05, 0x03, 0, 0, 0, 1, 3));
      });
    });
    return { client: createIppClient(peer.target, { limits: patient }), heard };
  }

  it('is asked once more in it, and from then on at once', async () => {
    const { client, heard } = await old();
    expect(await client.createJob(TICKET)).toEqual({ ok: true, value: { number: 147 } });
    expect((await client.sendDocument(147, 'application/pdf', wire('%PDF'))).ok).toBe(true);
    expect((await client.getJobAttributes(147)).ok).toBe(true);
    expect(heard).toEqual([
      { version: '2.0', code: 5 },
      { version: '1.1', code: 5 },
      { version: '1.1', code: 6 },
      { version: '1.1', code: 9 },
    ]);
  });

  it('gets no document twice for it', async () => {
    const { client, heard } = await old();
    const refused = { ok: false, error: { kind: 'refused', status: 0x0503 } };
    expect(await client.sendDocument(147, 'application/pdf', wire('%PDF'))).toEqual(refused);
    expect(heard).toHaveLength(1);
  });
});

describe('jobs at the printer', () => {
  it('are asked for one by one', async () => {
    const { client, heard } = await asking(replyOf(1, 2, ...JOB));
    const found = await client.getJobAttributes(147);
    expect(found.ok && [found.value.number, found.value.state]).toEqual([147, 'processing']);
    expect(plainly(heard[0]?.body)).toMatchObject({ code: 9, groups: [[1, { 'job-id': ['integer 147'] }]] });
  });

  it.each(['all', 'completed', 'not-completed'] as const)('are listed: %s', async (which) => {
    const other = [integer('job-id', 9), enumeration('job-state', 9), nameValue('job-name', 'c0de')];
    const { client, heard } = await asking(replyOf(1, 2, ...JOB, 2, ...other));
    const jobs = await client.getJobs(which);
    expect(jobs.ok && jobs.value.map((each) => each.name)).toEqual(['b3f1', 'c0de']);
    expect(plainly(heard[0]?.body)).toMatchObject({
      code: 10,
      groups: [[1, { 'which-jobs': [`keyword ${which}`] }]],
    });
  });

  it('may be none', async () => {
    const { client } = await asking(replyOf(1));
    expect(await client.getJobs('all')).toEqual({ ok: true, value: [] });
  });

  it('are no list when one of them cannot be read: it may be the one that is looked for', async () => {
    const { client } = await asking(replyOf(1, 2, ...JOB, 2, enumeration('job-state', 9)));
    expect(await client.getJobs('all')).toEqual({
      ok: false,
      error: { kind: 'not-ipp', why: 'malformed', httpStatus: 200 },
    });
  });

  it('are canceled, and forgotten only if that is asked for', async () => {
    const { client, heard, uri } = await asking(replyOf(1));
    expect(await client.cancelJob(147, { purge: false })).toEqual({ ok: true, value: null });
    expect(await client.cancelJob(147, { purge: true })).toEqual({ ok: true, value: null });
    expect(heard.map((each) => plainly(each.body))).toEqual([
      { version: [2, 0], code: 8, groups: [operation(uri, { 'job-id': ['integer 147'] })] },
      {
        version: [2, 0],
        code: 8,
        groups: [operation(uri, { 'job-id': ['integer 147'], 'purge-job': ['boolean true'] })],
      },
    ]);
  });

  it('are all forgotten; the printer shows itself', async () => {
    const { client, heard, uri } = await asking(replyOf(1));
    expect(await client.purgeJobs()).toEqual({ ok: true, value: null });
    expect(await client.identifyPrinter()).toEqual({ ok: true, value: null });
    expect(heard.map((each) => plainly(each.body))).toEqual([
      { version: [2, 0], code: 0x12, groups: [operation(uri, {})] },
      { version: [2, 0], code: 0x3c, groups: [operation(uri, {})] },
    ]);
  });
});

describe('printers', () => {
  it('are asked for what is read of them, or for less', async () => {
    const { client, heard } = await asking(replyOf(1, 4, ...PRINTER));
    const printer = await client.getPrinterAttributes();
    expect(printer.ok && [printer.value.name, printer.value.state]).toEqual(['card-1', 'processing']);
    await client.getPrinterAttributes(['printer-state']);
    expect(plainly(heard[0]?.body)).toMatchObject({
      code: 11,
      groups: [[1, { 'requested-attributes': expect.arrayContaining(['keyword media-col-database']) }]],
    });
    expect(plainly(heard[1]?.body)).toMatchObject({
      groups: [[1, { 'requested-attributes': ['keyword printer-state'] }]],
    });
  });

  it('of a print server are listed at its root', async () => {
    const { client, heard } = await asking(
      replyOf(1, 4, ...PRINTER, 4, enumeration('printer-state', 3), nameValue('printer-name', 'card-2')),
    );
    const queues = await client.listQueues();
    expect(queues.ok && queues.value.map((each) => each.name)).toEqual(['card-1', 'card-2']);
    expect([heard[0]?.path, plainly(heard[0]?.body)]).toMatchObject(['/', { code: 0x4002 }]);
  });

  it('of a print server may be none, which it calls "not found"', async () => {
    const { client } = await asking(wire(2, 0, 0x04, 0x06, 0, 0, 0, 1, 1, 3));
    expect(await client.listQueues()).toEqual({ ok: true, value: [] });
    expect(await client.getPrinterAttributes()).toEqual({
      ok: false,
      error: { kind: 'refused', status: 0x0406 },
    });
  });
});

describe('a status', () => {
  it.each([0x0000, 0x0001, 0x0007, 0x00ff])('%d is consent', async (status) => {
    const { client } = await asking(wire(2, 0, 0, status, 0, 0, 0, 1, 1, 3));
    expect(await client.purgeJobs()).toEqual({ ok: true, value: null });
  });

  it.each([0x0100, 0x0200, 0x0400, 0x040b, 0x0507, 0x4000, 0xffff])('%d is none', async (status) => {
    const { client } = await asking(wire(2, 0, status >> 8, status & 0xff, 0, 0, 0, 1, 1, 3));
    expect(await client.purgeJobs()).toEqual({ ok: false, error: { kind: 'refused', status } });
  });

  it('is believed only in a reply that is whole', async () => {
    const { client } = await asking(wire(2, 0, 4, 0, 0, 0, 0, 1, 1));
    expect(await client.purgeJobs()).toEqual({
      ok: false,
      error: { kind: 'not-ipp', why: 'malformed', httpStatus: 200 },
    });
  });
});
