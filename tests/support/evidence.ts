import type { EvidenceInput } from '#app/features/checklists/evidence/add-evidence.server.ts';

export async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

let counter = 0;

/** A text file that proves something, as a form would hand it in. */
export function evidenceInput(place: Pick<EvidenceInput, 'assessmentId' | 'requirementId'>, changes: Partial<EvidenceInput> = {}): EvidenceInput {
  counter += 1;
  return {
    ...place,
    description: 'Protokoll der Rücksicherung',
    takenOn: '2026-05-03',
    expiresOn: null,
    fileName: 'protokoll.txt',
    claimedType: 'text/plain',
    idempotencyKey: `evidence-${counter}`,
    content: once('Rücksicherung am 3. Mai: ein Ordner und die Auftragssoftware.'),
    ...changes,
  };
}
