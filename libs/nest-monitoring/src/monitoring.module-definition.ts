import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { MonitoringModuleOptions } from './monitoring.options.js';

export const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } =
  new ConfigurableModuleBuilder<MonitoringModuleOptions>({ moduleName: 'Monitoring' })
    .setClassMethodName('forRoot')
    .build();
