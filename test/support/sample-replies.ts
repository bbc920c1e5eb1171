import type { RouteName } from '../../protocol/control/routes.ts';
import type { Reply } from '../../protocol/control/types.ts';
import { aSession } from './command-line.ts';

const at = '2026-11-30T12:00:00.000Z';
const later = '2027-02-28T12:00:00.000Z';
const id = 'ab'.repeat(32);
const caseId = 'cd'.repeat(16);
const reference = 'GD/2026/7K4Q-2M9T';
const fingerprint = 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH';
const queued = { emergency: 0, urgent: 0, routine: 2 };

const profile: Reply<'profile.show'> = {
  ...{ state: 'JM', name: 'Jamaica', kind: 'state', network: 'test', version: 3, digest: id, fingerprint },
  ...{
    issuedAt: at,
    validFrom: at,
    validUntil: later,
    peerId: '12D3KooW',
    addresses: ['/ip4/127.0.0.1/tcp/1'],
  },
  dialable: true,
  desks: [
    {
      ...{ id: 'central-authority', role: 'CA', name: 'Central Authority', territory: 'whole' },
      ...{ languages: ['en'], hours: 'Mon-Fri', aroundTheClock: false },
    },
  ],
  instruments: [{ id: 'caricom', version: '1', digest: id }],
  ...{ languages: ['en'], itemBytesMax: 1, attachmentBytesMax: 1, channels: ['node'], declarations: {} },
};

const warned: Reply<'status'>['warnings'][number] = {
  ...({ code: 'profile-expires', level: 'notice', subject: 'JM' } as const),
  ...{ message: 'The profile of JM expires in 7 days.', remedy: 'ask it for one' },
};

const partner: Reply<'partners.list'>['rows'][number] = {
  ...{ state: 'JM', name: 'Jamaica', status: 'candidate', fingerprint, version: 3, validUntil: later },
  ...{
    introducedBy: ['TT'],
    connected: true,
    lastContactAt: at,
    queued,
    warnings: [warned],
  },
};

const officer: Reply<'officers.list'>['rows'][number] = {
  ...{ name: 'Jane Doe', roles: ['officer'], desks: ['central-authority'], fingerprint, enrolled: true },
  ...{ addedAt: at, lastLoginAt: at },
};

const list: Reply<'cases.list'> = {
  rows: [
    {
      ...{
        reference,
        caseId,
        kind: 'mla.general',
        verb: 'request',
        itemId: id,
        partner: 'JM',
        side: 'requested',
      },
      ...{ status: 'in_review', urgency: 'urgent', waitingOn: 'requested', dueAt: later, unread: true },
      owed: { debtor: 'requested', timer: 'T-ACK', paragraph: 'MLA-15' },
      ...{ delivery: 'relayed', exercise: true, updatedAt: at },
    },
  ],
};

const caseView: Reply<'cases.show'> = {
  ...{ reference, caseId, kind: 'mla.general', title: 'Mutual legal assistance', partner: 'JM' },
  ...{ side: 'requesting', status: 'executing', phase: 'agreed', urgency: 'routine', exercise: true },
  ...{ waitingOn: 'requested', openedAt: at, foldDigest: id, ownReference: 'AG 1/26' },
  measures: [{ id: 'm1', status: 'granted' }],
  dialogs: [{ dialog: 'info', open: true }],
  obligations: [
    {
      ...{ paragraph: 'MLA-29', timer: 'T-EXECUTE', debtor: 'requested', dueAt: later, bound: 'default' },
      state: 'open',
    },
  ],
  caveats: [{ caveat: 'C-USE-LIMIT' }],
  agreements: [{ subject: 'cost_sharing', agreedBy: id, terms: { subject: 'cost_sharing' } }],
  flags: [{ itemId: id, paragraph: 'MLA-28' }],
  overtaken: [id],
  waiting: [id],
};

const entry: Reply<'cases.timeline'>['entries'][number] = {
  ...{
    itemId: id,
    from: 'JM',
    verb: 'info-request',
    sequence: 1,
    createdAt: at,
    verdict: 'conforms',
    unread: true,
  },
  evidence: [{ level: 'relay', at, by: 'JM' }],
};

const verb: Reply<'cases.replies'>['verbs'][number] = {
  ...{ verb: 'info-reply', title: 'further information', paragraph: 'MLA-21', owedBy: later },
  fields: [{ name: 'answers', type: 'list', required: true, label: 'Answers' }],
};

/** A reply of each route that a command reads, with every property that it can have. */
export const SAMPLE_REPLIES = {
  whoami: aSession,
  status: {
    ...{
      state: 'GD',
      name: 'Grenada',
      peerId: '12D3KooW',
      version: '0.1.0',
      uptimeS: 7200,
      recovering: true,
    },
    ...{ listen: ['/ip4/127.0.0.1/tcp/1'], overdue: 1, freeBytes: 2 ** 34, warnings: [warned] },
    partners: [
      { state: 'JM', name: 'Jamaica', suspended: false, connected: false, lastContactAt: at, queued },
    ],
  },
  'profile.show': profile,
  'partners.list': { rows: [partner] },
  'partners.show': { ...partner, profile },
  'partners.ping': { state: 'JM', roundTripMs: 1.5, aheadS: 0 },
  'officers.list': { rows: [officer, { ...officer, removedAt: at }] },
  'kinds.list': {
    rows: [
      {
        ...{
          kind: 'mla.general',
          title: 'Mutual legal assistance',
          articles: ['MLA-1'],
          opensWith: 'REQUEST',
        },
        unsolicited: false,
      },
    ],
  },
  'convention.show': {
    ...{ code: 'MLA-14', article: 'Mutual legal assistance', says: 'The person shall not be prosecuted.' },
    slip: { literal: 'The person shall be prosecuted.', applied: 'shall not', anomaly: 'A-02' },
  },
  'inbox.list': list,
  'outbox.list': list,
  'cases.list': list,
  'cases.show': caseView,
  'cases.timeline': { reference, exercise: true, entries: [entry] },
  'cases.replies': { reference, verbs: [verb] },
  'drafts.list': {
    rows: [
      {
        ...{ draftId: 'd1', reference, caseId, kind: 'mla.general', verb: 'accept', partner: 'JM' },
        ...{ urgency: 'routine', createdAt: at, held: true },
      },
    ],
  },
  'items.open': {
    ...{ itemId: id, reference, caseId, from: 'JM', kind: 'mla.general', verb: 'info-request' },
    ...{ paragraphs: ['MLA-21'], exercise: true, createdAt: at, language: 'en' },
    act: { items: [{ id: 'q1', needed: true }] },
    body: { items: [{ id: 'q1', question: 'Which\naccount?' }] },
    attachments: [{ name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 1, root: id, complete: false }],
  },
  'audit.list': {
    rows: [
      { position: 1, at, type: 'item.sent', subject: id, actor: id, actorName: 'Jane Doe', withheld: false },
    ],
    next: 'mark',
  },
  'audit.verify': { intact: true, size: 1, root: id, withheld: 0, problems: [] },
} satisfies { readonly [Name in RouteName]?: Reply<Name> };
