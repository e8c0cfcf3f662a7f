import { zero } from '#app/domain/sealed-box/bytes.ts';
import type { KeyPair } from '#app/domain/sealed-box/curve-keys.ts';
import type { OrganisationKey } from '#app/domain/sealed-box/keys.ts';
import { openOrganisationKey, openPreviousOrganisationKey } from '#app/domain/sealed-box/open-keys.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRows } from '../db/key-rows.ts';
import { organisationGrantRow, previousKeyRow } from './grant-identity.ts';

/** The organisation keys that one person opens during one request, each generation once. */
export type OrganisationChain = ReturnType<typeof createOrganisationChain>;

export function createOrganisationChain(userId: string, box: KeyPair) {
  const opened = new Map<string, OrganisationKey[]>();
  const toWipe: OrganisationKey[] = [];

  return {
    /** The newest generation, or the named one. */
    async key(rows: KeyRows, organisationId: string, generation?: number): Promise<Result<OrganisationKey>> {
      const known = find(opened.get(organisationId), generation);
      // A generation that is not known may have been made since.
      const found = known ?? find(await openGenerations(rows, organisationId), generation);
      return found ? ok(found) : err('key_missing');
    },
    dispose() {
      for (const key of toWipe) zero(key.pair.privateKey);
      opened.clear();
    },
  };

  function find(keys: readonly OrganisationKey[] | undefined, generation: number | undefined): OrganisationKey | undefined {
    return generation === undefined ? keys?.[0] : keys?.find((key) => key.generation === generation);
  }

  /** Newest first: the newest generation that is granted to this person, and behind it the chain of its predecessors. */
  async function openGenerations(rows: KeyRows, organisationId: string): Promise<OrganisationKey[]> {
    const stored = await rows.organisationKeys(organisationId);
    const keys: OrganisationKey[] = [];
    for (const row of stored) {
      const successor = keys.at(-1);
      if (successor) {
        const newer = stored.find((each) => each.generation === successor.generation);
        if (!newer?.previousWrapped) break;
        keys.push(openPreviousOrganisationKey(successor, previousKeyRow(organisationId, successor.generation), newer.previousWrapped));
        continue;
      }
      const grant = await rows.organisationGrant(row.id, 'user', userId);
      if (!grant) continue;
      keys.push(openOrganisationKey(box, organisationGrantRow(organisationId, row.generation, 'user', userId), grant.sealedPrivateKey));
    }
    opened.set(organisationId, keys);
    toWipe.push(...keys);
    return keys;
  }
}
