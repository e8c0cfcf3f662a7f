import type { overview as german } from '../de/overview.ts';
import type { Shape } from '../shape.ts';

export const overview = {
  pageTitle: 'Overview',
  title: 'Overview {organisation}',
  points: 'of 100 points',
  changedAt: 'last changed on {moment}',
  closedAt: 'closed on {moment}',
  answered: '{part, number} of {total, number}',
  next: {
    eyebrow: 'Your next step',
    finishReport: { title: 'Your report has not been sent yet', text: 'Everything you entered is saved. We look for help only after you send it.', go: 'Continue the report' },
    case: { textWithDeadline: 'State: {state}. The next legal deadline ends on {moment}.', text: 'State: {state}.', go: 'Open the case' },
    check: { text: '{open, plural, =0 {All questions are answered. Only the closing is missing.} one {One question is still open.} other {# questions are still open.}}', go: 'Continue' },
    measure: { text: 'By your last check, this measure brings the most.', go: 'See the measures' },
    begin: { title: 'Know where your company stands', text: 'The check asks questions in plain words. You can stop at any time, every answer stays saved.', go: 'Begin a check' },
  },
  cases: {
    title: 'Running cases',
    all: 'All cases',
    none: 'No incident is running',
    noneText: 'If something happens, report it here. You see the first steps at once.',
    report: 'Report an incident',
    untitled: 'New report',
  },
  checks: { title: 'Checks', all: 'All checks', none: 'No check yet', noneText: 'The first check takes about 50 minutes and can be split.', begin: 'Choose a check' },
  ready: {
    title: 'Ready for an emergency',
    text: 'The emergency sheet opens your sealed content again when all passwords are lost. Print it and keep it in the cupboard.',
    sheet: 'Team and emergency sheet',
    measures: 'Open measures',
  },
} as const satisfies Shape<typeof german>;
