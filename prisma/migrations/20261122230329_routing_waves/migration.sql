-- DropIndex
DROP INDEX "one_accepted_offer_per_case";

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_RoutingDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "rulesVersion" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RoutingDecision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_RoutingDecision" ("caseId", "content", "createdAt", "id", "rulesVersion", "sequence") SELECT "caseId", "content", "createdAt", "id", "rulesVersion", "sequence" FROM "RoutingDecision";
DROP TABLE "RoutingDecision";
ALTER TABLE "new_RoutingDecision" RENAME TO "RoutingDecision";
CREATE UNIQUE INDEX "RoutingDecision_caseId_sequence_key" ON "RoutingDecision"("caseId", "sequence");
CREATE TABLE "new_Wave" (
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
INSERT INTO "new_Wave" ("caseId", "endedAt", "endsAt", "id", "number", "startedAt") SELECT "caseId", "endedAt", "endsAt", "id", "number", "startedAt" FROM "Wave";
DROP TABLE "Wave";
ALTER TABLE "new_Wave" RENAME TO "Wave";
CREATE UNIQUE INDEX "Wave_caseId_number_key" ON "Wave"("caseId", "number");
CREATE TABLE "new_FairShareEntry" (
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
INSERT INTO "new_FairShareEntry" ("caseId", "createdAt", "credit", "debit", "id", "providerId", "reversedAt", "waveId") SELECT "caseId", "createdAt", "credit", "debit", "id", "providerId", "reversedAt", "waveId" FROM "FairShareEntry";
DROP TABLE "FairShareEntry";
ALTER TABLE "new_FairShareEntry" RENAME TO "FairShareEntry";
CREATE INDEX "FairShareEntry_providerId_createdAt_idx" ON "FairShareEntry"("providerId", "createdAt");
CREATE INDEX "FairShareEntry_batchId_idx" ON "FairShareEntry"("batchId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "one_accepted_offer_per_case" ON "Offer"("caseId") WHERE "state" = 'accepted';
