-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "companyKind" TEXT,
    "sectorSection" TEXT,
    "sizeClass" TEXT,
    "district" TEXT,
    "nis2Scope" TEXT NOT NULL DEFAULT 'unknown',
    "profileBox" BLOB NOT NULL,
    "isMember" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "emailHash" TEXT NOT NULL,
    "profileBox" BLOB NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "emailVerifiedAt" DATETIME,
    "publicKey" BLOB,
    "signingPublicKey" BLOB,
    "directorySignature" BLOB,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "disabledAt" DATETIME
);

-- CreateTable
CREATE TABLE "UserSlot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "kdf" TEXT,
    "salt" BLOB NOT NULL,
    "verifier" BLOB NOT NULL,
    "wrappedSeed" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    CONSTRAINT "UserSlot_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WaitingReset" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "publicKey" BLOB NOT NULL,
    "signingPublicKey" BLOB NOT NULL,
    "kdf" TEXT NOT NULL,
    "salt" BLOB NOT NULL,
    "verifier" BLOB NOT NULL,
    "wrappedSeed" BLOB NOT NULL,
    "sealedSecret" BLOB,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "WaitingReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TotpAuthenticator" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "sealedSecret" BLOB NOT NULL,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "confirmedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TotpAuthenticator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "confirmedByUserId" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "box" BLOB NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "acceptedAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "MailToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "MailToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "organisationId" TEXT,
    "stage" TEXT NOT NULL,
    "seedBox" BLOB,
    "formToken" TEXT NOT NULL,
    "deviceBox" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "lockedAt" DATETIME,
    "steppedUpAt" DATETIME,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PendingPost" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "sealedBody" BLOB NOT NULL,
    "generation" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PendingPost_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RateBucket" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "windowStart" DATETIME NOT NULL,
    "blockedUntil" DATETIME
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OrganisationKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "publicKey" BLOB NOT NULL,
    "directorySignature" BLOB NOT NULL,
    "previousWrapped" BLOB,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "OrganisationKey_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OrganisationKeyGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationKeyId" TEXT NOT NULL,
    "recipientKind" TEXT NOT NULL,
    "recipientId" TEXT NOT NULL,
    "sealedPrivateKey" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "OrganisationKeyGrant_organisationKeyId_fkey" FOREIGN KEY ("organisationKeyId") REFERENCES "OrganisationKey" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EmergencySheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "publicKey" BLOB NOT NULL,
    "directorySignature" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "retiredAt" DATETIME,
    CONSTRAINT "EmergencySheet_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SubjectKeyGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "recipientKind" TEXT NOT NULL,
    "recipientId" TEXT NOT NULL,
    "recipientGeneration" INTEGER NOT NULL DEFAULT 0,
    "sealedKey" BLOB NOT NULL,
    "awaitingRelease" BOOLEAN NOT NULL DEFAULT false,
    "grantedBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    "liftedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ChecklistVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "checklistId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "checklistVersionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "keyVersion" INTEGER NOT NULL DEFAULT 1,
    "startedBy" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "closedBy" TEXT,
    "closedAt" DATETIME,
    "factsAtClose" TEXT,
    CONSTRAINT "Assessment_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assessment_checklistVersionId_fkey" FOREIGN KEY ("checklistVersionId") REFERENCES "ChecklistVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "requirementId" TEXT NOT NULL,
    "sealedAnswer" BLOB NOT NULL,
    "revision" INTEGER NOT NULL,
    "answeredBy" TEXT NOT NULL,
    "answeredAt" DATETIME NOT NULL,
    CONSTRAINT "Answer_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reference" TEXT,
    "organisationId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "kind" TEXT,
    "severity" TEXT,
    "facts" TEXT NOT NULL DEFAULT '{}',
    "reasons" TEXT NOT NULL DEFAULT '[]',
    "consent" TEXT NOT NULL DEFAULT '{}',
    "callbackBox" BLOB,
    "district" TEXT,
    "sectorSection" TEXT,
    "sizeClass" TEXT,
    "language" TEXT NOT NULL DEFAULT 'de',
    "keyVersion" INTEGER NOT NULL DEFAULT 1,
    "reservedOfferId" TEXT,
    "currentWave" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "nextActionAt" DATETIME,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "noticedAt" DATETIME,
    "reportedAt" DATETIME,
    "closedAt" DATETIME,
    CONSTRAINT "Case_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Incident" (
    "caseId" TEXT NOT NULL PRIMARY KEY,
    "sealedReport" BLOB NOT NULL,
    "keyVersion" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "step" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Incident_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "authorUserId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "keyVersion" INTEGER NOT NULL,
    "sealedContent" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CaseRecord_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "fromState" TEXT,
    "toState" TEXT,
    "actorKind" TEXT NOT NULL,
    "actorUserId" TEXT,
    "organisationId" TEXT,
    "reason" TEXT,
    "data" TEXT NOT NULL DEFAULT '{}',
    "at" DATETIME NOT NULL,
    CONSTRAINT "CaseEvent_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Exhibit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "keyVersion" INTEGER NOT NULL,
    "sealedMeta" BLOB NOT NULL,
    "wrappedFileKey" BLOB NOT NULL,
    "storageName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "Exhibit_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Deadline" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "triggerAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "data" TEXT NOT NULL DEFAULT '{}',
    "doneAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "supersededAt" DATETIME,
    "sentLog" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "Deadline_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoutingDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "rulesVersion" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RoutingDecision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Wave" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "decisionId" TEXT NOT NULL DEFAULT '',
    "startedAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    "endedAt" DATETIME,
    CONSTRAINT "Wave_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Offer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "brief" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "seenAt" DATETIME,
    "expiresAt" DATETIME,
    "acceptedAt" DATETIME,
    "acceptedBy" TEXT,
    "confirmBy" DATETIME,
    "decidedAt" DATETIME,
    "declineReason" TEXT,
    CONSTRAINT "Offer_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Offer_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Offer_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "Provider" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "offerId" TEXT,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "firstContactDue" DATETIME,
    "firstContactAt" DATETIME,
    "endedAt" DATETIME,
    "accessEndsAt" DATETIME,
    "reminderStep" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Assignment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Assignment_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "Provider" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FairShareEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "batchId" TEXT NOT NULL DEFAULT '',
    "providerId" TEXT NOT NULL,
    "credit" INTEGER NOT NULL,
    "debit" INTEGER NOT NULL,
    "reversedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Provider" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "vettingState" TEXT NOT NULL,
    "approvedUntil" DATETIME,
    "pausedUntil" DATETIME,
    "districts" TEXT NOT NULL DEFAULT '[]',
    "languages" TEXT NOT NULL DEFAULT '["de"]',
    "remote" BOOLEAN NOT NULL DEFAULT true,
    "onSite" BOOLEAN NOT NULL DEFAULT true,
    "capacityLimit" INTEGER NOT NULL DEFAULT 4,
    "responseClass" TEXT NOT NULL DEFAULT 'standard',
    "insurerPanels" TEXT NOT NULL DEFAULT '[]',
    "exclusions" TEXT NOT NULL DEFAULT '[]',
    "groupKey" TEXT,
    "verifiedChannels" INTEGER NOT NULL DEFAULT 0,
    "hasVoiceChannel" BOOLEAN NOT NULL DEFAULT false,
    "channelTestAt" DATETIME,
    "published" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Provider_id_fkey" FOREIGN KEY ("id") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Vetting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "providerId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submittedAt" DATETIME,
    "reviewerA" TEXT,
    "reviewerB" TEXT,
    "decidedAt" DATETIME,
    "validUntil" DATETIME,
    "conditions" TEXT,
    "suspension" TEXT,
    "dueAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Vetting_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "Provider" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VettingItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "vettingId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "validUntil" DATETIME,
    "box" BLOB,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "VettingItem_vettingId_fkey" FOREIGN KEY ("vettingId") REFERENCES "Vetting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RequestedApproval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "vettingId" TEXT NOT NULL,
    "capability" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    CONSTRAINT "RequestedApproval_vettingId_fkey" FOREIGN KEY ("vettingId") REFERENCES "Vetting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "providerId" TEXT NOT NULL,
    "vettingId" TEXT NOT NULL,
    "capability" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "validUntil" DATETIME NOT NULL,
    "grantedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Approval_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "Provider" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DutyShift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "userId" TEXT,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OfficeNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "authorUserId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "box" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "OfficeNote_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DutyTask" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT,
    "kind" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "data" TEXT NOT NULL DEFAULT '{}',
    "createdAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    "doneBy" TEXT,
    "outcome" TEXT,
    "fence" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Dossier" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "checkpoint" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ShareLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "sealedContent" BLOB NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "failedAttempts" INTEGER NOT NULL DEFAULT 0,
    "openedCount" INTEGER NOT NULL DEFAULT 0,
    "lastOpenedAt" DATETIME
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "event" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "organisationId" TEXT,
    "objectKind" TEXT,
    "objectId" TEXT,
    "reason" TEXT,
    "commitment" TEXT,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditDetail" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "salt" BLOB NOT NULL,
    "box" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "AuditCheckpoint" (
    "size" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "headHash" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "signature" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dedupeKey" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "userId" TEXT,
    "addressBox" BLOB,
    "locale" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" DATETIME NOT NULL,
    "leaseUntil" DATETIME,
    "leaseOwner" TEXT,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Organisation_district_sectorSection_sizeClass_idx" ON "Organisation"("district", "sectorSection", "sizeClass");

-- CreateIndex
CREATE UNIQUE INDEX "User_emailHash_key" ON "User"("emailHash");

-- CreateIndex
CREATE UNIQUE INDEX "UserSlot_userId_kind_key" ON "UserSlot"("userId", "kind");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_organisationId_role_key" ON "Membership"("userId", "organisationId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_organisationId_idx" ON "Invitation"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "MailToken_tokenHash_key" ON "MailToken"("tokenHash");

-- CreateIndex
CREATE INDEX "MailToken_userId_idx" ON "MailToken"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "PendingPost_sessionId_idx" ON "PendingPost"("sessionId");

-- CreateIndex
CREATE INDEX "RateBucket_windowStart_idx" ON "RateBucket"("windowStart");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationKey_organisationId_generation_key" ON "OrganisationKey"("organisationId", "generation");

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationKeyGrant_organisationKeyId_recipientKind_recipientId_key" ON "OrganisationKeyGrant"("organisationKeyId", "recipientKind", "recipientId");

-- CreateIndex
CREATE INDEX "EmergencySheet_organisationId_idx" ON "EmergencySheet"("organisationId");

-- CreateIndex
CREATE INDEX "SubjectKeyGrant_recipientKind_recipientId_idx" ON "SubjectKeyGrant"("recipientKind", "recipientId");

-- CreateIndex
CREATE UNIQUE INDEX "SubjectKeyGrant_subjectKind_subjectId_version_recipientKind_recipientId_key" ON "SubjectKeyGrant"("subjectKind", "subjectId", "version", "recipientKind", "recipientId");

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistVersion_contentHash_key" ON "ChecklistVersion"("contentHash");

-- CreateIndex
CREATE INDEX "ChecklistVersion_checklistId_version_idx" ON "ChecklistVersion"("checklistId", "version");

-- CreateIndex
CREATE INDEX "Assessment_organisationId_startedAt_idx" ON "Assessment"("organisationId", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_assessmentId_requirementId_key" ON "Answer"("assessmentId", "requirementId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_reference_key" ON "Case"("reference");

-- CreateIndex
CREATE INDEX "Case_organisationId_createdAt_idx" ON "Case"("organisationId", "createdAt");

-- CreateIndex
CREATE INDEX "Case_state_nextActionAt_idx" ON "Case"("state", "nextActionAt");

-- CreateIndex
CREATE INDEX "CaseRecord_caseId_createdAt_idx" ON "CaseRecord"("caseId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CaseEvent_caseId_sequence_key" ON "CaseEvent"("caseId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Exhibit_storageName_key" ON "Exhibit"("storageName");

-- CreateIndex
CREATE INDEX "Exhibit_caseId_createdAt_idx" ON "Exhibit"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "Deadline_caseId_idx" ON "Deadline"("caseId");

-- CreateIndex
CREATE INDEX "Deadline_state_dueAt_idx" ON "Deadline"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "RoutingDecision_caseId_sequence_key" ON "RoutingDecision"("caseId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Wave_caseId_number_key" ON "Wave"("caseId", "number");

-- CreateIndex
CREATE INDEX "Offer_providerId_state_idx" ON "Offer"("providerId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "one_accepted_offer_per_case" ON "Offer"("caseId") WHERE "state" = 'accepted';

-- CreateIndex
CREATE UNIQUE INDEX "Offer_waveId_providerId_key" ON "Offer"("waveId", "providerId");

-- CreateIndex
CREATE INDEX "Assignment_providerId_state_idx" ON "Assignment"("providerId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "one_leading_assignment_per_case" ON "Assignment"("caseId") WHERE "role" = 'leading' AND "endedAt" IS NULL;

-- CreateIndex
CREATE INDEX "FairShareEntry_providerId_createdAt_idx" ON "FairShareEntry"("providerId", "createdAt");

-- CreateIndex
CREATE INDEX "FairShareEntry_batchId_idx" ON "FairShareEntry"("batchId");

-- CreateIndex
CREATE INDEX "Vetting_providerId_idx" ON "Vetting"("providerId");

-- CreateIndex
CREATE INDEX "Vetting_state_idx" ON "Vetting"("state");

-- CreateIndex
CREATE UNIQUE INDEX "VettingItem_vettingId_code_key" ON "VettingItem"("vettingId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "RequestedApproval_vettingId_capability_key" ON "RequestedApproval"("vettingId", "capability");

-- CreateIndex
CREATE INDEX "Approval_providerId_capability_idx" ON "Approval"("providerId", "capability");

-- CreateIndex
CREATE INDEX "DutyShift_organisationId_startsAt_idx" ON "DutyShift"("organisationId", "startsAt");

-- CreateIndex
CREATE INDEX "DutyShift_startsAt_endsAt_idx" ON "DutyShift"("startsAt", "endsAt");

-- CreateIndex
CREATE INDEX "OfficeNote_caseId_createdAt_idx" ON "OfficeNote"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "DutyTask_doneAt_dueAt_idx" ON "DutyTask"("doneAt", "dueAt");

-- CreateIndex
CREATE INDEX "DutyTask_caseId_idx" ON "DutyTask"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Dossier_number_key" ON "Dossier"("number");

-- CreateIndex
CREATE INDEX "Dossier_organisationId_createdAt_idx" ON "Dossier"("organisationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ShareLink_tokenHash_key" ON "ShareLink"("tokenHash");

-- CreateIndex
CREATE INDEX "ShareLink_organisationId_idx" ON "ShareLink"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_hash_key" ON "AuditEntry"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_sequence_idx" ON "AuditEntry"("organisationId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEntry_objectKind_objectId_idx" ON "AuditEntry"("objectKind", "objectId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_dedupeKey_key" ON "OutboxMessage"("dedupeKey");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_messageId_key" ON "OutboxMessage"("messageId");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_nextAt_idx" ON "OutboxMessage"("state", "nextAt");
