import { happens, pick, pickWeighted } from './chance.js';
import type { Visitor } from './visitor.js';

type Journey = (visitor: Visitor) => Promise<void>;

const SUBJECTS = ['graph', 'networks', 'soils', 'inference', 'sparse'] as const;
const PAPERS = ['paper-1', 'paper-3', 'paper-5', 'paper-9', 'paper-12'] as const;
const DOCUMENTS = ['doc-1', 'doc-2', 'doc-3', 'doc-4', 'doc-5'] as const;
const PROJECTS = ['alpine-soils', 'ancient-languages', 'olfactory-bulb'] as const;
const BROKEN_REPORTS = ['/reports/failing', '/reports/timeout', '/reports/unavailable'] as const;
const MISTAKES = [
  '/documents/doc-99',
  '/projects/atlantis',
  '/papers',
  '/reports/slow?ms=soon',
  '/wiki',
] as const;

/** What one visitor does; signed in two times out of three. */
export function chooseJourney(): Journey {
  const journey = pickWeighted([
    [read, 36],
    [search, 30],
    [write, 12],
    [steer, 10],
    [report, 10],
    [err, 4],
  ]);
  return (visitor) => {
    if (happens(2 / 3)) visitor.signIn();
    return journey(visitor);
  };
}

async function read(visitor: Visitor): Promise<void> {
  const document = pick(DOCUMENTS);
  await visitor.request('GET', '/documents');
  await visitor.request('GET', `/documents/${document}`);
  if (happens(0.3)) await visitor.request('GET', `/documents/${document}/export`);
}

async function search(visitor: Visitor): Promise<void> {
  const query = happens(0.04) ? 'unavailable' : happens(0.05) ? 'everything' : pick(SUBJECTS);
  await visitor.request('GET', `/papers?q=${query}`);
  await visitor.request('GET', `/papers/${pick(PAPERS)}`);
  if (happens(0.5)) await visitor.request('GET', `/papers/${pick(PAPERS)}`);
}

async function write(visitor: Visitor): Promise<void> {
  const draft = (await visitor.request('POST', '/documents', { title: 'Draft' })) as
    { id?: string } | undefined;
  if (!draft?.id) return;
  await visitor.request('PATCH', `/documents/${draft.id}`, { title: 'Draft', text: 'Second thoughts.' });
  await visitor.request('GET', `/documents/${draft.id}`);
  await visitor.request('DELETE', `/documents/${draft.id}`);
}

async function steer(visitor: Visitor): Promise<void> {
  const project = pick(PROJECTS);
  await visitor.request('GET', '/projects');
  await visitor.request('GET', `/projects/${project}`);
  if (happens(0.2)) await visitor.request('PATCH', `/projects/${project}`, { title: project });
}

async function report(visitor: Visitor): Promise<void> {
  await visitor.request('GET', '/reports/usage');
  if (happens(0.3))
    await visitor.request('GET', `/reports/slow?ms=${Math.round(600 + 2400 * Math.random())}`);
  if (happens(0.45)) await visitor.request('GET', pick(BROKEN_REPORTS));
}

async function err(visitor: Visitor): Promise<void> {
  await visitor.request('GET', pick(MISTAKES));
  await visitor.request('GET', '/documents');
}
