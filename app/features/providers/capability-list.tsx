import { useLabels, useText } from '#app/content/use-text.tsx';
import type { CapabilityLevel } from '#app/domain/routing/capabilities.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';

type Approved = { readonly capability: IncidentKind; readonly level: CapabilityLevel };

/** Kinds of incident by level, the highest first: each level is named once. */
export function CapabilityList({ approvals }: { approvals: readonly Approved[] }) {
  const t = useText('providers');
  const labels = useLabels();
  const levels = [...new Set(approvals.map((one) => one.level))].sort((a, b) => b - a);
  return (
    <>
      {levels.map((level) => (
        <p key={level}>
          <strong>{t('levelName', { level, name: labels.capabilityLevels[level] })}</strong>{' '}
          {approvals.filter((one) => one.level === level).map((one) => labels.incidentKinds[one.capability]).join(' · ')}
        </p>
      ))}
    </>
  );
}
