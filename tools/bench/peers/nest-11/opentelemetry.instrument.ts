/** Loaded by `--import` before the app, as OpenTelemetry's guide for ES modules says. */
import { register } from 'node:module';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { NestInstrumentation } from '@opentelemetry/instrumentation-nestjs-core';
import { PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace';

register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);

/** What the SDK makes of a `traceExporter` by itself; kept here, since it offers no flush. */
const spans = new BatchSpanProcessor({ exporter: new OTLPTraceExporter() });
const reader = new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() });

new NodeSDK({
  serviceName: 'bench',
  spanProcessors: [spans],
  metricReaders: [reader],
  instrumentations: [new HttpInstrumentation(), new NestInstrumentation()],
}).start();

/** Sends what is recorded. */
export async function flush(): Promise<void> {
  await spans.forceFlush();
  await reader.forceFlush();
}
