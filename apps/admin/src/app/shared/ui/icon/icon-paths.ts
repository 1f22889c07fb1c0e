/** One path each, drawn on 24 by 24. */
export const ICON_PATHS = {
  activity: 'M3 12h4l2.5-7 5 14 2.5-7h4',
  alert: 'M12 4 2.8 19.5h18.4L12 4Zm0 6v4m0 3v.01',
  back: 'M19 12H5m6-6-6 6 6 6',
  bug: 'M8 8a4 4 0 0 1 8 0v1H8V8Zm-1 1h10v5a5 5 0 0 1-10 0V9Zm5 0v10M4 7l3 3m-4 4h4m-3 6 3.5-3M20 7l-3 3m4 4h-4m3 6-3.5-3',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevron: 'm9 6 6 6-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  cross: 'M8 8l8 8m0-8-8 8',
  dashboard: 'M4 4h7v7H4V4Zm9 0h7v4h-7V4Zm0 7h7v9h-7v-9Zm-9 3h7v6H4v-6Z',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  gauge: 'M4 18a9 9 0 1 1 16 0M12 14l4-5',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4.2 4.2 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4.2 4.2 0 0 0 6 6l1-1',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M7 12h10',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  refresh: 'M20 11a8 8 0 0 0-14.5-3.5L3 10m0-6v6h6m-5 3a8 8 0 0 0 14.5 3.5L21 14m0 6v-6h-6',
  rows: 'M4 5h16v14H4V5Zm0 5h16M4 14.5h16M9 10v9',
  sort: 'M12 5v14m-6-6 6 6 6-6',
  signout: 'M14 4h5v16h-5M4 12h11m-4-4 4 4-4 4',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4m0-12.8L17 7M7 17l-1.4 1.4',
  system: 'M4 5h16v11H4V5Zm5 15h6m-3-4v4',
  timer: 'M12 7a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 3v4l2.5 1.5M9.5 3h5',
} as const;

export type IconName = keyof typeof ICON_PATHS;
