import { Controller, Get, Module, Redirect, Res, StreamableFile, VersioningType } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import type { INestApplication } from '@nestjs/common';
import { MonitoringModule, MonitoringService } from '../src/index.js';
import { PLATFORMS } from './app/create-host.js';

interface Reply {
  send(body: unknown): unknown;
}

@Controller({ path: 'papers', version: '2' })
class VersionedController {
  @Get(':id')
  byId() {
    return {};
  }

  @Get('by-hand/:id')
  byHand(@Res() reply: Reply): void {
    reply.send('by hand');
  }
}

@Controller('files')
class FilesController {
  @Get('moved')
  @Redirect('/elsewhere', 302)
  moved(): void {
    return;
  }

  @Get('streamed')
  streamed() {
    return new StreamableFile(Buffer.alloc(100_000, 'x'));
  }

  @Get('tree/*')
  tree() {
    return {};
  }
}

@Controller('rooms')
class RoomsController {
  @Get(':id')
  byId() {
    return {};
  }
}

@Module({ controllers: [RoomsController] })
class RoomsModule {}

@Module({
  imports: [RoomsModule, RouterModule.register([{ path: 'labs/:lab', module: RoomsModule }])],
  controllers: [VersionedController, FilesController],
})
class RoutesModule {}

describe.each(PLATFORMS)('routes of a host on %s, with a prefix and versions', (platform) => {
  let store: TestStore;
  let app: INestApplication;
  beforeAll(async () => {
    store = await createTestStore();
    const transport = { kind: 'postgres', url: store.url } as const;
    const monitoring = MonitoringModule.forRoot({ serviceName: 'routes', transport });
    const module = await Test.createTestingModule({ imports: [monitoring, RoutesModule] }).compile();
    const adapter = platform === 'express' ? new ExpressAdapter() : new FastifyAdapter();
    app = module.createNestApplication(adapter, { logger: false });
    app.setGlobalPrefix('api');
    app.enableVersioning({ type: VersioningType.URI });
    await app.listen(0, '127.0.0.1');
  });
  beforeEach(() => store.dataSource.query('truncate monitoring.system_metric'));
  afterAll(async () => {
    await app.close();
    await store.drop();
  });

  it.each([
    ['GET', '/api/v2/papers/7', '/api/v2/papers/:id', 200],
    ['GET', '/api/v2/papers/by-hand/7', '/api/v2/papers/by-hand/:id', 200],
    ['GET', '/api/files/moved', '/api/files/moved', 302],
    ['GET', '/api/files/streamed', '/api/files/streamed', 200],
    ['HEAD', '/api/v2/papers/7', '/api/v2/papers/:id', 200],
    ['GET', '/api/labs/3/rooms/4', '/api/labs/:lab/rooms/:id', 200],
    ['GET', '/api/v1/papers/7', '(unmatched)', 404],
  ])('records %s %s as %s with %d', async (method, path, endpoint, status) => {
    await fetch((await app.getUrl()) + path, { method, redirect: 'manual' }).then((answer) => answer.text());
    await app.get(MonitoringService).flush();
    const rows = await store.dataSource.query(
      'select method, endpoint, status_code from monitoring.system_metric',
    );
    expect(rows).toEqual([{ method, endpoint, status_code: status }]);
  });

  it('records a wildcard as the one endpoint that it is', async () => {
    for (const path of ['a/b', 'c'])
      await fetch(`${await app.getUrl()}/api/files/tree/${path}`).then((answer) => answer.text());
    await app.get(MonitoringService).flush();
    const rows = await store.dataSource.query('select distinct endpoint from monitoring.system_metric');
    expect(rows).toHaveLength(1);
    expect(rows[0].endpoint).toMatch(/^\/api\/files\/tree\/\*/);
  });
});
