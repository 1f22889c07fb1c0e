import { All, Controller, Get, Module, Version } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { settings } from '../settings.js';

/** Fastify knows no wildcards with a name. */
const REST = settings.platform === 'express' ? '*path' : '*';

@Controller({ path: 'papers', version: '1' })
class PapersController {
  @Get(':id')
  byId() {
    return { version: 1 };
  }

  @Version('2')
  @Get(':id')
  byIdSince2() {
    return { version: 2 };
  }
}

@Controller(['trees', 'woods'])
class TreesController {
  @Get('wild/*')
  wild() {
    return {};
  }

  @Get(`named/${REST}`)
  named() {
    return {};
  }

  @All(`any/:kind/${REST}`)
  any() {
    return {};
  }

  @Get(['oak', 'elm/:age'])
  several() {
    return {};
  }
}

@Controller({ path: 'tenant', host: ':tenant.example.org' })
class TenantController {
  @Get(':id')
  byId() {
    return {};
  }
}

@Controller('rooms')
class RoomsController {
  @Get(':id')
  byId() {
    return {};
  }

  @Get()
  all() {
    return [];
  }
}

@Module({ controllers: [RoomsController] })
class RoomsModule {}

@Module({ imports: [RoomsModule] })
class LabsModule {}

/** Routes whose full template is put together from several places. */
@Module({
  imports: [
    LabsModule,
    RouterModule.register([
      { path: 'labs/:lab', module: LabsModule, children: [{ path: 'floors/:floor', module: RoomsModule }] },
    ]),
  ],
  controllers: [PapersController, TreesController, TenantController],
})
export class PlacesModule {}
