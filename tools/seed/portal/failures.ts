import type { Severity } from '@scitex/monitoring-contracts';
import type { Random } from '../chance/random.ts';

/** A way in which the portal breaks. */
export interface Failure {
  readonly errorType: string;
  readonly severity: Severity;
  readonly statusCode: 500 | 502 | 503 | 504;
  readonly method: string;
  readonly endpoint: string;
  /** How long the request lasts until it fails, in milliseconds. */
  readonly medianMs: number;
  readonly message: (random: Random) => string;
  /** Innermost first. */
  readonly frames: readonly string[];
}

const PORTAL = '/srv/portal/dist';
const NEST = [
  'process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
  'async /srv/portal/node_modules/@nestjs/core/router/router-execution-context.js:46:28',
];
const stack = (...frames: [name: string, place: string][]): string[] => [
  ...frames.map(([name, place]) => `${name} (${PORTAL}/${place})`),
  ...NEST,
];

/** The commonest first. */
export const FAILURES: readonly Failure[] = [
  {
    errorType: 'TypeError',
    severity: 'medium',
    statusCode: 500,
    method: 'GET',
    endpoint: '/api/citations/:id/graph',
    medianMs: 40,
    message: () => "Cannot read properties of undefined (reading 'references')",
    frames: stack(
      ['CitationGraph.expand', 'citations/citation-graph.js:57:31'],
      ['CitationsService.graph', 'citations/citations.service.js:23:24'],
      ['CitationsController.graph', 'citations/citations.controller.js:18:30'],
    ),
  },
  {
    errorType: 'QueryFailedError',
    severity: 'high',
    statusCode: 500,
    method: 'GET',
    endpoint: '/api/reports/usage',
    medianMs: 10_000,
    message: () => 'canceling statement due to statement timeout',
    frames: stack(
      ['ReportsRepository.usageByMonth', 'reports/reports.repository.js:88:17'],
      ['ReportsService.usage', 'reports/reports.service.js:41:20'],
    ),
  },
  {
    errorType: 'BadGatewayException',
    severity: 'medium',
    statusCode: 502,
    method: 'POST',
    endpoint: '/api/translations',
    medianMs: 900,
    message: (random) => `api.deepl.com answered 503 for job ${random.integer(100_000, 999_999)}`,
    frames: stack(
      ['TranslationsClient.translate', 'translations/translations.client.js:34:13'],
      ['TranslationsService.create', 'translations/translations.service.js:19:22'],
    ),
  },
  {
    errorType: 'GatewayTimeoutException',
    severity: 'low',
    statusCode: 504,
    method: 'GET',
    endpoint: '/api/papers',
    medianMs: 8000,
    message: (random) => `export.arxiv.org did not answer within ${random.integer(7990, 8010)} ms`,
    frames: stack(
      ['ArxivClient.query', 'papers/arxiv.client.js:27:15'],
      ['PapersService.search', 'papers/papers.service.js:52:18'],
    ),
  },
  {
    errorType: 'Error',
    severity: 'critical',
    statusCode: 503,
    method: 'PATCH',
    endpoint: '/api/documents/:id',
    medianMs: 5000,
    message: () => 'timeout exceeded when trying to connect',
    frames: stack(
      ['Pool.connect', 'database/pool.js:61:11'],
      ['DocumentsRepository.save', 'documents/documents.repository.js:44:9'],
      ['DocumentsService.update', 'documents/documents.service.js:37:5'],
    ),
  },
  {
    errorType: 'RangeError',
    severity: 'low',
    statusCode: 500,
    method: 'GET',
    endpoint: '/api/documents/:id/export',
    medianMs: 300,
    message: (random) =>
      `Invalid page number ${random.integer(400, 900)} in document ${random.integer(1000, 9999)}`,
    frames: stack(
      ['PdfWriter.goTo', 'export/pdf-writer.js:112:11'],
      ['ExportService.toPdf', 'export/export.service.js:29:16'],
    ),
  },
];
