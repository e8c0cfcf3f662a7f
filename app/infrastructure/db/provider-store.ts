import { step as offerStep } from '#app/domain/case/offer-machine.ts';
import { activeAssignmentStates, isOfferState, openOfferStates, runningCaseStates } from '#app/domain/case/statuses.ts';
import { responseClassOf } from '#app/domain/routing/response-class.ts';
import { awaitsOffice, offerableVettingStates } from '#app/domain/vetting/statuses.ts';
import type { AccountVault, Random } from '#app/features/ports.ts';
import type { ProviderProfile, ProviderReads, ProviderWrites } from '#app/features/providers/ports.ts';
import { createCasePeople } from './case-people.ts';
import type { Database } from './connect.ts';
import type { Provider } from './generated/client.ts';
import { dayColumn, dayColumnOrNull, dayOf, dayOrNull } from './local-dates.ts';
import type { DatabaseTransaction } from './transact.ts';
import { approvalOf, vettingStateOf } from './vetting-store.ts';

type OrganisationBox = { readonly name: string; readonly town?: string };

export function createProviderReads(db: Database | DatabaseTransaction, { vault, zone }: { readonly vault: AccountVault; readonly zone: string }): ProviderReads {
  return {
    async profile(providerId) {
      // no tenant: a provider is known by its own id
      const row = await db.provider.findFirst({ where: { id: providerId } });
      return row === null ? null : profileOf(row, zone);
    },
    async published(today) {
      const rows = await db.provider.findMany({
        where: { published: true, vettingState: { in: [...offerableVettingStates] }, approvedUntil: { gte: dayColumn(today, zone) } },
        include: { organisation: { select: { profileBox: true } }, approvals: { where: { endedAt: null, validUntil: { gte: dayColumn(today, zone) } } } },
      });
      return rows.flatMap((row) => {
        const { name, town } = vault.open<OrganisationBox>('Organisation', row.id, row.organisation.profileBox);
        const { districts, languages, remote, onSite, approvedUntil } = profileOf(row, zone);
        const approvals = row.approvals.flatMap((one) => approvalOf(one, zone));
        return approvedUntil === null || approvals.length === 0 ? [] : [{ name, town: town ?? '', districts, languages, remote, onSite, approvedUntil, approvals }];
      });
    },
    async list() {
      const rows = await db.provider.findMany({
        include: {
          organisation: { select: { profileBox: true } },
          approvals: { where: { endedAt: null } },
          vettings: { select: { state: true, submittedAt: true, reviewerA: true, suspension: true }, orderBy: { createdAt: 'desc' } },
        },
      });
      return rows.map((row) => {
        const { name, town } = vault.open<OrganisationBox>('Organisation', row.id, row.organisation.profileBox);
        const application = row.vettings.find((one) => one.state === 'draft' || one.state === 'more_needed' || awaitsOffice(vettingStateOf(one.state)));
        return {
          providerId: row.id,
          name,
          town: town ?? '',
          districts: listOf(row.districts),
          standing: vettingStateOf(row.vettingState),
          approvedUntil: dayOrNull(row.approvedUntil, zone),
          application: application ? { state: vettingStateOf(application.state), submittedAt: application.submittedAt, reviewerA: application.reviewerA } : null,
          suspensionOpen: row.vettings.some((one) => one.state === 'suspended' && one.suspension !== null && (JSON.parse(one.suspension) as { confirmedBy: string | null }).confirmedBy === null),
          approvals: row.approvals.flatMap((one) => approvalOf(one, zone)),
        };
      });
    },
    openOffers: (providerId) => db.offer.count({ where: { providerId, state: { in: [...openOfferStates] } } }),
  };
}

