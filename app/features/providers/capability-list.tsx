import { useLabels, useText } from '#app/content/use-text.tsx';
import type { CapabilityLevel } from '#app/domain/routing/capabilities.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';

type Approved = { readonly capability: IncidentKind; readonly level: CapabilityLevel };

/** How many kinds of incident per level, the highest first, for where all names would be a wall. */
export function CapabilityCounts({ approvals }: { approvals: readonly Approved[] }) {
  const t = useText('providers');
  const labels = useLabels();
  return levelsOf(approvals).map((level) => (
    <span key={level} className="line">
      {t('levelName', { level, name: labels.capabilityLevels[level] })}: {t('kindCount', { count: approvals.filter((one) => one.level === level).length })}
    </span>
  ));
}

function levelsOf(approvals: readonly Approved[]): readonly CapabilityLevel[] {
  return [...new Set(approvals.map((one) => one.level))].sort((a, b) => b - a);
}

/** Kinds of incident by level, the highest first: each level is named once. */
export function CapabilityList({ approvals }: { approvals: readonly Approved[] }) {
  const t = useText('providers');
  const labels = useLabels();
  return (
    <div className="stack stack--2">
      {levelsOf(approvals).map((level) => (
        <p key={level} className="t-2">
          <strong>{t('levelName', { level, name: labels.capabilityLevels[level] })}</strong>
          <br />
          {approvals.filter((one) => one.level === level).map((one) => labels.incidentKinds[one.capability]).join(' · ')}
        </p>
      ))}
    </div>
  );
}
