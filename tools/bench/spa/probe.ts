/// <reference lib="dom" />

/** What the probe notes in the page, in milliseconds since its navigation began. */
export interface Notes {
  /** When the first key figure was shown. */
  figuresAt: number;
  /** When the frame ended that a canvas was last drawn in. */
  drawnAt: number;
  /** How much of the page moved without the reader's doing, as the web's own measure has it. */
  layoutShift: number;
}

/** Runs in the page before any of its own code. It is sent as text: nothing outside of it is there. */
export function probe(): void {
  const notes: Notes = { figuresAt: 0, drawnAt: 0, layoutShift: 0 };
  Object.assign(globalThis, { notes });

  const look = new MutationObserver(() => {
    if (!document.querySelector('sm-key-figure .figure a')) return;
    look.disconnect();
    requestAnimationFrame(() => (notes.figuresAt = performance.now()));
  });
  look.observe(document, { childList: true, subtree: true });

  const canvas = CanvasRenderingContext2D.prototype;
  const stroke = canvas.stroke as (this: CanvasRenderingContext2D) => void;
  canvas.stroke = function (this: CanvasRenderingContext2D, ...path: []) {
    // What follows a frame's callbacks is drawn with it.
    if (this.canvas.closest('sm-time-chart'))
      requestAnimationFrame(() => (notes.drawnAt = performance.now()));
    return stroke.apply(this, path);
  };

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & LayoutShift)[])
      if (!entry.hadRecentInput) notes.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

interface LayoutShift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}