export function createProviderWrites(tx: DatabaseTransaction, { random, zone }: { readonly random: Random; readonly zone: string }): ProviderWrites {
  return {
    async ensure(providerId, at) {
      const { count } = await tx.provider.updateMany({ where: { id: providerId, organisation: { is: { type: 'company' } } }, data: { id: providerId } });
      if (count > 0) return false;
      const { district } = await tx.organisation.findFirstOrThrow({ where: { id: providerId, type: 'company' }, select: { district: true } });
      await tx.provider.create({ data: { id: providerId, vettingState: 'draft', districts: JSON.stringify(district === null ? [] : [district]), published: false, createdAt: at } });
      return true;
    },
    async saveProfile(providerId, { districts, languages, insurerPanels, exclusions, remote, onSite, capacityLimit, responseClass, published }) {
      const lists = { districts: JSON.stringify(districts), languages: JSON.stringify(languages), insurerPanels: JSON.stringify(insurerPanels), exclusions: JSON.stringify(exclusions) };
      // no tenant: a provider is known by its own id
      const { count } = await tx.provider.updateMany({ where: { id: providerId }, data: { remote, onSite, capacityLimit, responseClass, published, ...lists } });
      return count === 1;
    },
    async setStanding(providerId, state, approvedUntil) {
      // no tenant: a provider is known by its own id
      await tx.provider.updateMany({ where: { id: providerId }, data: { vettingState: state, approvedUntil: dayColumnOrNull(approvedUntil, zone) } });
    },
    async recordChannelTest(providerId, { channels, voice, at }) {
      // no tenant: a provider is known by its own id
      const { count } = await tx.provider.updateMany({ where: { id: providerId }, data: { verifiedChannels: channels, hasVoiceChannel: voice, channelTestAt: at } });
      return count === 1;
    },
    async makeLeads(providerId, at) {
      const admins = await tx.membership.findMany({ where: { organisationId: providerId, role: 'company.admin', confirmedAt: { not: null }, endedAt: null } });
      for (const { userId, confirmedByUserId } of admins) {
        const content = { confirmedAt: at, confirmedByUserId, endedAt: null };
        await tx.membership.upsert({
          where: { userId_organisationId_role: { userId, organisationId: providerId, role: 'provider.admin' } },
          create: { id: random.id(), userId, organisationId: providerId, role: 'provider.admin', createdAt: at, ...content },
          update: content,
        });
      }
    },
    async revokeOpenOffers(providerId, reason, at) {
      const offers = await tx.offer.findMany({ where: { providerId, state: { in: [...openOfferStates] } }, select: { id: true, caseId: true, state: true } });
      for (const offer of offers) {
        if (!isOfferState(offer.state)) continue;
        const stepped = offerStep(offer.state, { name: 'revoke', by: 'system', reason }, {});
        if (!stepped.ok) continue;
        await tx.offer.updateMany({ where: { id: offer.id, providerId, state: offer.state }, data: { state: stepped.value.state, decidedAt: at } });
        // no tenant: the case whose reservation this offer may hold
        await tx.case.updateMany({ where: { id: offer.caseId, reservedOfferId: offer.id }, data: { reservedOfferId: null } });
        // The worker asks the next provider, or wakes the reserve, without waiting for the window.
        // no tenant: the case this offer belongs to
        await tx.case.updateMany({ where: { id: offer.caseId }, data: { nextActionAt: at, fence: { increment: 1 } } });
      }
      return offers.map(({ id, caseId }) => ({ offerId: id, caseId }));
    },
    async runningCompanies(providerId) {
      const rows = await tx.assignment.findMany({
        where: { providerId, state: { in: [...activeAssignmentStates] }, case: { state: { in: [...runningCaseStates] } } },
        select: { case: { select: { id: true, reference: true, organisationId: true } } },
      });
      return Promise.all(rows.map(async (row) => ({ caseId: row.case.id, reference: row.case.reference ?? '', userIds: await createCasePeople(tx).ofCompany(row.case.id, row.case.organisationId) })));
    },
  };
}

function profileOf(row: Provider, zone: string): ProviderProfile {
  return {
    providerId: row.id,
    vettingState: vettingStateOf(row.vettingState),
    approvedUntil: dayOrNull(row.approvedUntil, zone),
    districts: listOf(row.districts),
    languages: listOf(row.languages),
    remote: row.remote,
    onSite: row.onSite,
    capacityLimit: row.capacityLimit,
    responseClass: responseClassOf(row.responseClass),
    insurerPanels: listOf(row.insurerPanels),
    exclusions: listOf(row.exclusions),
    published: row.published,
    channelTestOn: row.channelTestAt === null ? null : dayOf(row.channelTestAt, zone),
  };
}

function listOf(json: string): string[] {
  return JSON.parse(json) as string[];
}
