/** From `from` (inclusive) to `to` (exclusive). */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}
