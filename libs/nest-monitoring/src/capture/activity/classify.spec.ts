import { classify } from './classify.js';

describe('classify', () => {
  it.each([
    ['GET', '/papers/:id', 'view', 'papers'],
    ['GET', '/api/v1/papers/search', 'search', 'papers'],
    ['POST', '/papers', 'create', 'papers'],
    ['PATCH', '/papers/:id', 'update', 'papers'],
    ['DELETE', '/papers/:id', 'delete', 'papers'],
    ['POST', '/auth/login', 'login', 'auth'],
    ['POST', '/auth/sign-out', 'logout', 'auth'],
    ['GET', '/papers/:id/export', 'export', 'papers'],
    ['POST', '/files/upload', 'upload', 'files'],
    ['GET', '/files/:name/download', 'download', 'files'],
    ['OPTIONS', '(unmatched)', 'options', null],
  ])('takes %s %s for %s in %s', (method, endpoint, type, module) => {
    expect(classify(method, endpoint, null, [])).toEqual({ type, module, feature: endpoint });
  });

  it('lets the first rule that fits decide', () => {
    const rules = [
      { route: '/papers/:id', method: 'get', type: 'read', feature: 'reader' },
      { route: '/papers/*', type: false },
      { route: /^\/admin/, type: 'administer', module: 'office' },
    ] as const;
    expect(classify('GET', '/papers/:id', 'P.byId', rules)).toEqual({
      type: 'read',
      module: 'papers',
      feature: 'reader',
    });
    expect(classify('POST', '/papers/:id', 'P.edit', rules)).toBeNull();
    expect(classify('GET', '/admin/x', 'A.x', rules)).toEqual({
      type: 'administer',
      module: 'office',
      feature: 'A.x',
    });
  });
});
