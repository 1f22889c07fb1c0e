import { eventId } from './event-id.js';

describe('eventId', () => {
  it('is a UUIDv7 of the event’s time', () => {
    const id = eventId(1_795_466_400_000).toString();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(1_795_466_400_000);
  });

  it('is another each time', () => {
    expect(new Set(Array.from({ length: 5000 }, () => String(eventId(7)))).size).toBe(5000);
  });
});
