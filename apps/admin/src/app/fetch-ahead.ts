/** Has the code of the dashboard come while the session is renewed, where that is the page that was opened. */
export function fetchAhead(): void {
  if (location.pathname !== new URL(document.baseURI).pathname) return;
  // Where it does not come, the router asks for it again, and says so.
  const inVain = () => undefined;
  import('./shell/shell').catch(inVain);
  import('./dashboard/feature-dashboard/dashboard').catch(inVain);
}
