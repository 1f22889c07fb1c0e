// Ahead of everything: decorators write their metadata through it.
import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import type { AddressInfo } from 'node:net';
import { createApp } from './create-app.js';
import { settings } from './settings.js';

/** What a host says to its driver once it serves: the port of each of its apps. */
export type HostReady = Readonly<Record<string, number>>;

async function start(): Promise<void> {
  const { monitoring } = await (settings.isMonitored
    ? import('./monitoring/monitored.js')
    : import('./monitoring/bare.js'));
  const apps = await Promise.all(settings.apps.map((name) => createApp(name, monitoring)));
  const ports = apps.map((app) => (app.getHttpServer().address() as AddressInfo).port);
  process.once('disconnect', leave);
  process.once('message', () => void close(apps));
  process.send?.(Object.fromEntries(settings.apps.map((name, index) => [name, ports[index]])));
  if (settings.crash) setImmediate(CRASHES[settings.crash]);
}

/** Afterwards nothing may be left that keeps the process alive. */
async function close(apps: readonly INestApplication[]): Promise<void> {
  await Promise.all(apps.map((app) => app.close()));
  process.off('disconnect', leave);
  process.disconnect();
}

/** No host outlives its driver. */
const leave = () => process.exit(1);

const CRASHES = {
  exception: () => {
    throw new TypeError('nobody caught this');
  },
  rejection: () => void Promise.reject(new TypeError('nobody caught this')),
};

void start();
