import type { Messages } from '#app/content/messages.ts';
import type { Text } from '#app/content/translator.ts';
import type { Brief } from '#app/domain/routing/brief.ts';

type Words = { readonly t: Text<'matching'>; readonly labels: Messages['labels'] };

/** Bars of the urgency mark: four for critical. */
export const severityLevel = { S1: 4, S2: 3, S3: 2, S4: 1 } as const;

/** The district, or the region where naming it would give the company away. */
export function placeOf(district: Brief['district'], { t, labels }: Words): string {
  if (district.as === 'region') return t('inbox.region');
  const names: Readonly<Record<string, string>> = labels.districts;
  return names[district.district] ?? t('inbox.region');
}

/** What a brief says of the company, in one line. */
export function companyLine({ sector, size }: Brief, { t, labels }: Words): string {
  const sectors: Readonly<Record<string, string>> = labels.sectors;
  const groups = { production: 'offer.sectorProduction', trade: 'offer.sectorTrade', services: 'offer.sectorServices', public: 'offer.sectorPublic' } as const;
  const parts = [
    sector === null ? null : sector.as === 'section' ? (sectors[sector.section] ?? null) : t(groups[sector.group]),
    size === null ? null : size.as === 'class' ? labels.sizeClasses[size.sizeClass] : t(size.group === 'under_50' ? 'offer.sizeUnder50' : 'offer.sizeFrom50'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t('offer.companyHidden') : parts.join(', ');
}

/** Time left as a large number with its unit; rounded down, never below zero. */
export function bigTime(leftMs: number, t: Text<'matching'>): { value: number; unit: string } {
  const minutes = Math.max(0, Math.floor(leftMs / 60_000));
  if (minutes < 120) return { value: minutes, unit: t('offer.minutesLeft') };
  if (minutes < 72 * 60) return { value: Math.floor(minutes / 60), unit: t('offer.hoursLeft') };
  return { value: Math.floor(minutes / 1440), unit: t('offer.daysLeft') };
}
