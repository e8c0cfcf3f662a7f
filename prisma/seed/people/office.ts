import type { DemoPerson } from '../demo-types.ts';

/** The association's office. The first person comes in by the operators' invitation, the others by an invitation of hers. */
export const office = {
  name: 'Südwestsachsen Digital, Geschäftsstelle',
  town: 'Zwickau',
  since: 380,
  people: [
    { key: 'admin', name: 'Beate Lindner', email: 'b.lindner@suedwestsachsen-digital.example', role: 'office.admin' },
    { key: 'coordinator', name: 'Heike Uhlig', email: 'h.uhlig@suedwestsachsen-digital.example', role: 'office.coordinator' },
    { key: 'duty', name: 'Tom Richter', email: 't.richter@suedwestsachsen-digital.example', role: 'office.duty' },
    { key: 'duty-2', name: 'Jana Pöhlmann', email: 'j.poehlmann@suedwestsachsen-digital.example', role: 'office.duty' },
    { key: 'reviewer', name: 'Ralf Zenker', email: 'r.zenker@suedwestsachsen-digital.example', role: 'office.reviewer' },
    { key: 'reviewer-2', name: 'Marlies Grund', email: 'm.grund@suedwestsachsen-digital.example', role: 'office.reviewer' },
    { key: 'auditor', name: 'Eckhard Simon', email: 'e.simon@suedwestsachsen-digital.example', role: 'auditor' },
  ],
} as const satisfies { readonly name: string; readonly town: string; readonly since: number; readonly people: readonly [DemoPerson, ...DemoPerson[]] };
