import { Controller, Get, Module, Post } from '@nestjs/common';
import {
  DEFAULT_EXCLUDES,
  MonitorApi,
  MonitoringModule,
  MonitoringOptionsError,
  MonitoringService,
  SkipMonitoring,
  TrackActivity,
  type Activity,
  type ActivityRule,
  type ApiCall,
  type ApiUsage,
  type BufferOptions,
  type Counts,
  type DropReason,
  type ErrorContext,
  type HealthCheckResult,
  type HealthStatus,
  type HealthSummary,
  type HostRequest,
  type Identity,
  type Metric,
  type MonitoringModuleOptions,
  type MonitoringStats,
  type OverloadOptions,
  type OverloadState,
  type PostgresTransportOptions,
  type ReportedError,
  type ScrubOptions,
  type SpoolOptions,
  type TraceTargets,
  type TrackActivityOptions,
} from '@scitex/nest-monitoring';

// A host that uses everything that the module exports: it has to compile as it is in hosts of every kind.

const transport: PostgresTransportOptions = { kind: 'postgres', url: process.env['MONITORING_DATABASE_URL'] };
const buffer: BufferOptions = { maxEvents: 1_000, flushIntervalMs: 500 };
const spool: SpoolOptions = { directory: '/var/spool/consumer', maxBytes: 1_000_000 };
const overload: OverloadOptions = { eventLoopDelayMs: 500 };
const scrub: ScrubOptions = { keys: ['orcid'] };
const activities: readonly ActivityRule[] = [{ route: '/papers/*', type: 'read', module: 'papers' }];
const propagateTo: TraceTargets = ['api.example.org', /\.example\.org/];

const options: MonitoringModuleOptions = {
  serviceName: 'consumer',
  transport,
  buffer,
  spool,
  overload,
  scrub,
  activities,
  propagateTo,
  exclude: [...DEFAULT_EXCLUDES, '/internal'],
  user: ({ user }: HostRequest): Identity | null => (user ? { id: String(user), label: null } : null),
  session: () => null,
  sampling: { metrics: 0.5 },
};

const feature: TrackActivityOptions = { feature: 'margin notes' };

@Controller('papers')
export class PapersController {
  constructor(private readonly monitoring: MonitoringService) {}

  @SkipMonitoring()
  @Get('health')
  async health(): Promise<HealthStatus | undefined> {
    const { healthStatus, checks }: HealthSummary = await this.monitoring.getSystemHealthSummary();
    const worst: HealthCheckResult | undefined = checks.find(({ status }) => status === healthStatus);
    return worst?.status;
  }

  @TrackActivity('annotate', feature)
  @Post('notes')
  annotate(): void {
    const metric: Metric = { metricType: 'queue_length', value: 12 };
    const activity: Activity = { activityType: 'annotate' };
    const usage: ApiUsage = { apiName: 'mail', endpoint: 'SEND', responseTime: 80, statusCode: 250 };
    this.monitoring.logMetric(metric);
    this.monitoring.logActivity(activity);
    this.monitoring.logApiUsage(usage);
  }

  @MonitorApi('crossref')
  @Get('cited')
  async cited(): Promise<string> {
    const call: ApiCall = this.monitoring.startApiCall('crossref', '/works', { query: 'x' });
    const context: ErrorContext = { severity: 'high' };
    const reported: ReportedError = { errorType: 'LateAnswer', message: 'too late' };
    call.fail(new Error('late'));
    this.monitoring.logError(reported, context);
    return this.monitoring.monitorApi('crossref', '/works', {}, () => Promise.resolve('cited'));
  }

  @Get('books')
  async books(): Promise<Counts | undefined> {
    await this.monitoring.flush();
    const { kinds, dropped }: MonitoringStats = this.monitoring.stats();
    const reasons = Object.keys(dropped) as DropReason[];
    return reasons.length > 0 ? kinds.errors : undefined;
  }

  @Get('load')
  load(): OverloadState {
    return this.monitoring.stats().overload;
  }
}

@Module({ imports: [MonitoringModule.forRoot(options)], controllers: [PapersController] })
export class AppModule {}

@Module({ imports: [MonitoringModule.forRootAsync({ useFactory: () => Promise.resolve(options) })] })
export class AsyncAppModule {}

export const isOptionsError = (error: unknown): boolean => error instanceof MonitoringOptionsError;
