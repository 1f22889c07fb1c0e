/** Hears of a rejection that nobody handles; `tell` goes on to the host's listeners, and says whether there were any. */
type RejectionListener = (reason: unknown, tell: () => boolean) => boolean;
type Emit = (this: NodeJS.Process, event: string | symbol, ...args: unknown[]) => boolean;

/**
 * Sees every `unhandledRejection` of the process, in all modes of `--unhandled-rejections`.
 *
 * Why not listen for the event: a listener counts as a handler, and the process that was to end would live on.
 * And `uncaughtExceptionMonitor` hears nothing where the host has a handler of its own, or the mode is `warn` or `none`.
 * @returns how to stop it
 */
export function watchRejections(listen: RejectionListener): () => void {
  const target = process as unknown as { emit: Emit };
  const { emit } = target;
  const isOwn = Object.hasOwn(process, 'emit');
  let isActive = true;
  const watched: Emit = function (this: NodeJS.Process, event, ...args) {
    const tell = () => emit.call(this, event, ...args);
    return event === 'unhandledRejection' && isActive ? listen(args[0], tell) : tell();
  };
  target.emit = watched;
  return () => {
    isActive = false;
    // Somebody who wrapped it since still calls it.
    if (target.emit !== watched) return;
    if (isOwn) target.emit = emit;
    else Reflect.deleteProperty(process, 'emit');
  };
}
