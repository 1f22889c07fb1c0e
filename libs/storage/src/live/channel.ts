/** The channel on which writers announce what they stored, and servers listen. */
export const CHANNEL = 'scitex_monitoring_stored';
