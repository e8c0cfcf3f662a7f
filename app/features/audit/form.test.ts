import { describe, expect, test } from 'vitest';
import { auditEventsByArea } from '#app/domain/audit/events.ts';
import { eventsOf, readLogQuery } from './form.ts';

function read(address: string) {
  return readLogQuery(new URLSearchParams(address));
}

describe('the question to the log', () => {
  test('nothing asked is everything', () => {
    expect(read('art=&von=&bis=')).toEqual({ query: { kind: null, from: null, until: null, place: null }, errors: {} });
  });

  test('a kind is one event or a whole area', () => {
    expect(eventsOf('case.read')).toEqual(['case.read']);
    expect(eventsOf('documents')).toEqual(auditEventsByArea.documents);
    expect(eventsOf('toString')).toBeNull();
  });

  test('a wrong kind and a wrong day are named at their fields and ask for nothing', () => {
    expect(read('art=case.eaten&von=2026-02-30&bis=morgen')).toEqual({
      query: { kind: null, from: null, until: null, place: null },
      errors: { kind: 'kind', from: 'date', until: 'date' },
    });
  });

  test('an end before the beginning is named at the end; the same day is a period', () => {
    expect(read('art=cases&von=2026-11-20&bis=2026-11-19')).toMatchObject({ errors: { until: 'order' }, query: { kind: 'cases', from: null, until: null } });
    expect(read('von=2026-11-20&bis=2026-11-20')).toMatchObject({ errors: {}, query: { from: '2026-11-20', until: '2026-11-20' } });
  });

  test('a place is a whole number above zero, anything else is the first page', () => {
    expect(read('vor=40').query.place).toEqual({ than: 40, side: 'older' });
    expect(read('nach=40').query.place).toEqual({ than: 40, side: 'newer' });
    for (const place of ['vor=0', 'vor=-3', 'nach=1.5', 'vor=1e99', 'vor=x']) expect(read(place).query.place).toBeNull();
  });
});
