import { expect, test } from 'vitest';
import { germanLegalRules } from '../law/deadlines.ts';
import { contactOf, travelMinutesBetween, unconfirmedEntries } from './region.ts';
import { suedwestsachsen as region } from './suedwestsachsen.ts';

test('travel times exist both ways for every pair of districts and agree', () => {
  for (const from of region.districts) {
    for (const to of region.districts) {
      const there = travelMinutesBetween(region, from.id, to.id);
      expect(there, `${from.id} ${to.id}`).toBeGreaterThan(0);
      expect(there).toBe(travelMinutesBetween(region, to.id, from.id));
    }
  }
  expect(travelMinutesBetween(region, 'zwickau', 'leipzig')).toBeNull();
});

test('no way between districts is shorter than the straight line allows', () => {
  for (const from of region.districts) {
    for (const to of region.districts) {
      if (from.id === to.id) continue;
      const kilometresNorth = (from.centre.latitude - to.centre.latitude) * 111;
      const kilometresEast = (from.centre.longitude - to.centre.longitude) * 71;
      const hours = (travelMinutesBetween(region, from.id, to.id) ?? 0) / 60;
      expect(Math.hypot(kilometresNorth, kilometresEast) / hours, `${from.id} ${to.id}`).toBeLessThan(90);
    }
  }
});

test('the hotline and the authority are contacts of the region', () => {
  expect(contactOf(region, region.hotline).role).toBe('network_hotline');
  expect(contactOf(region, region.dataProtectionAuthority).role).toBe('data_protection_authority');
});

test('the hotline is a number kept for fiction and marked as not confirmed', () => {
  const hotline = contactOf(region, region.hotline);
  expect(hotline.phone?.dialled).toMatch(/^\+493023125\d{3}$/);
  expect(unconfirmedEntries(region)).toContain('contact network_hotline');
});

test('every shown number is the number that is dialled', () => {
  for (const { id, phone } of region.contacts) {
    if (phone === null) continue;
    const shown = phone.shown.replaceAll(/[^0-9]/g, '');
    expect(phone.dialled.startsWith('+49') ? `0${phone.dialled.slice(3)}` : phone.dialled, id).toBe(shown);
  }
});

test('recipients of legal reports are contacts of the region or the parties themselves', () => {
  const known = [...region.contacts.map((one) => one.id), 'customer', 'persons_concerned', 'own_insurer'];
  for (const rule of Object.values(germanLegalRules.duties)) expect(known).toContain(rule.recipient);
});

test('contact ids are unique and both languages are written', () => {
  expect(new Set(region.contacts.map((one) => one.id)).size).toBe(region.contacts.length);
  for (const one of region.contacts) for (const text of [one.name, one.about]) expect(text.de !== '' && text.en !== '').toBe(true);
});
