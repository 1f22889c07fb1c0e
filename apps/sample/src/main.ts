try {
  // Loaded inside the try: the root module reads the settings as it loads.
  const { start } = await import('./start.js');
  await start();
} catch (error) {
  process.stderr.write(`The sample app cannot start: ${(error as Error).message}\n`);
  process.exit(1);
}
