/** What of `@nestjs/common` the app is made with: that of the Nest which its host runs on. */
export interface Decorators {
  Controller(): ClassDecorator;
  Get(path: string): MethodDecorator;
  Module(metadata: object): ClassDecorator;
}

/** What a set-up adds to the app's module. */
export interface Additions {
  readonly imports?: readonly object[];
  readonly providers?: readonly object[];
}

class Papers {
  find() {
    return { id: 7, title: 'On the measurement of small things', authors: ['A. Author', 'B. Author'] };
  }

  fail() {
    throw new Error('The paper could not be read');
  }

  /** Keeps the processor busy for a millisecond, whatever the machine. */
  work() {
    const end = performance.now() + 1;
    while (performance.now() < end);
    return this.find();
  }
}

const ROUTES = { find: 'papers/:id', fail: 'papers/:id/broken', work: 'papers/:id/worked' } as const;

/**
 * The one app that every host of the bench runs, bare or with a set-up. Decorators are applied by hand, since Node
 * strips types but compiles nothing.
 */
export function appModule(
  { Controller, Get, Module }: Decorators,
  { imports = [], providers = [] }: Additions = {},
) {
  class AppModule {}
  for (const [method, path] of Object.entries(ROUTES))
    Get(path)(Papers.prototype, method, Object.getOwnPropertyDescriptor(Papers.prototype, method) ?? {});
  Controller()(Papers);
  Module({ imports, providers, controllers: [Papers] })(AppModule);
  return AppModule;
}
