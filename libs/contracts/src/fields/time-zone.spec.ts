import { isTimeZone } from './time-zone.js';

it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'Asia/Kathmandu'])(
  'takes %s',
  (name) => {
    expect(isTimeZone(name)).toBe(true);
  },
);

it.each(['', 'CET', '+01:00', 'Europe/Atlantis', 'Europe/Berlin\n', "UTC'; --", 'a/'.repeat(9000), '../UTC'])(
  'takes %j for none',
  (name) => {
    expect(isTimeZone(name)).toBe(false);
  },
);
