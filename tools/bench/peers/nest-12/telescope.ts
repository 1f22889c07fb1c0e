/**
 * @dudousxd/nestjs-telescope as its README sets it up, switched on. Its store is the one in memory that it brings
 * along: the SQLite one, its default, needs a binary that is not there for every Node, and costs more.
 */
import 'reflect-metadata';
import { InMemoryStorageProvider, TelescopeModule, TelescopeService } from '@dudousxd/nestjs-telescope';
import * as decorators from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { appModule } from '../../host/papers.ts';
import { serve } from '../../host/serve.ts';

class CountingStorage extends InMemoryStorageProvider {
  stored = 0;

  override async store(...[entries]: Parameters<InMemoryStorageProvider['store']>): Promise<void> {
    this.stored += entries.length;
    await super.store(entries);
  }
}

const storage = new CountingStorage();
const telescope = TelescopeModule.forRoot({
  enabled: true,
  authorizer: () => true,
  prune: { after: '24h' },
  storage,
});
const app = await NestFactory.create(appModule(decorators, { imports: [telescope] }), { logger: false });

await serve(app, { flush: () => app.get(TelescopeService).flush(), recorded: () => storage.stored });
