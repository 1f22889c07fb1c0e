import { Controller, Delete, Get, Inject, Post, type Type } from '@nestjs/common';
import { MONITORING_CALLS, type Monitoring, type MonitoringCalls } from '../monitoring/monitoring.js';

/** What users do, and what nobody is to know of them. */
export function activitiesController({ SkipMonitoring, TrackActivity }: Monitoring): Type {
  @Controller('activities')
  class ActivitiesController {
    constructor(@Inject(MONITORING_CALLS) private readonly monitoring: MonitoringCalls) {}

    @Get('ruled')
    ruled() {
      return {};
    }

    @Get('unruly')
    unruly() {
      return {};
    }

    @TrackActivity('annotate', { module: 'papers', feature: 'margin notes' })
    @Post(':id/notes')
    tracked() {
      return {};
    }

    @Get('logged')
    logged() {
      this.monitoring.logActivity({ activityType: 'cite', module: 'papers', feature: 'citations' });
      return {};
    }

    @Delete(':id')
    derived() {
      return {};
    }

    @SkipMonitoring()
    @Get('skipped')
    skipped() {
      throw new Error('nobody has to know');
    }

    @Get('reported')
    reported() {
      const error = new Error('reported already');
      this.monitoring.logError(error, { severity: 'low' });
      throw error;
    }
  }
  return ActivitiesController;
}
