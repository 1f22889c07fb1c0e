import { Controller, Get, Query } from '@nestjs/common';
import { ReportsService } from './reports.service.js';

@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get('usage')
  usage() {
    return this.reports.usage();
  }

  @Get('slow')
  slow(@Query('ms') ms: unknown = 1500) {
    return this.reports.slow(String(ms));
  }

  @Get('failing')
  failing() {
    return this.reports.failing();
  }

  @Get('timeout')
  timeout() {
    return this.reports.timeout();
  }

  @Get('unavailable')
  unavailable() {
    return this.reports.unavailable();
  }
}
