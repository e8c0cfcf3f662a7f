import { sitesOf } from '#app/domain/organisation/sites.ts';
import type { RegisteredPlace, Site } from '#app/domain/organisation/sites.ts';
import type { AccountVault, SiteReads } from '#app/features/ports.ts';
import type { SiteWrites } from '#app/features/sites/ports.ts';
import { toBytes } from './bytes.ts';
import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';

type SiteBox = { readonly name: string | null; readonly town: string };

/** Sites with name and town out of their boxes. */
export function createSiteReads(db: Database | DatabaseTransaction, vault: AccountVault): SiteReads {
  return {
    async sitesOf(organisationId) {
      const rows = await db.site.findMany({ where: { organisationId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      const entered = rows.map(({ id, district, revision, box }): Site => ({ id, district, revision, ...vault.open<SiteBox>('Site', id, box) }));
      return sitesOf(await placeOf(db, vault, organisationId), entered);
    },
  };
}

/** Changes sites inside the given transaction. Each method begins with a write. */
export function createSiteWrites(tx: DatabaseTransaction, vault: AccountVault): SiteWrites {
  const reads = createSiteReads(tx, vault);
  return {
    async add(organisationId, { id, name, town, district }, most, at) {
      await hold(organisationId);
      if ((await enterRegistered(organisationId, at)) >= most) return 'full';
      await tx.site.create({ data: { id, organisationId, district, box: boxOf(id, { name, town }), revision: 1, createdAt: at } });
      return 'added';
    },
    async change(organisationId, { id, name, town, district }, seenRevision, at) {
      await hold(organisationId);
      // The registered place alone can be changed without being a row; a site that is not there leaves nothing behind.
      if (id === organisationId) await enterRegistered(organisationId, at);
      const { count } = await tx.site.updateMany({
        where: { id, organisationId, revision: seenRevision },
        data: { district, box: boxOf(id, { name, town }), revision: seenRevision + 1 },
      });
      return count === 1 ? 'changed' : await missedAt(organisationId, id);
    },
    async remove(organisationId, id, seenRevision) {
      await hold(organisationId);
      const sites = await reads.sitesOf(organisationId);
      if (sites.length < 2 && sites.some((site) => site.id === id)) return 'last';
      const { count } = await tx.site.deleteMany({ where: { id, organisationId, revision: seenRevision } });
      return count === 1 ? 'removed' : await missedAt(organisationId, id);
    },
  };

  /** Takes the lock of the writer: until the end of the transaction nobody changes a site of this company. */
  async function hold(organisationId: string): Promise<void> {
    await tx.organisation.updateMany({ where: { id: organisationId }, data: { id: organisationId } });
  }

  /** Before the first change, the place of the registration becomes a row like the others. Returns how many there are then. */
  async function enterRegistered(organisationId: string, at: Date): Promise<number> {
    const count = await tx.site.count({ where: { organisationId } });
    if (count > 0) return count;
    const [registered] = await reads.sitesOf(organisationId);
    if (registered === undefined) return 0;
    const { id, name, town, district, revision } = registered;
    // A moment before the others, so that it stays the first.
    const createdAt = new Date(at.getTime() - 1);
    await tx.site.create({ data: { id, organisationId, district, box: boxOf(id, { name, town }), revision, createdAt } });
    return 1;
  }

  async function missedAt(organisationId: string, id: string): Promise<'conflict' | 'absent'> {
    return (await tx.site.count({ where: { id, organisationId } })) > 0 ? 'conflict' : 'absent';
  }

  function boxOf(id: string, plain: SiteBox): Uint8Array<ArrayBuffer> {
    return toBytes(vault.seal('Site', id, plain));
  }
}

async function placeOf(db: Database | DatabaseTransaction, vault: AccountVault, organisationId: string): Promise<RegisteredPlace> {
  const row = await db.organisation.findFirstOrThrow({ where: { id: organisationId }, select: { district: true, profileBox: true } });
  const { town } = vault.open<{ town?: string }>('Organisation', organisationId, row.profileBox);
  return { organisationId, town: town ?? '', district: row.district };
}
