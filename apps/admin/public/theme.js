// Sets the remembered theme before the first paint. A file of its own: the content security policy refuses inline scripts.
try {
  const theme = JSON.parse(globalThis.localStorage.getItem('scitex.theme') ?? 'null');
  if (theme === 'light' || theme === 'dark') globalThis.document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked or holds something else: the system's theme applies.
}
