/**
 * A few of many alike events: each has the same chance to be kept, whenever it came (algorithm R, Vitter 1985), and
 * the kept ones share out how many there were, so that counts are exact and means and percentiles have no bias.
 */
export class Reservoir<Event extends object> {
  private readonly kept: Event[] = [];
  private count = 0;

  constructor(
    private readonly capacity: number,
    private readonly random: () => number,
  ) {}

  /** @returns whether it is one of those kept, for now */
  add(event: Event): boolean {
    this.count++;
    if (this.kept.length < this.capacity) {
      this.kept.push(event);
      return true;
    }
    const place = Math.floor(this.random() * this.count);
    if (place >= this.capacity) return false;
    this.kept[place] = event;
    return true;
  }

  /** What was kept, each with its weight where it stands for more than itself. Who stands for one more is drawn. */
  weighed(): Event[] {
    const { kept, count } = this;
    if (count === kept.length) return kept;
    const share = Math.floor(count / kept.length);
    const rest = count % kept.length;
    const first = Math.floor(this.random() * kept.length);
    return kept.map((event, index) => {
      const isOneMore = (index - first + kept.length) % kept.length < rest;
      return { ...event, weight: share + Number(isOneMore) };
    });
  }
}
