import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Serves the API's description, made of the schemas that validate it, and a page to read it by. */
export function serveOpenApi(app: NestExpressApplication): void {
  const config = new DocumentBuilder()
    .setTitle('SciTeX Monitoring')
    .setDescription('Health, performance, usage and errors of the monitored applications.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('monitoring/api/docs', app, () => SwaggerModule.createDocument(app, config), {
    jsonDocumentUrl: 'monitoring/api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'SciTeX Monitoring API',
  });
}
