import { SetMetadata } from '@nestjs/common';

const TRACK = 'scitex:monitoring:track-activity';

export interface TrackActivityOptions {
  /** Default: the first static segment of the route. */
  readonly module?: string;
  /** Default: the handler, such as `PapersController.search`. */
  readonly feature?: string;
}

export interface TrackedActivity extends TrackActivityOptions {
  readonly type: string;
}

/**
 * Names what a handler does for its user, over the derived type and the option `activities`.
 * @example
 * @TrackActivity('annotate', { feature: 'margin notes' })
 * @Post(':id/notes')
 * addNote() {}
 */
export const TrackActivity = (type: string, options: TrackActivityOptions = {}): MethodDecorator =>
  SetMetadata(TRACK, { ...options, type } satisfies TrackedActivity);

export const trackedActivityOf = (method: object): TrackedActivity | undefined =>
  Reflect.getMetadata(TRACK, method) as TrackedActivity | undefined;
