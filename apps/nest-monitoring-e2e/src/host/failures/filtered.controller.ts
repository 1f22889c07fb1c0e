import { Controller, Get, UseFilters } from '@nestjs/common';
import { ApologisingFilter, RangeErrorFilter } from './filters.js';

/** Has filters of its own. */
@Controller('filtered')
@UseFilters(RangeErrorFilter)
export class FilteredController {
  @Get('below-500')
  below500() {
    throw new RangeError('out of range');
  }

  @Get('not-mine')
  notMine() {
    throw new TypeError('not the filter’s');
  }

  @Get('apologised')
  @UseFilters(ApologisingFilter)
  apologised() {
    throw new TypeError('apologised for');
  }
}
