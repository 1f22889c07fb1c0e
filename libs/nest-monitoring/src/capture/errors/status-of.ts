/** The status that Nest answers an exception with: its own where it has one, as HttpException and http-errors do. */
export function statusOf(exception: unknown): number {
  if (typeof exception !== 'object' || exception === null) return 500;
  try {
    const { getStatus, statusCode } = exception as { getStatus?: () => unknown; statusCode?: unknown };
    const status = typeof getStatus === 'function' ? getStatus.call(exception) : statusCode;
    return typeof status === 'number' ? status : 500;
  } catch {
    return 500;
  }
}
