import { Injectable } from '@nestjs/common';
import type { Collectors, CollectorsQuery } from '@scitex/monitoring-contracts';
import { readCollectors } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';

@Injectable()
export class CollectorsService {
  constructor(private readonly dataSource: DataSource) {}

  read(query: CollectorsQuery): Promise<Collectors> {
    return readCollectors(this.dataSource, query);
  }
}
